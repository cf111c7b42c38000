"""What is found with a memory of earlier checks is what is found without, whatever was edited or damaged."""

import json
import re
from collections.abc import Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sco_quiz.app.check import check_paths
from sco_quiz.app.remembered_findings import RememberedFindings
from sco_quiz.core.kinds import KINDS
from sco_quiz.core.report import Report
from sco_quiz.core.source import Source
from sco_quiz.lint import engine
from sco_quiz.lint.bank_facts import BankFacts, mentions_of
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.features import features_of
from sco_quiz.lint.remembered import Found, given_with, key_of
from sco_quiz.lint.rule import Rule
from sco_quiz.lint.rules import RULES
from sco_quiz.loading.load import read_bank
from sco_quiz.loading.recall import fingerprint
from sco_quiz.loading.writing.source_record import render_source
from tests.conftest import ROOT
from tests.lint.builders import SOURCE

BANKS = ("questions", "tests/marked_up", "tests/other_article/bank", "tests/hostile_bank")
FILES = {
    "bank.yaml": "id: talks\ntitle: Talks\nsetting: Boris Petrov in Geneva\n",
    "first.yaml": """topic: First
questions:
  - id: one
    type: single_choice
    prompt: Who met there in 2009?
    answer: All finance ministers
    distractors: [Presidents, None of the above]
    level: remember
    source: 2
  - id: two
    type: single_choice
    prompt: Which is **not** true of Almaty?
    answer: It is a town
    distractors: [It is a city, It is a `port`]
    level: remember
    source: 2
""",
    "second.yaml": """topic: Second
setting: Anna Ivanova in Rome
questions:
  - id: three
    type: short_answer
    prompt: How many members of staff has the Secretariat in Oslo?
    answer: thirty
    accept: ["30"]
    level: remember
    source: 3
    allow: {missing-explanation: it is short}
""",
}
EDITS: dict[str, tuple[str, str, str]] = {
    "prompt": ("first.yaml", "there in 2009", "there in 1066"),
    "answer": ("first.yaml", "All finance ministers", "Some finance ministers"),
    "allowed": (
        "first.yaml",
        "    source: 2\n  - id: two",
        "    source: 2\n    allow: {absolute-word: so}\n  - id: two",
    ),
    "allowed no more": ("second.yaml", "    allow: {missing-explanation: it is short}\n", ""),
    "id": ("first.yaml", "id: one", "id: eins"),
    "retired": ("first.yaml", "    source: 2\n  - id: two", "    source: 2\n    status: retired\n  - id: two"),
    "kind": ("first.yaml", "single_choice\n    prompt: Who", "multiple_choice\n    prompt: Who"),
    "markup of a file": ("first.yaml", "topic: First\n", "topic: First\nmarkup: markdown\n"),
    "markup of the bank": ("bank.yaml", "title: Talks\n", "title: Talks\nmarkup: markdown\n"),
    "setting of the bank": ("bank.yaml", "Boris Petrov", "Carla Rossi"),
    "setting of a file": ("second.yaml", "Anna Ivanova in Rome", "Boris Petrov in Geneva"),
    "order of the files": ("bank.yaml", "title: Talks\n", "title: Talks\ntopics: [second, first]\n"),
    "rule of the bank": ("bank.yaml", "title: Talks\n", "title: Talks\nallow: {mostly-recall: so}\n"),
    "context": ("source.yaml", "February 2010", "Geneva"),
    "a damaged question": ("first.yaml", "level: remember", "level: no level"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "talks"
    made.mkdir()
    for name, text in FILES.items():
        (made / name).write_text(text, "utf-8")
    (made / "source.yaml").write_text(render_source(SOURCE), "utf-8")
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the questions in which rules searched."""
    ids: list[str] = []
    found_in = engine._found_in

    def noted(questions: Sequence[Facts], rules: Sequence[Rule]) -> Sequence[Found]:
        ids.extend(item.question.id for item in questions)
        return found_in(questions, rules)

    monkeypatch.setattr(engine, "_found_in", noted)
    return ids


def alike(folder: Path, cache: Path, *names: str) -> Report:
    """Return what is found with a memory, which is what is found without."""
    found = check_paths([folder], names, (), cache)
    assert found == check_paths([folder], names)
    return found


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_noticed(name: str, folder: Path, cache: Path) -> None:
    before = alike(folder, cache)
    file, old, new = EDITS[name]
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    assert alike(folder, cache) != before
    assert alike(folder, cache) == alike(folder, cache)
    (folder / file).write_text(text, "utf-8")
    assert alike(folder, cache) == before


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.full) for seed in range(2, 30))])
def test_what_is_found_after_random_edits_is_found_without_a_memory(seed: int, folder: Path, cache: Path) -> None:
    random = Random(seed)
    # many questions about one subject: there are duplicates, contradictions and answers in the prompts of others
    texts = re.split(r"^(?=  - id: )", (ROOT / "questions/security.yaml").read_text("utf-8"), flags=re.MULTILINE)
    head, known = texts[0], texts[1:]
    questions = random.sample(known, 25)
    seen = set()
    for number in range(10):
        at = random.randrange(len(questions))
        match random.choice(("reword", "copy", "remove", "move", "retire")):
            case "reword":
                words = re.findall(r"[a-z]{4,}", questions[at].partition("prompt:")[2])
                questions[at] = questions[at].replace(random.choice(words), random.choice(words))
            case "copy":
                questions.insert(at, re.sub(r"- id: (\S+)", rf"- id: \1-{number}", random.choice(known), count=1))
            case "remove":
                del questions[at]
            case "move":
                questions.insert(0, questions.pop(at))
            case "retire" if "status: retired" not in questions[at]:
                questions[at] = questions[at].replace("    level:", "    status: retired\n    level:", 1)
        (folder / "first.yaml").write_text(head + "".join(questions), "utf-8")
        seen.update(problem.name for problem in alike(folder, cache).problems)
    assert len(seen) > 5


def test_rules_search_again_only_where_something_changed(folder: Path, cache: Path, read: list[str]) -> None:
    def searched() -> list[str]:
        read.clear()
        check_paths([folder], cache=cache)
        return sorted(read)

    assert searched() == ["one", "three", "two"]
    assert searched() == []
    path = folder / "first.yaml"
    path.write_text(path.read_text("utf-8").replace("It is a town", "It is a village"), "utf-8")
    assert searched() == ["two"]
    path = folder / "bank.yaml"
    path.write_text(path.read_text("utf-8").replace("Boris", "Anton"), "utf-8")
    assert searched() == ["one", "two"]
    path.write_text(path.read_text("utf-8") + "topics: [second, first]\n", "utf-8")
    assert searched() == []
    path = folder / "source.yaml"
    path.write_text(path.read_text("utf-8").replace("SCO", "UNO"), "utf-8")
    assert searched() == ["one", "three", "two"]


def test_what_some_rules_find_is_not_taken_for_all(folder: Path, cache: Path) -> None:
    alike(folder, cache, "none-of-the-above")
    assert not cache.exists()
    whole = alike(folder, cache)
    assert len(alike(folder, cache, "none-of-the-above").problems) < len(whole.problems)
    assert check_paths([folder / "first.yaml"], cache=cache) == check_paths([folder / "first.yaml"])


def test_another_program_finds_anew(
    folder: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_paths([folder], cache=cache)
    read.clear()
    packages = folder / "packages"
    packages.mkdir()
    monkeypatch.setattr(fingerprint, "PACKAGES", packages)
    alike(folder, cache)
    assert len(read) == 6  # with a memory, and without


@pytest.mark.parametrize("name", ["core/text.py", "lint/rules/too_long.py", "lint/words/vague.txt", "loading/load.py"])
def test_a_file_of_the_program_counts(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "PACKAGE", tmp_path)
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("1", "utf-8")
    rooms = ("core", "lint", "loading")
    before = fingerprint.fingerprint_with(rooms, b"")
    assert before == fingerprint.fingerprint_with(rooms, b"") != fingerprint.fingerprint_with(rooms, b"x")
    (tmp_path / name).write_text("12", "utf-8")
    assert fingerprint.fingerprint_with(rooms, b"") != before


def test_damage_is_ignored_and_mended(folder: Path, cache: Path) -> None:
    expected = alike(folder, cache)
    (path,) = cache.glob("*-findings.bank")
    (outcome,) = cache.glob("*-outcome.bank")
    whole = path.read_bytes()
    head, _, body = whole.partition(b"\n")
    values = json.loads(body)
    key, (features, found) = next((key, known) for key, known in values.items() if known[1])
    lists = [[]], [["no-rule", *found[0][1:]]], [[*found[0][:1], [], *found[0][2:]]]
    lists += ([[*found[0][:4], "grave", found[0][5]]],)
    read = [[], features[1:], [7, *features[1:]], [*features[:4], [7], *features[5:]], [*features[:-1], 7]]
    forged = [[], 7, None, {key: 7}, {key: []}, {key: [7, found]}, *({key: [features, each]} for each in lists)]
    forged += [{key: [each, found]} for each in read]
    bodies = [*(json.dumps(each).encode() for each in forged), b"[" * 100_000, b"\xff"]
    fitting = [head[:-40] + blake2b(body, digest_size=20).hexdigest().encode() + b"\n" + body for body in bodies]
    for data in (b"", b"\n", whole[:-1], whole[: len(whole) // 2], whole + b"x", *fitting):
        path.write_bytes(data)
        outcome.unlink()
        assert alike(folder, cache) == expected
        assert json.loads(path.read_bytes().partition(b"\n")[2]) == values


@pytest.mark.parametrize("name", BANKS)
def test_rules_for_banks_read_the_same_with_a_memory(name: str, cache: Path) -> None:
    bank = read_bank(ROOT / name).bank
    facts = BankFacts(bank)
    found = engine._found_in(facts.questions, list(RULES.values()))
    remembered = RememberedFindings(cache, Path(name), None)
    remembered.recall(facts.questions, lambda _: found)
    remembered.keep()
    revived = RememberedFindings(cache, Path(name), None).recall(facts.questions, lambda _: ())
    assert revived == found
    known = facts.knowing([each.features for each in revived])
    assert [features_of(item) for item in known.questions] == [features_of(item) for item in facts.questions]
    assert known.bank.enemies._weights.counts == bank.enemies._weights.counts
    assert known.bank.enemies._weights.answers == bank.enemies._weights.answers


def test_where_nothing_can_be_written_nothing_is_remembered(folder: Path, cache: Path) -> None:
    cache.write_text("a file", "utf-8")
    assert alike(folder, cache).problems
    assert cache.read_text("utf-8") == "a file"


def test_no_more_is_kept_than_the_bank_has(folder: Path, cache: Path) -> None:
    for number in range(5):
        path = folder / "second.yaml"
        path.write_text(FILES["second.yaml"].replace("staff", f"staff {number}"), "utf-8")
        check_paths([folder], cache=cache)
    (path,) = cache.glob("*-findings.bank")
    assert len(json.loads(path.read_bytes().partition(b"\n")[2])) == 3


def _as_written(value: Any) -> Any:
    """Return values of JSON as in a file, where a note is behind its option."""
    if isinstance(value, list):
        return [_as_written(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.keys() <= {"text", "note"}:
        return {value["text"]: value["note"]} if "note" in value else value["text"]
    return {name: each if name in ("beyond", "allow") else _as_written(each) for name, each in value.items()}


@pytest.mark.parametrize("name", BANKS)
def test_what_is_found_in_a_question_follows_from_its_key(name: str) -> None:
    bank = read_bank(ROOT / name).bank
    items = BankFacts(bank, date(2026, 1, 1)).questions
    assert len({key_of(item) for item in items}) == len(items)
    together = engine._found_in(items, list(RULES.values()))
    for item, found in zip(items, together, strict=True):
        values = _as_written(json.loads(item.question.model_dump_json(exclude_defaults=True)))
        again = KINDS[item.question.type].model_validate(values, context={"markup": item.question.markup})
        alone = Facts(again, mentions_of(bank), item.shares_setting)
        assert key_of(alone) == key_of(item)
        assert engine._found_in([alone], list(RULES.values())) == [found]


def test_every_field_of_the_record_counts() -> None:
    first, *others = SOURCE.paragraphs
    paragraph = {
        "role": "caption",
        "summary": "Other",
        "understood": ("x",),
        "fingerprint": frozenset({"0a1b2c3d"}),
        "runs": frozenset({"0a1b2c"}),
    }
    changes: list[dict[str, object]] = [
        *({"paragraphs": (first.model_copy(update={name: value}), *others)} for name, value in paragraph.items()),
        *({name: "x"} for name in ("title", "speaker", "publication", "issue", "language")),
        {"date": None},
        {"context": ()},
        {"background": ("Rome",)},
    ]
    changed: list[Source | None] = [None, SOURCE, *(SOURCE.model_copy(update=change) for change in changes)]
    assert len(set(map(given_with, changed))) == len(changed)


def test_sets_of_hashes_have_the_same_order_in_every_process() -> None:
    record = json.loads(given_with(SOURCE))
    assert len(record["paragraphs"][1]["fingerprint"]) > 10
    assert all(each["fingerprint"] == sorted(each["fingerprint"]) for each in record["paragraphs"])
