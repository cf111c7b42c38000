"""What an import reads and writes, as lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem, Severity
from sco_quiz.terminal.problem_view import render_problem

SHOWN = 3  # warnings of one name; a hundred equal ones would hide the rest
NAMED = 10  # questions or lines in a list


def problem_paragraphs(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield each problem as a paragraph; of a warning that repeats, the first ones and where the others are."""
    alike: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        alike[problem.place.file, problem.name].append(problem)
    for (file, name), group in alike.items():
        shown = group if group[0].severity is Severity.ERROR or len(group) <= SHOWN + 1 else group[:SHOWN]
        yield from (f"{render_problem(problem)}\n" for problem in shown)
        if others := group[len(shown) :]:
            lines = [str(problem.place.line) for problem in others if problem.place.line]
            where = f" (lines {listed(lines)})" if lines else ""
            yield f"{file}: {counted(len(others), 'more warning')} [{name}]{where}\n"


def file_line(file: str, title: str, counts: Sequence[tuple[int, str]]) -> str:
    """Return one line about a file: its format, and how many questions of it are new, changed and so on."""
    said = ", ".join(f"{number} {what}" for number, what in counts if number) or "no questions"
    return f"{file}{f' ({title})' if title else ''}: {said}"


def listed(names: Iterable[str]) -> str:
    """Return names with commas between them; many are cut, and counted."""
    every = list(names)
    more = f" and {len(every) - NAMED} more" if len(every) > NAMED else ""
    return ", ".join(every[:NAMED]) + more
