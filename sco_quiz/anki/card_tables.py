"""Tables that Python and the scripts of the cards share, written into the script when the note type is built."""

import json

from sco_quiz.core.letters import CHARACTERS, JOINED, STROKES
from sco_quiz.core.text import MONTHS
from sco_quiz.core.typed.dates import BESIDE, DAYS_OF_MONTHS, ERAS
from sco_quiz.core.typed.differences import SENTENCES
from sco_quiz.core.typed.forms import (
    LEAST_PLURAL,
    OTHER_PLURALS,
    PREPOSITIONS,
    PREPOSITIONS_OF_TIME,
    TURNING,
)
from sco_quiz.core.typed.given_names import GIVEN_NAMES
from sco_quiz.core.typed.keyboards import FINAL_FORMS, NEIGHBORS
<<<<<<< HEAD
from sco_quiz.core.typed.names import BEFORE_TITLES, MOST_GIVEN_NAMES, NEEDED_TITLES, PARTICLES, TITLES
from sco_quiz.core.typed.phrases import ABBREVIATIONS, ALIASES, LEAD_INS
from sco_quiz.core.typed.places import COUNTRIES, STATES
=======
from sco_quiz.core.typed.number_words import CARDINALS, PARTS, SCALES, VALUES
from sco_quiz.core.typed.numbers import COUNTED, NO_NOUNS, PERCENTS
from sco_quiz.core.typed.numbers import ERAS as SIGNS_OF_ERAS
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
>>>>>>> 9e0bb49 (Judge numbers on the card as in the quiz)
from sco_quiz.core.typed.spelling import RULES
from sco_quiz.core.typed.symbols import GREEK, NAMES, TYPED_AS, WORDS
from sco_quiz.core.typed.typos import TYPOS_FROM
from sco_quiz.core.typed.unit_names import PREFIXES, UNITS


def card_tables() -> str:
    """Return the tables as a line of JavaScript."""
    tables = {
        "characters": CHARACTERS,
        "joined": list(JOINED.items()),
        "strokes": STROKES,
        "greek": GREEK,
        "typedAs": TYPED_AS,
        "symbolNames": NAMES,
        "symbolWords": WORDS,
        "months": MONTHS,
        "daysOfMonths": DAYS_OF_MONTHS,
        "besideMonths": BESIDE,
        "eras": ERAS,
        "sentences": SENTENCES,
        "spelling": RULES,
        "abbreviations": ABBREVIATIONS,
        "aliases": ALIASES,
        "leadIns": LEAD_INS,
        "prepositions": PREPOSITIONS,
        "prepositionsOfTime": PREPOSITIONS_OF_TIME,
        "turning": TURNING,
        "otherPlurals": OTHER_PLURALS,
        "leastPlural": LEAST_PLURAL,
        "titles": TITLES,
        "beforeTitles": BEFORE_TITLES,
        "neededTitles": NEEDED_TITLES,
        "particles": PARTICLES,
        "givenNames": " ".join(GIVEN_NAMES.split()),
        "mostGivenNames": MOST_GIVEN_NAMES,
        "countries": "".join(COUNTRIES.splitlines()),
        "states": "".join(STATES.splitlines()),
        "finalForms": FINAL_FORMS,
        "neighbors": NEIGHBORS,
        "typosFrom": TYPOS_FROM,
        **_number_tables(),
    }
    return f"var TABLES = {json.dumps(tables, ensure_ascii=False, separators=(',', ':'))};\n"


def _number_tables() -> dict[str, object]:
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
        "abbreviations": ABBREVIATIONS,
        "afterCurrency": AFTER_CURRENCY,
        "percents": PERCENTS,
        "numberEras": SIGNS_OF_ERAS,
        "counted": sorted(COUNTED),
        "noNouns": sorted(NO_NOUNS),
        "units": UNITS.strip().splitlines(),
        "unitPrefixes": PREFIXES,
    }
