"""What a real Moodle read from a file, and what we read, in one form that can be compared."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry, partly_right
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.nodes import GapMark, Image, Inline, Math, Plain, inside
from sco_quiz.formats.drafting.feedback import is_mere_verdict

KINDS = {
    "truefalse": "true_false",
    "shortanswer": "short_answer",
    "numerical": "numeric",
    "multianswer": "cloze",
    "match": "matching",
    "ordering": "ordering",
    "gapselect": "cloze",
    "ddwtos": "cloze",
}
_ROUNDING = Fraction(1, 10_000)


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, all texts without white space and markup. `kind` is empty for what is none of our kinds.

    `right` and `wrong` are sorted; `scoring` is what answers give that is not all or nothing, and `holds` says whether
    a kind of ours can count in that way. `notes` are (option, feedback).
    """

    kind: str
    text: str
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    scoring: tuple[tuple[str, float], ...] = ()
    holds: bool = True
    notes: tuple[tuple[str, str], ...] = ()
    explanation: str = ""
    pictures: int = 0
    tags: tuple[str, ...] = ()
    idnumber: str = ""
    category: str = ""
    markdown: bool = False
    title: str = field(default="", compare=False)

    @property
    def is_ours(self) -> bool:
        """Whether a kind of ours can hold it, with its way to count."""
        return self.is_of_kind and self.holds

    @property
    def is_of_kind(self) -> bool:
        """Whether it is of a kind of ours: with one right option to choose, and no patterns to type."""
        right = len(self.right) == 1 if self.kind == "single_choice" else bool(self.right) or self.kind == "cloze"
        patterns = self.kind in ("short_answer", "numeric") and any("*" in text for text in self.right)
        return bool(self.kind) and right and not patterns


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def bare(text: str) -> str:
    """Return text without white space, the delimiters of formulas, and characters that nobody sees."""
    return re.sub(r"[\s\u200b\ufeff\u00ad]|\\[()\[\]]|\$|\\(?:begin|end)\{equation\*?\}", "", text)


