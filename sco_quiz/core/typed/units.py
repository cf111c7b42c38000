"""Units of measurement: read in any common spelling, and converted by the library pint."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import islice, product

from sco_quiz.core.typed.unit_names import UNITS, Named, names_of

Dimension = tuple[tuple[str, int], ...]
"""Base units with their exponents, such as (("meter", 1), ("second", -1))."""

_ALTERNATIVES = 16  # of the readings of an ambiguous expression
_POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3, "squared": 2, "cubed": 3}
_TERM = re.compile(r"(.*?[^0-9^-])\^?(-?[0-9]{1,2})?")
# 5 degrees are an angle, or a temperature without the name of its scale
_ANY_DEGREE = ("degree", "degree_Celsius", "degree_Fahrenheit")


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of named units with exponents, times a power of ten."""

    terms: Dimension
    power: int = 0

    @property
    def only(self) -> str:
        """The name of a unit that is nothing but one named unit."""
        return self.terms[0][0] if len(self.terms) == 1 and self.terms[0][1] == 1 else ""

    @property
    def is_money(self) -> bool:
        """Whether it is a currency, which measures only itself."""
        return self.only.startswith("$")


@dataclass(frozen=True, slots=True)
class Scale:
    """How a named unit is converted: what it measures, how many base units it is, and where its zero is."""

    dimension: Dimension
    factor: Fraction
    offset: Fraction

    def __str__(self) -> str:
        """Return it as cards read it: `5/9 45967/180 kelvin 1`."""
        dimension = (f" {base} {exponent}" for base, exponent in self.dimension)
        return f"{self.factor} {self.offset}{''.join(dimension)}"


@lru_cache(maxsize=1024)
def read_units(text: str) -> tuple[Unit, ...]:
    """Return what a unit can mean; empty for anything that is not a unit of measurement.

    >>> read_units("km/h")[0]
    Unit(terms=(('hour', -1), ('meter', 1)), power=3)
    >>> read_units("square kilometers") == read_units("km^2"), read_units("members")
    (True, ())
    """
    text = re.sub(r"([A-Za-z])[.-](?=[A-Za-z ]|$)", r"\1 ", text)
    text = re.sub(r" ?(?:/| per | an? ) ?", "/", re.sub("[·*⋅]", " ", text))
    factors: list[list[tuple[Named, int]]] = []
    for index, part in enumerate(text.split("/")):
        found = _factors(part.split(), -1 if index else 1)
        if not found:
            return ()
        factors += found
    return tuple(dict.fromkeys(_product(choice) for choice in islice(product(*factors), _ALTERNATIVES)))


def _factors(words: list[str], sign: int) -> list[list[tuple[Named, int]]]:
    """Read units with exponents that are written side by side; empty when one of the words is not a unit."""
    factors: list[list[tuple[Named, int]]] = []
    at, raised = 0, 1
    while at < len(words):
        if words[at].lower() in ("squared", "cubed") and factors:
            factors[-1] = [(named, exponent * _POWERS[words[at].lower()]) for named, exponent in factors[-1]]
            at += 1
        elif words[at].lower() in _POWERS and raised == 1:
            raised, at = _POWERS[words[at].lower()], at + 1
        else:
            names, exponent, at = _term(words, at)
            if not names or not exponent:
                return []
            factors.append([(named, sign * exponent * raised) for named in names])
            raised = 1
    return factors if raised == 1 else []


def _term(words: list[str], at: int) -> tuple[list[Named], int, int]:
    """Return the longest unit that starts at an index, its exponent, and the index after it."""
    for end in (at + 3, at + 2, at + 1):
        if end <= len(words) and (found := _TERM.fullmatch(" ".join(words[at:end]))) and (names := names_of(found[1])):
            return names, int(found[2] or 1), end
    return [], 1, at


def _product(choice: tuple[tuple[Named, int], ...]) -> Unit:
    exponents: dict[str, int] = {}
    for (name, _), exponent in choice:
        exponents[name] = exponents.get(name, 0) + exponent
    terms = tuple(sorted((name, exponent) for name, exponent in exponents.items() if exponent))
    return Unit(terms, sum(power * exponent for (_, power), exponent in choice))


def convert(value: Fraction, unit: Unit, wanted: Unit) -> Fraction | None:
    """Return a value in the wanted unit; None when the two measure different things.

    >>> mile, km, kg = (read_units(text)[0] for text in ("mile", "km", "kg"))
    >>> convert(Fraction(1), mile, km), convert(Fraction(1), kg, km)
    (Fraction(25146, 15625), None)
    """
    prefix = Fraction(10) ** (unit.power - wanted.power)
    if unit.terms == wanted.terms:
        return value * prefix
    if unit.only in _ANY_DEGREE and wanted.only in _ANY_DEGREE and "degree" in (unit.only, wanted.only):
        return value
    if unit.is_money or wanted.is_money:
        return None
    scales = scales_for(wanted)
    given, meant = _scale(unit, scales), _scale(wanted, scales)
    if given is None or meant is None or given.dimension != meant.dimension:
        return None
    return (value * prefix * given.factor + given.offset - meant.offset) / meant.factor


def _scale(unit: Unit, scales: Mapping[str, Scale]) -> Scale | None:
    exponents: dict[str, int] = {}
    factor = Fraction(1)
    for name, exponent in unit.terms:
        if name not in scales or abs(exponent) > 9:
            return None
        factor *= scales[name].factor ** exponent
        for base, power in scales[name].dimension:
            exponents[base] = exponents.get(base, 0) + power * exponent
    # only a temperature by itself has a zero of its own
    offset = scales[unit.only].offset if unit.only else Fraction(0)
    return Scale(tuple(sorted((base, power) for base, power in exponents.items() if power)), factor, offset)


@cache
def scales_for(wanted: Unit) -> Mapping[str, Scale]:
    """Return the units to which a unit can be related: those that measure nothing else than what it measures."""
    every = _all_scales()
    bases = {base for name, _ in wanted.terms if name in every for base, _ in every[name].dimension}
    return {name: scale for name, scale in every.items() if {base for base, _ in scale.dimension} <= bases}


@cache
def _all_scales() -> Mapping[str, Scale]:
    return dict(_scales_of_pint())


def _scales_of_pint() -> Iterator[tuple[str, Scale]]:
    from pint import UnitRegistry  # costs half a second, and most answers are in the unit of the key

    registry: UnitRegistry[Fraction] = UnitRegistry(non_int_type=Fraction)
    registry.define("decade_of_years = 10 * year")
    for line in UNITS.strip().splitlines():
        name = line.split(" = ")[0].lstrip("*")
        if not name.startswith("$"):
            zero, one = (registry.Quantity(Fraction(number), name).to_root_units() for number in (0, 1))
            dimension = sorted((str(base), int(str(exponent))) for base, exponent in one.unit_items())
            yield name, Scale(tuple(dimension), one.magnitude - zero.magnitude, zero.magnitude)
