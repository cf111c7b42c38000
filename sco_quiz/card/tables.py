"""Tables that Python and the scripts of the cards share, written into the script when the note type is built."""

import json

from sco_quiz.card.number_tables import number_tables
from sco_quiz.core.letters import CHARACTERS, JOINED, STROKES, WRITTEN_OUT
from sco_quiz.core.text import MONTHS
from sco_quiz.core.typed.dates import BESIDE, DAYS_OF_MONTHS, ERAS
from sco_quiz.core.typed.durations import TIME_UNITS
from sco_quiz.core.typed.forms import ADVERBS, PREPOSITIONS, PREPOSITIONS_OF_TIME, TURNING
from sco_quiz.core.typed.given_names import GIVEN_NAMES
from sco_quiz.core.typed.keyboards import FINAL_FORMS, NEIGHBORS
from sco_quiz.core.typed.names import BEFORE_TITLES, MOST_GIVEN_NAMES, NEEDED_TITLES, PARTICLES, TITLES
from sco_quiz.core.typed.order import MOST_IN_ANY_ORDER, RELATING
from sco_quiz.core.typed.phrases import ABBREVIATIONS, ALIASES, LEAD_INS, TITLE_ABBREVIATIONS
from sco_quiz.core.typed.places import CITIES, COUNTRIES, STATES
from sco_quiz.core.typed.plurals import LEAST_PLURAL, OTHER_PLURALS, SINGULARS
from sco_quiz.core.typed.spelling import LONGEST_WORD, RULES
from sco_quiz.core.typed.symbols import GREEK, NAMES, TYPED_AS, WORDS
from sco_quiz.core.typed.typos import CODE, LEAST_STEM, PREFIXES, TYPOS_FROM
from sco_quiz.core.words.languages import LANGUAGES, SCRIPT_WORDS


def card_tables() -> str:
    """Return the tables as a line of JavaScript."""
    tables = {
        "languages": list(LANGUAGES),
        "words": SCRIPT_WORDS,
        "characters": CHARACTERS,
        "joined": list(JOINED.items()),
        "strokes": STROKES,
        "writtenOut": WRITTEN_OUT,
        "greek": GREEK,
        "typedAs": TYPED_AS,
        "symbolNames": NAMES,
        "symbolWords": WORDS,
        "months": MONTHS,
        "daysOfMonths": DAYS_OF_MONTHS,
        "besideMonths": BESIDE,
        "eras": ERAS,
        "spelling": RULES,
        "longestWord": LONGEST_WORD,
        "timeUnits": TIME_UNITS,
        "abbreviations": ABBREVIATIONS,
        "titleAbbreviations": TITLE_ABBREVIATIONS,
        "aliases": ALIASES,
        "leadIns": LEAD_INS,
        "prepositions": PREPOSITIONS,
        "adverbs": ADVERBS,
        "prepositionsOfTime": PREPOSITIONS_OF_TIME,
        "turning": TURNING,
        "relating": RELATING,
        "mostInAnyOrder": MOST_IN_ANY_ORDER,
        "code": CODE,
        "prefixes": PREFIXES,
        "leastStem": LEAST_STEM,
        "singulars": SINGULARS,
        "otherPlurals": OTHER_PLURALS,
        "leastPlural": LEAST_PLURAL,
        "titles": TITLES,
        "beforeTitles": BEFORE_TITLES,
        "neededTitles": NEEDED_TITLES,
        "particles": PARTICLES,
        "givenNames": " ".join(GIVEN_NAMES.split()),
        "mostGivenNames": MOST_GIVEN_NAMES,
        **_places(),
        "finalForms": FINAL_FORMS,
        "neighbors": NEIGHBORS,
        "typosFrom": TYPOS_FROM,
        **number_tables(),
    }
    return f"var TABLES = {json.dumps(tables, ensure_ascii=False, separators=(',', ':'))};\n"


def _places() -> dict[str, object]:
    return {
        "countries": "".join(COUNTRIES.splitlines()),
        "states": "".join(STATES.splitlines()),
        "cities": CITIES,
    }