def of_html(html: str) -> str:
    """Return the words of HTML, bare."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return bare("".join(parser.words))


def of_content(content: Content) -> str:
    """Return the words of our content, bare; formulas in TeX, gaps as Moodle numbers them."""
    number = iter(range(1, 1000))
    return bare("".join(_words(content.inlines, number)))


def _words(nodes: Iterable[Inline], number: Iterator[int]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Plain(text):
                yield text
            case Math(tex):
                yield tex
            case GapMark():
                yield f"{{#{next(number)}}}"
            case Image():
                pass
            case _:
                yield from _words(inside(node), number)


def verdict_of(path: Path) -> tuple[list[Reading], bool]:
    """Return the questions that Moodle read from a file, and whether it reported an error."""
    said = json.loads(path.with_name(f"{path.name}.moodle.json").read_text("utf-8"))
    return [of_moodle(question) for question in said["questions"]], bool(said["errors"])


def of_moodle(said: dict[str, Any]) -> Reading:
    """Return a question of Moodle."""
    read = unescape if said["textformat"] == 2 else str
    texts = of_html if said["textformat"] != 2 else bare
    kind, detail, answers = said["qtype"], said["detail"], said["answers"]
    if kind == "multichoice":
        kind = "single_choice" if detail["single"] else "multiple_choice"
    else:
        kind = KINDS.get(kind, "")
    right, wrong = _sides(kind, answers, detail)
    return Reading(
        kind,
        _with_gaps(texts(read(said["text"]))),
        right,
        wrong,
        *_scoring(kind, answers, detail),
        tuple(
            (_key(kind, answer["text"]), of_html(answer["feedback"]))
            for answer in answers
            if answer["feedback"] and not is_mere_verdict(_said(answer["feedback"]))
        ),
        "" if is_mere_verdict(_said(said["general_feedback"])) else of_html(said["general_feedback"]),
        len(re.findall(r"<img\b", said["text"] + "".join(str(answer["text"]) for answer in answers))),
        tuple(sorted(tag.replace(" ", "-").casefold() for tag in said["tags"])),
        said["idnumber"] or "",
        "" if said["category"].startswith("Default for") else said["category"],
        said["textformat"] == 4,
        f"{said['qtype']}: {said['name'][:50]}",
    )


def _with_gaps(text: str) -> str:
    """Return text with its gaps numbered in the order of the text, which we do not keep for words to choose from."""
    number = iter(range(1, 1000))
    return re.sub(r"\[\[\d+\]\]", lambda _: f"{{#{next(number)}}}", text)


def _said(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.words).split())


def _key(kind: str, text: object) -> str:
    return of_html(str(text)).casefold() if kind == "short_answer" else of_html(str(text))


def _sides(kind: str, answers: list[dict[str, Any]], detail: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is right, and what is wrong, as Moodle reads it."""
    match kind:
        case "true_false":
            return (str(detail["right"]).lower(),), ()
        case "matching":
            pairs = [f"{of_html(left)} = {of_html(right)}" for left, right in detail["pairs"]]
            rights = {of_html(right) for _, right in detail["pairs"]}
            return tuple(sorted(pairs)), tuple(sorted({of_html(each) for each in detail["choices"]} - rights))
        case "ordering":
            return tuple(map(of_html, detail["order"])), ()
        case "cloze":
            return tuple(_gap(part) for part in detail.get("parts", ())), ()
        case "numeric":
            full = [answer for answer in answers if _full(answer)]
            if any(answer["text"] == "*" for answer in full):  # Moodle takes what it cannot read for any number
                return ("*",), ()
            return _intervals((Decimal(str(a["text"])), Decimal(str(a["tolerance"]))) for a in full), ()
    several = kind == "multiple_choice"
    right = [_key(kind, answer["text"]) for answer in answers if _full(answer, several)]
    wrong = [_key(kind, answer["text"]) for answer in answers if not _full(answer, several)]
    if kind == "short_answer":
        return tuple(sorted(set(right))), tuple(sorted(set(wrong) - {*right, "*"}))
    return tuple(sorted(right)), tuple(sorted(wrong))


def _full(answer: dict[str, Any], several: bool = False) -> bool:
    return bool(answer["fraction"] > 0 if several else answer["fraction"] >= 1)


def _gap(part: dict[str, Any]) -> str:
    texts = [of_html(str(text)).casefold() for text, fraction, *_ in part["answers"] if fraction >= 1]
    return " | ".join(sorted({_number(text) for text in texts}))


def _number(text: str) -> str:
    try:
        return f"{Decimal(text).normalize():f}"
    except ArithmeticError:
        return text


def _intervals(numbers: Iterable[tuple[Decimal, Decimal]]) -> tuple[str, ...]:
    """Return the right numbers as intervals, those that overlap as one."""
    joined: list[tuple[Decimal, Decimal]] = []
    for low, high in sorted((value - tolerance, value + tolerance) for value, tolerance in numbers):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(f"{float(low):.12g}..{float(high):.12g}" for low, high in joined)


Scoring = tuple[tuple[str, float], ...]


def _scoring(kind: str, answers: list[dict[str, Any]], detail: dict[str, Any]) -> tuple[Scoring, bool]:
    """Return what answers give that is not all or nothing, and whether ours can give it."""
    given = [(_key(kind, answer["text"]), Fraction(str(answer["fraction"]))) for answer in answers]
    shares = [share for _, share in given]
    if kind == "multiple_choice":
        right, wrong = [each for each in shares if each > 0], [each for each in shares if each <= 0]
        alike = all(abs(each - Fraction(1, len(right))) <= _ROUNDING for each in right)
        return of_several(shares), alike and len(set(wrong)) <= 1
    if kind == "cloze":
        parts = detail.get("parts", ())
        partial = any(0 < share < 1 for part in parts for _, share, *_ in part["answers"])
        alike = len({part["mark"] for part in parts}) <= 1 and not partial
        return () if alike else (("gaps", 0.0),), alike
    if kind == "ordering":
        return (), True
    right_keys = {key for key, share in given if share >= 1}
    partial = {key: float(share) for key, share in reversed(given) if share not in (0, 1) and key not in right_keys}
    holds = kind != "numeric" and all(share > 0 and "*" not in key for key, share in partial.items())
    return shown_shares(partial), holds or not partial


