"""The bank of everything that Markdown can say: tests of the surfaces rely on it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from sco_quiz.app.check import check
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.nodes import Block, BulletList, Inline, NumberedList, walk
from sco_quiz.core.parts import Role
from sco_quiz.loading.load import load_bank, read_bank
from tests.conftest import ROOT

MARKED_UP = ROOT / "tests" / "marked_up"


def test_the_bank_has_no_problem() -> None:
    assert check(MARKED_UP).problems == ()


def test_the_bank_has_every_kind_node_role_and_type_of_picture() -> None:
    questions = load_bank(MARKED_UP).questions
    assert {question.type for question in questions} == set(KINDS)
    parts = [part for question in questions for part in question.parts()]
    assert {part.role for part in parts} == set(Role)
    contents = [part.content for part in parts] + [each.corrected for each in questions if each.corrected]
    blocks = {type(block) for content in contents for block in _all_blocks(content.blocks)}
    inlines = {type(node) for content in contents for node in walk(content.inlines)}
    assert blocks == set(get_args(Block))
    assert inlines == set(get_args(Inline))
    files = {image.file for content in contents for image in content.images}
    assert files == {f"media/{path.name}" for path in (MARKED_UP / "media").iterdir()}
    assert {file.rsplit(".")[-1] for file in files} == {"png", "jpg", "gif", "webp", "svg"}


def _all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from _all_blocks(item)


def test_hidden_words_with_a_backslash_before_a_bracket_are_no_link(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\nmarkup: markdown\n")
    (tmp_path / "topic.yaml").write_text(
        "topic: T\nquestions:\n  - id: q\n    type: cloze\n"
        "    prompt: 'Why {{c1::so [x\\](y)}}?'\n    level: remember\n"
    )
    assert read_bank(tmp_path).errors == ()


def test_a_problem_of_a_formula_is_in_the_formula_not_in_the_same_words_before(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\nmarkup: markdown\n")
    prompt = r"Why is `\foo` no part of $a\foo$?"
    (tmp_path / "topic.yaml").write_text(
        "topic: T\nquestions:\n  - id: q\n    type: short_answer\n"
        f"    prompt: {prompt}\n    answer: a\n    level: remember\n"
    )
    (problem,) = read_bank(tmp_path).errors
    assert (problem.name, problem.place.line) == ("bad-formula", 5)
    assert problem.place.column == 13 + prompt.index(r"a\foo")


def test_markup_in_the_setting_of_a_bank_or_file_is_checked(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\nmarkup: markdown\nsetting: by $\\foo$\n")
    question = "  - id: a\n    type: true_false\n    prompt: P\n    answer: true\n    level: remember\n"
    (tmp_path / "t.yaml").write_text(f"topic: T\nsetting: in ![a map](media/no.png)\nquestions:\n{question}")
    (tmp_path / "u.yaml").write_text(
        f"topic: U\nmarkup: plain\nsetting: for $\\foo$\nquestions:\n{question}".replace("id: a", "id: b")
    )
    found = [
        (problem.name, Path(problem.place.file).name, problem.place.line) for problem in read_bank(tmp_path).problems
    ]
    assert found == [("bad-formula", "bank.yaml", 4), ("missing-picture", "t.yaml", 2)]
