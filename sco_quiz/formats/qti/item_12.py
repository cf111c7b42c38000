"""Read a question of QTI 1.2, in the dialects of Canvas, Common Cartridge, Respondus and Blackboard."""

from collections.abc import Iterator, Mapping

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.item import NO_TEXT, Body, ChoiceBody, GapsBody, Item, RichText
from sco_quiz.formats.exchange.setting import split_setting
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.qti import kinds
from sco_quiz.formats.qti.choices import chosen_body
from sco_quiz.formats.qti.gaps import has_named_gaps, named_gaps, typed_question
from sco_quiz.formats.qti.marks import BEYOND, EXTRA
from sco_quiz.formats.qti.material import Texts
from sco_quiz.formats.qti.question import Question12
from sco_quiz.formats.qti.refusal import Refused, title_of, warning

_ENDS = "say in the prompt what comes first"
_EXPLAIN = "write it into the explanation, or beside the options that it is about"


def read_item(
    element: Element, texts: Texts, category: str, above: Mapping[str, RichText]
) -> tuple[Item | None, list[Problem]]:
    """Return the question, if it can be read, and what is lost of it or why it is not.

    `above` is what several questions are about, by its id.
    """
    question = Question12(element, texts)
    try:
        prompt, body = _prompt_and_body(question)
    except Refused as refused:
        return None, [refused.problem(element)]
    setting, prompt = split_setting(prompt)
    setting = setting or above.get(question.metadata.get("parent_stimulus_item_ident", ""), NO_TEXT)
    own = {name: value for name, value in question.metadata.items() if name.startswith(EXTRA)}
    extra = {name.removeprefix(EXTRA): value for name, value in own.items()}
    tags = extra.pop("tags", "").split(",") if own else []
    ident = element.attributes.get("ident", "")
    item = Item(
        element.place,
        prompt,
        body,
        name=title_of(element),
        idnumber=ident if own else kinds.stable_id(ident),
        category=category,
        feedback=_explanation(texts, question.feedback.general),
        hints=question.feedback.hints,
        setting=setting,
        tags=tuple(filter(None, tags)),
        extra=extra,
    )
    return item, list(_lost(question, body))


def _prompt_and_body(question: Question12) -> tuple[RichText, Body]:
    fields = question.responses
    if question.kind in kinds.NAMES:
        raise Refused("unsupported-kind", f"{kinds.NAMES[question.kind]} is not a kind of question of sco-quiz")
    if question.kind in kinds.GAPS or (not question.kind and has_named_gaps(question)):
        return named_gaps(question)
    if question.kind in kinds.NO_QUESTION or not fields:
        raise Refused("not-a-question", "this is text without a question")
    if all(field.name == "response_lid" for field in fields):
        return question.prompt, chosen_body(question)
    if all(field.name in ("response_str", "response_num") for field in fields):
        return typed_question(question)
    raise Refused(
        "unsupported-kind",
        "a place in a picture, or a mixture of ways to answer, is not a kind of question of sco-quiz",
    )


def _explanation(texts: Texts, general: RichText) -> RichText:
    """Return the general feedback without what our writer puts below the explanation."""
    explanation, mark, _ = general.source.partition(BEYOND)
    return texts.html(explanation) if mark else general


def shared_text(element: Element, texts: Texts) -> RichText:
    """Return what an element shows that asks nothing; questions after it may be about it."""
    return Question12(element, texts).prompt


def _lost(question: Question12, body: Body) -> Iterator[Problem]:
    """Yield what is lost of a question that is read, or counts in another way."""
    ends = (found for field in question.responses for found in field.elements("render_extension"))
    if question.texts.of(*(label for each in ends for label in each.elements("material"))):
        yield warning("lost-field", "the labels at both ends of the order are lost", question.element, _ENDS)
    if question.feedback.shared:
        yield warning("lost-feedback", "feedback on any right or any wrong answer is lost", question.element, _EXPLAIN)
    if question.feedback.unused(body):
        yield warning("lost-feedback", "feedback on single answers is lost", question.element, _EXPLAIN)
    if _is_all_or_nothing(question, body):
        message = "only all right answers together give points there; here, each of them counts"
        yield warning("other-scoring", message, question.element)


def _is_all_or_nothing(question: Question12, body: Body) -> bool:
    best = question.scoring.best
    match body:
        case ChoiceBody(single=False):
            # Canvas gives a share for each, not as its files say
            return question.kind != "multiple_answers_question" and best is not None and len(best.positive) > 1
        case GapsBody():
            return best is not None and len({test.response for test in best.positive}) > 1
    return False
