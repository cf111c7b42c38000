"""What an import reads, as lines."""

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.terminal.import_view import lines_of, problem_paragraphs


def problem(line: int, name: str = "partial-credit", severity: Severity = Severity.WARNING) -> Problem:
    return Problem(name, "m", Place("a.xml", line, 1), severity=severity)


def test_errors_come_before_warnings() -> None:
    shown = list(problem_paragraphs([problem(1), problem(2, "no-right-answer", Severity.ERROR), problem(3)]))
    assert [paragraph.split(" ")[0] for paragraph in shown] == ["a.xml:2:1:", "a.xml:1:1:", "a.xml:3:1:"]


def test_of_many_alike_the_first_are_shown_and_each_line_is_named() -> None:
    *_, last = warnings = list(problem_paragraphs([problem(line) for line in (2, 4, 6, 8, 9, 10)]))
    assert (len(warnings), last) == (4, "a.xml: 3 more warnings [partial-credit] (lines 8-10)\n")
    errors = [problem(line, "no-right-answer", Severity.ERROR) for line in (*range(1, 12), 20)]
    *_, last = shown = list(problem_paragraphs(errors))
    assert (len(shown), last) == (11, "a.xml: 2 more errors [no-right-answer] (lines 11, 20)\n")
    assert len(list(problem_paragraphs(errors[:11]))) == 11


def test_lines_are_joined_to_ranges() -> None:
    assert lines_of([problem(7)]) == "line 7"
    assert lines_of([problem(9), problem(2), problem(3), problem(4), problem(3)]) == "lines 2-4, 9"
    assert lines_of([Problem("damaged-file", "m", Place("a.xml"))]) == ""
