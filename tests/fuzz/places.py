"""One error at a known place is reported there: every sort, field, way of writing text and line end."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sco_quiz.core.problem import Problem
from sco_quiz.lint.engine import lint
from sco_quiz.loading.load import read_bank
from tests.conftest import record_without_facts

NAME, FULL = "places", 1000
HERE = "\ue000"  # marks the error until its place is known
WORDS = ("which", "city", "日本", "é", "😀", "Ташкент", "it's", "two", "of", "x", "a, b", "(or)")
ENDS = ("\n", "\r\n", "\r")

BANK = "id: b\ntitle: B\nmarkup: markdown\n"
HEAD = "topic: T\n"
QUESTIONS = """\
questions:
  - id: first
    type: short_answer
    prompt: Where is 'the' first "city"?
    answer: "Here"
    level: remember
"""
CHOICE = """\
  - id: one
    type: single_choice
    prompt: Where is the other one?
    answer: Right
    distractors:
      - Wrong
      - Also wrong
      - Wrong as well
    level: remember
"""
MATCHING = """\
  - id: one
    type: matching
    prompt: What is whose capital?
    pairs:
      Kazakhstan: Astana
      China: Beijing
    level: remember
"""
CLOZE = """\
  - id: one
    type: cloze
    prompt: Here is {{c1::a gap}}.
    level: remember
"""
LAST = """\
  - id: last
    type: single_choice
    prompt: "Which is 'the' last?"
    answer: 'The "last"'
    distractors: ["It's one", 'It''s another']
    hint: 5"
    explanation: That's it.
    level: remember
"""

# where text is: the line that it replaces, or before which it is put; `KEY` and `TEXT` stand for it
FIELDS: dict[str, tuple[str, str]] = {
    "title": ("title: B\n", "title: TEXT\n"),
    "bank's description": ("markup:", "description: TEXT\nmarkup:"),
    "bank's setting": ("markup:", "setting: TEXT\nmarkup:"),
    "topic": ("topic: T\n", "topic: TEXT\n"),
    "description": ("questions:\n", "description: TEXT\nquestions:\n"),
    "setting of the file": ("questions:\n", "setting: TEXT\nquestions:\n"),
    "prompt": ("    prompt: Where is the other one?\n", "    prompt: TEXT\n"),
    "setting": ("    prompt: Where is the other", "    setting: TEXT\n    prompt: Where is the other"),
    "answer": ("    answer: Right\n", "    answer: TEXT\n"),
    "distractor": ("      - Wrong\n", "      - TEXT\n"),
    "note": ("      - Wrong\n", "      - Wrong: TEXT\n"),
    "noted": ("      - Wrong\n", "      - KEY: a note\n"),
    "explanation": ("      - Wrong as well\n", "      - Wrong as well\n    explanation: TEXT\n"),
    "hint": ("      - Wrong as well\n", "      - Wrong as well\n    hint: TEXT\n"),
    "reason": ("      - Wrong as well\n", "      - Wrong as well\n    status: retired\n    reason: TEXT\n"),
    "beyond": (
        "      - Wrong as well\n",
        "      - Wrong as well\n    beyond:\n      text: TEXT\n      references: [astana-declaration]\n",
    ),
    "cloze": ("    prompt: Here is {{c1::a gap}}.\n", "    prompt: TEXT\n"),
    "left": ("      China: Beijing\n", "      KEY: Beijing\n"),
    "right": ("      China: Beijing\n", "      China: TEXT\n"),
}
# these have no markup of their own
PLAIN_TEXT = ("title", "bank's description", "bank's setting", "topic", "description", "setting of the file")
STYLES = ("plain", "double", "single", "folded", "literal")


QUOTES = ("'", '"')
BRACKETS = (
    ("distractors: [\"It's one\", 'It''s another']", f"distractors: {HERE}[one, another"),
    ('    hint: 5"\n', f"    tags: {HERE}[one, two\n"),
    ('    hint: 5"\n', f"    tags: {HERE}[one, two}}\n"),
    ('    hint: 5"\n', f"    allow: {HERE}{{one: two\n"),
    ('    hint: 5"\n', f"    allow: {HERE}{{one: two]\n"),
    ('    hint: 5"\n', f"    tags: {HERE}[one,\n      two\n"),
)


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of error: the names of the problem, what is typed in text, and in which field or style only."""

    names: tuple[str, ...]
    typed: tuple[str, ...]
    markup: bool = False
    style: str = ""
    field: str = ""


