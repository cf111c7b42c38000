"""What a card shows for each interaction: the parts of a note that depend on how a question is answered, as HTML."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby, starmap
from typing import assert_never

from sco_quiz.anki.content_html import content_html, inline_content_html
from sco_quiz.anki.direction import direction_of
from sco_quiz.anki.escape import field_html, inline_html
from sco_quiz.anki.typed_key import forms_key, number_key
from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Option, Order, TextEntry, TextGap, show_number
from sco_quiz.core.kinds import Question
from sco_quiz.core.option_order import in_ascending_order
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.place import KeyPath
from sco_quiz.core.responses import ascending_rights, correct_response
from sco_quiz.core.typed import Vocabulary
from sco_quiz.core.typed.strictness import what_counts
from sco_quiz.core.words.language import ENGLISH, TRUE_FALSE, Language


@dataclass(frozen=True, slots=True)
class CardContent:
    """The fields of a note that depend on the interaction; `answer`, `key` and `feedback` are for the back alone.

    `behavior` names what the scripts of the card do: one of the kinds that they were written for.
    """

    behavior: str
    task: str
    options: str = ""
    typed: str = ""
    answer: str = ""
    key: str = ""
    feedback: str = ""


def card_content(question: Question, known: Vocabulary, language: Language = ENGLISH) -> CardContent:
    """Render the parts of a card in words of a language. A typed word that is `known` is never taken for a typo."""
    interaction = question.interaction()
    match interaction:
        case Choice():
            return _choice(question, interaction, language)
        case TextEntry(gaps=(gap,), inline=False):
            return _typed_words(question, gap, interaction.strict, known, language)
        case TextEntry():
            return _gaps(question, interaction, language)
        case NumberEntry():
            return _number(interaction, language)
        case Match():
            return _match(question, interaction, language)
        case Order():
            return _order(question, interaction, language)
    assert_never(interaction)


def _choice(question: Question, choice: Choice, language: Language) -> CardContent:
    behavior, task = _choice_names(choice, language)
    contents = [option.content for option in choice.options]
    shown, fixed = (
        (contents, True)
        if choice.order == "fixed"
        else _neutral(question.id, contents, in_ascending_order(content.source for content in contents))
    )
    number = _numbered(shown)
    label = {option.text: _label(choice, option, language) for option in choice.options}
    right = correct_response(choice)
    return CardContent(
        behavior,
        task,
        options=_list("options", [label[content.source] for content in shown], fixed),
        answer=_plain("ul", [label[text] for text in right]) + _corrected(question),
        key=_key(number[text] for text in right),
        feedback=_feedback(choice.options, number),
    )


def _choice_names(choice: Choice, language: Language) -> tuple[str, str]:
    """Return the behavior and the task of a choice."""
    if choice.by_key:
        texts = [option.text for option in choice.options]
        return "true_false", language.word("judge") if set(
            texts
        ) == TRUE_FALSE else f"{' or '.join(texts).capitalize()}?"
    if choice.several:
        return "multiple_choice", language.word("choose_all")
    return "single_choice", language.word("choose_one")


def _label(choice: Choice, option: Option, language: Language) -> str:
    return field_html(language.label(option.text)) if choice.by_key else content_html(option.content)


def _corrected(question: Question) -> str:
    """Return a false statement with its wrong words crossed out and the right ones beside them."""
    right = dict(question.corrections)
    if not right:
        return ""
    # the longest first, since one wrong text may begin with another
    wrong = re.compile("|".join(re.escape(text) for text in sorted(right, key=len, reverse=True)))
    statement, parts, end = question.stem.plain, [], 0
    for match in wrong.finditer(statement):
        parts.append(inline_html(statement[end : match.start()]))
        parts.append(f"<del>{inline_html(match[0])}</del> <ins>{inline_html(right[match[0]])}</ins>")
        end = match.end()
    parts.append(inline_html(statement[end:]))
    return f'<p class="corrected" dir="auto">{"".join(parts).strip()}</p>'


def _typed_words(
    question: Question, gap: TextGap, strict: tuple[str, ...], known: Vocabulary, language: Language
) -> CardContent:
    accepted, rejected = [form.plain for form in gap.accepted], [option.content.plain for option in gap.rejected]
    return CardContent(
        "short_answer",
        language.sentences(language.word("type_words"), what_counts(strict, language)),
        typed=field_html(" ".join(accepted[0].split())),  # Anki compares every character, spaces, too
        answer=_given(accepted[0]) + _also_right(question, language),
        key=forms_key(accepted, rejected, known, strict),
        feedback=_feedback(gap.rejected, {text: str(index) for index, text in enumerate(rejected)}),
    )


def _gaps(question: Question, entry: TextEntry, language: Language) -> CardContent:
    """Anki fills gaps in the prompt itself; the words for other gaps are shown as the answer."""
    words = "" if entry.inline else "".join(map(_given, correct_response(entry)))
    return CardContent("cloze", language.word("fill_gap"), answer=words + _also_right(question, language))


def _number(entry: NumberEntry, language: Language) -> CardContent:
    task = language.word("type_digits", n=entry.digits) if entry.digits else language.word("type_number")
    if entry.unit:
        task = language.word("in_unit", task=task, unit=f"<bdi>{inline_html(entry.unit)}</bdi>")
    also = "".join(f'<p class="also">{field_html(sentence)}</p>' for sentence in entry.also_right_in(language))
    return CardContent(
        "numeric",
        task,
        typed=show_number(entry.answer),
        answer=_given(entry.shown) + also,
        key=number_key(entry),
    )


def _match(question: Question, match: Match, language: Language) -> CardContent:
    rights, fixed = _neutral(
        question.id, [*match.rights, *(option.content for option in match.distractors)], ascending_rights(match)
    )
    number = _numbered(rights)
    lists = _list("lefts", map(content_html, match.rows), True) + _list("rights", map(content_html, rights), fixed)
    return CardContent(
        "matching",
        language.word("match"),
        options=lists,
        answer=f'<ul class="plain">{"".join(starmap(_pair, match.pairs))}</ul>',
        key=_key(number[right.source] for right in match.rights),
        feedback=_feedback(match.distractors, number),
    )


def _pair(left: Content, right: Content) -> str:
    # the arrow points in the direction of the line, which is left to right unless the item says otherwise
    backward = direction_of(f"{left.plain} {right.plain}") == "rtl"
    item, arrow = ('<li dir="rtl">', "←") if backward else ("<li>", "→")
    sides = (inline_content_html(left), inline_content_html(right))
    return f'{item}<span dir="auto">{sides[0]}</span> {arrow} <b dir="auto">{sides[1]}</b></li>'


def _order(question: Question, order: Order, language: Language) -> CardContent:
    shown = _by_hash(question.id, order.items)
    if shown == list(order.items):  # a hash may happen to give the right order
        shown.reverse()
    number = _numbered(shown)
    return CardContent(
        "ordering",
        language.word("order"),
        options=_list("parts", map(content_html, shown), fixed=False),
        answer=_plain("ol", map(content_html, order.items)),
        key=_key(number[item.source] for item in order.items),
    )


def _by_hash(salt: str, contents: Iterable[Content]) -> list[Content]:
    """Sort by a hash: the order is unrelated to the key, never changes, and one edited text hardly disturbs it."""
    return sorted(contents, key=lambda each: blake2b(f"{salt}\x1f{each.source}".encode(), digest_size=8).digest())


def _neutral(salt: str, contents: Sequence[Content], ascending: Sequence[str] | None) -> tuple[list[Content], bool]:
    """Return options in the order in which the note stores them, and whether the card shows them in it.

    Numbers and dates are shown in ascending order; the script of the card shuffles any others.
    """
    if ascending is None:
        return _by_hash(salt, contents), False
    by_source = {content.source: content for content in contents}
    return [by_source[source] for source in ascending], True


def _numbered(shown: Iterable[Content]) -> dict[str, str]:
    """Return what stands for each option in the key: its number in the note."""
    return {content.source: str(index) for index, content in enumerate(shown)}


def _list(name: str, items: Iterable[str], fixed: bool) -> str:
    inside = "".join(f'<li data-k="{index}" dir="auto">{item}</li>' for index, item in enumerate(items))
    return f'<ol class="{name}"{" data-fixed" * fixed}>{inside}</ol>'


def _key(numbers: Iterable[str]) -> str:
    return f'<i data-f="key">{" ".join(numbers)}</i>'


def _plain(element: str, items: Iterable[str]) -> str:
    """Return the answer for a reader without scripts, such as Anki's own preview."""
    inside = "".join(f'<li dir="auto">{item}</li>' for item in items)
    return f'<{element} class="plain">{inside}</{element}>'


def _given(text: str) -> str:
    return f'<p class="given" dir="auto">{field_html(text)}</p>'


def _also_right(question: Question, language: Language) -> str:
    """List the other accepted forms. In the key path of a form of a gap is the hidden text."""
    accepted = (part for part in question.parts() if part.role is Role.ACCEPTED)
    return "".join(_forms(path, parts, language) for path, parts in groupby(accepted, key=lambda part: part.path[1:-1]))


def _forms(path: KeyPath, parts: Iterable[Part], language: Language) -> str:
    forms = " · ".join(inline_content_html(part.content) for part in parts)
    gap = "".join(f"<b>{inline_html(str(hidden))}</b>" for hidden in path)
    sentence = language.word("also_right_for" if gap else "also_right", gap=gap, forms=forms)
    return f'<p class="also" dir="auto">{sentence}</p>'


def _feedback(options: Iterable[Option], number: Mapping[str, str]) -> str:
    """List the notes on wrong options, each under the number of its option."""
    items = "".join(
        f'<li data-k="{number[option.text]}" dir="auto"><b>{content_html(option.content)}</b> '
        f'<span class="note">{content_html(option.note)}</span></li>'
        for option in options
        if option.note
    )
    return f"<ul>{items}</ul>" if items else ""
