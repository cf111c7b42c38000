"""Turn what another program's file says into drafts of our kinds; name what has no place."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem, in_order
from sco_quiz.core.tag import is_tag, tag_like
from sco_quiz.formats.draft import Draft, Reading
from sco_quiz.formats.drafting.choices import draft_choice, draft_truth
from sco_quiz.formats.drafting.gaps import draft_gaps
from sco_quiz.formats.drafting.numbers import draft_number
from sco_quiz.formats.drafting.pairs import draft_match, draft_order
from sco_quiz.formats.drafting.translator import Fields, Media, Translator, quoted
from sco_quiz.formats.drafting.words import draft_words
from sco_quiz.formats.exchange.item import (
    ChoiceBody,
    GapsBody,
    MatchBody,
    NumberBody,
    OrderBody,
    Parsed,
    TextBody,
    TruthBody,
)
from sco_quiz.formats.exchange.reasons import QuestionError, named_problem

_LISTS = frozenset({"source", "formerly", "never_with", "strict", "accept"})


def drafts_of(parsed: Parsed) -> Reading:
    """Return a draft for each item for which we have a kind, and a problem for each other one.

    A draft has a `level` only if the file says so. What validation refuses, such as equal options, is still in it.
    """
    pictures, drafts, problems = Media(), list(parsed.drafts), list(parsed.problems)
    read: list[Translator] = []
    for item in parsed.items:
        translator = Translator(item, pictures)
        try:
            drafts.append(_draft(translator))
        except QuestionError as error:
            problems.append(named_problem(error.name, translator.with_name(error.message), item.place, error.hint))
        else:
            problems += translator.problems
            read.append(translator)
    return Reading(tuple(drafts), in_order([*problems, *_about_file(read)]), parsed.guess)


def _draft(translator: Translator) -> Draft:
    item = translator.item
    if not (prompt := translator.text(item.prompt)):
        raise QuestionError("unreadable-question", "the question has no text")
    fields = {"prompt": prompt, **_of_kind(translator)}
    translator.explain(item.feedback)
    shared = {
        "setting": translator.text(item.setting),
        "explanation": "\n\n".join(translator.explanations),
        "hint": "\n\n".join(dict.fromkeys(filter(None, map(translator.text, item.hints)))),
        "tags": _tags(translator),
    }
    values = fields | {name: value for name, value in shared.items() if value} | _own_fields(item.extra)
    return Draft(values, item.place, item.name, item.idnumber, item.category, translator.media)


def _of_kind(translator: Translator) -> Fields:
    """Return the type of the question, and the fields of its kind."""
    body = translator.item.body
    match body:
        case ChoiceBody():
            return draft_choice(body, translator)
        case TruthBody():
            return draft_truth(body, translator)
        case TextBody():
            return draft_words(body, translator)
        case NumberBody():
            return draft_number(body, translator)
        case MatchBody():
            return draft_match(body, translator)
        case OrderBody():
            return draft_order(body, translator)
        case GapsBody():
            return draft_gaps(body, translator)
    assert_never(body)


def _tags(translator: Translator) -> list[str]:
    """Return the tags as a bank can have them, each once."""
    tags: dict[str, str] = {}
    for tag in filter(None, map(str.strip, translator.item.tags)):
        name = tag if is_tag(tag) else tag_like(tag)
        if re.sub(r"\s", "-", tag) != re.sub(r"\s", "-", name):
            became = f"became {quoted(name)}" if name else "is skipped"
            translator.warn("changed-tag", f"the tag {quoted(tag)} {became}")
        if name:
            tags.setdefault(name.casefold(), name)
    return list(tags.values())


def _own_fields(extra: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields that a file of ours has under our names."""
    return {name: re.split(r"[\s,]+", value.strip()) if name in _LISTS else value for name, value in extra.items()}


def _about_file(translators: list[Translator]) -> Iterator[Problem]:
    """Yield one problem for what concerns many questions of the file in the same way, at the first of them."""
    if lettered := [translator for translator in translators if translator.lettered]:
        message = f"the options of {counted(len(lettered), 'question')} begin with letters or numbers; they are removed"
        yield named_problem("lettered-options", message, lettered[0].item.place)
    if fixed := [translator for translator in translators if translator.fixed]:
        message = f"the options of {counted(len(fixed), 'question')} have a fixed order there; here, they are shuffled"
        yield named_problem("lost-order", message, fixed[0].item.place)
