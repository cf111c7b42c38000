"""Write a page: one HTML file that needs no server, no network and no other file."""

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template

from sco_quiz.card.direction import direction_of
from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import ExamForm
from sco_quiz.core.revision import bank_revision, question_revision, shown_revision
from sco_quiz.core.words.languages import language_of
from sco_quiz.formats.page.questions import Json, page_questions
from sco_quiz.formats.page.scripts import page_script, page_style
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.page.shared import with_shared

# what would end the element that holds the data, or begin a comment or another script in it
_MARKUP = re.compile("<(?=!|script)", re.IGNORECASE)


def page_html(bank: Bank, forms: Sequence[ExamForm], settings: PageSettings, reporter: str = "") -> str:
    """Return the page, or the fragment, for the forms of an exam; pupils get one of them by their seed.

    `reporter` is a script that sets where a test reports to.
    """
    data, shared = page_data(bank, forms, settings)
    language = language_of(bank.lang)
    script, style = f"\n{page_script(reporter)}", f"\n{page_style()}"
    title = escape(forms[0].title or bank.title)
    own = _content_language(bank)
    fragment = _template("fragment.html").substitute(
        title=title,
        language=f' lang="{_page_language(bank)}"',
        content_language=f' lang="{own}"' if own else "",
        no_script=language.page_words["no_script"],
        data=_json(data),
        shared=_json(shared),
        script=script,
    )
    if settings.inline:
        # the rules must not reach the page around the fragment, which may use the same class names
        return f"<style>@scope (.sco-quiz) {{{style}}}</style>\n{fragment}"
    return _template("page.html").substitute(
        lang=_page_language(bank),
        direction=' dir="rtl"' if direction_of(bank.title) == "rtl" else "",
        policy=_policy(script, style),
        title=title,
        style=style,
        fragment=fragment,
    )


def _page_language(bank: Bank) -> str:
    """Return the language of the words of a page: that of the bank, or English."""
    return "en" if _content_language(bank) else escape(bank.lang or "en")


def _content_language(bank: Bank) -> str:
    """Return the language of the bank, if the words of the page are in another one; else nothing."""
    return "" if language_of(bank.lang).code == (bank.lang or "en").partition("-")[0].lower() else escape(bank.lang)


def _json(value: object) -> str:
    """Return a value as JSON within an element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _MARKUP.sub(r"\\u003c", text).replace("</", r"<\/")


def _policy(script: str, style: str) -> str:
    """Return a policy that allows this script and style, pictures within the page, and nothing else."""
    allowed = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {source}" for name, source in allowed.items())


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def _template(name: str) -> Template:
    return Template((Path(__file__).parent / name).read_text("utf-8"))


def page_data(bank: Bank, forms: Sequence[ExamForm], settings: PageSettings) -> tuple[Json, list[object]]:
    """Return what the scripts read: the bank, its questions, the rules of the test, the words; then shared parts."""
    questions = list({question.id: question for form in forms for question in form.questions}.values())
    number = {question.id: index for index, question in enumerate(questions)}
    rules = forms[0].rules
    shown, shared = with_shared(page_questions(bank, questions, settings.key))
    asked = {bank.topic_of(question.id).id for question in questions}
    data: Json = {
        "bank": {
            "id": bank.id,
            "title": bank.title,
            "description": bank.description,
            "lang": bank.lang,
            "revision": bank_revision(bank, question_revision if settings.key else shown_revision),
        },
        "contentLang": _content_language(bank),
        "exam": "" if forms[0].title == bank.title else forms[0].title,
        "rules": {
            "test": settings.mode == "test",
            "key": settings.key,
            "answers": settings.answers,
            "timeLimit": rules.time_limit,
            "passMark": rules.pass_mark,
            "scale": [[mark, float(least)] for mark, least in rules.scale.items()],
        },
        "topics": [{"id": topic.id, "title": topic.title} for topic in bank.topics if topic.id in asked],
        "forms": [
            [[number[item.question.id], _points(item.points), item.section] for item in form.items] for form in forms
        ],
        "questions": shown,
        "words": language_of(bank.lang).page_words,
    }
    return data, shared


def _points(points: Fraction) -> float | int:
    return int(points) if points.denominator == 1 else float(points)
