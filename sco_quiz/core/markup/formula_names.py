"""How symbols of formulas are called in words."""

import re
import unicodedata

from sco_quiz.core.markup.tex.nodes import Font

OPERATORS = {
    **{"+": "plus", "−": "minus", "±": "plus or minus", "∓": "minus or plus", "⋅": "times", "×": "times", "∗": "star"},
    **{"÷": "divided by", "/": "divided by", "!": "factorial", "=": "equals", "≠": "is not equal to", ":": "colon"},
    **{"<": "is less than", ">": "is greater than", "≤": "is less than or equal to", "≪": "is much less than"},
    **{"≥": "is greater than or equal to", "≫": "is much greater than", "≈": "is approximately equal to"},
    **{
        "⩽": "is less than or equal to",
        "⩾": "is greater than or equal to",
        "∼": "is similar to",
        "≅": "is congruent to",
    },
    **{"≡": "is equivalent to", "∝": "is proportional to", "≔": "is defined as", "∘": "composed with"},
    **{"→": "to", "⟶": "to", "←": "from", "↦": "maps to", "⟼": "maps to", "⇌": "is in equilibrium with"},
    **{"⇒": "implies", "⟹": "implies", "⇐": "is implied by", "⟸": "is implied by", "↔": "if and only if"},
    **{"⇔": "if and only if", "⟺": "if and only if", "∈": "in", "∉": "not in", "∋": "contains"},
    **{"⊂": "is a subset of", "⊆": "is a subset of or equal to", "⊊": "is a proper subset of"},
    **{"⊃": "is a superset of", "⊇": "is a superset of or equal to", "⊈": "is not a subset of or equal to"},
    **{"∪": "union", "∩": "intersection", "∖": "without", "∧": "and", "∨": "or", "⊕": "direct sum", "⊗": "tensor"},
    **{"∣": "divides", "∤": "does not divide", "∥": "is parallel to", "⊥": "is perpendicular to"},
    **{"…": "dots", "⋯": "dots", "⋮": "dots", "⋱": "dots", "′": "prime", "′′": "double prime", "′′′": "triple prime"},
    **{"∴": "therefore", "∵": "because", "⊢": "proves", "⊨": "models", "mod": "mod", "†": "dagger", ",": ",", ";": ";"},
    **{"∑": "sum", "∏": "product", "∫": "integral", "∬": "double integral", "∭": "triple integral", ".": "."},
    **{"∮": "contour integral", "⋃": "union", "⋂": "intersection", "⋁": "or", "⋀": "and", "⨁": "direct sum"},
    **{"⨂": "tensor product", "∐": "coproduct"},
}

SYMBOLS = {
    **{"∞": "infinity", "∂": "partial", "∇": "nabla", "∅": "the empty set", "∀": "for all", "∃": "there exists"},
    **{"∄": "there does not exist", "¬": "not", "∠": "angle", "△": "triangle", "°": "degrees", "%": "percent"},
    **{"‰": "per mille", "ℏ": "h bar", "ℓ": "l", "$": "dollars", "€": "euros", "⊤": "true", "⊥": "false", "&": "and"},
    **{"#": "number", "□": "box", "ϵ": "epsilon", "ε": "epsilon", "ϕ": "phi", "φ": "phi", "ϑ": "theta", "′": "prime"},
    **{
        "ϱ": "rho",
        "ς": "sigma",
        "ϖ": "pi",
        "ϰ": "kappa",
        "λ": "lambda",
        "Λ": "capital lambda",
        "ı": "i",
        "ȷ": "j",
        "ℜ": "real part of",
        "_": "underscore",
    },
    **{"λ": "lambda", "Λ": "capital lambda", "ℑ": "imaginary part of", "ℵ": "aleph"},
}

NUMBER_SETS = {
    **{"R": "the real numbers", "N": "the natural numbers", "Z": "the integers", "Q": "the rational numbers"},
    **{"C": "the complex numbers"},
}

FUNCTIONS = {
    **{"sin": "sine", "cos": "cosine", "tan": "tangent", "cot": "cotangent", "sec": "secant", "csc": "cosecant"},
    **{"arcsin": "arc sine", "arccos": "arc cosine", "arctan": "arc tangent", "sinh": "hyperbolic sine"},
    **{"cosh": "hyperbolic cosine", "tanh": "hyperbolic tangent", "ln": "natural log of", "log": "log of"},
    **{"lg": "log of", "lim": "limit", "max": "maximum", "min": "minimum", "sup": "supremum", "inf": "infimum"},
    **{"det": "determinant of", "gcd": "greatest common divisor of", "dim": "dimension of", "ker": "kernel of"},
    **{"deg": "degree of", "Pr": "probability of", "lim sup": "limit superior", "lim inf": "limit inferior"},
}

BRACKETS = {
    **{"(": "open parenthesis", ")": "close parenthesis", "[": "open bracket", "]": "close bracket"},
    **{"{": "open brace", "}": "close brace", "⟨": "open angle bracket", "⟩": "close angle bracket"},
    **{"⌊": "open floor", "⌋": "close floor", "⌈": "open ceiling", "⌉": "close ceiling"},
    **{"|": "vertical bar", "‖": "double vertical bar"},
}

PAIRS = {"||": "absolute value", "‖‖": "norm", "⌊⌋": "floor", "⌈⌉": "ceiling"}
"""What pairs of brackets mean."""

ACCENTS = {
    **{"hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde"},
    **{"dot": "dot", "ddot": "double dot", "dddot": "triple dot", "vec": "vector", "overrightarrow": "vector"},
    **{"acute": "acute", "grave": "grave", "breve": "breve", "check": "check", "mathring": "ring"},
    **{"overleftarrow": "left arrow", "overleftrightarrow": "arrow", "underline": "line", "overbrace": "brace"},
    **{"underbrace": "brace", "underleftarrow": "left arrow", "underrightarrow": "arrow"},
    **{"underleftrightarrow": "arrow"},
}

# symbols of chemistry, such as NaOH, are read one by one
_SYMBOL_START = re.compile("(?<=[A-Za-z])(?=[A-Z])")

_FONTS: dict[Font, str] = {
    "bold": "bold ",
    "double-struck": "double-struck ",
    "script": "script ",
    "fraktur": "fraktur ",
}


def name_letters(text: str, font: Font) -> str:
    """Return the name of a variable or symbol.

    >>> name_letters("x", "bold"), name_letters("Ω", ""), name_letters("R", "double-struck"), name_letters("∞", "")
    ('bold x', 'capital omega', 'the real numbers', 'infinity')
    """
    if font == "double-struck" and text in NUMBER_SETS:
        return NUMBER_SETS[text]
    name = _name(text) if len(text) == 1 else _SYMBOL_START.sub(" ", text)
    return f"{_FONTS.get(font, '')}{name}"


def name_arrow(text: str) -> str:
    """Return the name of an arrow with words above or below it.

    >>> name_arrow("→"), name_arrow("⇌")
    ('right arrow', 'right harpoon over left harpoon')
    """
    return unicodedata.name(text).lower().replace("wards", "")


def name_operator(text: str) -> str:
    """Return the name of an operator or bracket."""
    return OPERATORS.get(text) or BRACKETS.get(text) or " ".join(map(_name, text))


def _name(character: str) -> str:
    """Return the name of a character, that of Unicode where it has no other."""
    name = unicodedata.name(character, character).lower()
    if character in SYMBOLS:
        return SYMBOLS[character]
    if character.isascii():
        return character
    if name.startswith("greek "):
        return f"{'capital ' if ' capital ' in name else ''}{name.rsplit(' ', 1)[-1]}"
    return name
