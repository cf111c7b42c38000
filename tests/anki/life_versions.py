"""Five versions of a bank about an invented town: what a teacher changes in each, and what students notice."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sco_quiz.core.bank import Bank
from sco_quiz.loading.load import load_bank

Data = dict[str, Any]


class Draft:
    """A bank as a teacher edits it: the content of its files."""

    def __init__(self, data: Data) -> None:
        self.data = data

    @property
    def topics(self) -> dict[str, Data]:
        topics: dict[str, Data] = self.data["topics"]
        return topics

    def question(self, name: str) -> Data:
        """Return the fields of a question."""
        return next(item for topic in self.topics.values() for item in topic["questions"] if item["id"] == name)

    def edit(self, name: str, **fields: object) -> None:
        """Set fields of a question; None removes a field."""
        question = self.question(name)
        question.update(fields)
        for field_name in [key for key, value in question.items() if value is None]:
            del question[field_name]

    def replace(self, name: str, **fields: object) -> None:
        """Write a question again, of another kind, under its id."""
        question = self.question(name)
        question.clear()
        question.update(id=name, level="remember", **fields)

    def delete(self, name: str) -> Data:
        """Remove a question, and return it."""
        for topic in self.topics.values():
            for item in topic["questions"]:
                if item["id"] == name:
                    topic["questions"].remove(item)
                    return dict(item)
        raise LookupError(name)

    def add(self, topic: str, **fields: object) -> None:
        """Add a question at the end of a topic."""
        self.topics[topic]["questions"].append({"level": "remember", **fields})

    def write(self, folder: Path) -> Path:
        """Write the files of the bank as a teacher saves them: other files of the folder stay."""
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.glob("*.yaml"):
            path.unlink()
        for name, content in {"bank": self.data["bank"], "source": self.data["source"], **self.topics}.items():
            text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
            (folder / f"{name}.yaml").write_text(text, "utf-8")
        return folder


@dataclass(frozen=True)
class Version:
    """A version of the bank, and what is new in it for a reader: question ids, each with what changed."""

    name: str
    data: Data
    changed: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def write(self, folder: Path) -> Bank:
        """Write its files into a folder, and read them."""
        return load_bank(Draft(deepcopy(self.data)).write(folder))


def second(bank: Draft) -> None:
    """Correct a typo and two answers, add a hint, a gap and questions, retire, rename, move, and change titles."""
    bank.edit("ferry-typo", prompt="Who owns the ferry of Ostry?")
    bank.edit("depth", answer=12)
    bank.edit("harbor-three", answer="four")
    bank.edit("lighthouse", hint="Think of snow.")
    gaps = "High water comes at {{c1::noon}}, low water at {{c2::dusk}}, and the bell rings at {{c3::dawn}}."
    bank.edit("tides", prompt=gaps)
    prompt = bank.question("mayor")["prompt"]
    bank.replace("mayor", type="single_choice", prompt=prompt, answer="Berta Holm", distractors=["Ivo Lang"], source=2)
    bank.edit("budget", status="retired", reason="The month is disputed.", successor="levy")
    bank.add("council", id="levy", type="short_answer", prompt="What does the council vote on in June?", answer="levy")
    bank.add("rail", id="tram", type="true_false", prompt="The tram of Ostry is pulled by horses.", answer=True)
    bank.edit("market-day", id="market-weekday", formerly=["market-day"])
    bank.topics["harbor"]["questions"].append(bank.delete("opened"))
    bank.topics["council"]["topic"] = "Council and mayor"


def third(bank: Draft) -> None:
    """Turn an answer back, change the family of a kind, delete, use again, remove a gap, change the article's title."""
    bank.edit("harbor-three", answer="three")
    bank.replace("seats", type="cloze", prompt="The council has {{c1::17}} seats.", source=2)
    bank.delete("fair")
    bank.edit("budget", status=None, reason=None, successor=None)
    bank.edit("guild", id="scales-guild", formerly=["guild"], prompt="Which guild runs the town scales?")
    bank.edit(
        "tides", prompt="High water comes at {{c1::noon}}, low water at {{c2::dusk}}, and the bell rings at dawn."
    )
    bank.data["source"]["title"] = "One day in Ostry"
    bank.data["source"]["paragraphs"][1]["summary"] = "Council and mayor are introduced by the clerk."


