"""Random damage to the shipped files: never a traceback, and never a question lost in silence."""

import re
from pathlib import Path
from random import Random

from sco_quiz.loading.load import read_bank
from sco_quiz.terminal.report import render_problem
from tests.conftest import ROOT

FILES = sorted(path for path in (ROOT / "questions").glob("*.yaml") if path.name not in ("bank.yaml", "source.yaml"))
MUTATIONS = 400
SPICE = [
    *"\t:-#'\"[]{}&*!|>%@`,?\\~\x00\x1b\u202e\ufeff\ud83dé文 \n",
    "{{c1::",
    "}}",
    ": ",
    "- ",
    "  ",
    "---\n",
    "<<: ",
]


def mutate(text: str, rng: Random) -> str:
    lines = text.split("\n")
    at, line = rng.randrange(len(text)), rng.randrange(len(lines))
    match rng.randrange(7):
        case 0:
            return text[:at] + rng.choice(SPICE) + text[at:]
        case 1:
            return text[:at] + text[at + rng.randrange(1, 9) :]
        case 2:
            return text[:at] + rng.choice(SPICE) + text[at + 1 :]
        case 3:
            return "\n".join(lines[:line] + lines[line + 1 :])
        case 4:
            return "\n".join([*lines[:line], lines[line], *lines[line:]])
        case 5:
            other = rng.randrange(len(lines))
            lines[line], lines[other] = lines[other], lines[line]
            return "\n".join(lines)
        case _:
            words = list(re.finditer(r"\w+", text))
            word = rng.choice(words)
            return text[: word.start()] + rng.choice(words)[0] + text[word.end() :]


def test_damage_is_told_and_nothing_is_lost_in_silence(tmp_path: Path) -> None:
    rng = Random(20100203)
    told = 0
    for number in range(MUTATIONS):
        source = rng.choice(FILES)
        text = mutate(source.read_text(encoding="utf-8"), rng)
        file = tmp_path / source.name
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        loaded = read_bank(file)
        shown = "\n".join(map(render_problem, loaded.problems))
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown), number
        started = len(re.findall(r"^  - id:", text, re.MULTILINE))
        assert loaded.problems or len(loaded.bank.questions) >= started, (number, source.name)
        told += bool(loaded.problems)
    assert told > MUTATIONS / 4
