"""The commands of formulas that are more than symbols. What is in none of these tables is refused."""

from sco_quiz.core.markup.tex.nodes import Font, TableKind
from sco_quiz.core.markup.tex.symbols import LETTERS, OPERATORS


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


FUNCTIONS = _names("""
arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan tanh
""")
LIMIT_FUNCTIONS = {
    **{name: name for name in ("det", "gcd", "inf", "lim", "max", "min", "Pr", "sup")},
    **{f"{one}{two}": f"{one} {two}" for one, two in (("lim", "inf"), ("lim", "sup"), ("inj", "lim"), ("proj", "lim"))},
}
"""Functions with limits below, and how they are written."""

LARGE = frozenset("∑∏∐⋂⋃⨀⨁⨂⨆⨄⋁⋀")
"""Operators with limits below and above."""

INTEGRALS = frozenset("∫∬∭⨌∮")

FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac"))
BINOMIALS = frozenset(("binom", "dbinom", "tbinom"))

ACCENTS = {
    **{"acute": "´", "bar": "¯", "breve": "˘", "check": "ˇ", "dot": "˙", "ddot": "¨", "dddot": "⃛", "grave": "`"},
    **{"hat": "^", "mathring": "˚", "tilde": "~", "vec": "→", "widehat": "^", "widetilde": "~"},
    **{"overline": "¯", "overbrace": "⏞", "overleftarrow": "←", "overrightarrow": "→", "overleftrightarrow": "↔"},
    **{"underline": "_", "underbrace": "⏟", "underleftarrow": "←", "underrightarrow": "→", "underleftrightarrow": "↔"},
}
"""Marks over or under (`under…`) what follows."""

ENCLOSED = frozenset(("boxed", "cancel", "bcancel", "xcancel"))

FONTS: dict[str, Font] = {
    **{"mathrm": "upright", "mathbf": "bold", "mathbb": "double-struck", "mathcal": "script", "mathscr": "script"},
    **{"mathfrak": "fraktur", "mathit": "italic", "mathsf": "sans-serif", "mathtt": "monospace", "boldsymbol": "bold"},
}

TEXTS = _names("text textbf textit textnormal textrm textsf texttt textup mbox hbox")

STRETCHED = {
    **{"xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xRightarrow": "⇒", "xLeftarrow": "⇐"},
    **{"xLeftrightarrow": "⇔", "xmapsto": "↦", "xrightleftharpoons": "⇌", "xhookrightarrow": "↪"},
}
"""Arrows as long as what is above and below them."""

STACKED = frozenset(("overset", "stackrel", "underset"))
BRAKETS = {"bra": ("⟨", "|"), "ket": ("|", "⟩"), "braket": ("⟨", "⟩")}
MODULO = frozenset(("bmod", "mod", "pmod", "pod"))
STYLES = {"displaystyle": True, "textstyle": False}
SIZES = frozenset(f"{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "m", "r"))
SPACES = {
    **{",": 0.167, ":": 0.222, ">": 0.222, ";": 0.278, "!": -0.167, " ": 0.25, "enspace": 0.5, "quad": 1, "qquad": 2},
    **{"thinspace": 0.167, "negthinspace": -0.167, "space": 0.25},
}
ESCAPED = frozenset("{}%$&#_")
CONTROLS = frozenset(("left", "middle", "right", "begin", "end", "limits", "nolimits", "sqrt", "substack", "not"))

ENVIRONMENTS: dict[str, tuple[TableKind, str, str]] = {
    **{"matrix": ("matrix", "", ""), "smallmatrix": ("matrix", "", ""), "array": ("matrix", "", "")},
    **{"pmatrix": ("matrix", "(", ")"), "bmatrix": ("matrix", "[", "]"), "Bmatrix": ("matrix", "{", "}")},
    **{"vmatrix": ("matrix", "|", "|"), "Vmatrix": ("matrix", "‖", "‖"), "cases": ("cases", "{", "")},
    **dict.fromkeys(("aligned", "align", "align*", "split"), ("aligned", "", "")),
    **dict.fromkeys(("gathered", "gather", "gather*"), ("lines", "", "")),
}
"""What is between `\\begin` and `\\end`, and the brackets around it."""

KNOWN: frozenset[str] = frozenset().union(
    *(LETTERS, OPERATORS, FUNCTIONS, LIMIT_FUNCTIONS, FRACTIONS, BINOMIALS, ACCENTS, ENCLOSED, FONTS, TEXTS, STRETCHED),
    *(STACKED, BRAKETS, MODULO, STYLES, SIZES, SPACES, ESCAPED, CONTROLS, ("operatorname", "|")),
)
"""The names of all commands."""

INSTEAD = {
    **{"bm": r"\boldsymbol", "pmb": r"\boldsymbol", "mathbbm": r"\mathbb", "Bbb": r"\mathbb", "bold": r"\mathbf"},
    **{"rm": r"\mathrm", "bf": r"\mathbf", "it": r"\mathit", "cal": r"\mathcal"},
    **{letter: rf"\mathbb{{{letter}}}" for letter in "CNQRZ"},
    **{name: rf"\operatorname{{{name}}}" for name in ("sgn", "tg", "ctg", "arctg", "arccot", "rank", "tr", "diag")},
    **{"argmax": r"\operatorname*{arg max}", "argmin": r"\operatorname*{arg min}"},
    **{"degree": r"^\circ", "celsius": r"^\circ\mathrm{C}", "textdegree": r"^\circ", "micro": r"\mu", "ohm": r"\Omega"},
    **{"over": r"\frac{…}{…}", "choose": r"\binom{…}{…}", "dd": r"\mathrm{d}"},
    **{"abs": r"\left|…\right|", "norm": r"\left\|…\right\|"},
}
"""What to write instead of commands that some program of Anki does not know."""

REFUSED = _names("""
color textcolor colorbox fcolorbox definecolor href url class style cssId data require def let newcommand renewcommand
newenvironment DeclareMathOperator unicode mmlToken bbox toggle mathtip texttip tag label ref eqref nonumber notag verb
rule raise lower kern mkern hskip mskip hspace mspace phantom hphantom vphantom smash
tiny scriptsize small normalsize large Large LARGE huge Huge
""")
"""Commands of MathJax that reach outside a formula, or that change its looks alone: no misspelled others."""
