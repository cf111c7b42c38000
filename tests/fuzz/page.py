"""Pages of banks whose texts look like parts of a page: its elements stay the same, and its data comes back."""

import json
from html.parser import HTMLParser
from random import Random
from typing import Any

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.exam_form import ExamForm, FormItem
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.source import Source
from sco_quiz.formats.page.questions import page_questions
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.page.writer import page_html

NAME = "page"
FULL = 1500

PIECES = (
    *"<>&\"'/!-\\${}[]\n\u2028\u202e\U0001f600",
    *("<!--", "-->", "<script", "</script>", "</SCRIPT ", "<style>", "</style>", "</title>", "]]>", "<!doctype"),
    *('<img src="data:image/svg+xml;base64,PHN2Zy8+">', '<img src="picture:0">', '<span class="paragraph">x</span>'),
    *('"parts":[0]', '{"parts": [0]}', "$data", "${script}", "$$", "&lt;script&gt;", "&#60;", "\\u003c", "<\\/script>"),
    *("__proto__", "constructor", "onload=alert(1)", "javascript:", "a", "word", " ", "12", "é"),
)


class _Page(HTMLParser):
    """The elements of a page with their classes, and the text of its scripts by class."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, str]] = []
        self.scripts: dict[str, str] = {}
        self.inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs).get("class") or ""))
        self.inside = self.elements[-1][1] if tag == "script" else None

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", ""))
        self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside is not None:
            self.scripts[self.inside] = self.scripts.get(self.inside, "") + data


def run(seed: int) -> None:
    """Write a page of the bank of a seed, and read it as a browser does. Raises AssertionError."""
    rng = Random(seed)
    question = _question(rng)
    if question is None:
        return
    topic = Topic("t", _text(rng), (question,))
    paragraph = {"number": 1, "summary": f"{_text(rng)}x"}
    source = Source.model_validate({"title": "An article", "paragraphs": [paragraph]})
    bank = Bank("b", _text(rng), (topic,), description=_text(rng), lang=rng.choice(["", "kk", "he"]), source=source)
    settings = PageSettings(rng.choice(["practice", "test"]), inline=rng.random() < 0.2)
    page = _read(page_html(bank, [ExamForm(_text(rng), (FormItem(question, section=_text(rng)),))], settings))
    plain = Bank("b", "B", (Topic("t", "T", ()),))
    assert page.elements == _read(page_html(plain, [ExamForm("T", ())], settings)).elements
    data, shared = json.loads(page.scripts["data"]), json.loads(page.scripts["shared"])
    assert _unshared(data["questions"], shared) == json.loads(json.dumps(page_questions(bank, [question])))
    assert (data["bank"]["title"], data["bank"]["description"]) == (bank.title, bank.description)
    for script in (page.scripts["data"], page.scripts["shared"]):
        assert "<!--" not in script
        assert "<script" not in script.lower()


def _read(html: str) -> _Page:
    page = _Page()
    page.feed(html)
    page.close()
    return page


def _unshared(value: Any, shared: list[str]) -> Any:
    if isinstance(value, list):
        return [_unshared(each, shared) for each in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("parts"), list):
        return "".join(shared[part] if isinstance(part, int) else part for part in value["parts"])
    return {name: _unshared(each, shared) for name, each in value.items()}


def _text(rng: Random) -> str:
    return "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 8)))


def _question(rng: Random) -> AnyQuestion | None:
    """Return a question of any kind; None where these texts make none."""
    texts = [f"{_text(rng)}{number}" for number in range(4)]
    kinds: dict[str, dict[str, object]] = {
        "single_choice": {"answer": texts[0], "distractors": [{texts[1]: _text(rng)}, texts[2]]},
        "multiple_choice": {"answers": texts[:2], "distractors": texts[2:]},
        "true_false": {"answer": "false"},
        "short_answer": {"answer": texts[0], "accept": [texts[1]], "reject": [{texts[2]: _text(rng)}]},
        "numeric": {"answer": "12"},
        "cloze": {"prompt": f"{texts[0]} {{{{c1::word::{texts[1].replace(':', '')}}}}}"},
        "matching": {"pairs": {texts[0]: "x", texts[1]: "y"}, "distractors": [texts[2]]},
        "ordering": {"items": texts},
    }
    kind = rng.choice(list(kinds))
    fields = kinds[kind] | {"id": "constructor", "type": kind, "level": "remember", "source": [1]}
    fields |= {"setting": _text(rng), "hint": _text(rng), "explanation": _text(rng)}
    try:
        context = {"markup": rng.choice(["plain", "markdown"])}
        return KINDS[kind].model_validate({"prompt": _text(rng), **fields}, context=context)
    except ValueError:
        return None
