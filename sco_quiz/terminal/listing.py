"""The list of questions, grouped, as text."""

from collections.abc import Iterable

from sco_quiz.core.bank import Bank
from sco_quiz.core.constants import KIND_NAMES, LEVEL_NAMES
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted
from sco_quiz.core.source import Fact
from sco_quiz.terminal.content_text import text_of
from sco_quiz.terminal.content_view import key_texts
from sco_quiz.terminal.question_view import new_settings
from sco_quiz.terminal.sanitize import one_line, shorten_for_screen

Groups = dict[str, list[AnyQuestion]]


def render_groups(
    bank: Bank,
    questions: Iterable[AnyQuestion],
    by: str,
    retired: int = 0,
    *,
    partial: bool = False,
    keys: bool = False,
) -> str:
    """Render questions grouped by topic, kind, level, source or tag, then their count and that of the retired ones.

    A `partial` list skips empty groups, which only show gaps of the whole bank; `keys` adds the right answers.
    """
    questions = list(questions)
    facts = _facts(bank) if by == "source" else {}
    lines = []
    for heading, members in _group(bank, questions, by).items():
        if partial and not members:
            continue
        lines.append(one_line(f"{heading} ({len(members)})"))
        for question, setting in new_settings(members):
            lines += [f"  {line.spoken}" for line in setting]
            lines.append(f"  {question.id:<34} {_flat(question)}")
            if keys:
                lines.append(f"  {'':<34} Right answer: {_flat_key(question)}")
        lines += facts.get(heading, ())
        lines.append("")
    more = f", {retired} retired" if retired else ""
    lines.append(f"{counted(len(questions), 'question')}{more}")
    return "\n".join(lines) + "\n"


def _group(bank: Bank, questions: list[AnyQuestion], by: str) -> Groups:
    """Return the questions by heading, in the order of the bank; empty groups stay, so that gaps are seen."""
    groups: Groups
    match by:
        case "topic":
            groups = {topic.title: [] for topic in bank.topics}
            keys = {question.id: [bank.topic_of(question.id).title] for question in questions}
        case "kind":
            groups = {name: [] for name in KIND_NAMES}
            keys = {question.id: [question.type] for question in questions}
        case "level":
            groups = {name: [] for name in LEVEL_NAMES}
            keys = {question.id: [question.level] for question in questions}
        case "source":
            headings = _paragraph_headings(bank)
            groups = {heading: [] for heading in headings.values()}
            # a bank may cite paragraphs that its record lacks: `check` reports them, the list still shows them
            keys = {q.id: [headings.get(number, f"¶ {number}") for number in q.source] for q in questions}
        case _:
            groups = {tag: [] for tag in sorted({tag for question in questions for tag in question.tags})}
            keys = {question.id: list(question.tags) or ["(no tag)"] for question in questions}
    for question in questions:
        for key in keys[question.id]:
            groups.setdefault(key, []).append(question)
    return groups


def _paragraph_headings(bank: Bank) -> dict[int, str]:
    if bank.source is None:
        return {}
    return {p.number: f"¶ {p.number} {p.role}{': ' if p.summary else ''}{p.summary}" for p in bank.source.paragraphs}


def _facts(bank: Bank) -> dict[str, list[str]]:
    """Return the facts of each paragraph, by its heading, each with the active questions that ask it."""
    headings = _paragraph_headings(bank)
    paragraphs = bank.source.paragraphs if bank.source else ()
    return {
        headings[p.number]: ["  facts:", *(f"    {one_line(fact.text)}: {_askers(bank, fact)}" for fact in p.facts)]
        for p in paragraphs
        if p.facts
    }


def _askers(bank: Bank, fact: Fact) -> str:
    return ", ".join(question.id for question in bank.asking(fact)) or "not asked"


def _flat_key(question: AnyQuestion) -> str:
    return shorten_for_screen(" ".join("; ".join(key_texts(question)).split()), question.id)


def _flat(question: AnyQuestion) -> str:
    return shorten_for_screen(" ".join(text_of(question.stem.blocks).split()), question.id)
