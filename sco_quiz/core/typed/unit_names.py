"""How learners write units; what a unit measures, and how to convert it, is left to the library pint.

A line has the unit's name in pint, then symbols, then words in the singular; `_` is a space. A name with `*` takes
metric prefixes. A spelling in two lines can mean either unit. What starts with `$` is a currency.
"""

from functools import cache
from typing import NamedTuple

# cards get the same table, see sco_quiz/card/number_tables.py
UNITS = """
*meter = m ; meter
micron = ; micron
angstrom = Å ; angstrom ångström
inch = in " '' ; inch inches
foot = ft ' ; foot feet
yard = yd yds ; yard
mile = mi ; mile
nautical_mile = nmi NM ; nautical_mile
astronomical_unit = au AU ; astronomical_unit
light_year = ly ; light_year lightyear
*parsec = pc ; parsec
are = ; are
hectare = ha ; hectare
acre = ; acre
*liter = l L ; liter
cubic_centimeter = cc ccm ;
gallon = gal ; gallon US_gallon
imperial_gallon = gal ; gallon imperial_gallon UK_gallon
pint = pt ; pint
imperial_pint = pt ; pint
quart = qt ; quart
fluid_ounce = fl_oz ; fluid_ounce
cup = ; cup
tablespoon = tbsp ; tablespoon
teaspoon = tsp ; teaspoon
oil_barrel = bbl ; barrel
*gram = g gr gm ; gram gramme
kilogram = kgs ; kilo
metric_ton = t ; tonne ton metric_ton metric_tonne
kilometric_ton = kt ; kilotonne kiloton
megametric_ton = Mt ; megatonne megaton
gigametric_ton = Gt ; gigatonne gigaton
ton = ; ton short_ton
long_ton = ; ton long_ton
pound = lb lbs ; pound
ounce = oz ; ounce
stone = st ; stone
carat = ct ; carat
*dalton = Da u amu ; dalton
*second = s sec secs ; second
minute = min mins ; minute
hour = h hr hrs ; hour
day = d ; day
week = wk wks ; week
fortnight = ; fortnight
month = mo mos mth mths ; month
year = y yr yrs a ; year
decade_of_years = ; decade
century = ; century centuries
millennium = ; millennium millennia
megayear = Myr Ma ;
gigayear = Gyr Ga ;
*kelvin = K ; kelvin degree_kelvin degrees_kelvin
degree_Celsius = °_C °_Celsius ;
degree_Celsius = °C C degC deg_C degrees_C ; celsius centigrade degree_celsius degrees_celsius degrees_centigrade
degree_Fahrenheit = °_F °_Fahrenheit ;
degree_Fahrenheit = °F F degF deg_F degrees_F ; fahrenheit degree_fahrenheit degrees_fahrenheit
degree = ° deg degs ; degree
*radian = rad ; radian
arcminute = arcmin ; arcminute
arcsecond = arcsec ; arcsecond
turn = ; revolution
mile_per_hour = mph ;
kilometer_per_hour = kph kmh kmph ;
knot = kn kt kts ; knot
speed_of_light = c ;
*hertz = Hz ; hertz
revolutions_per_minute = rpm ;
*newton = N ; newton
*pascal = Pa ; pascal
*bar = bar bars ;
standard_atmosphere = atm ; atmosphere
millimeter_Hg = mmHg mm_Hg ;
torr = Torr ; torr
pound_force_per_square_inch = psi ;
*joule = J ; joule
*calorie = cal ; calorie
kilocalorie = Cal kcals ;
*electron_volt = eV ; electron_volt electronvolt
*watt_hour = Wh ; watt_hour
british_thermal_unit = BTU Btu ;
*watt = W ; watt
horsepower = hp ; horsepower
*ampere = A ; amp ampere
*volt = V ; volt
*ohm = Ω ; ohm
*coulomb = C ; coulomb
*farad = F ; farad
*henry = H ; henry henries
*weber = Wb ; weber
*tesla = T ; tesla
*siemens = S ; siemens
*mole = mol ; mole
*molar = M ; molar
candela = cd ; candela
*lumen = lm ; lumen
*lux = lx ; lux
*becquerel = Bq ; becquerel
*curie = Ci ; curie
*gray = Gy ; gray
*sievert = Sv ; sievert
*bit = b ; bit
*byte = B ; byte
kilobyte = KB ;
kibibyte = KiB KB ; kibibyte kilobyte
mebibyte = MiB MB ; mebibyte megabyte
gibibyte = GiB GB ; gibibyte gigabyte
tebibyte = TiB TB ; tebibyte terabyte
$US_dollar = $ US$ USD ; dollar US_dollar buck
$Australian_dollar = $ A$ AUD ; dollar Australian_dollar
$Canadian_dollar = $ C$ CAD ; dollar Canadian_dollar
$peso = $ MXN ; peso
$euro = € EUR ; euro
$pound_sterling = £ GBP ; pound pound_sterling pounds_sterling quid
$yen = ¥ JPY ; yen
$yuan = ¥ CNY RMB ; yuan renminbi
$ruble = ₽ RUB ; ruble rouble
$rupee = ₹ INR ; rupee
$franc = CHF ; franc Swiss_franc
$tenge = ₸ KZT ; tenge
$som = KGS ; som
$somoni = TJS ; somoni
$sum = UZS ; sum
$won = ₩ KRW ; won
$hryvnia = ₴ UAH ; hryvnia
$lira = ₺ TRY ; lira
$real = R$ BRL ; real reais
$krona = SEK NOK DKK kr ; krona kronor krone kroner
$rand = ZAR ; rand
$zloty = PLN ; zloty
$shekel = ₪ ILS ; shekel
$dong = ₫ VND ; dong
$baht = ฿ THB ; baht
"""
# name, symbol, power of ten
PREFIXES = (
    "exa E 18, peta P 15, tera T 12, giga G 9, mega M 6, kilo k 3, hecto h 2, deca da 1, deci d -1, centi c -2, "
    "milli m -3, micro μ -6, micro u -6, nano n -9, pico p -12, femto f -15, atto a -18"
)


