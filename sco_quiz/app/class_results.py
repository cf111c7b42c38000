"""Read the results of a class: files, folders and archives of them, each judged again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path, PurePosixPath

from sco_quiz.app.class_files import read_files
from sco_quiz.app.class_judging import Judge, asked, points_by
from sco_quiz.app.class_pupils import one_each
from sco_quiz.core.bank import Bank
from sco_quiz.core.blueprint.model import Blueprint
from sco_quiz.core.class_results import ClassQuestion, ClassResults, Keep, PupilResult, SetAside
from sco_quiz.core.errors import ExportError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.letters import fold
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem
from sco_quiz.core.revision import bank_revision, shown_id, shown_revision
from sco_quiz.core.submission import Submission, SubmittedAnswer
from sco_quiz.formats.results.submission_json import clean_name


@dataclass(frozen=True, slots=True)
class ClassRules:
    """How results are counted: which of several counts, marks (empty: those of the blueprint), the blueprint.

    `apart` are names that several pupils have: each of their results is that of another pupil.
    """

    keep: Keep = "last"
    scale: Mapping[str, Fraction] | None = None
    blueprint: Blueprint | None = None
    apart: Sequence[str] = ()


def read_class(paths: Iterable[Path], bank: Bank, rules: ClassRules) -> tuple[ClassResults, tuple[Problem, ...]]:
    """Return the results in files and folders, and what is wrong with files. Raises ExportError without any."""
    found = list(read_files(paths, bank))
    if not found:
        raise ExportError("there is no result: no file whose name ends in .json, and no report of Moodle")
    problems = tuple(each for each in found if isinstance(each, Problem))
    return class_of([each for each in found if isinstance(each, Submission)], bank, rules), problems


def class_of(submissions: Sequence[Submission], bank: Bank, rules: ClassRules) -> ClassResults:
    """Return the results of submissions, those that do not count set aside."""
    ours, aside = _ours(submissions, bank)
    points_of, note = points_by(bank, rules.blueprint, ours)
    blueprint = rules.blueprint
    scale = rules.scale or ({mark: Fraction(least) for mark, least in blueprint.scale.items()} if blueprint else {})
    limit = round(blueprint.time_limit * 60) if blueprint and blueprint.time_limit else None
    judge = Judge(bank, points_of, scale, limit)
    judged = [judge.result(each, each.student or clean_name(PurePosixPath(each.file).stem)) for each in ours]
    pupils, repeated = one_each(judged, rules.keep, rules.apart)
    worth = {answer.first_id: answer.points for each in ours for answer in each.answers}
    questions = [ClassQuestion(q, points_of(q, worth.get(q.first_id, Fraction(1)))) for q in asked(pupils, bank)]
    notes = [note] if note else []
    notes += [*_notes(ours, bank), *_unknown(rules.apart, judged)]
    return ClassResults(
        bank.id,
        (blueprint and blueprint.title) or next((each.exam for each in ours if each.exam), bank.title),
        tuple(questions),
        tuple(sorted(pupils, key=lambda pupil: (fold(pupil.name), pupil.at))),
        (*aside, *repeated),
        scale,
        tuple(notes),
    )


def _ours(submissions: Iterable[Submission], bank: Bank) -> tuple[list[Submission], list[SetAside]]:
    """Return the submissions that count so far, with our ids of questions, and the others.

    Practice counts where there is nothing else: who collects it wants to see it.
    """
    ours, aside = [], []
    only_practice = _is_practice(each for each in submissions if each.bank == bank.id)
    hidden = {shown_id(bank, question): question for question in bank.questions}
    for each in submissions:
        if each.bank != bank.id:
            aside.append(SetAside(each.file, each.student, f"it is for the bank `{each.bank}`, not `{bank.id}`"))
        elif each.mode == "practice" and not only_practice:
            aside.append(SetAside(each.file, each.student, "it is practice, not a test"))
        else:
            ours.append(replace(each, answers=tuple(_with_own_id(answer, hidden) for answer in each.answers)))
    return ours, aside


def _is_practice(submissions: Iterable[Submission]) -> bool:
    return all(each.mode == "practice" for each in submissions)


def _with_own_id(answer: SubmittedAnswer, hidden: Mapping[str, AnyQuestion]) -> SubmittedAnswer:
    """Return an answer under the id of its question; a page without a key has another one."""
    question = hidden.get(answer.id)
    return replace(answer, id=question.id, first_id=question.first_id) if question else answer


def _unknown(names: Iterable[str], results: Iterable[PupilResult]) -> Iterator[str]:
    known = {fold(result.name) for result in results}
    yield from (f"No pupil is called “{name}”, the name of --apart." for name in names if fold(name) not in known)


def _notes(submissions: Sequence[Submission], bank: Bank) -> Iterator[str]:
    if submissions and _is_practice(submissions):
        yield "This is practice, with hints and feedback, not a test: of each question, the last answer counts."
    if nameless := [each.file for each in submissions if not each.student]:
        yield f"{counted(len(nameless), 'result')} without a name: the name of the file stands for it."
    current = ("", bank_revision(bank), bank_revision(bank, shown_revision))
    if older := [each.file for each in submissions if each.revision not in current]:
        yield f"{counted(len(older), 'result')} of another revision of the bank: the answers are judged as it is now."
