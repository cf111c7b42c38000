"""The tables about numbers and units that Python and the scripts of the cards share."""

from sco_quiz.core.typed.number_words import CARDINALS, PARTS, SCALES, VALUES
from sco_quiz.core.typed.numbers import COUNTED, ERAS, NO_AMOUNT, NO_NOUNS, PERCENTS
from sco_quiz.core.typed.quantities import (
    ABBREVIATIONS,
    AFTER_CURRENCY,
    MARKS,
    PATTERNS,
    ROMAN,
    ROMAN_NUMERAL,
    SUPERSCRIPTS,
    ZEROS,
)
from sco_quiz.core.typed.unit_names import PREFIXES, UNITS


def number_tables() -> dict[str, object]:
    """Return the tables by the names that the scripts know them by."""
    return {
        "numberWords": VALUES,
        "digitWords": CARDINALS[:10],
        "centuryWords": [*CARDINALS[10:], "twenty"],
        # JavaScript would round large numbers
        "scaleWords": {word: str(scale) for word, scale in SCALES.items()},
        "partWords": {word: str(parts) for word, parts in PARTS.items()},
        "numberPatterns": PATTERNS,
        "numberMarks": MARKS,
        "superscripts": SUPERSCRIPTS,
        "zeros": ZEROS,
        "roman": ROMAN_NUMERAL,
        "romanLetters": ROMAN,
        "numberAbbreviations": ABBREVIATIONS,
        "afterCurrency": AFTER_CURRENCY,
        "percents": PERCENTS,
        "numberEras": ERAS,
        "counted": sorted(COUNTED),
        "noNouns": sorted(NO_NOUNS),
        "noAmount": NO_AMOUNT,
        "units": UNITS.strip().splitlines(),
        "unitPrefixes": PREFIXES,
    }
