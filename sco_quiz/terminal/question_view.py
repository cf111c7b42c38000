"""From the values of a session to blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import assert_never

from sco_quiz.core.bank import Bank
from sco_quiz.core.kinds import (
    AnyQuestion,
    Cloze,
    Matching,
    MultipleChoice,
    Numeric,
    Ordering,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from sco_quiz.core.session import Result, Session, missed, score
from sco_quiz.core.verdict import Outcome, Verdict
from sco_quiz.terminal.blocks import Block, Line, Style
from sco_quiz.terminal.sanitize import shorten
from sco_quiz.terminal.screen_reader import difference_in_words, stem_in_words

SIGNS = {Outcome.RIGHT: "✓", Outcome.PARTLY: "◐", Outcome.ALMOST: "≈", Outcome.WRONG: "✗"}
STYLES: dict[Outcome, Style] = {
    Outcome.RIGHT: "right",
    Outcome.PARTLY: "partly",
    Outcome.ALMOST: "almost",
    Outcome.WRONG: "wrong",
}


def question_block(bank: Bank, session: Session, question: AnyQuestion) -> Block:
    """The current question with its place in the session, and how it is answered."""
    lines = [stem_line(question), *option_lines(question, session.options)]
    if session.hint_taken:
        lines.append(hint_line(question))
    hint, hint_words = (
        (" h: hint.", " Type h for a hint.")
        if question.hint and not session.hint_taken and not session.exam
        else ("", "")
    )
    how, how_words = how_to_answer(question, session.options), how_to_type(question, session.options)
    lines.append(Line(how + hint, "dim", words=how_words + hint_words))
    number, count, topic = len(session.results) + 1, len(session.queue), bank.topic_of(question.id).title
    words = f"Question {number} of {count}, topic {topic}"
    return Block(f"{number}/{count} · {topic}", _brief(lines, question), words=words)


def _brief(lines: Iterable[Line], question: AnyQuestion) -> tuple[Line, ...]:
    """The lines of a question, none of them longer than a screen holds."""
    name = question.id
    return tuple(replace(line, text=shorten(line.text, name), words=shorten(line.words, name)) for line in lines)


def stem_line(question: AnyQuestion, label: str = "") -> Line:
    """The prompt, with its gaps in words for those who hear it."""
    words = stem_in_words(question)
    return Line(question.stem.plain, "strong", label, f"{label}: {words}" if label else words)


def option_lines(question: AnyQuestion, options: tuple[str, ...]) -> list[Line]:
    """The options with their numbers; for matching the rows to be matched come first."""
    if isinstance(question, TrueFalse):
        return []
    lefts = tuple(question.pairs) if isinstance(question, Matching) else ()
    rows = [Line(f"{left} = ?", label="·", words=f"Row {n}: {left}") for n, left in enumerate(lefts, start=1)]
    return rows + [Line(option, label=str(number)) for number, option in enumerate(options, start=1)]


def how_to_answer(question: AnyQuestion, options: tuple[str, ...]) -> str:
    """One sentence on what to press or type."""
    count = len(options)
    match question:
        case SingleChoice():
            return f"Press a number, 1 to {count}."
        case MultipleChoice():
            return "Select all that apply, such as 1 3; then Enter."
        case TrueFalse():
            return "True or false? Press t or f."
        case ShortAnswer():
            return "Type the answer; then Enter."
        case Numeric():
            return f"Type a number{f' ({question.unit})' if question.unit else ''}; then Enter."
        case Cloze():
            several = f" of the {len(question.gaps)} gaps, with ; between" if len(question.gaps) > 1 else ""
            return f"Type the missing words{several}; then Enter."
        case Matching():
            return f"Give the number for each of the {len(question.pairs)} rows, from the top; then Enter."
        case Ordering():
            return f"Give all {count} numbers in the right order; then Enter."
    assert_never(question)


def how_to_type(question: AnyQuestion, options: tuple[str, ...]) -> str:
    """The same where every answer is a line."""
    match question:
        case SingleChoice():
            return f"Type a number, 1 to {len(options)}; then Enter."
        case TrueFalse():
            return "True or false? Type t or f; then Enter."
        case _:
            return how_to_answer(question, options).replace("with ; between", "with a semicolon between")


def hint_line(question: AnyQuestion) -> Line:
    """The hint, or that there is none."""
    return Line(f"Hint: {question.hint}" if question.hint else "This question has no hint.", "note")


def verdict_block(bank: Bank, result: Result, final: bool = False) -> Block:
    """Verdict, answer, feedback on what was chosen, explanation, and where it stands in the article.

    A final verdict cannot be claimed any more.
    """
    question, verdict = result.question, result.verdict
    if verdict and final:
        verdict = replace(verdict, claimable=False)
    lines = _judgement_lines(result, verdict) if verdict else answer_lines(question)
    if question.explanation:
        lines.append(Line(question.explanation))
    lines += [Line(text, "dim") for text in source_lines(bank, question)]
    style = STYLES[verdict.outcome] if verdict else "dim"
    words = verdict_words(verdict) if verdict else "Skipped"
    title = f"{SIGNS[verdict.outcome]} {words}" if verdict else words
    return Block(title, _brief(lines, question), style, words) if lines else Block("", (Line(title, style, "", words),))


def verdict_words(verdict: Verdict) -> str:
    """The outcome in words."""
    match verdict.outcome:
        case Outcome.RIGHT:
            return "Right (you said so)" if verdict.claimed else "Right"
        case Outcome.PARTLY:
            return f"Partly right: {verdict.credit.numerator}/{verdict.credit.denominator} of the credit"
        case Outcome.ALMOST:
            return "Almost right"
        case Outcome.WRONG:
            return "Wrong"
    assert_never(verdict.outcome)


def _judgement_lines(result: Result, verdict: Verdict) -> list[Line]:
    """What was answered, how it differs, what would have been right, and notes on what was chosen."""
    question, response = result.question, result.response or ()
    if verdict.outcome is Outcome.RIGHT:
        return _more_than_right(question, "; ".join(response))
    separator = " → " if isinstance(question, Ordering) else "; "
    said = f"Your answer: {'; '.join(response)}"
    lines = [Line(f"Your answer: {separator.join(response)}", words=said)]
    if verdict.outcome is Outcome.ALMOST and isinstance(question, Numeric):
        lines.append(Line(f"The number is right. Asked for are {question.unit}."))
    elif verdict.outcome is Outcome.ALMOST:
        pair = "; ".join(response), verdict.nearest
        lines.append(
            Line(f"The difference: {difference(*pair)}", words=f"The difference: {difference_in_words(*pair)}")
        )
    lines += [Line(f"{text}: {note}", "note") for text, note in verdict.notes]
    if verdict.claimable:
        lines.append(Line("If you were right, press r.", words="If you were right, type r; then Enter."))
    return lines + answer_lines(question)


def _more_than_right(question: AnyQuestion, said: str) -> list[Line]:
    """What a right answer leaves unsaid: the key in the words of its author, what a false statement should say."""
    match question:
        case TrueFalse(correction=correction) if correction:
            return [Line(f"So it is: {question.statement}")]
        case ShortAnswer() | Numeric() | Cloze() if full_answer(question) != said:
            return [Line(f"Right answer: {full_answer(question)}")]
        case _:
            return []


def full_answer(question: AnyQuestion) -> str:
    """The key on one line, as it is shown for a typed question."""
    return question.answer if isinstance(question, ShortAnswer) else "; ".join(question.key)


def answer_lines(question: AnyQuestion) -> list[Line]:
    """The key in words."""
    match question:
        case MultipleChoice():
            return [Line("Right answers:"), *(Line(text, "right", "✓", text) for text in question.answers)]
        case Ordering():
            return [Line("Right order:"), *(Line(t, "right", str(n)) for n, t in enumerate(question.items, start=1))]
        case Matching():
            return [Line("Right pairs:"), *(Line(text, "right", "✓", text) for text in question.key)]
        case TrueFalse():
            lines = [Line(f"Right answer: {question.answer}", "right")]
            return lines + ([Line(f"So it is: {question.statement}")] if question.correction else [])
        case SingleChoice() | ShortAnswer() | Numeric() | Cloze():
            return [Line(f"Right answer: {full_answer(question)}", "right")]
    assert_never(question)


def source_lines(bank: Bank, question: AnyQuestion) -> list[str]:
    """Where the answer stands in the article, which is named once, paragraph by paragraph."""
    if bank.source is None:
        return [f"Source: paragraph {number}." for number in question.source]
    paragraphs = [paragraph for number in question.source if (paragraph := bank.source.paragraph(number))]
    names = [f"{bank.source.citation}, paragraph", *["Paragraph"] * (len(paragraphs) - 1)]
    return [
        f"{name} {paragraph.number}{': ' if paragraph.summary else '.'}{paragraph.summary}"
        for name, paragraph in zip(names, paragraphs, strict=False)
    ]


def difference(typed: str, meant: str) -> str:
    """What was meant, with letters to be taken out in (-x-) and letters to be put in in (+x+).

    >>> difference("Taskent", "Tashkent")
    'Tas(+h+)kent'
    """
    return marked(typed, meant)


def marked(old: Sequence[str], new: Sequence[str]) -> str:
    """The parts of both joined, with those to be taken out in (-…-) and those to be put in in (+…+)."""
    parts = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append("".join(new[j1:j2]))
            continue
        parts.append(f"(-{''.join(old[i1:i2])}-)" if i2 > i1 else "")
        parts.append(f"(+{''.join(new[j1:j2])}+)" if j2 > j1 else "")
    return "".join(parts)


def score_block(session: Session) -> Block:
    """The score so far, how it came about, and what was missed."""
    total = score(session)
    if not session.results:
        return Block("Score", (Line("No question was answered."),), words="How it went")
    counts = [
        f"{count} {outcome}"
        for outcome in Outcome
        if (count := sum(r.verdict is not None and r.verdict.outcome is outcome for r in session.results))
    ]
    if total.skipped:
        counts.append(f"{total.skipped} skipped")
    points = f"{float(total.points):.2f}".rstrip("0").rstrip(".")
    first = f"{points} of {total.answered} ({total.percent} %)" if total.answered else "No question was answered."
    left = len(session.queue) - len(session.results)
    lines = [Line(f"Score: {first}", "strong"), Line(", ".join(counts))]
    if left:
        lines.append(Line(f"{left} of {len(session.queue)} questions were not reached."))
    lines += [_missed_line(question) for question in missed(session)]
    if not session.review:
        lines.append(Line(f"`--seed {session.seed}` asks the same questions again.", "dim"))
    return Block("Score", tuple(lines), words="How it went")


def _missed_line(question: AnyQuestion) -> Line:
    text, words = question.stem.plain, f"Missed: {stem_in_words(question)}"
    return Line(shorten(text, question.id), "dim", "·", shorten(words, question.id))


def full_block(bank: Bank, question: AnyQuestion, options: tuple[str, ...]) -> Block:
    """A question with its key and everything that belongs to it."""
    lines = [stem_line(question), *option_lines(question, options), *answer_lines(question)]
    if isinstance(question, ShortAnswer) and question.accept:
        lines.append(Line(f"Also right: {'; '.join(question.accept)}"))
    for wrong in getattr(question, "distractors", ()) or getattr(question, "reject", ()):
        if wrong.note:
            lines.append(Line(f"{wrong.text}: {wrong.note}", "note"))
    if question.hint:
        lines.append(hint_line(question))
    if question.explanation:
        lines.append(Line(question.explanation))
    lines += [Line(text, "dim") for text in source_lines(bank, question)]
    facts = [question.type, question.level, f"difficulty {question.difficulty}/5", *question.tags]
    if question.status == "retired":
        lines.append(Line(f"retired: {question.reason}" if question.reason else "retired", "note"))
    if question.as_of:
        facts.append(f"as of {question.as_of}")
    lines.append(Line(" · ".join(facts), "dim", words=", ".join(facts)))
    topic = bank.topic_of(question.id).title
    return Block(f"{question.id} · {topic}", tuple(lines), words=f"Question {question.id}, topic {topic}")
