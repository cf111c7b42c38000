"""The scripts and styles under card/: what judges typed answers, what shows a question and takes its answer."""

from collections.abc import Mapping
from pathlib import Path

from sco_quiz.card.tables import card_tables

# the judge of typed answers, which knows no page
JUDGE_FILES = (
    "words.js",
    "typed/letters.js",
    "typed/text.js",
    "typed/differences.js",
    "typed/symbols.js",
    "typed/signs.js",
    "typed/notation.js",
    "typed/strictness.js",
    "typed/spelling.js",
    "typed/numerals.js",
    "typed/plurals.js",
    "typed/phrases.js",
    "typed/order.js",
    "typed/brackets.js",
    "typed/durations.js",
    "typed/places.js",
    "typed/names.js",
    "typed/dates.js",
    "typed/ratios.js",
    "typed/digits.js",
    "typed/amount_words.js",
    "typed/quantities.js",
    "typed/units.js",
    "typed/numbers.js",
    "typed/forms.js",
    "typed/typos.js",
    "typed/answers.js",
)
# what shows a question and takes its answer; each file uses only functions of those before it while it is read
QUESTION_FILES = (
    "script/dom.js",
    "script/content.js",
    "script/arrange.js",
    "script/verdicts.js",
    "script/strike.js",
    "script/choices.js",
    "script/drag.js",
    "script/ordering.js",
    "script/matching.js",
    "script/activate.js",
    "script/keys.js",
)
# what a card of Anki does beyond that; start.js starts
CARD_SCRIPTS = (
    "script/state.js",
    "script/settings.js",
    "script/typing.js",
    "script/feedback.js",
    "script/gaps.js",
    "script/hotkeys.js",
    "script/start.js",
)
PAGE_FILES = (*QUESTION_FILES, *CARD_SCRIPTS)
STYLE_FILES = (
    "style/page.css",
    "style/content.css",
    "style/choices.css",
    "style/pairs.css",
    "style/verdicts.css",
    "style/typed.css",
    "style/back.css",
)


def read_shared_files() -> dict[str, str]:
    """Read the styles and scripts by name."""
    folder = Path(__file__).parent
    return {name: (folder / name).read_text("utf-8") for name in (*STYLE_FILES, *JUDGE_FILES, *PAGE_FILES)}


def judge_script(files: Mapping[str, str]) -> str:
    """Return the functions that judge typed answers; the one to call is `judge(key, text)`."""
    return card_tables() + "".join(files[name] for name in JUDGE_FILES)