def fourth(bank: Draft) -> None:
    """Bring a question and a gap back, insert a topic, rename a file and the bank, retire, change a cloze, delete."""
    bank.topics["trade"]["questions"].append(_first("fair"))
    gaps = "High water comes at {{c1::noon}}, low water at {{c2::dusk}}, and the bell rings at {{c3::dawn}}."
    bank.edit("tides", prompt=gaps)
    bank.replace("motto", type="short_answer", prompt="What is the motto of Ostry?", answer="Steady")
    bank.edit("sessions", items=["the roll call", "the debate", "the minutes", "the vote"])
    bank.edit("scales", explanation="Each load has a scale of its own.")
    bank.edit("driver", status="retired", reason="Nobody knows for certain.")
    bank.delete("toll")
    church = {"id": "church", "type": "single_choice", "prompt": "Who built the church?", "level": "remember"}
    church |= {"answer": "sailors", "distractors": ["millers"]}
    bank.data["topics"] = {"church": {"topic": "Church", "questions": [church]}, **bank.topics}
    bank.data["topics"]["commerce"] = bank.data["topics"].pop("trade")
    bank.data["bank"]["topics"] = ["church", "harbor", "council", "commerce", "rail"]
    bank.data["bank"]["title"] = "Ostry, a town"
    for paragraph in bank.data["source"]["paragraphs"]:
        paragraph["topic"] = paragraph["topic"].replace("trade", "commerce")


def fifth(bank: Draft) -> None:
    """Change an answer again, turn kinds back, add a setting to a topic, a hint and a question."""
    bank.edit("depth", answer=13)
    bank.replace("seats", type="numeric", prompt="How many seats does the council have?", answer=17, source=2)
    bank.edit("bridge", hint="Think of rust.")
    bank.topics["rail"]["setting"] = "The railway of Ostry, 1887"
    bank.add("harbor", id="crane", type="numeric", prompt="How many cranes are there?", answer=6)
    bank.data["bank"]["description"] = "Questions about a town that nobody has seen."


RAIL = ("gauge", "stations", "bridge", "driver", "line", "tram")
_EDITS: list[tuple[Callable[[Draft], None], dict[str, str], tuple[str, ...], tuple[str, ...]]] = [
    (
        second,
        {
            "ferry-typo": "prompt",
            "depth": "answer",
            "harbor-three": "answer",
            "lighthouse": "hint",
            "tides": "gap added",
            "mayor": "kind",
            "budget": "retired",
        },
        ("levy", "tram"),
        (),
    ),
    (
        third,
        {
            "harbor-three": "answer as in v1",
            "seats": "to cloze",
            "budget": "used again",
            "guild": "renamed, prompt",
            "tides": "gap removed",
        },
        (),
        ("fair",),
    ),
    (
        fourth,
        {
            "tides": "gap back",
            "fair": "returned",
            "motto": "from cloze",
            "sessions": "answer",
            "scales": "explanation",
            "driver": "retired",
        },
        ("church",),
        ("toll",),
    ),
    (
        fifth,
        {"depth": "answer", "seats": "from cloze", **dict.fromkeys(RAIL, "setting"), "bridge": "setting, hint"},
        ("crane",),
        (),
    ),
]


def _first(name: str) -> Data:
    return Draft(_read()).question(name)


def _read() -> Data:
    data: Data = yaml.safe_load(Path(__file__).with_name("life_bank.yaml").read_text("utf-8"))
    return data


def versions() -> list[Version]:
    """Return all versions, the first one first. Ids are those under which a question was first published."""
    draft = Draft(_read())
    result = [Version("v1", deepcopy(draft.data))]
    for number, (edit, changed, added, dropped) in enumerate(_EDITS, start=2):
        edit(draft)
        result.append(Version(f"v{number}", deepcopy(draft.data), changed, added, dropped))
    return result
