"""Problems as text."""

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.core.report import Report
from sco_quiz.terminal.problem_view import render_problem, render_report, render_summary
from sco_quiz.terminal.sanitize import sanitize


def test_the_caret_is_under_its_word() -> None:
    place = Place("a.yaml", 14, 7, 5, "      answr: 上海")
    shown = render_problem(Problem("unknown-field", "`answr` is no field", place, "did you mean `answer`?"))
    assert shown.split("\n") == [
        "a.yaml:14:7: error: `answr` is no field [unknown-field]",
        "   14 |       answr: 上海",
        "      |       ^^^^^",
        "   hint: did you mean `answer`?",
    ]


def test_wide_characters_and_tabs_move_the_caret() -> None:
    shown = render_problem(Problem("x", "m", Place("a", 1, 4, 1, "上\t海b")))
    assert shown.split("\n")[1:] == ["    1 | 上 海b", "      |      ^"]


def test_the_caret_is_as_wide_as_what_it_marks() -> None:
    shown = render_problem(Problem("x", "m", Place("a", 1, 3, 2, "a 上海 b")))
    assert shown.split("\n")[1:] == ["    1 | a 上海 b", "      |   ^^^^"]
    shown = render_problem(Problem("x", "m", Place("a", 1, 3, 1, "a \u00a0b")))
    assert shown.split("\n")[1:] == ["    1 | a \\u00a0b", "      |   ^^^^^^"]


def test_a_hint_of_several_lines_keeps_its_indentation() -> None:
    shown = render_problem(Problem("x", "m", Place("a"), "for example\npairs:\n  left: right"))
    assert shown.split("\n")[1:] == ["   hint: for example", "         pairs:", "           left: right"]


def test_a_report_is_paragraphs_and_a_summary() -> None:
    report = Report((Problem("x", "m", Place("a")), Problem("y", "n", Place("b"))), 3)
    assert render_report(report) == ("a: error: m [x]\n\nb: error: n [y]\n\n3 questions checked: 2 errors.")


def test_a_long_line_is_cut_around_the_caret() -> None:
    shown = render_problem(Problem("x", "m", Place("a", 1, 501, 3, "x" * 500 + "abc" + "y" * 500)))
    excerpt, caret = shown.split("\n")[1:]
    assert len(excerpt) < 120
    assert excerpt[caret.index("^") :].startswith("abc")
    assert caret.count("^") == 3


def test_escape_sequences_cannot_reach_the_terminal() -> None:
    hostile = "\x1b]0;title\x07\x9b2J\u202eabc\x00"
    shown = sanitize(render_problem(Problem("x", hostile, Place("a", 1, 1, 3, hostile), hostile, question=hostile)))
    assert not set(shown) & set("\x1b\x07\x9b\u202e\x00")
    assert sanitize("a\u202e") == "a\\u202e"


def test_summary() -> None:
    one = Problem("x", "m", Place("a"))
    info = Problem("x", "m", Place("a"), severity=Severity.INFO)
    assert render_summary([one, one, info], 5) == "5 questions checked: 2 errors, 1 suggestion."
    assert render_summary([], 1) == "1 question checked: no problems found."


def test_files_without_a_readable_question_are_named() -> None:
    one = Problem("x", "m", Place("a"))
    assert render_summary([one], 0, ["a"]) == "No questions could be read from a: 1 error."
    summary = render_summary([one], 2, "abcde")
    assert summary == "2 questions checked, none could be read from a, b, c and 2 more: 1 error."
    assert render_report(Report((), 0, instead="s.yaml: 8 paragraphs,")) == "s.yaml: 8 paragraphs, no problems found."
    assert render_report(Report((), 3, subject="b (here)")) == "b (here): 3 questions checked: no problems found."
