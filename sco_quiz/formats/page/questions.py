"""The questions of a page: their parts as HTML, and the keys by which its scripts judge them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from sco_quiz.card.about import beyond_html, source_line
from sco_quiz.card.answer_html import feedback
from sco_quiz.card.content import CardContent, card_content
from sco_quiz.card.escape import attribute_html
from sco_quiz.card.typed_key import Key, number_key, words_key
from sco_quiz.core.bank import Bank
from sco_quiz.core.content import Content
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Option, Order, TextEntry, TextGap
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.markup.html import HtmlRenderer, attribute
from sco_quiz.core.markup.page_html import page_renderer
from sco_quiz.core.nodes import GapMark
from sco_quiz.core.response_content import option_contents
from sco_quiz.core.responses import correct_response
from sco_quiz.core.revision import question_revision, shown_id, shown_revision
from sco_quiz.core.typed import Vocabulary
from sco_quiz.core.typed.strictness import what_counts
from sco_quiz.core.words.language import Language
from sco_quiz.core.words.languages import language_of

Json = dict[str, object]
LONGEST_ON_PAD = 6  # digits before or after the point that one types without a power of ten


def question_renderer(bank: Bank) -> HtmlRenderer:
    """Return the renderer of a page's questions: formulas as MathML, pictures as data, an empty element for a gap."""
    pages = page_renderer(bank.pictures)

    def math(tex: str, display: bool) -> str:
        from sco_quiz.core.markup.formulas import formula_words  # most pages have no formula

        names, words = f"math{' display' * display}", attribute(pages.escape, formula_words(tex))
        return f'<span class="{names}" dir="ltr" data-words="{words}">{pages.math(tex, display)}</span>'

    return replace(pages, math=math, gap=_gap)


def _gap(html: HtmlRenderer, gap: GapMark) -> str:
    return f'<span class="gap" data-hint="{attribute_html(gap.hint)}"></span>'


def page_questions(bank: Bank, questions: Sequence[AnyQuestion], with_key: bool = True) -> list[Json]:
    """Return questions as their page shows and judges them; without a key, nothing in them tells an answer.

    A keyboard of digits alone is offered where it can type each number that is right on the page: one that differs
    from question to question would tell which answers are below zero.
    """
    html, language = question_renderer(bank), language_of(bank.lang)
    numbers = [entry for question in questions if isinstance(entry := question.interaction(), NumberEntry)]
    pad = "decimal" if all(map(_fits_pad, numbers)) else ""
    return [_page_question(bank, question, html, language, pad, with_key) for question in questions]


def _fits_pad(entry: NumberEntry) -> bool:
    """Whether digits and a decimal point can type every right number: none has a minus or a power of ten."""
    return all(number >= 0 and abs(number.adjusted()) <= LONGEST_ON_PAD for number in (entry.answer, *entry.accept))


def _page_question(
    bank: Bank, question: AnyQuestion, html: HtmlRenderer, language: Language, pad: str, with_key: bool
) -> Json:
    """Return a question by the names that scripts read.

    `values` are what a response names, in the order of the numbers of options; `labels` are the same as plain text,
    where that differs.
    """
    interaction = question.interaction()
    card = card_content(question, bank.vocabulary, language, html)
    shown: Json = {
        "id": question.id if with_key else shown_id(bank, question),
        "first": question.first_id if with_key else shown_id(bank, question),
        "revision": question_revision(question) if with_key else shown_revision(question),
        "kind": card.behavior,
        "topic": bank.topic_of(question.id).id,
        "setting": html.content(question.content(question.setting)),
        "prompt": html.content(question.stem),
        "plain": question.stem.plain,
        "task": _task(interaction, card, language),
        "pad": pad if isinstance(interaction, NumberEntry) and not interaction.unit else "",
        "options": card.options,
        "values": card.values,
        "labels": _labels(interaction, card, language),
    }
    secrets = _secrets(bank, question, card, html, language) if with_key else {}
    return {name: value for name, value in (shown | secrets).items() if value}


