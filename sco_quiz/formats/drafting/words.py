"""Draft short answers, and what can be typed in a gap."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sco_quiz.core.kinds.refusals import looks_of
from sco_quiz.core.typed import same_form
from sco_quiz.formats.drafting.translator import (
    Fields,
    Translator,
    as_field,
    can_be_partial,
    content_of,
    noted,
    percent,
    quoted,
)
from sco_quiz.formats.exchange.item import Answer, RichText, TextBody
from sco_quiz.formats.exchange.reasons import QuestionError

_STAR = re.compile(r"(?<!\\)\*+")


@dataclass(frozen=True, slots=True)
class TypedForms:
    """What can be typed, as Markdown: right forms, the one to show first, wrong ones with notes, partly right ones."""

    right: tuple[str, ...]
    wrong: tuple[tuple[str, str], ...] = ()
    partial: tuple[tuple[str, Fraction], ...] = ()

    @property
    def rejected(self) -> list[str | dict[str, str]]:
        """The wrong forms as files of questions write them."""
        return [noted(text, note) for text, note in self.wrong]


def draft_words(body: TextBody, translator: Translator) -> Fields:
    """Return a short answer."""
    forms = typed_forms(body, translator, partial=True)
    fields: Fields = {"type": "short_answer", "answer": forms.right[0]}
    if accept := list(forms.right[1:]):
        fields["accept"] = accept
    if forms.wrong:
        fields["reject"] = forms.rejected
    if forms.partial:
        fields["partial"] = {text: as_field(share) for text, share in forms.partial}
    return {**fields, "strict": ["case"]} if body.case_sensitive else fields


def typed_forms(body: TextBody, translator: Translator, *, partial: bool = False) -> TypedForms:
    """Return the forms that are right or wrong, each once; `partial` keeps those that are partly right apart.

    Raise QuestionError if none is right.
    """
    answers = _without_patterns(body, translator) if body.wildcards else body.answers
    written = [(translator.text(answer.text), answer) for answer in answers]
    right = _once([text for text, answer in written if answer.fraction >= 1 and text], translator)
    if not right:
        hint = "mark the right answer in the file"
        raise QuestionError("no-right-answer", "no answer is marked as right for all points", hint)
    translator.explain(*(answer.feedback for _, answer in written if answer.fraction >= 1))
    wrong: dict[object, tuple[str, str]] = {}
    partly: list[tuple[str, Fraction]] = []
    for text, answer in written:
        if answer.fraction >= 1 or not text:
            continue
        if _is_right(text, right):  # other capitals, say, which count in the file
            if body.case_sensitive:
                name_share(text, answer, translator)
            translator.explain(answer.feedback)
        elif partial and can_be_partial(answer.fraction) and not _is_right(text, [kept for kept, _ in wrong.values()]):
            partly.append((text, answer.fraction))
            translator.explain(answer.feedback)
        elif _is_right(text, [kept for kept, _ in partly]):
            translator.explain(answer.feedback)
        else:
            _add_wrong(text, answer, wrong, translator)
    return TypedForms(right, tuple(wrong.values()), _first_of_each(partly))


def _first_of_each(partly: list[tuple[str, Fraction]]) -> tuple[tuple[str, Fraction], ...]:
    """Return partly right forms without those that are the same as an earlier one."""
    return tuple(each for at, each in enumerate(partly) if not _is_right(each[0], [text for text, _ in partly[:at]]))


def _add_wrong(text: str, answer: Answer, wrong: dict[object, tuple[str, str]], translator: Translator) -> None:
    """Add a wrong form with its note; report a note that has no place."""
    name_share(text, answer, translator)
    looks, note = looks_of(content_of(text)), translator.feedback(answer.feedback)
    kept, known = wrong.get(looks, (text, ""))
    wrong[looks] = (kept, known or note)
    if note and known not in ("", note):
        message = f"{quoted(text)} is like {quoted(kept)} here; the feedback on it is skipped: {quoted(note)}"
        translator.warn("lost-feedback", message)


def name_share(text: str, answer: Answer, translator: Translator) -> None:
    """Report points for an answer that counts as wrong here, and points that it costs."""
    if answer.fraction > 0:
        message = f"{quoted(text)} gives {percent(answer.fraction)} of the points there, none here"
        translator.warn("partial-credit", message)
    elif answer.fraction < 0:
        message = f"{quoted(text)} costs {percent(-answer.fraction)} of the points there, none here"
        translator.warn("penalty", message)


def _once(texts: Sequence[str], translator: Translator) -> tuple[str, ...]:
    """Return forms without those that look the same; report them, unless only case and spaces differ."""
    forms: dict[object, str] = {}
    for text in texts:
        first = forms.setdefault(looks_of(content_of(text)), text)
        if _bare(first) != _bare(text):
            translator.warn("repeated-option", f"{quoted(text)} is the same as {quoted(first)} here; one is skipped")
    return tuple(forms.values())


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _is_right(text: str, right: Iterable[str]) -> bool:
    plain = content_of(text).plain
    return any(same_form(plain, content_of(form).plain) for form in right)


def _without_patterns(body: TextBody, translator: Translator) -> list[Answer]:
    """Return the answers without `*` for any characters: we accept other forms, but no patterns."""
    answers = []
    for answer in body.answers:
        pattern = answer.text.source.strip()
        bare = _STAR.sub(" ", pattern).strip()
        if not bare and pattern:
            _name_catch_all(answer, translator)
        elif bare != pattern:
            answers += _without_stars(answer, bare, translator)
        else:
            answers.append(replace(answer, text=_unescaped(answer.text, pattern)))
    return answers


def _without_stars(answer: Answer, bare: str, translator: Translator) -> list[Answer]:
    """Return an answer without the `*` at its ends; nothing if one is inside, since the rest is not a word."""
    pattern = answer.text.source.strip()
    message = f"{quoted(pattern)} stands for many answers"
    if _STAR.search(pattern.strip("*")):
        translator.warn("lost-wildcard", f"{message}; it is skipped", "accept the forms that you expect")
        translator.explain(answer.feedback)
        return []
    side = "right" if answer.fraction >= 1 else "meant"
    translator.warn("lost-wildcard", f"{message}; here, only {quoted(bare)} is {side}", "accept more forms")
    return [replace(answer, text=_unescaped(answer.text, bare))]


def _unescaped(text: RichText, source: str) -> RichText:
    return replace(text, source=source.replace(r"\*", "*"))


def _name_catch_all(answer: Answer, translator: Translator) -> None:
    """Use the feedback on any other answer; report points for it."""
    if answer.fraction >= 1:
        raise QuestionError("no-right-answer", "any answer is right (`*`)", "name the right answer")
    name_share("*", answer, translator)
    translator.explain(answer.feedback)
