"""Say what to do about a value or field that is not valid."""

import re
from collections.abc import Collection
from datetime import date
from typing import Any

from pydantic import BaseModel

from sco_quiz.core.constants import KIND_NAMES, LEVEL_NAMES
from sco_quiz.core.kinds.cloze import Cloze
from sco_quiz.core.kinds.field_types import MAX_SLUG
from sco_quiz.core.kinds.numeric import arithmetic
from sco_quiz.core.suggest import did_you_mean, nearest
from sco_quiz.core.tag import tag_like
from sco_quiz.core.text import fold, read_date, read_number
from sco_quiz.loading.synonyms import FIELD_SYNONYMS, KIND_SYNONYMS

_PICTURES = ("image", "images", "img", "picture", "pictures", "photo", "figure", "media", "graphic")
# what teachers of other programs write for the markup of text
_MARKUPS = {
    **dict.fromkeys(("md", "commonmark", "gfm", "yes", "true", "on"), "did you mean `markdown`?"),
    **dict.fromkeys(("none", "no", "false", "off", "text", "txt"), "did you mean `plain`?"),
    **dict.fromkeys(("latex", "tex", "mathjax", "katex"), "write `markdown`: formulas are between dollars, `$x^2$`"),
    "html": "write `markdown`: `**bold**`, `*italic*`, lists, tables, pictures; HTML is not read",
}
# 6.02 * 10^23, $6.02 \cdot 10^{23}$, 6.02 x 10^23^
_POWER_OF_TEN = re.compile(r"\$?([-+]?\d+(?:\.\d+)?) ?(?:[*x×·⋅]|\\cdot|\\times) ?10\^\{?([-−]?\d+)\}?\^?\$?")
# what double quotes make of `\frac`, `\beta`, `\eta`, `\Lambda`
_ESCAPES = {"\a": "a", "\b": "b", "\f": "f", "\r": "r", "\v": "v", "\x1b": "e", "\u2028": "L", "\u2029": "P"}
_EATEN = re.compile(f"([{''.join(_ESCAPES)}])([a-z]+)[^$]*\\$")
_YES = ("yes", "y", "on", "1", "t", "true", "right", "correct")
_NO = ("no", "n", "off", "0", "f", "false", "wrong", "incorrect")
_TRUTH = dict.fromkeys(_YES, "true") | dict.fromkeys(_NO, "false")


def closest(word: str, known: Collection[str]) -> str:
    """Return the known word that was probably meant, a synonym or one spelled alike; empty when there is none."""
    folded = word.casefold().strip("-“”„\"' ").replace(" ", "_")
    for names in (FIELD_SYNONYMS, KIND_SYNONYMS):
        if names.get(folded) in known:
            return names[folded]
    # field names have underscores, ids and levels do not
    return nearest(folded, known) or nearest(folded.replace("-", "_"), known)


def meant(word: str, known: Collection[str]) -> str:
    """Suggest the known word that was probably meant, or list them all."""
    return did_you_mean(closest(word, known), otherwise=choose(known))


def choose(known: Collection[str]) -> str:
    """Return a hint that lists what there is to choose from."""
    return f"choose from: {', '.join(known)}"


