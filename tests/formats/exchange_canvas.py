"""What Canvas read from a file of QTI, in the form in which it is compared with what we read."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.formats.exchange_verdicts import Reading, Scoring, _intervals, bare, of_html, shown_shares

_EQUATION = re.compile(r'<img\b[^>]*\bdata-equation-content="([^"]*)"[^>]*>')
_PICTURE = re.compile(r'<img\b[^>]*\balt="([^"]*)"[^>]*>')
_GAP = re.compile(r"\[([^\[\]]{1,60})\]")


def canvas_verdict(path: Path) -> list[Reading]:
    """Return the questions that Canvas read; where it failed, there is no verdict."""
    said = json.loads(path.with_name(f"{path.name}.canvas.json").read_text("utf-8"))
    found: dict[tuple[str, str], Reading] = {}
    for assessment in said.get("assessments", ()):
        packed = path.suffix in (".zip", ".imscc")
        title = assessment.get("title") or ""
        # Canvas names what has no title by its file
        title = "" if title in ("imsmanifest", path.name.partition(".")[0], path.stem, assessment["id"]) else title
        for number, item in enumerate(assessment.get("items", ())):
            if "error" not in item:
                key = (item.get("title") or str(number), item.get("body") or "")
                found.setdefault(key if key[1] else (*key, number), _reading(item, title, packed))
    return list(found.values())


def _reading(item: dict[str, Any], category: str, packed: bool) -> Reading:
    kind, right, wrong = _answers(item)
    body = _EQUATION.sub(r"\1", _with_gaps(item) if kind == "cloze" else item.get("body") or "")
    if not packed:  # there is no picture at any address, only the words for it
        body = _PICTURE.sub(r"[\1]", body)
    return Reading(
        kind,
        of_html(body),
        right,
        wrong,
        *_scoring(kind, item),
        explanation=of_html((item.get("feedback") or {}).get("neutral", "")),
        pictures=body.count("<img "),
        category=category.replace("/", "-"),
        title=f"{item.get('kind', 'skipped')}: {item.get('title')}",
    )


def _answers(item: dict[str, Any]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the kind, empty if we have none, and what is right and wrong."""
    kind, scoring = item.get("kind", "").partition("/")[0], item.get("scoring") or []
    texts = {ident: of_html(str(text)) for ident, text in item.get("answers") or ()}
    match kind:
        case "ChoiceInteraction":
            return _choice(item, texts, scoring)
        case "ShortTextInteraction":
            return "short_answer", tuple(sorted(_typed(scoring))), ()
        case "FillBlankInteraction" if len(set(item["blanks"])) == 1:
            return "short_answer", tuple(sorted(_typed(scoring))), ()
        case "FillBlankInteraction" | "CanvasMultipleDropdownInteraction":
            return "cloze", tuple(_gaps(item, scoring)), ()
        case "NumericInteraction":
            return "numeric", _intervals(map(_interval, scoring)), ()
        case "OrderingInteraction":
            return "ordering", tuple(texts[each["values"]] for each in scoring), ()
        case "MatchInteraction":
            return _pairs(item, scoring)
    return "", (), ()


def _choice(
    item: dict[str, Any], texts: dict[str, str], scoring: list[Any]
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    points = {each["values"]: (each.get("scoring_options") or {}).get("points", 1) for each in scoring}
    full = max([*points.values(), 0])
    right = sorted(texts[ident] for ident, value in points.items() if value == full > 0 and ident in texts)
    wrong = sorted(set(texts.values()) - set(right))
    if sorted(text.casefold() for text in texts.values()) == ["false", "true"]:
        return "true_false", tuple(text.casefold() for text in right), ()
    several = item["kind"].endswith("/Multiple") or len(right) > 1
    return ("multiple_choice" if several else "single_choice"), tuple(right), tuple(wrong)


def _scoring(kind: str, item: dict[str, Any]) -> tuple[Scoring, bool]:
    """Return what options give that is not all or nothing, and whether ours can give it."""
    options = [(each.get("values"), each.get("scoring_options") or {}) for each in item.get("scoring") or ()]
    points = {str(ident): option["points"] for ident, option in options if option.get("points")}
    if len(set(points.values())) <= 1:
        return (), True
    full = max(points.values())
    if kind != "single_choice":
        return (("", full),), False
    texts = {ident: of_html(str(text)) for ident, text in item.get("answers") or ()}
    return shown_shares({texts[ident]: each / full for ident, each in points.items() if each < full}), True


def as_canvas_says(reading: Reading) -> Reading:
    """Return what we read without what Canvas does not say: the number, and what wrong choices take off."""
    return replace(reading, idnumber="", scoring=() if reading.kind == "multiple_choice" else reading.scoring)


def _typed(scoring: list[dict[str, Any]]) -> set[str]:
    return {bare(each["values"]).casefold() for each in scoring}


def _names(item: dict[str, Any]) -> Iterator[str]:
    """Yield the name of each gap in the order of the text."""
    ids = json.dumps([item.get("answers"), item.get("scoring"), item.get("blanks")])
    yield from (found[1] for found in _GAP.finditer(item["body"]) if f'"response_{found[1]}"' in ids)


def _with_gaps(item: dict[str, Any]) -> str:
    body = str(item["body"])
    for number, name in enumerate(_names(item), start=1):
        body = body.replace(f"[{name}]", f"{{#{number}}}", 1)
    return body


def _gaps(item: dict[str, Any], scoring: list[dict[str, Any]]) -> Iterator[str]:
    """Yield what each gap accepts, or nothing more where Canvas does not say which option is right."""
    for name in _names(item):
        own = [each for each in scoring if f"response_{name}" in (each.get("id"), each.get("parent_identifier"))]
        if any(each.get("answer_type") in ("dropdown", "wordbank") for each in own):
            return
        values = (each["values"] for each in own)
        texts = (value["item_body"] if isinstance(value, dict) else value for value in values)
        yield " | ".join(sorted(of_html(text).casefold() for text in texts))


def _interval(said: dict[str, Any]) -> tuple[Decimal, Decimal]:
    """Return a number with its tolerance."""
    if "start" in said:
        low, high = Decimal(said["start"]), Decimal(said["end"])
        return (low + high) / 2, (high - low) / 2
    value = Decimal(said["value"])
    if margin := said.get("margin"):
        return value, abs(value) * Decimal(margin) / 100 if said["margin_type"] == "percent" else Decimal(margin)
    if precision := said.get("precision"):
        places = int(precision)
        power = -places if said["precision_type"] == "decimals" else value.adjusted() - places + 1
        return value, Decimal(5).scaleb(power - 1)
    return value, Decimal(0)


def _pairs(item: dict[str, Any], scoring: list[dict[str, Any]]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    sides = scoring[0]["values"] if scoring else {}
    pairs = [(of_html(left), of_html(sides.get(ident, ""))) for ident, left in item["prompts"]]
    right = tuple(sorted(f"{left} = {side}" for left, side in pairs if left or side))
    # without right sides, Canvas took another kind for pairs
    kind = "matching" if any(side for _, side in pairs) else ""
    return kind, right, tuple(sorted(of_html(each) for each in item.get("distractors") or ()))