def _task(interaction: Interaction, card: CardContent, language: Language) -> str:
    """Return the task, where a page says more than a card: its gaps are filled by typing, and a test gives points."""
    match interaction:
        case TextEntry(gaps, inline=True):
            fill = language.page_words["fill_gaps"] if len(gaps) > 1 else language.word("fill_gap")
            return language.sentences(fill, what_counts(interaction.what_counts, language))
        case Choice(by_key=False, several=True, penalty=None):
            return language.sentences(card.task, language.word("costs_same"))
        case TextEntry() | NumberEntry() | Choice() | Match() | Order():
            return card.task
    assert_never(interaction)


def _labels(interaction: Interaction, card: CardContent, language: Language) -> list[str]:
    """Return the options as plain text, in the order of their values; none if that is the same."""
    plain = {content.source: content.plain for content in option_contents(interaction)}
    match interaction:
        case Choice(by_key=True):
            labels = [language.label(value) for value in card.values]
        case Choice() | Match() | Order():
            labels = [plain[value] for value in card.values]
        case TextEntry() | NumberEntry():
            return []
        case _:
            assert_never(interaction)
    return labels if labels != list(card.values) else []


def _secrets(bank: Bank, question: AnyQuestion, card: CardContent, html: HtmlRenderer, language: Language) -> Json:
    interaction = question.interaction()
    return {
        "hint": html.content(question.content(question.hint)),
        "answer": card.answer,
        "feedback": card.feedback,
        "explanation": html.content(question.content(question.explanation)),
        "beyond": beyond_html(bank, question, language, html),
        "source": source_line(bank.source, question.source, language),
        "answers": list(question.key),
        **_key(interaction, card, bank.vocabulary, html, language),
    }


def _key(
    interaction: Interaction, card: CardContent, known: Vocabulary, html: HtmlRenderer, language: Language
) -> Json:
    """Return what the scripts judge by: numbers of options and their shares, or a key for each typed answer."""
    number = {value: str(index) for index, value in enumerate(card.values)}
    match interaction:
        case TextEntry(gaps):
            return {"gaps": [_gap_key(interaction, gap, known, html, language) for gap in gaps]}
        case NumberEntry():
            return {"gaps": [{"key": number_key(interaction)}]}
        case Match() | Order():
            return {"key": [number[text] for text in correct_response(interaction)]}
        case Choice(options):
            return {
                "key": [number[text] for text in correct_response(interaction)],
                "cost": str(interaction.cost) if interaction.penalty else "",
                "partial": {number[each.text]: str(each.partial.share) for each in options if each.partial},
            }
    assert_never(interaction)


def _gap_key(entry: TextEntry, gap: TextGap, known: Vocabulary, html: HtmlRenderer, language: Language) -> Json:
    """Return the key of one gap: what is right, what is partly right, and for one in the prompt what to show."""
    key: Json = {"key": words_key(entry, gap, known)}
    if gap.partial:
        key["partial"] = list(_partial_keys(entry, gap, known, html))
    if entry.inline:
        refused = (*gap.rejected, *gap.partial)
        key["answer"] = html.blocks(gap.accepted[0].blocks)
        key["feedback"] = feedback(refused, _numbered(option.content for option in refused), language, html)
    return key


def _partial_keys(entry: TextEntry, gap: TextGap, known: Vocabulary, html: HtmlRenderer) -> Iterable[Json]:
    """Yield a key for each form that gives a part of the points; the others are wrong for it."""
    for option in gap.partial:
        others = tuple(other for other in gap.partial if other is not option)
        alone: Key = words_key(entry, TextGap((option.content,), (*gap.rejected, *_plain(others))), known)
        assert option.partial
        note = html.content(option.note) if option.note else ""
        yield {"key": alone, "share": str(option.partial.share), "text": str(option.partial), "note": note}


def _plain(options: Iterable[Option]) -> Iterable[Option]:
    return (option._replace(partial=None) for option in options)


def _numbered(contents: Iterable[Content]) -> dict[str, str]:
    return {content.source: str(index) for index, content in enumerate(contents)}
