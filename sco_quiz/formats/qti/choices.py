"""Read questions of QTI 1.2 whose answers are chosen: options, true or false, pairs, an order."""

from fractions import Fraction

from sco_quiz.formats.exchange.item import Answer, Body, ChoiceBody, MatchBody, OrderBody, RichText, TruthBody
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.qti import kinds
from sco_quiz.formats.qti.question import Question12

_TRUTH = {"true": True, "false": False, "t": True, "f": False}


def chosen_body(question: Question12) -> Body:
    """Return what is chosen."""
    first = question.responses[0]
    cardinality = first.attributes.get("rcardinality", "").casefold()
    if len(question.responses) > 1:
        if cardinality == "multiple":
            raise QuestionError("unsupported-kind", "a categorization is not a kind of question of sco-quiz")
        return _pairs(question)
    if cardinality == "ordered":
        return _order(question, first)
    if question.kind in kinds.SEVERAL or cardinality == "multiple":
        return _several(question, first)
    # without a name for the kind, options true and false are a statement to judge
    truth = _truth(question, first) if question.kind in ("", *kinds.TRUTH) else None
    return truth or single_choice(question, first)


def labels_of(response: Element) -> list[Element]:
    """Return the options of a response."""
    return [found for found in response.walk() if found.name == "response_label"]


def single_choice(question: Question12, response: Element) -> ChoiceBody:
    """Return the options of a response with the share of the points that each gives."""
    name, scoring = response.attributes.get("ident", ""), question.scoring
    idents = [label.attributes.get("ident", "") for label in labels_of(response)]
    points = [scoring.points(name, ident) for ident in idents]
    full = max(points, default=Fraction(0))
    if full <= 0:
        key = scoring.key_of(name)
        points, full = [Fraction(ident == key) for ident in idents], Fraction(1)
    answers = (
        _answer(question, response, label, share / full)
        for label, share in zip(labels_of(response), points, strict=True)
    )
    return ChoiceBody(tuple(answers), single=True, shuffle=_shuffles(response))


def _answer(question: Question12, response: Element, label: Element, fraction: Fraction) -> Answer:
    feedback = question.feedback.on(response.attributes.get("ident", ""), label.attributes.get("ident", ""))
    return Answer(question.texts.of(label), fraction, feedback)


def _shuffles(response: Element) -> bool:
    """Return whether the options may be shown in any order; Canvas says it for the quiz, so silence means yes."""
    return not any(found.attributes.get("shuffle", "").casefold() == "no" for found in response.elements())


def _several(question: Question12, response: Element) -> ChoiceBody:
    """Return options with several right ones; each is worth the same, as Canvas counts them."""
    name, scoring = response.attributes.get("ident", ""), question.scoring
    labels = labels_of(response)
    best = scoring.best
    together = best is not None and (len(best.tests) > 1 or len(scoring.giving) == 1)
    rules = (best,) if best and together else scoring.giving
    right = {test.value for rule in rules for test in rule.positive if test.response == name}
    share = Fraction(1, len(right) or 1)
    fractions = (share if label.attributes.get("ident") in right else -share for label in labels)
    answers = (_answer(question, response, label, part) for label, part in zip(labels, fractions, strict=True))
    return ChoiceBody(tuple(answers), single=False, shuffle=_shuffles(response))


def _truth(question: Question12, response: Element) -> TruthBody | None:
    """Return whether the statement is true; None if the options are other words, such as yes and no."""
    name, scoring = response.attributes.get("ident", ""), question.scoring
    options = labels_of(response)
    labels = {_truth_of(question, label): label.attributes.get("ident", "") for label in options}
    if set(labels) != {True, False} or len(options) != len(labels):
        return None
    points = {truth: scoring.points(name, ident) for truth, ident in labels.items() if truth is not None}
    key = next((truth for truth, ident in labels.items() if ident == scoring.key_of(name)), None)
    if key is None or points[True] == points[False] > 0:
        raise QuestionError("no-right-answer", "neither true nor false is right")
    on_true, on_false = (question.feedback.on(name, labels[truth]) for truth in (True, False))
    return TruthBody(key, (on_true, on_false))


def _truth_of(question: Question12, label: Element) -> bool | None:
    words = (question.texts.of(label).source, label.attributes.get("ident", ""))
    # Blackboard writes `true_false.true`
    return next((_TRUTH[word] for text in words if (word := text.casefold().rpartition(".")[2]) in _TRUTH), None)


def _order(question: Question12, response: Element) -> OrderBody:
    best = question.scoring.best
    if best is None:
        raise QuestionError("no-right-answer", "the file does not say which order is right")
    items = {label.attributes.get("ident", ""): question.texts.of(label) for label in labels_of(response)}
    order = [test.value for test in best.positive if test.value in items]
    if sorted(order) != sorted(items):
        raise QuestionError("unreadable-question", "the right order does not name each item once")
    return OrderBody(tuple(items[ident] for ident in order))


def _pairs(question: Question12) -> MatchBody:
    """Return the rows with their right sides; Canvas adds rows without any text, which do not count."""
    shared = _shared_sides(question)
    pairs: list[tuple[RichText, RichText]] = []
    sides: dict[str, RichText] = {}
    for response in question.responses:
        texts = [question.texts.of(label) for label in labels_of(response)]
        idents = [label.attributes.get("ident", "") for label in labels_of(response)]
        # Blackboard writes the right sides beside the rows, in the order of the options of each row
        texts = shared if len(shared) == len(idents) and not any(texts) else texts
        sides |= {text.source: text for text in texts if text}
        left, key = _row(question, response), question.scoring.key_of(response.attributes.get("ident", ""))
        right = dict(zip(idents, texts, strict=True)).get(key)
        if not left and not right:
            continue
        if right is None:
            raise QuestionError("no-right-answer", f"the row `{left.source}` has no right side")
        pairs.append((left, right))
    used = {right.source for _, right in pairs}
    return MatchBody(tuple(pairs), tuple(text for source, text in sides.items() if source not in used))


def _row(question: Question12, response: Element) -> RichText:
    """Return the left side of a row: in its response or, as Blackboard writes, right after it."""
    inside = question.texts.of(*response.elements("material"))
    around = question.flows.get(response)
    return question.texts.of(around) if around and not inside else inside


def _shared_sides(question: Question12) -> list[RichText]:
    flows = (found for found in question.presentation.walk() if found.name == "flow")
    blocks = [flow for flow in flows if flow.attributes.get("class") == "RIGHT_MATCH_BLOCK"]
    return [question.texts.of(side) for block in blocks for side in block.elements("flow")]
