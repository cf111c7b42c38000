"""Draft matching and ordering."""

from sco_quiz.core.kinds.refusals import looks_of
from sco_quiz.formats.drafting.translator import Fields, Translator, content_of, quoted
from sco_quiz.formats.exchange.item import MatchBody, OrderBody
from sco_quiz.formats.exchange.reasons import QuestionError

_MIN_PAIRS = 2
_MIN_ITEMS = 3


def draft_match(body: MatchBody, translator: Translator) -> Fields:
    """Return pairs, and right sides that match no left side."""
    pairs = [(translator.text(left), translator.text(right)) for left, right in body.pairs]
    if len(pairs) < _MIN_PAIRS:
        raise QuestionError("too-few-options", f"{len(pairs)} pair, and a matching question needs two", "add a pair")
    _refuse_shared(pairs)
    fields: Fields = {"type": "matching", "pairs": dict(pairs)}
    spare = [translator.text(text) for text in body.spare]
    known = {looks_of(content_of(right)) for _, right in pairs}
    distractors = {looks: text for text in spare if (looks := looks_of(content_of(text))) not in known}
    return {**fields, "distractors": list(distractors.values())} if distractors else fields


def _refuse_shared(pairs: list[tuple[str, str]]) -> None:
    """Raise QuestionError for a left or right side that is in two pairs."""
    for sides in zip(*pairs, strict=True):
        seen = set()
        for side in sides:
            if (looks := looks_of(content_of(side))) in seen:
                message = f"{quoted(side)} is in two pairs, and each side can be in one only"
                raise QuestionError("shared-side", message, "ask about it in a question of its own")
            seen.add(looks)


def draft_order(body: OrderBody, translator: Translator) -> Fields:
    """Return items in their right order."""
    items = [translator.text(item) for item in body.items]
    if len(items) < _MIN_ITEMS:
        message = f"{len(items)} items, and an ordering question needs three"
        raise QuestionError("too-few-options", message, "ask which comes first, with options")
    if body.grading:
        translator.warn("other-scoring", f"there, {body.grading}; here, the longest run of items in order counts")
    return {"type": "ordering", "items": items}
