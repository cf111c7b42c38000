"""What to do about a value that does not fit."""

import re
from collections.abc import Collection
from datetime import date
from typing import Any

from pydantic import BaseModel

from sco_quiz.core.constants import LEVEL_NAMES
from sco_quiz.core.kinds.cloze import Cloze
from sco_quiz.core.kinds.numeric import arithmetic
from sco_quiz.core.suggest import did_you_mean, nearest
from sco_quiz.core.text import fold, read_date, read_number

SYNONYMS = {
    "alias": "accept",
    "aliases": "accept",
    "category": "tags",
    "choices": "distractors",
    "correct": "answer",
    "correct_answer": "answer",
    "feedback": "explanation",
    "incorrect": "distractors",
    "kind": "type",
    "options": "distractors",
    "paragraph": "source",
    "question": "prompt",
    "solution": "answer",
    "text": "prompt",
    "value": "answer",
    "wrong": "distractors",
    "wrong_answers": "distractors",
}
KIND_SYNONYMS = {
    "fill_in": "cloze",
    "gap": "cloze",
    "match": "matching",
    "mc": "multiple_choice",
    "mcq": "single_choice",
    "multi": "multiple_choice",
    "multiple": "multiple_choice",
    "number": "numeric",
    "numerical": "numeric",
    "order": "ordering",
    "radio": "single_choice",
    "short": "short_answer",
    "single": "single_choice",
    "sort": "ordering",
    "tf": "true_false",
    "yes_no": "true_false",
}
_YES = ("yes", "y", "on", "1", "t", "true", "right", "correct")
_NO = ("no", "n", "off", "0", "f", "false", "wrong", "incorrect")
_TRUTH = dict.fromkeys(_YES, "true") | dict.fromkeys(_NO, "false")


def closest(word: str, known: Collection[str]) -> str:
    """The known word that was probably meant; nothing when none is near."""
    folded = word.casefold().strip("-“”„\"' ").replace(" ", "_")
    for synonyms in (SYNONYMS, KIND_SYNONYMS):
        if synonyms.get(folded) in known:
            return synonyms[folded]
    return nearest(folded, known) or nearest(folded.replace("-", "_"), known)


def meant(word: str, known: Collection[str]) -> str:
    """A did-you-mean, or what there is to choose from."""
    return did_you_mean(closest(word, known), otherwise=f"known here: {', '.join(known)}")


def slugify(text: str, default: str = "my-question") -> str:
    """The nearest id to a text; the default when no letter of it can stand in one."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:64].strip("-") or default


def hint_for_field(field: str, model: type[BaseModel]) -> str:
    """What to do about a field that is none here, where its name alone tells what was misunderstood."""
    known = model.model_fields
    if " " in field:
        return "if this goes on with the text above, indent it more, or put the whole text below `>-`"
    if field in ("options", "choices") and "distractors" in known and ("answer" in known or "answers" in known):
        right = "the right one stands in `answer`" if "answer" in known else "the right ones stand in `answers`"
        return f"`distractors` holds the wrong options only; {right}"
    if field in ("order", "shuffle", "shuffled") and "items" in known:
        return "items are always shuffled; remove the line"
    if field in ("answer", "answers") and issubclass(model, Cloze):
        return "the answers of a cloze are the words in its gaps; remove the line"
    return ""


def hint_for_value(kind: str, given: Any, expected: str, field: str = "") -> str:
    """What to write instead of a word, day or number that was refused, by Pydantic's name of the error."""
    text = str(given).strip()
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", expected)
        if "true" in known and (word := _TRUTH.get(text.casefold())):
            return did_you_mean(word)
        return did_you_mean(closest(text, known))
    if kind.startswith("date"):
        return f"write {_day(text)}" if _day(text) else "write year-month-day: 2010-02-03"
    if field == "tolerance" and text.endswith("%"):
        return "the tolerance is a number of the same unit as the answer: 10 % of 19 is 1.9"
    if field == "difficulty":
        return "write a whole number from 1 (easy) to 5 (hard)"
    return hint_for_number(text)


