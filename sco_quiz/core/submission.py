"""A submission: what one pupil handed in, as a result file has it, before the answers are judged again."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sco_quiz.core.verdict import Response


@dataclass(frozen=True, slots=True)
class SubmittedAnswer:
    """The answer to one question, by its id at that time and the id under which it was first published.

    `response` is what `Question.grade` takes (the sources of options, typed text), None if there was no answer.
    `claimed` is the credit in the file, from 0 to 1, None if the page knew no key. `revision` is that of the question,
    `points` what it counts, `seconds` how long it was shown, None if unknown.
    """

    id: str
    first_id: str
    response: Response | None
    claimed: Fraction | None = None
    points: Fraction = Fraction(1)
    revision: str = ""
    seconds: float | None = None
    hint_taken: bool = False


@dataclass(frozen=True, slots=True)
class Submission:
    """One result file. `file` is what problems call it; `student` is the name as its owner wishes, maybe empty.

    `revision` is that of the bank, `exam` the title of the exam, `form` the number of its form from 0, `used` and
    `time_limit` are in s. A page knows no `email`.
    """

    file: str
    bank: str
    student: str
    at: datetime
    answers: tuple[SubmittedAnswer, ...]
    revision: str = ""
    exam: str = ""
    form: int = 0
    seed: int = 0
    mode: str = "test"
    began: datetime | None = None
    used: int | None = None
    time_limit: int | None = None
    email: str = ""