SORTS = {
    "raw": Sort(("control-character",), ("\x07", "\x1b", "\x85", "\u2028")),
    "escaped": Sort(("control-character",), (r"\x07", r"\a", r"\e", r"\u0085"), style="double"),
    "invisible": Sort(("invisible-character",), ("\u200b", "\ufeff")),
    "formula": Sort(("bad-formula",), (rf"${HERE}\foo$", rf"$x + {HERE}\bar$"), markup=True),
    "address": Sort(("unsafe-address",), (f"[a]({HERE}javascript:x)", f"[b]({HERE}nowhere)"), markup=True),
    "gap": Sort(("broken-gap",), (f"{{{{c1::a}}}} b{HERE}}}}}", f"{{{{c1::a}}}} {HERE}{{{{c2:b}}}}"), field="cloze"),
    "empty gap": Sort(("broken-gap",), (f"{{{{c1::a}}}} x{HERE}{{{{c1::}}}}", f"{HERE}{{{{c1::}}}}"), field="cloze"),
    "word": Sort(("context-bound",), (f"according to {HERE}the text", f"In {HERE}this article"), field="prompt"),
    "picture": Sort(("missing-picture",), (f"{HERE}![a map of it](media/map.png)",), markup=True),
}


def run(seed: int) -> None:
    """Plant an error, and compare its place with those of the problems."""
    rng = Random(seed)
    files, names = rng.choice((_in_text, _in_text, _in_text, _in_structure))(rng)
    expected = next((name, *_line_column(text)) for name, text in files.items() if HERE in text)
    with TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_bytes(_encoded(text.replace(HERE, ""), rng))
        loaded = read_bank(folder)
        rules = lint(loaded.bank, lambda name, at, part: loaded.place_of(name, *at, part=part))
    # the words of the bank are odd, so that other rules have something to say
    found = loaded.problems or tuple(each for each in rules if each.name in names)
    places = {(Path(each.place.file).name, each.place.line, each.place.column) for each in found}
    assert places == {expected}, _told(files, names, found, expected)
    assert {each.name for each in found} <= set(names), _told(files, names, found, expected)


def _told(files: dict[str, str], names: tuple[str, ...], found: tuple[Problem, ...], expected: object) -> str:
    text = next(text for text in files.values() if HERE in text).replace(HERE, "⇒")
    problems = [f"{each.name} {each.place.line}:{each.place.column} {each.message}" for each in found]
    return f"expected {names} at {expected}, found {problems} in\n{text}"


def _line_column(text: str) -> tuple[int, int]:
    before = text.partition(HERE)[0]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _encoded(text: str, rng: Random) -> bytes:
    """Return the text with other line ends, and perhaps a byte order mark."""
    sorts = rng.choice((*((end,) for end in ENDS), ENDS))
    end, parts = "", []
    for line in text.split("\n")[:-1]:
        # a line feed after a lone CR would be one end with it
        end = rng.choice(sorts) if line or end != "\r" else "\r"
        parts += [line, end]
    return "".join(parts).encode("utf-8-sig" if rng.random() < 0.3 else "utf-8")


def _files(rng: Random, field: str, text: str) -> dict[str, str]:
    """Return the files of a bank with something in a field."""
    topic = HEAD + QUESTIONS + {"left": MATCHING, "right": MATCHING, "cloze": CLOZE}.get(field, CHOICE) + LAST
    old, new = FIELDS[field]
    new = new.replace("KEY", text).replace("TEXT", text)
    files = {"bank.yaml": BANK, "topic.yaml": topic, "source.yaml": record_without_facts()}
    return {name: content.replace(old, new, 1) for name, content in files.items()}