def _day(text: str) -> str:
    """A day in the order of the calendar's standard; empty when it could be two days or none."""
    found = re.fullmatch(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})", text)
    if found:
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        months = {(second, first)} if found[2] == "." else {(second, first), (first, second)}
        days = [_valid(year, month, day) for month, day in months]
        good = [day for day in days if day]
        return good[0] if len(good) == 1 else ""
    read = read_date(text)
    return _valid(read[0], read[1], read[2]) if read and read[0] and read[2] else ""


def _valid(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _derivation(text: str) -> str:
    """How to write a derivation whose form alone is wrong; empty when its numbers are."""
    sum_, equals, _ = text.partition("=")
    plain = re.sub(r"\s+[x×]\s+", " * ", re.sub("[–—−]", "-", sum_.strip()).replace("÷", "/"))
    if arithmetic(plain) is None or (not equals and plain == text.strip()):
        return ""
    if plain == sum_.strip():
        return f"leave out `= {text.partition('=')[2].strip()}`"
    sign = " with a plain minus" if re.search("[–—−]", sum_) else ""
    return f"write `{plain}`{sign}"


def hint_for_number(text: str) -> str:
    """How to write what was meant as a number; empty when that is anybody's guess."""
    if re.fullmatch(r"[-+]?\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+", text):
        return f"write thousands without a sign between them: {re.sub(r'[^0-9+-]', '', text)}"
    if re.fullmatch(r"\d+,\d+", text):
        return f"write a point before decimals: {text.replace(',', '.')}"
    if found := re.fullmatch(r"(\d+) ?[-–] ?(\d+)", text):
        return f"write several numbers as a list: [{found[1]}, {found[2]}]"
    if re.fullmatch(r"\d+(?: ?[,;] ?\d+)+", text):
        return f"write several numbers as a list: [{', '.join(re.findall(r'[0-9]+', text))}]"
    if re.fullmatch(r"\d+:\d+", text):
        return "write one number; a time of day is a short_answer"
    found_number = read_number(text)
    if found_number is None:
        alone = re.findall(r"(?<![\w.,/:-])\d+(?![\w.,/:%-])", text)
        return f"write the number alone, {alone[0]}" if len(alone) == 1 else ""
    number = f"{found_number[0]:g}"
    unit = found_number[1]
    if unit and not re.search(r"\d", unit):
        return f"write the number alone, {number}, and `unit: {unit}` below it"
    if unit:
        return ""
    return "write a whole number" if number == text else f"write {number}"


_FOR_REFUSAL = {
    "accepted-and-rejected": "take it out of one of the two; capitals, accents, hyphens and articles do not count",
    "bad-distractor": "give each distractor its own dash (-); put a text that holds a colon and a blank into quotes",
    "bad-fingerprint": "take it out; then `sco-quiz source add ARTICLE.txt --replace` makes the record anew",
    "broken-gap": "write a gap as {{c1::hidden words}} or {{c1::hidden words::hint}}",
    "control-character": "remove it; it often comes along when text is pasted",
    "correction-not-in-prompt": "write the wrong words exactly as they stand in the prompt, capitals included",
    "duplicate-form": "remove one; capitals and accents are forgiven anyway",
    "duplicate-option": "change or remove one; capitals and accents do not tell options apart",
    "empty-value": "write the text, or remove the field",
    "needless-correction": "remove it, or write `answer: false`",
    "no-gap": "write a gap as {{c1::hidden words}} or {{c1::hidden words::hint}}",
    "text-too-long": "a card and a screen hold a few sentences",
    "too-few-options": "add one, each on a line of its own",
    "unknown-gap": "write the words exactly as they stand in the gap",
    "wrong-derivation": "write numbers with + - * / and brackets, such as 30 / 6, that give the answer",
}


def hint_for_refusal(kind: str, given: Any) -> str:
    """What to do about a value that one of our own checks refused, by the problem's name."""
    match kind:
        case "unknown-level":
            return meant(str(given), LEVEL_NAMES)
        case "bad-id":
            return f"for example `{slugify(re.sub(r'[.]ya?ml$', '', str(given)))}`"
        case "spreadsheet-formula":
            return f"restore what the spreadsheet changed, for example `{slugify(str(given).lstrip('=-+'))}`"
        case "wrong-derivation" if isinstance(given, dict) and (hint := _derivation(str(given.get("derivation")))):
            return hint
    return _FOR_REFUSAL.get(kind, "")