Named = tuple[str, int]
"""The name of a unit and the power of ten of its prefix."""


class Spellings(NamedTuple):
    """What each spelling can mean, as it is written and in lower case."""

    exact: dict[str, list[Named]]
    lower: dict[str, list[Named]]


@cache
def spellings() -> Spellings:
    """Return the table of spellings, with prefixes."""
    table = Spellings({}, {})
    prefixes = [
        ("", "", 0),
        *((name, symbol, int(power)) for name, symbol, power in map(str.split, PREFIXES.split(","))),
    ]
    for line in UNITS.strip().splitlines():
        name, rest = line.split(" = ")
        symbols, words = (part.split() for part in f"{rest} ".split(";"))
        words += [f"{word[:-2]}re" for word in words if word in ("meter", "liter")]  # the British spelling
        for prefix, symbol, power in prefixes if name.startswith("*") else prefixes[:1]:
            for spelling in [symbol + each for each in symbols] + [prefix + each for each in words]:
                _add(table, spelling.replace("_", " "), (name.lstrip("*"), power))
            for word in words:
                _add(table, f"{prefix}{word}s".replace("_", " "), (name.lstrip("*"), power))
    return table


def _add(table: Spellings, spelling: str, named: Named) -> None:
    for key, names in ((spelling, table.exact), (spelling.lower(), table.lower)):
        if named not in names.setdefault(key, []):
            names[key].append(named)


def names_of(spelling: str) -> list[Named]:
    """Return what a spelling can mean; capitals count only where both forms are units, as in mm and Mm.

    >>> names_of("kilometers"), names_of("KG"), names_of("members")
    ([('meter', 3)], [('gram', 3)], [])
    """
    table = spellings()
    return table.exact.get(spelling) or table.lower.get(spelling.lower(), [])