def slugify(text: str, default: str = "my-question") -> str:
    """Return the id nearest to some text; the default when no character of it is allowed in one."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:MAX_SLUG].strip("-") or default


def hint_for_field(field: str, model: type[BaseModel], given: Any = "") -> str:
    """Say what to do about an unknown field whose name alone shows what was misunderstood; empty for any other."""
    known = model.model_fields
    if " " in field:
        return "if this continues the text above, indent it more, or put the whole text below `>-`"
    if field in ("options", "choices") and "distractors" in known and ("answer" in known or "answers" in known):
        right = "the right one goes in `answer`" if "answer" in known else "the right ones go in `answers`"
        return f"list only the wrong options, in `distractors`, without letters; {right}"
    if field in ("correct", "correct_answer", "solution") and "distractors" in known:
        return f"write the text of the right option in `{'answer' if 'answer' in known else 'answers'}`, not its letter"
    if field in ("order", "shuffle", "shuffled") and "items" in known:
        return "remove the line: items are always shuffled"
    if field in ("reference", "references") and "beyond" in known:
        return "put it below `beyond:`, together with `text:`"
    if field in _PICTURES:
        return f"put `{_picture(given)}` into the prompt, with `markup: markdown` in bank.yaml"
    if field in ("audio", "sound", "video"):
        return "remove it: questions consist of text and pictures"
    if field == "markup":
        return "put it into bank.yaml, or at the top of this file, above `questions:`"
    if field in ("answer", "answers") and issubclass(model, Cloze):
        return "remove the line: the answers of a cloze are the words in its gaps"
    return ""


def _picture(given: Any) -> str:
    """Return the Markdown of a picture that another field was to show."""
    name = given.replace("\\", "/").rpartition("/")[2] if isinstance(given, str) and "\n" not in given else ""
    return f"![what it shows](media/{name or 'map.png'})"


def hint_for_choice(given: Any, choices: Collection[str]) -> str:
    """Suggest the value of a closed list that was meant; empty when that cannot be guessed."""
    text = given.strip() if isinstance(given, str) else ""
    if "markdown" in choices and (hint := _MARKUPS.get(text.casefold())):
        return hint
    if "true" in choices and (word := _TRUTH.get(text.casefold())):
        return did_you_mean(word)
    return did_you_mean(closest(text, choices))


def hint_for_value(kind: str, given: Any, field: str = "") -> str:
    """Say what to write instead of a day or number that was refused, by Pydantic's name of the error."""
    text = str(given).strip()
    if kind.startswith("date"):
        return f"write {_day(text)}" if _day(text) else "write year-month-day, such as 2010-02-03"
    if field == "tolerance":
        return "write a number in the unit of the answer, such as 0.5, or a percentage, such as 5 %"
    if field == "difficulty":
        return "write a whole number from 1 (easy) to 5 (hard)"
    if field in ("digits", "time_limit"):
        return f"write a whole number{' of minutes, such as 45' if field == 'time_limit' else ', such as 3'}"
    if field == "answer" and (found := re.fullmatch(r"(\d+)(?: ?[-–] ?| to )(\d+)", text)):
        return f"write one of these numbers as an example, and `min: {found[1]}` and `max: {found[2]}` below it"
    if field == "answer" and (found := re.fullmatch(r"(\d+)(?:; ?|, | or )(\d+)", text)):
        return f"write {found[1]}, and `accept: [{found[2]}]` below it"
    return hint_for_number(text)


def hint_for_bound(field: str, given: str) -> str:
    """Say what to write instead of a number that is too small or too large; empty when the message says it all."""
    if field == "digits":
        return "write how many significant digits learners must type, or remove the field"
    return "remove the minus sign" if given.startswith("`-") else ""


def _day(text: str) -> str:
    """Return a day as year-month-day; empty when the text could mean two days or none."""
    found = re.fullmatch(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})", text)
    if found:
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        # with points the day comes first everywhere; with slashes the United States write the month first
        months = {(second, first)} if found[2] == "." else {(second, first), (first, second)}
        days = [day for month, day_of_month in months if (day := _valid(year, month, day_of_month))]
        return days[0] if len(days) == 1 else ""
    read = read_date(text)
    return _valid(read[0], read[1], read[2]) if read and read[0] and read[2] else ""


def _partial_day(text: str) -> str:
    """Return a day or month as a reference has it; a list of the forms when the text is neither."""
    read = read_date(text)
    month = f"{read[0]}-{read[1]:02}" if read and read[0] and not read[2] else ""
    return _day(text) or month or "year-month-day, year-month or the year, such as 2010-02-03, 2010-02 or 2010"


