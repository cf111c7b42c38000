"""How long questions take in and out, and how much memory: `python -m tests.bench.exchange [SIZE…]`.

It imports GIFT into a new bank, imports the same file again, and exports the bank in the formats of FORMATS, each in a
process of its own; it prints seconds and megabytes, and asserts nothing about time.
"""

import sys
import tempfile
from pathlib import Path
from random import Random

from sco_quiz.formats import FORMATS
from tests.bench import measure

SIZES = (1_000, 10_000)
PER_TOPIC = 500
TYPED = 10  # one question of so many
WORDS = [
    "cell",
    "wall",
    "energy",
    "water",
    "planet",
    "river",
    "mountain",
    "capital",
    "history",
    "light",
    "sound",
    "atom",
    "bond",
    "acid",
    "base",
    "salt",
]


def gift(count: int) -> str:
    """Return questions with different prompts, in topics of 500."""
    rng = Random(1)
    parts = []
    for number in range(count):
        if number % PER_TOPIC == 0:
            parts.append(f"$CATEGORY: Sciences/Part {number // PER_TOPIC}\n")
        first, second, third, fourth = rng.sample(WORDS, 4)
        # some that are typed: a format for flashcards takes nothing else
        others = "" if number % TYPED == 0 else f" ~{fourth} {number}#no ~{first}"
        parts.append(f"What has {first} {number} with {second}? {{={third} {number}{others}}}\n")
    return "\n".join(parts)


def main() -> None:
    """Print one line for each size and command."""
    for size in [int(argument) for argument in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "quiz.gift").write_text(gift(size), encoding="utf-8")
            bank = ("--bank", "bank")
            runs = [("import", "quiz.gift", *bank)] * 2
            runs += [("export", form.name, *bank, "-o", f"out-{form.name}") for form in FORMATS if form.writer]
            for run in runs:
                seconds, megabytes = measure.run([sys.executable, "-m", "sco_quiz", *run], folder)
                print(f"{size:>6} {' '.join(run[:2]):<22} {seconds:>6.1f} s {megabytes:>6.0f} MB", flush=True)


if __name__ == "__main__":
    main()
