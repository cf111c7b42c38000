"""Write one question as an item of QTI 1.2."""

from collections.abc import Callable
from datetime import date
from itertools import count
from urllib.parse import quote

from sco_quiz.core.bank import Bank
from sco_quiz.core.content import Content
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.nodes import GapMark, Image
from sco_quiz.formats.exchange.setting import below_setting
from sco_quiz.formats.exchange.xml_output import element
from sco_quiz.formats.qti.answers import Answers, answers_of, gap_name
from sco_quiz.formats.qti.elements import field, material
from sco_quiz.formats.qti.marks import BEYOND, EXTRA
from sco_quiz.formats.rich_text.writing import html_of

_BASE = "%24IMS-CC-FILEBASE%24/"
_FIELDS = (
    *("formerly", "source", "level", "difficulty", "tags", "as_of", "review_by", "never_with"),
    *("order", "strict"),
)
"""Fields that the file has beside what Canvas reads, so that they come back."""

_OF_NUMBERS = ("answer", "accept", "min", "max", "unit", "tolerance", "digits", "derivation")
_ALWAYS = ("answer", "tolerance")  # where there is a range, bounds would be read as a tolerance


def item_of(bank: Bank, question: Question) -> str | None:
    """Return a question as XML, or None if Canvas cannot ask it."""
    gaps = gap_name(question.stem)
    answers = answers_of(question.interaction(), question.id, gaps, html)
    if answers is None:
        return None
    shown = element("presentation", material(_prompt(question, gaps)), answers.fields)
    general, notes = _explanation(bank, question), answers.feedback
    feedback = {"general_fb": general} if general else {}
    feedback |= {f"{name}_fb": note for name, note in notes.items()}
    score = element("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    rules = "".join((element("outcomes", score), *map(_shows, feedback), answers.rules))
    return element(
        "item",
        _metadata(question, answers),
        shown,
        element("resprocessing", rules),
        *(
            element("itemfeedback", element("flow_mat", material(value)), ident=name)
            for name, value in feedback.items()
        ),
        ident=question.id,
        title=question.id,
    )


def html(content: Content, gap: Callable[[HtmlRenderer, GapMark], str] | None = None) -> str:
    """Return content as HTML, with pictures as files of the package."""
    if gap is None:
        return html_of(content, _address)
    return html_of(content, _address, gap)


def _address(image: Image) -> str:
    return f"{_BASE}{quote(image.file)}"


def _prompt(question: Question, gaps: str) -> str:
    numbers = count(1)
    prompt = html(question.stem, lambda _html, _gap: f"[{gaps}{next(numbers)}]")
    return below_setting(html(question.content(question.setting)) if question.setting else "", prompt)


def _explanation(bank: Bank, question: Question) -> str:
    """Return what is shown after an answer: the explanation, and what the article does not say, with references."""
    explanation = html(question.content(question.explanation)) if question.explanation else ""
    if question.beyond is None:
        return explanation
    references = (f"<br>{html(question.content(item.citation))}" for _, item in bank.references_of(question))
    return f"{explanation}{BEYOND}{html(question.content(question.beyond.text))}{''.join(references)}</div>"


def _shows(name: str) -> str:
    """Return the rule that shows feedback: always, or on the option whose name it has."""
    option = name.removesuffix("_fb")
    test = element("other") if name == "general_fb" else element("varequal", option, respident="response1")
    shown = element("displayfeedback", feedbacktype="Response", linkrefid=name)
    return element("respcondition", element("conditionvar", test), shown, **{"continue": "Yes"})


def _metadata(question: Question, answers: Answers) -> str:
    fields = [field("question_type", answers.kind), field("points_possible", "1.0")]
    of_kind = _OF_NUMBERS if answers.kind == "numerical_question" else ()
    for name in (*_FIELDS, *of_kind):
        value = getattr(question, name, None)
        if (name in question.model_fields_set or name in _ALWAYS) and value not in (None, "", ()):
            fields.append(field(f"{EXTRA}{name}", _written(value)))
    return element("itemmetadata", element("qtimetadata", *fields))


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(_written, value))
    return value.isoformat() if isinstance(value, date) else str(value)