def _valid(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _derivation(text: str) -> str:
    """Say how to write a derivation in which only the notation is wrong; empty when its numbers are."""
    calculation, equals, result = text.partition("=")
    plain = re.sub(r"(?<!\s)\s+[x×]\s+", " * ", re.sub("[–—−]", "-", calculation.strip()).replace("÷", "/"))
    if arithmetic(plain) is None or (not equals and plain == text.strip()):
        return ""
    if plain == calculation.strip():
        return f"remove `= {result.strip()}`"
    symbol = " with a plain minus" if re.search("[–—−]", calculation) else ""
    return f"write `{plain}`{symbol}"


def hint_for_number(text: str) -> str:
    """Say how to write what was meant as a number; empty when that cannot be guessed."""
    # 1.000, 1,000, 1'000 and 1 000, also with the spaces that word processors put in
    if re.fullmatch(r"[-+]?\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+", text):
        return f"write thousands without separators: {re.sub(r'[^0-9+-]', '', text)}"
    if re.fullmatch(r"\d+,\d+", text):
        return f"write a decimal point: {text.replace(',', '.')}"
    if found := re.fullmatch(r"(\d+) ?[-–] ?(\d+)", text):
        return f"write several numbers as a list: [{found[1]}, {found[2]}]"
    if re.fullmatch(r"\d+(?: ?[,;] ?\d+)+", text):
        return f"write several numbers as a list: [{', '.join(re.findall(r'[0-9]+', text))}]"
    if re.fullmatch(r"\d+:\d+", text):
        return "write one number, or use short_answer for a time of day"
    if _day(text):
        return "write one number, or use short_answer for a date"
    return _hint_for_words(text)


def _hint_for_words(text: str) -> str:
    """Say which number to write instead of one in words, among words, or with a unit."""
    if found := _POWER_OF_TEN.fullmatch(text):
        return f"write {found[1]}e{found[2].replace('−', '-')}"
    found_number = read_number(text)
    if found_number is None:
        # a single number among words; parts of a range, a fraction or a percentage are none
        alone = re.findall(r"(?<![\w.,/:-])\d+(?![\w.,/:%-])", text)
        return f"write only the number, {alone[0]}" if len(alone) == 1 else ""
    number = f"{found_number[0]:g}"
    unit = found_number[1]
    if unit and not re.search(r"\d", unit):
        return f"write only the number, {number}, and `unit: {unit}` below it"
    if unit:
        return ""
    return "write a whole number" if number == text else f"write {number}"


_FOR_REFUSAL = {
    "accepted-and-rejected": "remove it from one of the two; capitals do not count",
    "bad-distractor": "start each distractor with its own dash (-); put text with a colon and a space in quotes",
    "bad-fact": "give each fact its own dash (-), write ids after it as `[id, id]`, and quote a fact with a colon",
    "bad-url": "write an address that starts with https:// and has no spaces, or remove `url`",
    "bad-deck": "write at most 100 characters, with :: only between the names of levels",
    "bad-language": "write a tag such as en, ru, zh-Hans or pt-BR",
    "bad-fingerprint": "remove it, then run `sco-quiz source add ARTICLE.txt --replace` to recreate the record",
    "broken-markup": "use fewer levels",
    "broken-gap": "write a gap as {{c1::hidden words}} or {{c1::hidden words::hint}}",
    "control-character": "remove it; if a backslash in double quotes makes it, use single quotes",
    "correction-in-markup": "name the whole formula, link or picture with its markup, or other words",
    "correction-not-in-prompt": "write the wrong words exactly as in the prompt, with the same capitals",
    "duplicate-form": "remove one; capitals and accents are forgiven anyway",
    "duplicate-option": "change or remove one; capitals and accents make no difference",
    "empty-value": "write the text, or remove the field",
    "missing-reference": "write `references: [an-id]` below `text`, and that reference into source.yaml",
    "gap-inside-markup": "put the whole formula, link or picture into the gap, such as {{c1::$x^2$}}",
    "needless-correction": "remove it, or write `answer: false`",
    "not-a-number": "write a percentage, such as 50 %",
    "out-of-range": "correct one of them",
    "no-gap": "write a gap as {{c1::hidden words}} or {{c1::hidden words::hint}}",
    "text-too-long": "shorten it to the few sentences that a card or screen can show",
    "too-few-options": "add one on a line of its own",
    "too-many-entries": "divide it among several questions",
    "too-many-cells": r"write a bar inside a cell as \|, or add a column to the first row",
    "unclosed-code-block": "end the code with a line that has the same characters as the one before it: ``` or ~~~",
    "unknown-gap": "write the words exactly as in the gap",
    "unknown-value": "write the option exactly as in `distractors`",
    "wrong-derivation": "write numbers with + - * / and parentheses that give the answer, such as 30 / 6",
}


def hint_for_refusal(name: str, given: Any) -> str:
    """Say what to do about a value that one of our own checks refused, by the problem's name."""
    match name:
        case "unknown-type" | "unknown-level":
            return meant(str(given), KIND_NAMES if name == "unknown-type" else LEVEL_NAMES)
        case "bad-id" if str(given).startswith(("http://", "https://")):
            return "write the address as the `url` of a reference in source.yaml, and the id of that reference here"
        case "bad-id":
            return f"for example `{slugify(re.sub(r'[.]ya?ml$', '', str(given)))}`"
        case "bad-tag" if meant_as := tag_like(str(given)):
            return f"write `{meant_as}`"
        case "spreadsheet-formula":
            return f"restore what the spreadsheet changed, for example `{slugify(str(given).lstrip('=-+'))}`"
        case "wrong-derivation" if isinstance(given, dict) and (hint := _derivation(str(given.get("derivation")))):
            return hint
        case "control-character" if eaten := _EATEN.search(str(given)):
            command = f"\\{_ESCAPES[eaten[1]]}{eaten[2]}"
            return f"put the text in single quotes: double quotes take `{command}` apart"
        case "not-a-date":
            return f"write {_partial_day(str(given))}"
    return _FOR_REFUSAL.get(name, "")
