"""An exam form: the questions of one version of an exam in their order, and what each counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from sco_quiz.core.figures import ONE_POINT
from sco_quiz.core.kinds import AnyQuestion


@dataclass(frozen=True, slots=True)
class FormItem:
    """A question of a form, how many points it counts, and the title of its section, if it has one."""

    question: AnyQuestion
    points: Fraction = ONE_POINT
    section: str = ""


@dataclass(frozen=True, slots=True)
class FormRules:
    """What holds for all forms of an exam: `time_limit` in s (None: none), `pass_mark` in percent.

    `scale` maps marks to the lowest percentage that gives each, the best one first; empty: no marks.
    """

    time_limit: int | None = None
    pass_mark: int = 60
    scale: Mapping[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExamForm:
    """One version of an exam; its options are shuffled from `seed`, as in a session of that seed."""

    title: str
    items: tuple[FormItem, ...]
    seed: int = 0
    rules: FormRules = FormRules()

    @property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """The questions in their order."""
        return tuple(item.question for item in self.items)

    @property
    def most(self) -> Fraction:
        """The maximum of points."""
        return sum((item.points for item in self.items), Fraction(0))

    def options_of(self, question: AnyQuestion) -> tuple[str, ...]:
        """The options of a question as this form shows them."""
        return question.shown_options(Random(f"{self.seed}:{question.id}"))
