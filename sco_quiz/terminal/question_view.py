"""A question as blocks: while it is asked, and in full."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple, assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.figures import points_in_words
from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry, partly_right
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.parts import Role
from sco_quiz.core.plural import counted
from sco_quiz.core.session import Session
from sco_quiz.core.typed.strictness import what_counts
from sco_quiz.terminal.blocks import Block, Line, pictures_of
from sco_quiz.terminal.content_view import cost_in_words, shown_part, shown_response
from sco_quiz.terminal.keys import is_typed, opening_choices
from sco_quiz.terminal.shown import join, shown
from sco_quiz.terminal.verdict_view import explanation_lines, key_lines, setting_lines


class Instruction(NamedTuple):
    """How to answer, as it is shown and as a screen reader speaks it."""

    shown: str
    spoken: str


def question_block(bank: Bank, session: Session, question: AnyQuestion, points: Fraction | None = None) -> Block:
    """Return the current question with its number in the session, what it counts, and how to answer it."""
    interaction = question.interaction()
    lines = [*setting_lines(question), stem_line(question), *option_lines(interaction, session.options)]
    if isinstance(interaction, Choice) and interaction.by_key:
        lines += _key_lines(interaction)
    if session.hint_taken:
        lines.append(hint_line(question))
    topic = bank.topic_of(question.id).title
    worth = [points_in_words(points)] if points else []
    spoken = ", ".join((_place(session), f"topic {topic}", *worth))
    block = Block(" · ".join((topic, *worth)), tuple(lines), spoken=spoken)
    return block._replace(lines=(*lines, *_instruction(session, question, len(pictures_of(block)))))


def _place(session: Session) -> str:
    """Return which question it is; in a review, where questions come back, how many are left."""
    if session.review:
        return f"{counted(len(session.queue) - len(session.results), 'question')} left"
    return f"Question {(session.place or 0) + 1} of {len(session.questions)}"


def _instruction(session: Session, question: AnyQuestion, pictures: int) -> list[Line]:
    """Return how to answer, and the keys that most learners need."""
    interaction = question.interaction()
    how = how_to_answer(interaction, session.options)
    typed = is_typed(interaction, session.options)
    has_hint = bool(question.hint) and not session.hint_taken and not session.exam
    keys = [("Tab" if typed else "h", "hint")] * has_hint + [("s", "skip")] * (not typed)
    keys += opening_choices(pictures, "F2" if typed else "o")
    keys += [("F1", "all keys"), ("s Enter", "skip"), ("q Enter", "end")] if typed else [("?", "all keys")]
    shown = " · ".join(f"{key}: {meaning}" for key, meaning in keys)
    hint = " Type h for a hint." if has_hint else ""
    return [Line(how.shown, "dim", spoken=f"{how.spoken}{hint}{_how_to_open(pictures)}"), Line(shown, "dim", spoken="")]


def _how_to_open(pictures: int) -> str:
    if pictures > 1:
        return f" Type o and a number, 1 to {pictures}, to open a picture."
    return " Type o to open the picture." if pictures else ""


def new_settings(questions: Iterable[AnyQuestion]) -> Iterator[tuple[AnyQuestion, list[Line]]]:
    """Yield the questions of a list, each with the line of its setting unless the one before it has the same."""
    before = ""
    for question in questions:
        yield question, setting_lines(question) if question.setting != before else []
        before = question.setting


def stem_line(question: AnyQuestion, label: str = "") -> Line:
    """Return the prompt with its gaps."""
    return Line(shown(question.stem), "strong", label, ends_section=True)


def option_lines(interaction: Interaction, options: tuple[str, ...]) -> list[Line]:
    """Return the options with their numbers, after the rows that they are matched with."""
    texts = shown_response(interaction, options)
    numbered = [Line(text, label=str(n), option=n - 1) for n, text in enumerate(texts, start=1)]
    match interaction:
        case Choice():
            return [] if interaction.by_key else numbered  # the instruction names options that have keys
        case Match():
            return [*_row_lines(interaction), *numbered]
        case Order() | TextEntry() | NumberEntry():
            return numbered
    assert_never(interaction)


def _key_lines(choice: Choice) -> Iterator[Line]:
    """Yield the options that have keys; spoken, the instruction names them."""
    for index, option in enumerate(choice.options):
        yield Line(shown(option.content), label=option.keys[0], spoken="", option=index)


def _row_lines(match: Match) -> Iterator[Line]:
    for number, row in enumerate(match.rows, start=1):
        text, last = shown(row), number == len(match.rows)
        yield Line(text + " = ?", label="·", spoken=f"Row {number}: " + text, ends_section=last, row=number - 1)


def how_to_answer(interaction: Interaction, options: tuple[str, ...]) -> Instruction:
    """Return one sentence on what to press or type; spoken, every answer is a line."""
    count = len(options)
    match interaction:
        case Choice() if interaction.by_key:
            return _how_to_press(interaction)
        case Choice(several=True):
            how = f"Select all that apply, such as 1 3, then press Enter. A wrong choice {cost_in_words(interaction)}."
        case Choice():
            how = f"Press a number, 1 to {count}."
            return Instruction(how, f"Type a number, 1 to {count}, then press Enter.")
        case TextEntry(gaps):
            what = "missing words" if interaction.inline else "answer"
            how = f"Type the {what}{_for_each_gap(len(gaps))}, then press Enter."
            how = f"{how} {what_counts(interaction.what_counts)}".strip()
        case NumberEntry(unit=unit):
            how = f"Type a number{f' ({unit})' if unit else ''}{_with_digits(interaction)}, then press Enter."
        case Match(pairs):
            how = f"Type a number for each of the {len(pairs)} rows, from the top, then press Enter."
        case Order():
            how = f"Type all {count} numbers in the right order, then press Enter."
        case _:
            assert_never(interaction)
    return Instruction(how, how)


def _what_counts(interaction: Interaction) -> str:
    """Return what a typed answer is not forgiven, as a sentence; empty if nothing is."""
    match interaction:
        case TextEntry():
            return what_counts(interaction.what_counts)
        case NumberEntry(digits=digits) if digits:
            return f"With fewer than {counted(digits, 'significant digit')}: almost right."
        case _:
            return ""


def _with_digits(entry: NumberEntry) -> str:
    return f" with {counted(entry.digits, 'significant digit')}" if entry.digits else ""


def _how_to_press(choice: Choice) -> Instruction:
    names = " or ".join(str(shown(option.content)) for option in choice.options)
    keys = " or ".join(option.keys[0] for option in choice.options)
    asked = f"{names[:1].upper()}{names[1:]}?"
    return Instruction(f"Press {keys}.", f"{asked} Type {keys}, then press Enter.")


def _for_each_gap(count: int) -> str:
    if count == 1:
        return ""
    return f" for {'both' if count == 2 else f'all {count}'} gaps, separated by a semicolon (;)"


def hint_line(question: AnyQuestion) -> Line:
    """Return the hint, or a line that says it has none."""
    hint = shown_part(question, Role.HINT)
    return Line("Hint: " + hint if hint else "This question has no hint.", "note")


def full_block(bank: Bank, question: AnyQuestion, options: tuple[str, ...]) -> Block:
    """Return a question with its key and everything else that the bank says about it, except what it allows."""
    interaction = question.interaction()
    asked = [*setting_lines(question), stem_line(question), *option_lines(interaction, options)]
    lines = [*asked, *key_lines(question)]
    if accepted := [shown(p.content) for p in question.parts() if p.role is Role.ACCEPTED]:
        lines.append(Line("Also right: " + join("; ", accepted)))
    if partial := [shown(each.content) + f" ({each.partial})" for each in partly_right(interaction)]:
        lines.append(Line("Partly right: " + join("; ", partial)))
    lines += _note_lines(question)
    if counts := _what_counts(interaction):
        lines.append(Line(counts))
    if question.hint:
        lines.append(hint_line(question))
    lines += explanation_lines(bank, question, in_full=True)
    if question.status == "retired":
        lines.append(_retired_line(question))
    facts = _facts(question)
    lines.append(Line(" · ".join(facts), "dim", spoken=", ".join(facts)))
    topic = bank.topic_of(question.id).title
    return Block(f"{question.id} · {topic}", tuple(lines), spoken=f"Question {question.id}, topic {topic}")


def _retired_line(question: AnyQuestion) -> Line:
    reason = shown_part(question, Role.REASON)
    why = "retired: " + reason if reason else shown("retired")
    return Line(why + f" (replaced by {question.successor})" if question.successor else why, "note")


def _facts(question: AnyQuestion) -> list[str]:
    facts = [question.type, question.level, f"difficulty {question.difficulty}/5", *question.tags]
    if question.as_of:
        facts.append(f"as of {question.as_of}")
    if question.review_by:
        facts.append(f"review by {question.review_by}")
    return [*facts, *(f"formerly {name}" for name in question.formerly)]


def _note_lines(question: AnyQuestion) -> Iterator[Line]:
    """Yield each wrong answer that has a note, with the note: a note has the key path of what it is about."""
    about = {part.path: shown(part.content) for part in question.parts() if part.role is not Role.NOTE}
    for part in question.parts():
        if part.role is Role.NOTE:
            yield Line(about[part.path] + ": " + shown(part.content), "note")
