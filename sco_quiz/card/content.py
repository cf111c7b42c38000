"""What a card shows for each interaction: the parts of a note that depend on how a question is answered, as HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import assert_never

from sco_quiz.card.answer_html import also_right, answer_list, answer_pair, corrected, feedback, given
from sco_quiz.card.escape import field_html, inline_html
from sco_quiz.card.typed_key import key_html, number_key, words_key
from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Option, Order, TextEntry, TextGap, show_number
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.option_order import in_ascending_order
from sco_quiz.core.responses import ascending_rights, correct_response
from sco_quiz.core.typed import Vocabulary
from sco_quiz.core.typed.strictness import what_counts
from sco_quiz.core.words.language import TRUE_FALSE, Language


@dataclass(frozen=True, slots=True)
class CardContent:
    """The fields of a note that depend on the interaction; `answer`, `key` and `feedback` are for the back alone.

    `behavior` names what the scripts of the card do: one of the kinds that they were written for. `values` are what a
    response names, in the order in which `options` numbers what can be chosen.
    """

    behavior: str
    task: str
    options: str = ""
    typed: str = ""
    answer: str = ""
    key: str = ""
    feedback: str = ""
    values: tuple[str, ...] = ()


def card_content(question: Question, known: Vocabulary, language: Language, html: HtmlRenderer) -> CardContent:
    """Render the parts of a card in words of a language. A typed word that is `known` is never taken for a typo."""
    interaction = question.interaction()
    match interaction:
        case Choice():
            return _choice(question, interaction, language, html)
        case TextEntry(gaps=(gap,), inline=False):
            return _typed_words(question, interaction, gap, known, language, html)
        case TextEntry():
            return _gaps(question, interaction, language, html)
        case NumberEntry():
            return _number(interaction, language)
        case Match():
            return _match(question, interaction, language, html)
        case Order():
            return _order(question, interaction, language, html)
    assert_never(interaction)


def _choice(question: Question, choice: Choice, language: Language, html: HtmlRenderer) -> CardContent:
    behavior, task = _choice_names(choice, language)
    if choice.penalty:
        costs = language.word("costs" if choice.cost else "costs_nothing", share=choice.penalty)
        task = language.sentences(task, costs)
    contents = [option.content for option in choice.options]
    shown, fixed = (
        (contents, True) if choice.order == "fixed" else _neutral(question.id, contents, in_ascending_order(contents))
    )
    number = _numbered(shown)
    label = {option.text: _label(choice, option, language, html) for option in choice.options}
    right = correct_response(choice)
    return CardContent(
        behavior,
        task,
        options=_list("options", [label[content.source] for content in shown], fixed),
        answer=answer_list("ul", [label[text] for text in right]) + corrected(question, html),
        key=_key(number[text] for text in right) + _shares(choice, number),
        feedback=feedback(choice.options, number, language, html),
        values=tuple(number),
    )


def _shares(choice: Choice, number: Mapping[str, str]) -> str:
    """Return what a wrong choice costs and what partly right options give, where the question says it."""
    cost = f'<i data-f="cost">{choice.cost}</i>' if choice.penalty else ""
    partial = " ".join(f"{number[each.text]}:{each.partial.share}" for each in choice.options if each.partial)
    return cost + (f'<i data-f="partial">{partial}</i>' if partial else "")


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


def _label(choice: Choice, option: Option, language: Language, html: HtmlRenderer) -> str:
    return field_html(language.label(option.text)) if choice.by_key else html.content(option.content)


def _typed_words(
    question: Question,
    entry: TextEntry,
    gap: TextGap,
    known: Vocabulary,
    language: Language,
    html: HtmlRenderer,
) -> CardContent:
    refused = (*gap.rejected, *gap.partial)  # what is partly right must not pass as a typo
    return CardContent(
        "short_answer",
        language.sentences(language.word("type_words"), what_counts(entry.what_counts, language)),
        typed=field_html(" ".join(gap.accepted[0].plain.split())),  # Anki compares every character, spaces, too
        answer=given(gap.accepted[0], html) + also_right(question, language, html),
        key=key_html(words_key(entry, gap, known)),
        feedback=feedback(refused, _numbered(option.content for option in refused), language, html),
    )


def _gaps(question: Question, entry: TextEntry, language: Language, html: HtmlRenderer) -> CardContent:
    """Anki fills gaps in the prompt itself; the words for other gaps are shown as the answer."""
    words = "" if entry.inline else "".join(given(gap.accepted[0], html) for gap in entry.gaps)
    return CardContent("cloze", language.word("fill_gap"), answer=words + also_right(question, language, html))


def _number(entry: NumberEntry, language: Language) -> CardContent:
    task = language.word("type_digits", n=entry.digits) if entry.digits else language.word("type_number")
    if entry.unit:
        task = language.word("in_unit", task=task, unit=f"<bdi>{inline_html(entry.unit)}</bdi>")
    also = "".join(f'<p class="also">{field_html(sentence)}</p>' for sentence in entry.also_right_in(language))
    return CardContent(
        "numeric",
        task,
        typed=show_number(entry.answer),
        answer=f'<p class="given" dir="auto">{field_html(entry.shown)}</p>{also}',
        key=key_html(number_key(entry)),
    )


def _match(question: Question, match: Match, language: Language, html: HtmlRenderer) -> CardContent:
    rights, fixed = _neutral(
        question.id, [*match.rights, *(option.content for option in match.distractors)], ascending_rights(match)
    )
    number = _numbered(rights)
    lefts = _list("lefts", map(html.content, match.rows), True)
    pairs = "".join(answer_pair(left, right, html) for left, right in match.pairs)
    return CardContent(
        "matching",
        language.word("match"),
        options=lefts + _list("rights", map(html.content, rights), fixed),
        answer=f'<ul class="plain">{pairs}</ul>',
        key=_key(number[right.source] for right in match.rights),
        feedback=feedback(match.distractors, number, language, html),
        values=tuple(number),
    )


def _order(question: Question, order: Order, language: Language, html: HtmlRenderer) -> CardContent:
    shown = _by_hash(question.id, order.items)
    if shown == list(order.items):  # a hash may happen to give the right order
        shown.reverse()
    number = _numbered(shown)
    return CardContent(
        "ordering",
        language.word("order"),
        options=_list("parts", map(html.content, shown), fixed=False),
        answer=answer_list("ol", map(html.content, order.items)),
        key=_key(number[item.source] for item in order.items),
        values=tuple(number),
    )


def _by_hash(salt: str, contents: Iterable[Content]) -> list[Content]:
    """Sort by a hash: the order is unrelated to the key, never changes, and one edited text hardly disturbs it."""
    return sorted(contents, key=lambda each: blake2b(f"{salt}\x1f{each.source}".encode(), digest_size=8).digest())


def _neutral(salt: str, contents: Sequence[Content], ascending: list[Content] | None) -> tuple[list[Content], bool]:
    """Return options in the order in which the note stores them, and whether the card shows them in it.

    Numbers and dates are shown in ascending order; the script of the card shuffles any others.
    """
    return (_by_hash(salt, contents), False) if ascending is None else (ascending, True)


def _numbered(shown: Iterable[Content]) -> dict[str, str]:
    """Return what stands for each option in the key: its number in the note."""
    return {content.source: str(index) for index, content in enumerate(shown)}


def _list(name: str, items: Iterable[str], fixed: bool) -> str:
    inside = "".join(f'<li data-k="{index}" dir="auto">{item}</li>' for index, item in enumerate(items))
    return f'<ol class="{name}"{" data-fixed" * fixed}>{inside}</ol>'


def _key(numbers: Iterable[str]) -> str:
    return f'<i data-f="key">{" ".join(numbers)}</i>'