def of_several(shares: Iterable[Fraction]) -> Scoring:
    """Return the different shares of the options of several."""
    return tuple(("", share) for share in sorted({round(float(share), 3) for share in shares}))


def shown_shares(partial: dict[str, float]) -> Scoring:
    """Return shares of the points by answer, rounded and sorted."""
    return tuple(sorted((key, round(share, 3)) for key, share in partial.items()))


def of_ours(question: AnyQuestion, idnumber: str, category: str) -> Reading:
    """Return a question that we read."""
    right, wrong, notes = _ours(question)
    parts = [part.content for part in question.parts()]
    return Reading(
        question.type,
        of_content(question.stem),
        right,
        wrong,
        _scoring_of(question),
        True,
        notes,
        of_content(question.content(question.explanation)) if question.explanation else "",
        sum(len(content.images) for content in parts),
        tuple(sorted(tag.replace(" ", "-").casefold() for tag in question.tags)),
        idnumber,
        category,
        question.prompt[:50],
    )


def _scoring_of(question: AnyQuestion) -> Scoring:
    interaction = question.interaction()
    if isinstance(interaction, Choice) and interaction.several:
        right = sum(option.right for option in interaction.options)
        return of_several(Fraction(1, right) if option.right else -interaction.cost for option in interaction.options)
    partial = [(of_content(each.content), each.partial) for each in partly_right(interaction)]
    cased = str.casefold if question.type == "short_answer" else str
    return shown_shares({cased(key): float(share.share) for key, share in partial if share})


def _ours(question: AnyQuestion) -> tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]:
    interaction = question.interaction()
    match interaction:
        case Choice(options):
            notes = [(of_content(each.content), of_content(each.note)) for each in options if each.note]
            right = [of_content(each.content) for each in options if each.right]
            others = [of_content(each.content) for each in options if not each.right]
            return tuple(sorted(right)), () if question.type == "true_false" else tuple(sorted(others)), tuple(notes)
        case TextEntry(gaps, inline=True):
            forms = [{of_content(form).casefold() for form in gap.accepted} for gap in gaps]
            return tuple(" | ".join(sorted(map(_number, gap))) for gap in forms), (), ()
        case TextEntry((gap,)):
            notes = [(of_content(each.content).casefold(), of_content(each.note)) for each in gap.rejected if each.note]
            right = sorted({of_content(form).casefold() for form in gap.accepted})
            refused = (*gap.rejected, *gap.partial)
            wrong = {of_content(each.content).casefold() for each in refused} - {*right}
            return tuple(right), tuple(sorted(wrong)), (*notes,)
        case NumberEntry():
            return _of_number(interaction), (), ()
        case Match(pairs, distractors):
            texts = [f"{of_content(left)} = {of_content(right)}" for left, right in pairs]
            return tuple(sorted(texts)), tuple(sorted(of_content(each.content) for each in distractors)), ()
        case Order(items):
            return tuple(map(of_content, items)), (), ()
    raise AssertionError


def _of_number(entry: NumberEntry) -> tuple[str, ...]:
    if entry.minimum is not None and entry.maximum is not None:
        middle = (entry.minimum + entry.maximum) / 2
        return _intervals([(middle, entry.maximum - middle)])
    allowed = Decimal(entry.allowed.numerator) / Decimal(entry.allowed.denominator)
    return _intervals((value, allowed) for value in (entry.answer, *entry.accept))
