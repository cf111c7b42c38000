"""What an import reads and writes, as lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.terminal.problem_view import NOUNS, render_problem
from sco_quiz.terminal.sanitize import one_line

SHOWN = {Severity.ERROR: 10, Severity.WARNING: 3, Severity.INFO: 3}  # of one name: more would hide the rest
NAMED = 10  # questions or lines in a list


def problem_paragraphs(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield problems as paragraphs, errors first; of those that repeat, the first ones and where the others are."""
    alike: dict[tuple[Severity, str, str], list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda each: each.severity is not Severity.ERROR):
        alike[problem.severity, problem.place.file, problem.name].append(problem)
    for (severity, file, name), group in alike.items():
        many = SHOWN[severity]
        shown = group if len(group) <= many + 1 else group[:many]
        yield from (f"{render_problem(problem)}\n" for problem in shown)
        if others := group[len(shown) :]:
            where = f" ({lines})" if (lines := lines_of(others)) else ""
            yield f"{file}: {counted(len(others), f'more {NOUNS[severity]}')} [{name}]{where}\n"


def file_line(file: str, title: str, counts: Sequence[tuple[int, str]]) -> str:
    """Return one line about a file: its format, and how many questions of it are new, changed and so on."""
    said = ", ".join(f"{number} {what}" for number, what in counts if number) or "no questions"
    return f"{one_line(file)}{f' ({title})' if title else ''}: {said}"


def lines_of(problems: Iterable[Problem]) -> str:
    """Return the lines of problems, all of them: `line 5`, `lines 2-4, 9`; empty if they have none."""
    lines = sorted({problem.place.line for problem in problems if problem.place.line})
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    shown = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"{'line' if len(lines) == 1 else 'lines'} {shown}" if shown else ""


def listed(names: Iterable[str], most: int = NAMED) -> str:
    """Return names with commas between them; many are cut, and counted."""
    every = list(names)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(every[:most]) + more
