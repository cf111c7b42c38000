"""How long whole commands take on a large bank: `python -m tests.bench.commands [SIZE]`.

`list --json` is compared with loading the bank alone, `export anki` with loading and one and a half times what a
program takes that makes notes of as much text with genanki.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

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


def export(bank: Path, deck: Path) -> float:
    """Export as for the first time: without the ledger of an earlier run. Return processor seconds."""
    (bank / "anki-ledger.jsonl").unlink(missing_ok=True)
    return ours("export", "anki", "--bank", bank, "-o", deck)()


def rows(size: int) -> Iterator[Row]:
    """Yield the commands beside their floors."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bank, listed = make_bank(folder / "bank", size), folder / "list.json"
        listing = [sys.executable, "-m", "sco_quiz", "list", "--json", "--bank", bank]
        with listed.open("wb") as file:
            run(listing, stdout=file)
        loading, list_json, exporting, genanki = in_turn(
            script(LOADING, bank),
            lambda: run(listing)[0],
            partial(export, bank, folder / "ours.apkg"),
            script(GENANKI, listed, folder / "theirs.apkg"),
        )
    yield Row(f"list --json, {size} questions", list_json, loading, 1.3, "loading alone")
    least = loading + GENANKI_SHARE * genanki
    peers = f"genanki alone {genanki:.2f} s"
    yield Row(f"export anki, {size} questions", exporting, least, 1, f"loading + {GENANKI_SHARE} x genanki", "s", peers)


def main() -> None:
    """Print the figures of one size."""
    for row in rows(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE):
        print(f"{row.what}: {row.today:.2f} s, {row.beside} {row.floor:.2f} s ({row.ratio:.2f}x)", flush=True)


if __name__ == "__main__":
    main()
