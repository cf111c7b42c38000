"""Which result counts of a pupil who handed in several, and which pupils share a name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from sco_quiz.core.class_results import Keep, PupilResult, SetAside
from sco_quiz.core.letters import fold


def one_each(
    results: Iterable[PupilResult], keep: Keep, apart: Sequence[str] = ()
) -> tuple[list[PupilResult], list[SetAside]]:
    """Return one result for each pupil, and the others. An email, else the name in any case, says who it is.

    With `all`, results are numbered. The pupils of a name in `apart` get the names of their files, too.
    """
    shared = {fold(name) for name in apart}
    by_pupil: dict[str, list[PupilResult]] = defaultdict(list)
    for result in sorted(results, key=lambda each: (each.at, each.file)):
        if fold(result.name) in shared and not result.email:
            by_pupil[result.file].append(replace(result, name=f"{result.name} ({result.file})"))
        else:
            by_pupil[fold(result.email or result.name)].append(result)
    kept, aside = [], []
    for group in by_pupil.values():
        if keep == "all":
            kept += [
                replace(each, name=f"{each.name} ({n})" if n > 1 else each.name) for n, each in enumerate(group, 1)
            ]
            continue
        best = {"first": group[0], "last": group[-1]}.get(keep) or max(group, key=lambda each: each.points)
        kept.append(best)
        why = _why(group, best, keep) if len(group) > 1 else ""
        aside += [SetAside(each.file, each.name, why) for each in group if each is not best]
    return kept, aside


def _why(group: Sequence[PupilResult], best: PupilResult, keep: Keep) -> str:
    """Return why the other results of a group do not count; a name alone may be that of several pupils."""
    times = f"{len(group)} times{' in the same minutes' if _overlap(group) else ''}"
    several = "" if best.email else f'; if these are several pupils, add --apart "{best.name}"'
    return f"{best.name} handed in {times}; {best.file} counts (--keep {keep}){several}"


def _overlap(results: Iterable[PupilResult]) -> bool:
    """Whether two tests were taken at the same time, as far as the files say how long they took."""
    times = sorted((each.at.timestamp() - (each.used or 0), each.at.timestamp()) for each in results)
    return any(later[0] < earlier[1] for earlier, later in pairwise(times))
