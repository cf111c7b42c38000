"""Answer cards in a real Anki at any time, in any time zone; a program of its own, since it fakes the clock.

Read reviews from standard input as JSON lines, and print what Anki makes of each card as JSON lines.
"""

import json
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ANSWERS = ("again", "hard", "good", "easy")


def faking(at: int) -> dict[str, str]:
    """Return the environment in which this program believes that it is a time, in ms since 1970."""
    import libfaketime

    library = Path(libfaketime.__file__).parent / "vendor/libfaketime/src/libfaketime.so.1"
    assert library.exists()
    # In its test mode, Anki does not shift intervals at random.
    return {"LD_PRELOAD": str(library), "FAKETIME_NO_CACHE": "1", "FAKETIME_FMT": "%s", "ANKI_TEST_MODE": "1"} | now(at)


def now(at: int) -> dict[str, str]:
    return {"FAKETIME": f"{at // 1000}.{at % 1000:03}"}


def travel(review: dict[str, Any]) -> None:
    """Go to the time and the time zone of a review."""
    os.environ.update(now(review["at"]), TZ=review["zone"])
    time.tzset()


def main() -> None:
    from anki.collection import Collection

    with TemporaryDirectory(dir="/dev/shm") as folder:  # in memory, since Anki writes after each answer
        col: Any = None
        place: tuple[object, ...] = ()
        for line in sys.stdin:
            review = json.loads(line)
            # Anki keeps the time zone in memory until its day is over
            if place != (place := (review["question"], review["zone"])):
                if col:
                    col.close()
                path = Path(folder) / f"{review['question']}.anki2"
                if not path.exists():
                    prepare(path, review)
                travel(review)
                col = Collection(str(path))
            travel(review)
            print(json.dumps(answered(col, review)))
        col.close()


def prepare(path: Path, review: dict[str, Any]) -> None:
    """Create a collection of one card some days before its first review: Anki counts no days before the creation."""
    from anki.collection import Collection

    travel({**review, "at": review["at"] - 3 * 86_400_000})
    col = Collection(str(path))
    col.set_config("fsrs", True)
    col.set_config("rollover", review["day_begins"])
    note: Any = col.new_note(col.models.by_name("Basic"))
    note["Front"] = note["Back"] = "x"
    col.add_note(note, col.decks.id("Default"))
    col.close()


def answered(col: Any, review: dict[str, Any]) -> dict[str, Any]:
    """Answer the only card; return its state afterwards."""
    from anki.scheduler.v3 import CardAnswer

    (number,) = col.find_cards("")
    states = col._backend.get_scheduling_states(number)
    answer = CardAnswer(
        card_id=number,
        current_state=states.current,
        new_state=getattr(states, ANSWERS[review["rating"] - 1]),
        rating=review["rating"] - 1,
        answered_at_millis=review["at"],
        milliseconds_taken=1000,
    )
    col._backend.answer_card(answer)
    card = col.get_card(number)
    memory = {"stability": card.memory_state.stability, "difficulty": card.memory_state.difficulty}
    return memory | {"type": int(card.type), "due": card.due, "interval": card.ivl, "today": col.sched.today}


if __name__ == "__main__":
    main()
