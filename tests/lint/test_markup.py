"""Rules read marked-up text without its markup, and report what is not read as markup."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from sco_quiz.app.check import check
from sco_quiz.core.content import Content
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.nodes import Image, walk
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.lint.prose import longest_block, prose_of, running_text, shown_length, without_code, without_pictures
from sco_quiz.lint.rules import RULES
from tests.conftest import ROOT
from tests.lint.builders import Questions, bank_of, cloze, multiple, run, several, short, single, statement

OTHER = ROOT / "tests" / "other_article" / "bank"
EVERYTHING = """\
Read **this** and `all code`, $\\frac{a}{b}$ and [a link](https://example.org) with ![a map](media/map.png).

```
not one
two
```

- never $x$
- an item^2^

| a | b |
|---|---|
| `x` | y |

$$x^2$$"""


def markdown(source: str) -> Content:
    content = parse_content(source, markup="markdown")
    assert isinstance(content, Content)
    return content


def findings(questions: Questions, *rules: str) -> list[Problem]:
    return run(bank_of(questions, markup="markdown"), *(RULES[name] for name in rules))


def test_prose_is_without_code_formulas_and_pictures() -> None:
    content = markdown(EVERYTHING)
    assert prose_of(content) == "Read this and ,  and a link with .\n\n- never\n- an item²\n\na | b\n | y"
    assert "a map" in without_code(content)
    assert "never $x$" not in without_code(content)
    assert "all code" in without_pictures(content)
    assert "a map" not in without_pictures(content)
    assert running_text(content) == "Read this and all code, ab and a link with .\n\n- never x\n- an item²"
    assert longest_block(content) == 2
    assert any(isinstance(node, Image) for node in walk(content.inlines))


@pytest.mark.parametrize(
    ("source", "length"),
    [("plain", 5), ("**bold**", 4), (r"$\frac{a}{b}$", 2), (r"$\alpha + \sqrt{2}$", 4), ("`x = 1`", 5), ("H~2~O", 3)],
)
def test_the_length_that_learners_see(source: str, length: int) -> None:
    assert shown_length(markdown(source)) == length


LEFT = {
    "Is <b>this</b> it?": "<b>",
    "Is H<sub>2</sub>O it?": "<sub>",
    "One<br>two?": "<br>",
    'An <img src="x.png"> here?': '<img src="x.png">',
    "A&nbsp;B?": "&nbsp;",
    r"What is \(x^2\)?": r"\(x^2\)",
    r"What is \[x^2\]?": r"\[x^2\]",
    "See [[Another page]]?": "[[Another page]]",
    "What is this? ![a map](media/my map.png)": "![a map](media/my map.png)",
    "Is it [b]bold[/b]?": "[b]",
    'Is it {{< figure src="x.png" >}}?': '{{< figure src="x.png" >}}',
    "# A heading\nWhat is it?": "# A heading",
    "> A quotation\n\nWho said it?": "> A quotation",
    "What is | a | b | |---|---| | c | d |?": "|---|---|",
    "- one - two - three": "- one - two - three",
    "Is $ x^2 $ a formula?": "$ x^2 $",
    "Is **this bold?": "**this bold?",
    "Is ~~this~~ gone?": "~~this~~",
    "Is **this ** bold?": "**this **",
    "Is it ** this** one?": "** this**",
    "Is *this * italic?": "*this *",
    "Is it <!-- not --> this?": "<!-- not -->",
    "What is this? ![a map](media/map.png =200x100)": "![a map](media/map.png =200x100)",
    "Which {width=50%} is it?": "{width=50%}",
    "What is this? ![a map] (media/map.png)": "media/map.png",
    "Is it\n$$\nx^2\n\n$$\nor not?": "$$",
    r"Is it \begin{align} a &= b \end{align}?": r"\begin{align}",
    r"Is it \frac{1}{2}?": r"\frac{",
    "Is it 10^-9 m?": "10^-9",
    "Is CO_2 a gas?": "CO_2",
}


@pytest.mark.parametrize("source", LEFT)
def test_what_is_not_read_as_markup(source: str) -> None:
    found = findings(short("a", source), "literal-markup")
    assert [problem.message for problem in found] == [f"not read as markup: `{LEFT[source]}`"]


@pytest.mark.parametrize(
    "source",
    [
        "Is `<b>` a tag, and `[[x]]` a list?",
        "Is **this** it, or *that*, or H~2~O?",
        "Is a < b and c > d & e?",
        "What is $a_1$ of [sic] 5 | 6?",
        r"Is \*\*this\*\* it, and a\_b?",
        "Is 2 ** 3 it, or x[1][2], or __init__?",
        "Was it Moscow - Beijing - Almaty?",
        "Which?\n\n- one - two\n- three",
        "Is it 10^-9^ m, x^qr^, `2^3` or $x^2$, or H~q~?",
        "Is it un*believ*able, my_name, or a * b * c?",
        r"Is C:\Users\me a path, or `C:\*.txt`?",
        r"Is $\sin x$ it, or $v_{\text{sin}}$, or $\operatorname{log}$?",
        "Which?\n\n- one\n\n    in two\n\n```\n    code\n```",
    ],
)
def test_what_is_read_as_markup_or_is_none(source: str) -> None:
    assert findings(short("a", source), "literal-markup") == []


def test_joined_code_and_sums_of_money() -> None:
    (code,) = findings(short("a", "What is it? ```python x = 1 y = 2```"), "literal-markup")
    assert code.message == "the lines of this code are joined: ```python x = 1 y = 2```".replace("```p", "````p") + "`"
    assert code.hint.startswith("write the text after `|`")
    (money,) = findings(short("a", "Does it cost $5 to 10$ a day?"), "literal-markup")
    assert (money.message, money.hint) == ("read as a formula: `$5 to 10$`", r"write `\$` for a dollar")


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        ("Is a*b*c it?", "read as emphasis: `a*b*c`", "write `a * b * c`, or put code between backticks"),
        ("Is $sin(x)$ it?", "read as a product of letters: `sin` in `$sin(x)$`", r"write `\sin`"),
        (r"Is it C:\*.txt?", r"a backslash is lost in this path: `C:\*`", "put the path between backticks"),
        (r"Is it \\host\x?", r"a backslash is lost in this path: `\\host\x`", "put the path between backticks"),
        (
            "What is it?\n\n    x = 1",
            "the indentation of this line is lost: `x = 1`",
            "put code between two lines of ```",
        ),
    ],
)
def test_what_is_misread_or_lost(source: str, message: str, hint: str) -> None:
    (found,) = findings(short("a", source), "literal-markup")
    assert (found.message, found.hint) == (message, hint)


def test_accepted_forms_may_be_typed_with_carets() -> None:
    assert findings(short("$x^2$", accept=["x^2", "x_1"]), "literal-markup") == []
    assert len(findings(short("x^2"), "literal-markup")) == 1


def test_a_plain_bank_gets_one_suggestion() -> None:
    questions = several(short("a", "Is **this** it?"), short("b", "Is it `**that**`?"), short("c", "What is $x^2$?"))
    (found,) = run(bank_of(questions), RULES["literal-markup"])
    assert (found.question, found.path, found.place.file) == ("", ("markup",), ":markup")
    assert found.message == "2 questions with markup; learners see it as it is typed, such as `**this**` in `q0`"
    assert found.hint == "write `markup: markdown` in bank.yaml, or plain text, in q0, q2"


def test_an_allowance_of_a_question_in_a_plain_bank_counts() -> None:
    questions = short("a", "Is **this** it?", allow={"literal-markup": "it asks about Markdown"})
    assert run(bank_of(questions), RULES["literal-markup"]) == []


def test_a_finding_points_at_the_words(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text("id: b\ntitle: B\nmarkup: markdown\n")
    head = "topic: T\nquestions:\n  - id: q\n    type: short_answer\n    level: remember\n    answer: it\n"
    (tmp_path / "t.yaml").write_text(f"{head}    prompt: >-\n      What is this,\n      a <b>bird</b>?\n")
    (found,) = (problem for problem in check(tmp_path).problems if problem.name == "literal-markup")
    assert (found.place.line, found.place.column, found.place.width) == (9, 9, 3)


def test_markup_of_words_changes_no_finding(tmp_path: Path) -> None:
    """Every third word of every text is marked up: rules find what they find in the plain bank."""
    marked = tmp_path / "bank"
    copytree(OTHER, marked)
    for path in (marked / "channel.yaml", marked / "village.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(map(with_marks, lines)) + "\n", encoding="utf-8")
    assert "**" in path.read_text()
    before, after = check(OTHER), check(marked)
    assert [(problem.name, problem.message) for problem in after.problems] == [
        (problem.name, problem.message) for problem in before.problems
    ]


def with_marks(line: str) -> str:
    """Mark words in the sentences of a file of questions."""
    found = re.fullmatch(r"(    (?:prompt|explanation|hint): )([A-Z][^:#{}\"'>|]*)", line)
    marked = re.sub(r"\b([a-z]{4,}) ([a-z]{4,})", r"**_\1_** \2", found[2]) if found else ""
    return f"{found[1]}{marked}" if found else line


QUIET: dict[str, Questions] = {
    "absolute-word": single("`all(x)`", "`any(x)`", "x"),
    "negative-prompt": short("a", "What does `not True` print in Python?"),
    "blank-inside-prompt": short(
        "a", "Which method is `__init__` in the class?\n\n```\ndef ____(x): pass\n```\n\nName it"
    ),
    "unfocused-prompt": short("a", "Complete this function of Python:\n```\ndef f(): ...\n```"),
    "longest-option-is-right": single(r"$\frac{\sqrt{2}}{2}$", "$0.5$", "$0.9$"),
    "option-length-outlier": single(r"$\frac{\sqrt{\alpha}}{\beta}$", "$0.5$", "$0.9$"),
    "number-not-in-source": short("Almaty", "In which city does `2016` stand for $x = 77$?"),
    "name-not-in-source": short("Almaty", "In which city does `Ulm` print $Ulm$?"),
    "equal-options": single("`a - b`", "`b - a`", "$b^a$"),
    "vague-word": single("`many(x)`", "`few(x)`", "x"),
    "answer-in-prompt": short("x", "What is the name in `x = 1`?"),
    "near-duplicate": several(short("1", "What does it print?\n```\nprint(1)\n```"), short("1", "What is `len([0])`?")),
}


@pytest.mark.parametrize("rule", QUIET)
def test_code_and_formulas_are_no_words(rule: str) -> None:
    assert findings(QUIET[rule], rule) == []


@pytest.mark.parametrize(
    ("prompt", "severity"),
    [
        ("Which city was not the seat in 2009?", Severity.WARNING),
        ("Which city was **not** the seat in 2009?", Severity.INFO),
        ("Which city was *not the seat* in 2009?", Severity.INFO),
        ("Which **city** was not the seat in 2009?", Severity.WARNING),
        ("Which city was not the seat in `NOT` 2009?", Severity.WARNING),
    ],
)
def test_emphasis_makes_a_negation_a_suggestion(prompt: str, severity: Severity) -> None:
    (found,) = findings(short("Ulm", prompt), "negative-prompt")
    assert found.severity is severity


def test_no_rule_fails_on_any_markup() -> None:
    texts = [EVERYTHING, "`x`", "$x$", "![a](media/a.png)", "```\n```", "**x**", "| a |\n|---|", "- a\n- b"]
    for text in texts:
        kinds = [
            short(text, text, explanation=text, hint=text, setting="S"),
            single(text, f"{text} z", {"y": text}),
            multiple([text, "z"], f"{text} y"),
            statement(f"{text}\n\nIt is wrong.", "false", correction={"wrong": "z"}),
            cloze(f"It is {{{{c1::{text.splitlines()[0]}}}}}."),
        ]
        assert isinstance(findings(several(*kinds)), list)


@pytest.mark.parametrize(("picture", "names"), [("a", ["contradiction"]), ("b", [])])
def test_the_same_prompt_with_another_picture_asks_something_else(picture: str, names: list[str]) -> None:
    prompt = "Which country has this flag on its buildings? ![The flag in question](media/{}.svg)"
    questions = several(short("France", prompt.format("a")), short("Germany", prompt.format(picture)))
    assert [problem.name for problem in findings(questions, "contradiction", "near-duplicate")] == names


def test_forms_of_code_are_covered_by_no_other() -> None:
    assert not findings(short("`print`", accept=["`Print`", "a printer"]), "needless-form")
    assert findings(short("`echo`", accept=["the *shell*", "shell"]), "needless-form")


def test_rejected_code_is_no_typo() -> None:
    assert not findings(short("`Beijing`", reject=["Beijin"]), "typo-away")
    assert findings(short("**Beijing**", reject=["*Beijin*"]), "typo-away")


def test_the_hint_of_a_gap_has_no_markup() -> None:
    (found,) = findings(cloze("It is {{c1::x::a *letter*}} or {{c2::y::a letter}}."), "literal-markup")
    assert found.message == "the hint of a gap has no markup: `a *letter*`"


@pytest.mark.parametrize(("hidden", "found"), [("of the", ["weak-gap"]), ("{'a': {}}", []), ("&&", [])])
def test_a_gap_of_operators_carries_a_point(hidden: str, found: list[str]) -> None:
    problems = findings(cloze(f"In this language, one writes {{{{c1::{hidden}}}}} here."), "weak-gap")
    assert [problem.name for problem in problems] == found