def _in_text(rng: Random) -> tuple[dict[str, str], tuple[str, ...]]:
    """Write text with an error in it into a field."""
    sort = SORTS[rng.choice([*SORTS])]
    others = [name for name in FIELDS if name != "cloze" and not (sort.markup and name in PLAIN_TEXT)]
    field = sort.field or rng.choice(others)
    key = "KEY" in FIELDS[field][1]
    style = sort.style or rng.choice(("plain", "double", "single") if key else STYLES)
    before = FIELDS[field][1].partition("TEXT")[0].rpartition("\n")[2]
    margin = len(before) - len(before.lstrip(" -")) + 2
    typed = rng.choice(sort.typed)
    if HERE not in typed:
        typed = HERE + typed
    return _files(rng, field, written(rng, typed, style, margin, several=not key, raw=bool(sort.style))), sort.names


def written(rng: Random, error: str, style: str, margin: int, several: bool, raw: bool = False) -> str:
    """Return words with an error among them, in a style of YAML; `several`: on several lines, if the style says so."""
    before, after = rng.choices(WORDS, k=rng.randrange(1, 7)), rng.choices(WORDS, k=rng.randrange(1, 5))
    words = [_escaped(word, style) for word in (*before, error, *after)]
    if raw:
        words[len(before)] = error
    glue = {"double": [" ", " ", "\n", "\n\n", " \\\n"], "literal": [" ", "\n"]}.get(style, [" ", " ", "\n", "\n\n"])
    text = "".join(word + rng.choice(glue if several else [" "]) for word in words[:-1]) + words[-1]
    indent = "\n" + " " * (margin + rng.randrange(3))
    text = text.replace("\n\n", "\0").replace("\n", indent).replace("\0", "\n" + indent)
    match style:
        case "double":
            return f'"{text}"'
        case "single":
            return f"'{text}'"
        case "folded" | "literal":
            symbol = ">" if style == "folded" else "|"
            return f"{symbol}{rng.choice(('', '-', '+'))}{rng.choice(('', '', ' # a comment'))}{indent}{text}"
    return text


def _escaped(word: str, style: str) -> str:
    if style == "double":
        return word.replace("\\", "\\\\").replace('"', '\\"')
    return word.replace("'", "''") if style == "single" else word


def _in_structure(rng: Random) -> tuple[dict[str, str], tuple[str, ...]]:
    """Leave a quote or bracket open, or indent a line wrongly or with a tab."""
    sort = rng.choice((_open_quote, _open_quote, _open_bracket, _tab, _indented))
    return sort(rng)


def _open_quote(rng: Random) -> tuple[dict[str, str], tuple[str, ...]]:
    words = " ".join(rng.choices([word for word in WORDS if "'" not in word], k=rng.randrange(1, 5)))
    field = rng.choice([name for name, (_, new) in FIELDS.items() if "TEXT" in new and name != "cloze"])
    return _files(rng, field, f"{HERE}{rng.choice(QUOTES)}{words}"), ("unclosed-quote",)


def _open_bracket(rng: Random) -> tuple[dict[str, str], tuple[str, ...]]:
    old, new = rng.choice(BRACKETS)
    return _changed(old, new), ("unclosed-bracket",)


def _changed(old: str, new: str) -> dict[str, str]:
    files = {"bank.yaml": BANK, "topic.yaml": HEAD + QUESTIONS + CHOICE + LAST, "source.yaml": record_without_facts()}
    return files | {"topic.yaml": files["topic.yaml"].replace(old, new, 1)}


def _tab(rng: Random) -> tuple[dict[str, str], tuple[str, ...]]:
    line = rng.choice([line for line in CHOICE.splitlines(keepends=True) if line.startswith("    ")])
    keep = rng.randrange(0, 5)
    return _changed(line, f"{' ' * keep}{HERE}\t{line.lstrip()}"), ("tab-indentation",)


def _indented(rng: Random) -> tuple[dict[str, str], tuple[str, ...]]:
    # the first item says where the others start
    line = rng.choice([line for line in CHOICE.splitlines(keepends=True)[1:] if line != "      - Wrong\n"])
    more = rng.choice((-2, -1, 1, 2, 3))
    indent = len(line) - len(line.lstrip()) + more
    return _changed(line, f"{' ' * indent}{HERE}{line.lstrip()}"), ("wrong-indent", "swallowed-item")
