"""Print quiz sessions without keys and explanations, for a reader who has never seen the article.

Run by `python -m tests.blind [SESSIONS [BANK]]`: what such a reader answers rightly comes from other questions, from
wording, or from knowledge of the world. `python -m tests.blind 3 --keys` adds the keys at the end.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import Match, Order
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.selection import Filter, select
from sco_quiz.core.session import Session
from sco_quiz.loading.load import load_bank

SIZE = 10


def session_of(bank: Bank, seed: int) -> Session:
    """Return the session that `sco-quiz quiz --seed` asks."""
    return Session(select(bank, Filter(), SIZE, Random(seed)), seed)


def shown(session: Session, question: AnyQuestion) -> Iterator[str]:
    """Yield what a learner sees of a question before answering it, without its hint."""
    if question.setting:
        yield f"   [{question.setting}]"
    yield f"   {question.stem.plain}"
    interaction = question.interaction()
    if isinstance(interaction, Match):
        yield from (f"   = {row.plain}" for row in interaction.rows)
    mark = "*" if isinstance(interaction, Order) else "-"
    yield from (f"   {mark} {option}" for option in session.options_of(question))


def render(bank: Bank, sessions: int, keys: bool = False) -> str:
    """Return the sessions with the seeds 1, 2, 3 …, and the keys below them if wanted."""
    lines, answers = [], []
    for seed in range(1, sessions + 1):
        session = session_of(bank, seed)
        for number, question in enumerate(session.questions, start=1):
            lines += ["", f"{seed}.{number} ({question.type})", *shown(session, question)]
            answers.append(f"{seed}.{number} {question.id}: {' | '.join(question.key)}")
    return "\n".join(lines[1:] + (["", "KEYS", *answers] if keys else [])) + "\n"


def main() -> None:
    words = [word for word in sys.argv[1:] if word != "--keys"]
    bank = load_bank(Path(words[1]) if len(words) > 1 else None)
    sys.stdout.write(render(bank, int(words[0]) if words else 3, "--keys" in sys.argv))


if __name__ == "__main__":
    main()
