"""What a question of QTI 1.2 says and no question here can say, and what counts in another way: it is reported."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.exchange.item import Body, ChoiceBody, GapsBody, MatchBody
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.qti import kinds
from sco_quiz.formats.qti.problems import problem_of
from sco_quiz.formats.qti.question import Question12

_ENDS = "say in the prompt what comes first"
_EXPLAIN = "write it into the explanation, or beside the options that it is about"
_TOGETHER = "only all right answers together give points there; here, each of them counts"
_ALIKE = Fraction(1, 50)  # shares of a third are rounded


def lost_of(question: Question12, body: Body) -> Iterator[Problem]:
    """Yield what is lost of a question that is read, or counts in another way."""
    ends = (found for field in question.responses for found in field.elements("render_extension"))
    if question.texts.of(*(label for each in ends for label in each.elements("material"))):
        yield problem_of("lost-field", "the labels at both ends of the order are lost", question.element, _ENDS)
    for element in question.element.elements("rubric", "objectives"):
        text = shorten(" ".join(element.all_text.split()))
        yield problem_of("lost-field", f"<{element.name}> is not imported: `{text}`", question.element)
    if question.feedback.shared:
        yield problem_of(
            "lost-feedback", "feedback on any right or any wrong answer is lost", question.element, _EXPLAIN
        )
    if question.feedback.unused(body):
        yield problem_of("lost-feedback", "feedback on single answers is lost", question.element, _EXPLAIN)
    if _is_all_or_nothing(question, body):
        yield problem_of("other-scoring", _TOGETHER, question.element)
    elif _is_uneven(question, body):
        message = "some right answers give more points than others there; here, each counts the same"
        yield problem_of("other-scoring", message, question.element)


def _is_all_or_nothing(question: Question12, body: Body) -> bool:
    best = question.scoring.best
    match body:
        case ChoiceBody(single=False):
            # Canvas gives a share for each, not as its files say
            return question.kind != "multiple_answers_question" and best is not None and len(best.positive) > 1
        case GapsBody():
            return best is not None and len({test.response for test in best.positive}) > 1
    return False


def _is_uneven(question: Question12, body: Body) -> bool:
    """Return whether parts of the answer, each with a rule of its own, give different points."""
    if not isinstance(body, MatchBody | GapsBody) and not (isinstance(body, ChoiceBody) and not body.single):
        return False
    giving = question.scoring.giving
    if any(len(rule.positive) > 1 for rule in giving):
        return False
    points = [rule.points for rule in giving]
    return bool(points) and max(points) - min(points) > _ALIKE * max(points)


def different_points(root: Element) -> Iterator[Problem]:
    """Yield a problem if the questions of a file do not all give the same points."""
    items = [found for found in root.walk() if found.name == "item"]
    said = [(item, kinds.metadata(item).get("points_possible", "").rstrip("0").rstrip(".")) for item in items]
    known = Counter(points for _, points in said if points)
    if len(known) > 1:
        usual = known.most_common(1)[0][0]
        first = next(item for item, points in said if points not in ("", usual))
        message = f"the questions give {len(known)} different numbers of points there; here, each counts the same"
        yield problem_of("other-scoring", message, first)
