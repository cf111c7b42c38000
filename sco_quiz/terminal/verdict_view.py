"""A verdict as blocks: what was answered, what is right, and why."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.parts import Role
from sco_quiz.core.plural import counted
from sco_quiz.core.session import Result
from sco_quiz.core.verdict import Outcome, Response, Verdict
from sco_quiz.terminal.answer_marks import choice_lines, marked_lines, marked_stem, match_lines
from sco_quiz.terminal.blocks import Block, Line, Style
from sco_quiz.terminal.content_view import cost_in_words, shown_key, shown_part, shown_response
from sco_quiz.terminal.outcomes import STYLES, SYMBOLS
from sco_quiz.terminal.sanitize import one_line
from sco_quiz.terminal.shown import Words, has_own_lines, join, shown


def answered_block(bank: Bank, result: Result, options: Sequence[str]) -> Block:
    """Return the question with the answer marked in place, the verdict, and why; the options are as they were shown."""
    question, verdict = result.question, result.verdict
    style: Style = STYLES[verdict.outcome] if verdict else "dim"
    marked = marked_lines(result, options)
    lines = [
        *setting_lines(question),
        Line(marked_stem(result), "strong", ends_section=True),
        *marked[:-1],
        *(line._replace(ends_section=True) for line in marked[-1:]),
        Line(_title(verdict), style),
        *(_remarks(result, verdict) if verdict else ()),
        *([_correct_statement(question)] if question.corrections else []),
        *explanation_lines(bank, question),
        *(_reading_lines(bank, question) if verdict and verdict.outcome is Outcome.WRONG else ()),
    ]
    topic = bank.topic_of(question.id).title
    return Block(topic, tuple(lines), style)


def verdict_block(bank: Bank, result: Result, final: bool = False) -> Block:
    """Return the verdict with the answer, notes on what was chosen, the explanation and the source.

    A `final` verdict cannot be overridden; it is read apart from the question, so that it has a right answer, too.
    """
    question, verdict = result.question, result.verdict
    if verdict and final:  # no offer to override a result that is handed in
        verdict = verdict._replace(claimable=False)
    given = _right_lines(result) if final and verdict and verdict.outcome is Outcome.RIGHT else ()
    answer = _judgment_lines(result, verdict) if verdict else key_lines(question)
    lines = [*given, *answer, *explanation_lines(bank, question)]
    if verdict and verdict.outcome is Outcome.WRONG:
        lines += _reading_lines(bank, question)
    style: Style = STYLES[verdict.outcome] if verdict else "dim"
    spoken = verdict_words(verdict) if verdict else "Skipped"
    title = _title(verdict)
    if not lines:
        return Block("", (Line(title, style, spoken=spoken),))
    return Block(title, tuple(lines), style, spoken)


def _right_lines(result: Result) -> list[Line]:
    """Return what was answered, all of it right."""
    interaction, response = result.question.interaction(), result.response or ()
    if isinstance(interaction, Match):
        return list(match_lines(interaction, response))
    return _given_lines(interaction, shown_response(interaction, response))


def _given_lines(interaction: Interaction, given: Sequence[Words], between: str = "; ") -> list[Line]:
    """Return what was answered: on one line, unless a part of several has lines of its own, such as code."""
    if len(given) < 2 or not any(map(has_own_lines, given)):
        # a screen reader would say "right arrow"
        return [Line("Your answer: " + join(between, given), spoken="Your answer: " + join("; ", given))]
    if isinstance(interaction, Order):
        return [Line("Your answer:"), *(Line(words, label=str(n)) for n, words in enumerate(given, start=1))]
    return [Line("Your answer:"), *(Line(words, label="·", spoken=words) for words in given)]


def _title(verdict: Verdict | None) -> str:
    return f"{SYMBOLS[verdict.outcome]} {verdict_words(verdict)}" if verdict else "Skipped"


def verdict_words(verdict: Verdict) -> str:
    """Return the outcome in words."""
    own = " (your own verdict)" if verdict.claimed else ""
    match verdict.outcome:
        case Outcome.RIGHT:
            return f"Right{own}"
        case Outcome.PARTLY:
            return f"Partly right: {verdict.credit.numerator}/{verdict.credit.denominator} of the credit"
        case Outcome.ALMOST:
            return "Almost right, counts as right"
        case Outcome.WRONG:
            return f"Wrong{own}"
    assert_never(verdict.outcome)


def _judgment_lines(result: Result, verdict: Verdict) -> Iterator[Line]:
    """Yield what was answered, how it differs, what is right, and notes on what was chosen."""
    question, interaction = result.question, result.question.interaction()
    if verdict.outcome is Outcome.RIGHT:
        yield from _beyond_right(question, interaction, result.response or ())
        return
    given = shown_response(interaction, result.response or ())
    match interaction:
        case Match():
            yield from match_lines(interaction, result.response or ())
            yield from _remarks(result, verdict)
            return
        case Choice(several=True):
            yield from choice_lines(interaction, result.response or ())
            yield from _remarks(result, verdict)
            return
        case Order():
            yield from _given_lines(interaction, given, " → ")
        case Choice() | TextEntry() | NumberEntry():
            yield from _given_lines(interaction, given)
        case _:
            assert_never(interaction)
    yield from _remarks(result, verdict)
    yield from key_lines(question)


def _remarks(result: Result, verdict: Verdict) -> Iterator[Line]:
    """Yield how the answer differs, notes on what was chosen, how it is scored, and what the learner can do."""
    if verdict.difference:
        yield Line(f"Difference: {verdict.difference}.")
    content = result.question.content
    yield from (
        Line(shown(content(text.rstrip("."))) + ": " + shown(content(note)), "note") for text, note in verdict.notes
    )
    yield from _scoring(result, verdict)
    if verdict.claimable:
        asked = "Should this be wrong?" if verdict.counts_as_right else "Should this count?"
        yield Line(f"{asked} Press r.", spoken=f"{asked} Type r, then press Enter.")


def _scoring(result: Result, verdict: Verdict) -> Iterator[Line]:
    """Yield how several choices add up, where that is not obvious."""
    match result.question.interaction():
        case Choice(options, several=True) as choice if verdict.outcome is not Outcome.RIGHT:
            chosen = [option.right for option in options if option.text in (result.response or ())]
            keys, right, wrong = sum(option.right for option in options), sum(chosen), len(chosen) - sum(chosen)
            yield Line(f"You found {right} of {keys} right answers{_taken(choice, wrong)}.", "dim")
        case Order(items) if verdict.outcome is Outcome.PARTLY:
            steps = len(items) - 1
            kept = int(verdict.credit * steps) + 1
            yield Line(f"{kept} of {len(items)} are in the right order; each after the first earns 1/{steps}.", "dim")
        case _:
            return


def _taken(choice: Choice, wrong: int) -> str:
    """Return what wrong choices take off."""
    if not wrong:
        return ""
    if choice.penalty:
        return f"; a wrong choice {cost_in_words(choice)}"
    return f"; {counted(wrong, 'wrong choice is', 'wrong choices are')} taken off"


def _beyond_right(question: AnyQuestion, interaction: Interaction, response: Response) -> list[Line]:
    """Return what a right answer does not say itself: the correct statement, or the key as its author wrote it."""
    if question.corrections:
        return [_correct_statement(question)]
    match interaction:
        case TextEntry() | NumberEntry():
            # what was typed may be another accepted form, or have other capitals
            return [] if response == question.correct_response else [_right_answer(question)]
        case Choice() | Match() | Order():
            return []
    assert_never(interaction)


def key_lines(question: AnyQuestion) -> list[Line]:
    """Return what is right."""
    match interaction := question.interaction():
        case Choice(options, several=True):
            right = (shown(option.content) for option in options if option.right)
            lines = [Line("Right answers:"), *(Line(text, "right", "✓", text) for text in right)]
        case Match():
            pairs = (join(" = ", map(shown, pair)) for pair in interaction.pairs)
            lines = [Line("Right pairs:"), *(Line(text, "right", "✓", text) for text in pairs)]
        case Order(items):
            ordered = enumerate(map(shown, items), start=1)
            lines = [Line("Right order:"), *(Line(text, "right", str(number)) for number, text in ordered)]
        case NumberEntry():
            lines = [_right_answer(question)._replace(style="right"), *map(Line, interaction.also_right)]
        case Choice() | TextEntry():
            lines = [_right_answer(question)._replace(style="right")]
        case _:
            assert_never(interaction)
    return [*lines, _correct_statement(question)] if question.corrections else lines


def _right_answer(question: AnyQuestion) -> Line:
    return Line("Right answer: " + join("; ", shown_key(question.interaction(), question.correct_response)))


def _correct_statement(question: AnyQuestion) -> Line:
    corrected = question.corrected
    statement: Words = shown(corrected) if corrected else question.statement
    return Line("Correct statement: " + statement)


def setting_lines(question: AnyQuestion) -> list[Line]:
    """Return a line with the setting, if there is one."""
    if not question.setting:
        return []
    setting = shown(question.content(one_line(question.setting)))
    return [Line(setting, "dim", spoken="Setting: " + setting)]


def explanation_lines(bank: Bank, question: AnyQuestion, in_full: bool = False) -> Iterator[Line]:
    """Yield the explanation, what goes beyond the article with its references, and the source.

    `in_full` adds the addresses of the references and the summaries of the paragraphs. A quiz leaves the summaries out:
    they would answer questions that are still to come.
    """
    if explanation := shown_part(question, Role.EXPLANATION):
        yield Line(explanation)
    if beyond := shown_part(question, Role.BEYOND):
        yield Line("Beyond the article: " + beyond, "note")
        cited = [reference.citation for _, reference in bank.references_of(question)]
        full = [
            f"{each.citation}, {each.url}" if each.url else each.citation for _, each in bank.references_of(question)
        ]
        yield from (Line(f"See: {text}", "dim") for text in (full if in_full else ["; ".join(cited)]))
    sources = source_lines(bank, question) if in_full else [_citation(bank, question)]
    yield from (Line(text, "dim") for text in sources if text)


def _citation(bank: Bank, question: AnyQuestion) -> str:
    """Return the article with the numbers of the paragraphs that the answer is in; empty if there are none."""
    if not question.source:
        return ""
    if bank.source is None:
        return f"Source: {_numbered(question.source)}"
    return "; ".join(f"{citation}, {_numbered(numbers)}" for citation, numbers in bank.source.cited(question.source))


def _numbered(paragraphs: Sequence[int]) -> str:
    return f"paragraph{'' if len(paragraphs) == 1 else 's'} {', '.join(map(str, paragraphs))}"


def _reading_lines(bank: Bank, question: AnyQuestion) -> Iterator[Line]:
    """Yield where the digest has the answer."""
    from sco_quiz.core.digest import digest  # only a wrong answer needs it

    if place := digest(bank).place_of(bank, question):
        section, number = place
        yield Line(f"Read more: `sco-quiz read {section.topic.id}`, paragraph {number}", "dim")


def source_lines(bank: Bank, question: AnyQuestion) -> list[str]:
    """Return a line for each paragraph that the answer is in; the first one of an article cites it."""
    if bank.source is None:
        return [f"Source: paragraph {number}." for number in question.source]
    paragraphs = [paragraph for number in question.source if (paragraph := bank.source.paragraph(number))]
    cited = bank.source.cited(paragraph.number for paragraph in paragraphs)
    names = {numbers[0]: f"{citation}, paragraph" for citation, numbers in cited}
    return [
        f"{names.pop(number, 'Paragraph')} {number}{': ' if paragraph.summary else '.'}{paragraph.summary}"
        for paragraph in paragraphs
        for number in [paragraph.number]
    ]
