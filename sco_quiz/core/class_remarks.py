"""What a teacher should look at in the results of a class, as sentences."""

from collections.abc import Iterator

from sco_quiz.core.class_results import ClassResults, PupilResult
from sco_quiz.core.durations import in_words


def class_remarks(results: ClassResults) -> Iterator[str]:
    """Yield a line for each pupil and reason, then for each file that is set aside."""
    for pupil in results.pupils:
        yield from (f"{pupil.name}: {text}" for text in _of_pupil(pupil))
    for aside in results.set_aside:
        yield f"{aside.file} is set aside: {aside.reason}"


def _of_pupil(pupil: PupilResult) -> Iterator[str]:
    if pupil.late:
        yield f"{in_words(pupil.late)} over the time limit"
    if pupil.differing:
        yield f"the file claims another score for {', '.join(pupil.differing)} ({pupil.file})"
    if pupil.changed:
        yield f"answered before a change of {', '.join(pupil.changed)}"
    for each in pupil.excluded:
        yield f"`{each.question}` does not count: {each.reason}"
