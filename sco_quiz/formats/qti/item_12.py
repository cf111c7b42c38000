"""Read a question of QTI 1.2, in the dialects of Canvas, Common Cartridge, Respondus and Blackboard."""

from collections.abc import Mapping

from sco_quiz.core.problem import Problem
from sco_quiz.formats.exchange.item import NO_TEXT, Body, Item, RichText
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.exchange.setting import split_setting
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.qti import kinds
from sco_quiz.formats.qti.choices import chosen_body
from sco_quiz.formats.qti.gaps import has_named_gaps, named_gaps, typed_question
from sco_quiz.formats.qti.marks import BEYOND, EXTRA
from sco_quiz.formats.qti.material import Texts
from sco_quiz.formats.qti.problems import problem_of, title_of
from sco_quiz.formats.qti.question import Question12
from sco_quiz.formats.qti.unread import lost_of


def read_item(
    element: Element, texts: Texts, category: str, above: Mapping[str, RichText]
) -> tuple[Item | None, list[Problem]]:
    """Return the question, if it can be read, and what is lost of it or why it is not.

    `above` is what several questions are about, by its id.
    """
    question = Question12(element, texts)
    try:
        prompt, body = _prompt_and_body(question)
    except QuestionError as error:
        return None, [problem_of(error.name, error.message, element, error.hint)]
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
    return item, list(lost_of(question, body))


def _prompt_and_body(question: Question12) -> tuple[RichText, Body]:
    fields = question.responses
    if question.kind in kinds.NAMES:
        raise QuestionError("unsupported-kind", f"{kinds.NAMES[question.kind]} is not a kind of question of sco-quiz")
    if question.kind in kinds.GAPS or (not question.kind and has_named_gaps(question)):
        return named_gaps(question)
    if question.kind in kinds.NO_QUESTION or not fields:
        raise QuestionError("not-a-question", "this is text without a question")
    if all(field.name == "response_lid" for field in fields):
        return question.prompt, chosen_body(question)
    if all(field.name in ("response_str", "response_num") for field in fields):
        return typed_question(question)
    raise QuestionError(
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
