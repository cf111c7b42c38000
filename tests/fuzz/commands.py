"""Commands on damaged banks end with an exit code: no traceback, and nothing that could act on a terminal."""

import os
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from tests.command import sco_quiz
from tests.fuzz.damage import damaged
from tests.fuzz.files import _HIDDEN, FILES, HEADS

NAME, FULL = "commands", 1000
TYPED = "1\na\nWhy?\nHe\n\n\nBecause.\nremember\n\nwhy\ny\n\n"
BANK = ("--bank", "bank")
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check", "bank"),
    ("check", "bank", "--format", "json"),
    ("check", "bank", "--format", "sarif"),
    ("check", "bank", "--enemies"),
    ("list", *BANK),
    ("list", "--json", *BANK),
    ("quiz", "-n", "3", *BANK),
    ("quiz", "--exam", "-n", "3", *BANK, "--result", "result.json"),
    ("review", *BANK),
    ("stats", *BANK),
    ("flags", *BANK),
    ("read", *BANK),
    ("show", "topic", *BANK),
    ("diff", "bank", "bank"),
    ("fmt", "--diff", "bank"),
    ("fmt", "bank"),
    ("fmt", "--fix", "bank"),
    ("rename", "none", "other", *BANK),
    ("new", "topic", "--kind", "true_false", *BANK),
    ("schema", "bank"),
    ("export", "anki", "-o", "deck.apkg", *BANK),
    ("export", "page", "-o", "page.html", *BANK),
    ("export", "gift", "-o", "bank.gift", *BANK),
    ("export", "json", "-o", "bank.json", *BANK),
    ("export", "paper", "-o", "test.md", *BANK),
    ("import", "bank/topic.yaml", *BANK),
    ("history", "import", "bank/topic.yaml"),
)


def run(seed: int) -> None:
    """Damage one file of a bank, and try a few commands on it."""
    rng = Random(seed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_bank(folder / "bank", rng)
        with patch.dict(os.environ, {"SCO_QUIZ_PROGRESS": str(folder / "progress.sqlite")}):
            for command in rng.sample(COMMANDS, 3):
                tried(command, folder)


def write_bank(bank: Path, rng: Random) -> None:
    """Write a small bank with damage in one of its files."""
    text = rng.choice(FILES).read_text("utf-8")
    files = {**HEADS, "topic.yaml": text[:4000].rpartition("\n\n")[0] + "\n"}
    bank.mkdir()
    chosen = rng.choices(list(files), (1, 1, 6))[0]
    for name, content in files.items():
        (bank / name).write_bytes(damaged(content, rng) if name == chosen else content.encode())


def tried(command: tuple[str, ...], folder: Path) -> None:
    """Run a command; a traceback raises here."""
    done = sco_quiz(*command, given=TYPED, cwd=folder)
    assert done.returncode in (0, 1, 2, 130), command  # 130: the typed lines end before the prompts do
    assert not _HIDDEN.search(done.stdout + done.stderr), command
    assert done.returncode == 0 or (done.stdout + done.stderr).strip(), command
