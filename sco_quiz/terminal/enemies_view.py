"""The enemies in a bank, question by question, as text."""

from collections.abc import Iterable

from sco_quiz.core.bank import Bank
from sco_quiz.core.enemies.graph import Enemy
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted

MOST = 5


def render_enemies(bank: Bank, questions: Iterable[AnyQuestion]) -> str:
    """Render the enemies of each question with the reasons, then how many pairs the bank has."""
    paragraphs = []
    for question in questions:
        if enemies := bank.enemies.of(question.id):
            paragraphs.append("\n".join([question.id, *map(_line, enemies)]))
    return "\n\n".join([*paragraphs, _summary(bank)])


def _line(enemy: Enemy) -> str:
    how = "both ways" if enemy.gives and enemy.given else "gives away" if enemy.gives else "given by"
    return f"  {how:<11} {enemy.id:<34} {enemy.why}"


def _summary(bank: Bank) -> str:
    clues = bank.enemies.clues
    pairs = {frozenset((clue.giver, clue.given)) for clue in clues}
    if not pairs:
        return "No question gives another one away."
    active = [question.id for question in bank.questions if question.status == "active"]
    ranked = sorted(active, key=lambda name: -len(bank.enemies.of(name)))[:MOST]
    most = ", ".join(f"{name} ({len(bank.enemies.of(name))})" for name in ranked if bank.enemies.of(name))
    given = len({clue.given for clue in clues})
    return (
        f"{counted(len(active), 'question')}, {counted(len(pairs), 'pair')} of enemies. A session asks one of a pair; "
        "if it must ask both, it first asks the one that gives less away.\n"
        f"{counted(given, 'question')} can be answered with the help of another one. Most enemies: {most}."
    )
