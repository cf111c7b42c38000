"""The blueprint of an exam: read from a file of its own, and compared with the bank that is to fill it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sco_quiz.core.bank import Bank
from sco_quiz.core.blueprint.draw import Filling, filling
from sco_quiz.core.blueprint.model import Blueprint, Section
from sco_quiz.core.errors import BankError
from sco_quiz.core.place import KeyPath
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Problem, Severity, in_order
from sco_quiz.core.suggest import Names
from sco_quiz.loading.decode import decode
from sco_quiz.loading.hints import meant
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.read_tree import read_tree


def read_blueprint(path: Path, bank: Bank) -> Blueprint:
    """Read a file that is one blueprint for a bank. Raises BankError, which has all problems with their positions."""
    origin, problems = read_tree(path)
    blueprint = None
    if origin:
        blueprint, found = decode(origin, Blueprint, path.name)
        problems += found
        if blueprint:
            problems += unknown_names(blueprint, bank, origin, ()) or unfilled_sections(blueprint, bank, origin, ())
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if blueprint is None or errors:
        raise BankError(f"the blueprint {path} has {counted(len(errors), 'problem')}", in_order(errors))
    return blueprint


def unknown_names(blueprint: Blueprint, bank: Bank, origin: Origin, start: KeyPath) -> list[Problem]:
    """Report the topics, questions and paragraphs of sections that the bank does not have.

    `start` is the path to the blueprint in its file.
    """
    names = Names(question.id for question in bank.questions)
    return [
        problem
        for index, section in enumerate(blueprint.sections)
        for problem in _unknown_in(section, bank, names, origin, (*start, "sections", index))
    ]


def _unknown_in(section: Section, bank: Bank, names: Names, origin: Origin, path: KeyPath) -> Iterator[Problem]:
    topics = [topic.id for topic in bank.topics]
    for index, topic in enumerate(section.topics):
        if topic not in topics:
            message = f"there is no topic `{topic}`"
            yield origin.problem("unknown-topic", message, (*path, "topics", index), meant(topic, topics))
    for index, name in enumerate(section.questions):
        if bank.find(name) is None:
            message = f"no question in this bank has the id `{name}`"
            hint = names.suggest(name, "see `sco-quiz list`")
            yield origin.problem("unknown-question", message, (*path, "questions", index), hint)
    for index, number in enumerate(section.paragraphs if bank.source else ()):
        if bank.source and bank.source.paragraph(number) is None:
            hint = f"choose a paragraph from 1 to {len(bank.source.paragraphs)}"
            message = f"the source has no paragraph {number}"
            yield origin.problem("unknown-paragraph", message, (*path, "paragraphs", index), hint)


def unfilled_sections(blueprint: Blueprint, bank: Bank, origin: Origin, start: KeyPath) -> list[Problem]:
    """Report sections that no question matches, and those for which not enough are left."""
    return [
        _unfilled(section, index, origin, start)
        for index, section in enumerate(filling(bank, blueprint))
        if section.short
    ]


def _unfilled(section: Filling, index: int, origin: Origin, start: KeyPath) -> Problem:
    """Report one section: without any match as an error, else as a warning, since questions may still be written."""
    path: KeyPath = (*start, "sections", index)
    named = f"`{section.title}`"
    if not section.matching:
        hint = "write questions for it, or remove a condition"
        return origin.problem("empty-section", f"no active question matches all conditions of {named}", path, hint)
    at = (*path, "number") if section.wanted is not None else path
    message = (
        f"{named} wants {section.wanted or 'some'}, but only {section.filled} of {section.matching} that match are left"
    )
    hint = "lower the number, write more questions, or let other sections take other ones"
    return replace(origin.problem("unfilled-section", message, at, hint), severity=Severity.WARNING)
