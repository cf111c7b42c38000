"""Tables that Python and the scripts of the cards share, written into the script when the note type is built."""

import json

from sco_quiz.core.letters import CHARACTERS, JOINED, STROKES
from sco_quiz.core.text import MONTHS
from sco_quiz.core.typed.dates import BESIDE, DAYS_OF_MONTHS, ERAS
from sco_quiz.core.typed.differences import SENTENCES
from sco_quiz.core.typed.keyboards import FINAL_FORMS, NEIGHBORS
from sco_quiz.core.typed.spelling import RULES
from sco_quiz.core.typed.symbols import GREEK, NAMES, TYPED_AS, WORDS
from sco_quiz.core.typed.typos import TYPOS_FROM


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
        "finalForms": FINAL_FORMS,
        "neighbors": NEIGHBORS,
        "typosFrom": TYPOS_FROM,
    }
    return f"var TABLES = {json.dumps(tables, ensure_ascii=False, separators=(',', ':'))};\n"
