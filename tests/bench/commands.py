"""How long whole commands take on a large bank, the first time and again: `python -m tests.bench.commands [SIZE]`.

`list --json` is compared with loading the bank alone, `export anki` with loading and one and a half times what a
program takes that makes notes of as much text with genanki.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from tests.bench.large_bank import make_bank
from tests.bench.measure import Row, in_turn, ours, run

SIZE = 10_000
GENANKI_SHARE = 1.5
LOADING = "import sys; from sco_quiz.loading.load import load_bank; load_bank(sys.argv[1])"
GENANKI = """
import html, json, sys
import genanki

model = genanki.Model(
    1607392319, "M", [{"name": name} for name in "QAEOS"], [{"name": "C", "qfmt": "{{Q}}{{O}}", "afmt": "{{A}}{{E}}"}]
)
deck = genanki.Deck(2059400110, "D")
for item in json.load(open(sys.argv[1], encoding="utf-8")):
    texts = (item["prompt"], "; ".join(item["answers"]), item["explanation"], "; ".join(item["options"]))
    deck.add_note(genanki.Note(model, [*map(html.escape, texts), str(item["source"])], guid=item["id"]))
genanki.Package(deck).write_to_file(sys.argv[2])
"""


def script(code: str, *arguments: Path) -> Callable[[], float]:
    """Return the work of running a script; it returns processor seconds."""
    return lambda: run([sys.executable, "-c", code, *arguments])[0]


def afresh(work: Callable[[], float], *written: Path) -> float:
    """Do work as for the first time: without what earlier runs have written. Return processor seconds."""
    for path in written:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    return work()


def rows(size: int) -> Iterator[Row]:
    """Yield the commands beside their floors."""
    with tempfile.TemporaryDirectory() as temporary, patch.dict(os.environ, {"SCO_QUIZ_CACHE": f"{temporary}/cache"}):
        folder = Path(temporary)
        bank, listed = make_bank(folder / "bank", size), folder / "list.json"
        cache, ledger = folder / "cache", bank / "anki-ledger.jsonl"
        with listed.open("wb") as file:
            run([sys.executable, "-m", "sco_quiz", "list", "--json", "--bank", bank], stdout=file)
        listing = ours("list", "--json", "--bank", bank)
        export = ours("export", "anki", "--bank", bank, "-o", folder / "ours.apkg")
        loading, genanki, first_list, later_list, first_export, later_export = in_turn(
            script(LOADING, bank),
            script(GENANKI, listed, folder / "theirs.apkg"),
            partial(afresh, listing, cache),
            listing,
            partial(afresh, export, cache, ledger),
            export,
        )
    for seconds, when in ((first_list, "first time"), (later_list, "bank remembered")):
        yield Row(f"list --json, {size} questions, {when}", seconds, loading, 1.3, "loading alone")
    least, beside = loading + GENANKI_SHARE * genanki, f"loading + {GENANKI_SHARE} x genanki"
    for seconds, when in ((first_export, "first time"), (later_export, "bank remembered")):
        what, peers = f"export anki, {size} questions, {when}", f"genanki alone {genanki:.2f} s"
        yield Row(what, seconds, least, 1, beside, "s", peers)


def main() -> None:
    """Print the figures of one size."""
    for row in rows(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE):
        print(f"{row.what}: {row.today:.2f} s, {row.beside} {row.floor:.2f} s ({row.ratio:.2f}x)", flush=True)


if __name__ == "__main__":
    main()
