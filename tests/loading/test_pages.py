"""Each problem has a page; its example has the problem, and its fixed form loads without one."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from sco_quiz.formats.exchange.reasons import REASONS
from sco_quiz.loading.catalog import PROBLEMS
from sco_quiz.loading.files import DATA, read_page
from sco_quiz.loading.load import read_bank

PAGES = sorted(path.stem for path in (DATA / "pages").glob("*.md"))
FROM_ALLOW = {"unknown-rule", "unused-allow"}
# about files, encodings and whole banks: pages describe their examples, since a question cannot show them
DESCRIBED = {
    "no-such-file",
    "unreadable-file",
    "file-too-large",
    "wrong-file-name",
    "questions-in-subfolder",
    "not-utf8",
    "text-too-long",
    "too-many-entries",
    "missing-bank-file",
    "unknown-topic",
    "unknown-paragraph",
    "unknown-reference",
    "bad-url",
    "bad-language",
    "paragraph-order",
    "second-summary",
    "bad-fingerprint",
    "bad-fact",
    "empty-section",
    "unfilled-section",
    "missing-alternative-text",
    "missing-picture",
    "wrong-letter-case",
    "picture-outside-bank",
    "web-picture",
    "unknown-picture-type",
    "picture-type-mismatch",
    "picture-too-large",
    "unsafe-svg",
    "unused-picture",
}
SHOWN = [name for name in PROBLEMS if name not in DESCRIBED]
# characters that nobody would see on a page, and what shows them there
SHOWN_AS = str.maketrans({"␣": "\u00a0", "▯": "\u200b"})
COMMON = {"id": "seat", "type": "short_answer", "prompt": "In which city does it sit?", "level": "remember"}
OF_KIND = {
    "short_answer": {"answer": "Beijing"},
    "single_choice": {"answer": "Beijing"},
    "numeric": {},
    "true_false": {},
    "cloze": {},
}


def part(page: str, heading: str) -> str:
    block = re.search(rf"^{heading}\n((?:\n|    .*\n?)+)", page, re.MULTILINE)
    assert block, f"nothing is shown under {heading}"
    return dedent(block[1].strip("\n"))


def as_file(shown: str) -> str:
    """Make a whole file of an example: a file, questions, or some fields of one question."""
    shown = shown.translate(SHOWN_AS)
    if shown.startswith(("topic:", "id,", "#")):
        return shown
    if not shown.startswith("- "):
        kind = re.search(r"^type: (\w+)$", shown, re.MULTILINE)
        fields = COMMON | OF_KIND.get(kind[1] if kind else "short_answer", {"answer": "Beijing"})
        absent = [f"{name}: {value}" for name, value in fields.items() if not re.search(rf"^\W*{name}\W", shown, re.M)]
        lines = [*absent, *shown.split("\n")]
        shown = "\n".join(("  " if index else "- ") + line for index, line in enumerate(lines))
    marked = re.sub(r"^  (?=<{7}|={7}|>{7})", "", shown, flags=re.MULTILINE)  # markers are at the margin
    return "topic: Cities\nquestions:\n" + re.sub("^(?![<=>])(?=.)", "  ", marked, flags=re.MULTILINE)


def problems_of(tmp_path: Path, shown: str) -> list[str]:
    file = tmp_path / "cities.yaml"
    file.write_text(as_file(shown) + "\n", encoding="utf-8")
    return [problem.name for problem in read_bank(file).problems]


def test_pages_and_problems_match_both_ways() -> None:
    assert set(PAGES) == set(PROBLEMS) | FROM_ALLOW | set(REASONS)
    assert set(PROBLEMS) > DESCRIBED
    assert len(SHOWN) > 40


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_its_parts(name: str) -> None:
    page = read_page(name)
    first, blank, *rest = page.split("\n")
    assert (first[-1], blank) == (".", "")
    assert len(first) <= 120
    assert len(" ".join(rest).split()) > 20
    assert part(page, "Example:") != part(page, "Instead:")


@pytest.mark.parametrize("name", SHOWN)
def test_the_example_has_the_problem_and_its_fixed_form_has_none(name: str, tmp_path: Path) -> None:
    page = read_page(name)
    assert name in problems_of(tmp_path, part(page, "Example:"))
    assert problems_of(tmp_path, part(page, "Instead:")) == []
