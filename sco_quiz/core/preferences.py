"""What a student sets for the schedule; saved in the progress file."""

from dataclasses import dataclass

from sco_quiz.core.review import DAY_BEGINS_HOUR


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings of the scheduler.

    `desired_retention` is the predicted recall, from 0.7 to 0.99, at which a question is due. `day_begins` is the hour
    at which the student's day begins. With `fuzz`, intervals are shifted a little, so that questions learned together
    are not always due together. `parameters` are the 21 weights of FSRS 6; empty for the default ones.
    """

    desired_retention: float = 0.9
    day_begins: int = DAY_BEGINS_HOUR
    fuzz: bool = True
    parameters: tuple[float, ...] = ()
