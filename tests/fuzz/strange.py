"""Banks that are valid and strange: texts, names, numbers and dates at the borders of what a field may be."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml

TEXTS = [
    *(
        "yes",
        "null",
        "~",
        "0x1F",
        "1e3",
        "007",
        "2010-01-01",
        "12:30",
        "- a",
        "# x",
        "a #b",
        "a: b",
        "? x",
        "[a]",
        "{a}",
    ),
    *(
        "'",
        '"',
        "it's “so”",
        "\\",
        "\\n",
        "%",
        "&a",
        "*a",
        "!!str",
        "|",
        ">",
        "@x",
        "`x`",
        "=1+1",
        "+1",
        "-1",
        "=",
        "::",
    ),
    *("<b>x</b>", "&amp; <", "</script><script>", "a\u00a0b", "e\u0301"),
    *(
        "ﬁ",
        "İ",
        "ß",
        "𝒳",
        "👩‍👧",
        "王小明",
        "Айгуль",
        "a：b",
        "“b”: c",
        "a\n\u00a0b",
        "–b: c",
        "a\nb：c",
        "עברית",
        "हिन्दी",
        "x" * 300,
        "word " * 200 + "end",
        "a\tb",
        "\tx",
    ),
    *(
        " x",
        "x ",
        "a  b",
        "a\nb",
        "a\n\nb",
        "a\n b",
        "a\n- b",
        "\nx",
        "x\n",
        "A) x",
        "1. x",
        "- ",
        "~=#{}:",
        "{=x}",
        "$5",
    ),
    *("$x^2$", "H~2~O", "**x**", "a | b", "| a | b |", "[x](http://a.b)", "http://a.b/?c=d&e", "```", "<", "?"),
    *("True", "all of the above", "{1:MC:x}", "//x", "$CATEGORY: x", "ANSWER: A", "::x:: y", "\\frac{1}{2}", "50 %"),
    *(
        "%100%x",
        "a;b",
        "a,b",
        "a/b",
        "a\\",
        "…",
        "—",
        "0",
        "-0",
        "1/2",
        "½",
        "٣",
        "１",
        "#",
        ".",
        "CON",
        "a\u0300" * 20,
    ),
]
IDS = ["null", "yes", "1", "0x1", "1e3", "007", "true", "2010-01-01", "a" * 64, "on", "12", "con", "a-b-1", "0"]
FILES = ["null", "yes", "1", "2010-01-01", "x" * 64, "con", "0x1", "on"]
NUMBERS = ["0", "-0.0", "1e300", "-1e300", "1e-300", "9" * 100, "0." + "3" * 99, "1e2", "0.10", "-7", "1_000"]
DATES = ["0001-01-01", "9999-12-31", "1970-01-01", "2000-02-29"]
LANGUAGES = ["en", "de", "ru", "zh", "es", "fr", "he", "pt-BR", "hi"]


class Styled(str):
    """A string with the style in which YAML shows it."""

    style: str | None = None


class Dumper(yaml.SafeDumper):
    """Writes each string in its style, where YAML can."""


Dumper.add_representer(
    Styled, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=text.style)
)


class Maker:
    """Makes the values of questions from a seed; now and then a strange one instead of an ordinary one."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._count = 0
        self._used: set[str] = set()

    def bank(self) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
        """Return bank.yaml, and the files of questions by name."""
        rng = self.rng
        head = {"id": rng.choice([*IDS, *["bank"] * 9]), "title": self.text()}
        head |= self.some(
            lang=lambda: rng.choice(LANGUAGES),
            description=self.text,
            setting=self.text,
            strict=lambda: rng.choice(["accents", "all", "case"]),
        )
        if rng.random() < 0.4:
            head["markup"] = "markdown"
        names = rng.sample(FILES, 2) if rng.random() < 0.5 else ["topic", "other"]
        ids = iter([*rng.sample(IDS, 4), *(f"q-{number}" for number in range(20))])
        files = {name: self.topic(ids) for name in names[: rng.randrange(1, 3)]}
        return head, files

    def topic(self, ids: Any) -> dict[str, Any]:
        """Return a file of questions."""
        kinds = self.rng.sample(list(KINDS), self.rng.randrange(2, 6))
        head = {"topic": self.text()} | self.some(description=self.text, setting=self.text)
        return head | {"questions": [self.question(next(ids), kind) for kind in kinds]}

    def question(self, name: str, kind: str) -> dict[str, Any]:
        """Return the values of a question of a kind."""
        rng = self.rng
        values = {"id": name, "type": kind, "prompt": self.text() + "?"} | KINDS[kind](self)
        values["level"] = rng.choice(["remember", "understand", "apply", "analyze", "evaluate"])
        values |= self.some(
            explanation=self.text,
            hint=self.text,
            setting=self.text,
            tags=lambda: [self.tag(), f"{self.tag()}::b"],
            difficulty=lambda: rng.randrange(1, 6),
            as_of=self.date,
            review_by=self.date,
            formerly=lambda: [f"old-{name}"[:64]],
            allow=lambda: {"true-false-imbalance": self.text()},
        )
        if rng.random() < 0.1:
            values |= {"status": "retired", "reason": self.text()}
        if kind == "cloze":
            values["prompt"] = f"{self.plain()} {{{{c1::{self.plain()}}}}} {{{{c2::{self.plain()}::{self.plain()}}}}}"
        return values

    def some(self, **makers: Callable[[], Any]) -> dict[str, Any]:
        """Return some of these fields."""
        return {name: make() for name, make in makers.items() if self.rng.random() < 0.25}

    def text(self) -> Styled:
        """Return a text, which no other equals."""
        self._count += 1
        words = f"word{self._count}"
        rng = self.rng
        if rng.random() < 0.35:
            strange = rng.choice(TEXTS)
            # alone once, since options must differ
            alone = strange if strange not in self._used else words
            self._used.add(strange)
            words = rng.choice([alone, f"{strange} {words}", f"{words} {strange}", f"{words}{strange}{words}"])
        text = Styled(words)
        text.style = rng.choice([None, None, "'", '"', "|", ">"])
        return text

    def plain(self) -> str:
        """Return a text without the marks of gaps."""
        return self.text().replace("{", "").replace("}", "").replace(":", "").strip() or "x"

    def tag(self) -> str:
        """Return a tag."""
        tag = "".join(each for each in self.plain() if unicodedata.category(each)[0] in "LN")[:30]
        return tag or "tag"

    def date(self) -> Any:
        """Return a date as YAML has it."""
        return yaml.safe_load(self.rng.choice(DATES))

    def number(self) -> Any:
        """Return a number, as a number or as text."""
        number = self.rng.choice(NUMBERS)
        return number if self.rng.random() < 0.5 else yaml.safe_load(number)

    def noted(self, least: int, most: int = 4) -> list[Any]:
        """Return wrong options, some of them with a note."""
        count = 30 if self.rng.random() < 0.05 else self.rng.randrange(least, most)
        return [{self.text(): self.text()} if self.rng.random() < 0.3 else self.text() for _ in range(count)]


