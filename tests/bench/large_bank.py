"""A large bank for benchmarks: the bundled questions again and again, each time in other words.

Copies of the same text would flatter every cache, and starve the rules that compare questions.
"""

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

from sco_quiz.core.stop_words import STOP_WORDS
from sco_quiz.loading.files import topic_files
from tests.conftest import ROOT, record_without_facts

PER_FILE = 200
SHIPPED = ROOT / "questions"
RENUMBERED = 4  # one question of so many
EXCHANGED = 0.7  # of the different words that are no names; the rest keeps a copy near the paragraphs that it cites
# fields that are no text, and the names of the others
_NO_TEXT = re.compile(r" *(?:- )?(?:id|type|level|tags|source|difficulty|as_of|status|successor|unit|references)\b")
_FIELD = re.compile(r" {4}[a-z_]+:| {6}text:|")
_NUMERIC = re.compile(r"^    type: numeric$", re.MULTILINE)  # its answer follows from its numbers
_WORD = re.compile(r"(?<![\w/.\\`$-])[a-z]{4,}(?![\w/\\`$-])")
_NUMBER = re.compile(r"(?<![\w.,/:-])\d{2,}(?![\w/:-]|[.,]\d)")
_RESERVED = STOP_WORDS | {"allow"}  # what makes sentences, and values


def make_bank(folder: Path, count: int) -> Path:
    """Make a bank of copies of the bundled active questions with new ids and words, 200 in a file."""
    questions = _questions()
    vocabulary = sorted({word for text in questions for word in _WORD.findall(_text_of(text))} - _RESERVED)
    folder.mkdir()
    (folder / "bank.yaml").write_text("id: many\ntitle: Many\n", encoding="utf-8")
    (folder / "source.yaml").write_text(record_without_facts(), encoding="utf-8")
    texts: list[str] = []
    for round_ in range(-(-count // len(questions))):
        in_words, in_numbers = _rewording(vocabulary, round_)
        for at, text in enumerate(questions):
            # not everywhere: most numbers of a bank are in its article
            numbers = (at + round_) % RENUMBERED == 0 and not _NUMERIC.search(text)
            texts.append(_copy(text, len(texts), in_numbers if numbers else in_words))
    for start in range(0, count, PER_FILE):
        text = "topic: Many\nquestions:\n" + "".join(texts[start : min(start + PER_FILE, count)])
        (folder / f"topic-{start // PER_FILE:03}.yaml").write_text(text, encoding="utf-8")
    return folder


def _questions() -> list[str]:
    """Return the text of each active question."""
    # without bold words: the text of the large bank is plain
    files = [path.read_text(encoding="utf-8").replace("**", "") for path in topic_files(SHIPPED)]
    texts = [text.partition("questions:\n")[2] for text in files]
    # a copy has a new id, so that nothing may name the id of another question
    texts = [re.sub(r"^    never_with:.*\n(?:      .*\n)*", "", text, flags=re.MULTILINE) for text in texts]
    parts = [part for text in texts for part in re.split(r"^(?=  - id:)", text, flags=re.MULTILINE)[1:]]
    return [part for part in parts if "    status: retired\n" not in part]


def _text_of(question: str) -> str:
    return "\n".join(line for line in question.splitlines() if not _NO_TEXT.match(line))


def _copy(question: str, number: int, reword: Callable[[str], str]) -> str:
    lines = (line if _NO_TEXT.match(line) else _reworded(line, reword) for line in question.splitlines(keepends=True))
    return re.sub(r"- id: (\S+)", rf"- id: \g<1>-{number}", "".join(lines), count=1)


def _reworded(line: str, reword: Callable[[str], str]) -> str:
    field = _FIELD.match(line)
    start = field.end() if field else 0
    return line[:start] + reword(line[start:])


def _rewording(vocabulary: list[str], round_: int) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """Return what exchanges words for others of the same length, also with later numbers; the first time nothing.

    Different words and numbers stay different, so that options do, and equal ones equal, so that an answer stays right.
    """
    random = Random(round_)
    chosen = [word for word in vocabulary if round_ and random.random() < EXCHANGED]
    others: dict[str, str] = {}
    for length in sorted({len(word) for word in chosen}):
        words = [word for word in chosen if len(word) == length]
        others.update(zip(words, random.sample(words, len(words)), strict=True))

    def in_words(text: str) -> str:
        return _WORD.sub(lambda match: others.get(match[0], match[0]), text)

    def in_numbers(text: str) -> str:
        return _NUMBER.sub(lambda match: str(int(match[0]) + round_), in_words(text))

    return in_words, in_numbers