def _single_choice(make: Maker) -> dict[str, Any]:
    return {"answer": make.text(), "distractors": make.noted(1)} | make.some(order=lambda: "fixed")


def _multiple_choice(make: Maker) -> dict[str, Any]:
    answers = [make.text() for _ in range(make.rng.randrange(1, 4))]
    return {"answers": answers, "distractors": make.noted(1)} | make.some(penalty=lambda: "33.3 %")


def _true_false(make: Maker) -> dict[str, Any]:
    return {"answer": make.rng.choice([True, False, "true", "false"])}


def _short_answer(make: Maker) -> dict[str, Any]:
    return {"answer": make.text()} | make.some(
        accept=lambda: [make.text()], reject=lambda: make.noted(1), partial=lambda: {make.text(): "50 %"}
    )


def _numeric(make: Maker) -> dict[str, Any]:
    return {"answer": make.number()} | make.some(
        unit=make.text, tolerance=lambda: make.rng.choice(["5 %", 0.5, "1e-9"]), accept=lambda: [make.number()]
    )


def _matching(make: Maker) -> dict[str, Any]:
    pairs = {make.text(): make.text() for _ in range(make.rng.randrange(2, 5))}
    return {"pairs": pairs} | make.some(distractors=lambda: make.noted(1))


def _ordering(make: Maker) -> dict[str, Any]:
    return {"items": [make.text() for _ in range(make.rng.randrange(3, 8))]}


KINDS: dict[str, Callable[[Maker], dict[str, Any]]] = {
    "single_choice": _single_choice,
    "multiple_choice": _multiple_choice,
    "true_false": _true_false,
    "short_answer": _short_answer,
    "numeric": _numeric,
    "cloze": lambda make: make.some(reject=lambda: make.noted(1)),
    "matching": _matching,
    "ordering": _ordering,
}


def write_bank(folder: Path, rng: Random) -> dict[str, dict[str, Any]]:
    """Write a bank; return the values of its questions by id."""
    head, files = Maker(rng).bank()
    folder.mkdir()
    for name, values in {"bank": head, **files}.items():
        flow = rng.choice([False, False, None, True])
        text = yaml.dump(
            values, Dumper=Dumper, sort_keys=False, allow_unicode=rng.random() < 0.7, width=rng.choice([20, 80, 10**9]),
            default_flow_style=flow, line_break=rng.choice(["\n", "\n", "\r\n", "\r"]),
        )  # fmt: skip
        (folder / f"{name}.yaml").write_bytes((rng.choice(["", "", "\ufeff"]) + text).encode())
    return {str(each["id"]): each for values in files.values() for each in values["questions"]}
