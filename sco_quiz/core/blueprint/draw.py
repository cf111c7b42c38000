"""Draw the forms of an exam from a bank, by a blueprint or by a filter alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from sco_quiz.core.bank import Bank
from sco_quiz.core.blueprint.givers import Held, early_givers, givers_later
from sco_quiz.core.blueprint.matching import Places
from sco_quiz.core.blueprint.model import Blueprint, Section
from sco_quiz.core.enemies.graph import Enemies
from sco_quiz.core.enemies.sessions import MAX_STARTS, TRIED, giver_last
from sco_quiz.core.errors import SelectionError
from sco_quiz.core.exam_form import ExamForm, FormItem, FormRules
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.plural import counted
from sco_quiz.core.selection import Filter, refuse_unknown_topics, select

SECONDS = 60


@dataclass(frozen=True, slots=True)
class Filling:
    """How far the questions of a bank fill a section: `wanted` is None for all that match.

    `filled` is how many questions there are for it when all sections are filled together.
    """

    title: str
    wanted: int | None
    matching: int
    filled: int
    points: Fraction

    @property
    def short(self) -> bool:
        """Whether questions are missing."""
        return self.filled < (1 if self.wanted is None else self.wanted)


def keeps(bank: Bank, section: Section, question: AnyQuestion) -> bool:
    """Whether a question meets all conditions of a section."""
    wanted = Filter(section.topics, section.kinds, section.levels, section.tags, section.paragraphs)
    least, most = section.difficulty or (0, 0)
    return (
        question.status == "active"
        and wanted.keeps(bank, question)
        and (not most or (question.difficulty is not None and least <= question.difficulty <= most))
        and (not section.questions or not {question.id, *question.formerly}.isdisjoint(section.questions))
    )


def title_of(section: Section, index: int) -> str:
    """Return the title of a section, or its number from 1."""
    return section.title or f"Section {index + 1}"


def filling(bank: Bank, blueprint: Blueprint) -> tuple[Filling, ...]:
    """Return for each section what it wants, what matches, and what it gets when all sections are filled together."""
    pools = _pools(bank, blueprint)
    held = _filled(blueprint, pools, [question.id for question in bank.questions], None).held
    return tuple(
        Filling(title_of(section, index), section.number, len(pool), len(names), Fraction(section.points))
        for index, (section, pool, names) in enumerate(zip(blueprint.sections, pools, held, strict=True))
    )


def draw(bank: Bank, blueprint: Blueprint, seed: int, order: int | None = None) -> ExamForm:
    """Draw a form: its questions by `seed`, their order and that of their options by `order` (default: the seed).

    Every section is filled if that is possible at all; there are as few enemies as possible, and the one that
    gives another one away comes after it, as far as the sections allow it. Raises SelectionError when the bank cannot
    fill a section.
    """
    _refuse_unfilled(bank, blueprint)
    held = _drawn(bank, blueprint, Random(seed))
    order = seed if order is None else order
    mixer = Random(f"order:{order}")
    items = []
    for section, names in zip(blueprint.sections, held, strict=True):
        title = section.title if blueprint.order == "sections" else ""
        questions = [question for question in bank.questions if question.id in names]
        mixed = giver_last(mixer.sample(questions, len(questions)), bank.enemies)
        items += [FormItem(question, Fraction(section.points), title) for question in mixed]
    if blueprint.order == "shuffled":
        by_id = {item.question.id: item for item in items}
        mixed = giver_last([item.question for item in mixer.sample(items, len(items))], bank.enemies)
        items = [by_id[question.id] for question in mixed]
    return ExamForm(blueprint.title or bank.title, tuple(items), order, rules_of(blueprint))


def draw_forms(bank: Bank, blueprint: Blueprint, seed: int, count: int) -> tuple[ExamForm, ...]:
    """Draw several forms: of a fixed exam with the same questions in other orders, else with other questions."""
    if blueprint.draw == "fixed":
        return tuple(draw(bank, blueprint, seed, seed + index) for index in range(count))
    return tuple(draw(bank, blueprint, seed + index) for index in range(count))


def plain_form(bank: Bank, wanted: Filter, number: int | None, seed: int) -> ExamForm:
    """Draw a form without a blueprint: `number` questions (None: all) that pass the filter, as `select` does."""
    questions = select(bank, wanted, number, Random(seed))
    return ExamForm(bank.title, tuple(map(FormItem, questions)), seed)


def plain_forms(bank: Bank, wanted: Filter, number: int | None, seed: int, count: int) -> tuple[ExamForm, ...]:
    """Draw several forms without a blueprint: the same questions in other orders."""
    first = plain_form(bank, wanted, number, seed)
    seeds = range(seed + 1, seed + count)
    mixed = (Random(f"order:{other}").sample(first.questions, len(first.items)) for other in seeds)
    ordered = (tuple(map(FormItem, giver_last(questions, bank.enemies))) for questions in mixed)
    others = (ExamForm(bank.title, items, other) for items, other in zip(ordered, seeds, strict=True))
    return (first, *others)


def whole_form(bank: Bank, wanted: Filter) -> ExamForm:
    """Return a form of all questions that pass the filter, in study order. Raises SelectionError when none does."""
    refuse_unknown_topics(bank, wanted.topics)
    active = (question for question in bank.questions if question.status == "active" and wanted.keeps(bank, question))
    items = tuple(map(FormItem, active))
    if not items:
        raise SelectionError("no question of this bank matches all filters")
    return ExamForm(bank.title, items)


def rules_of(blueprint: Blueprint) -> FormRules:
    """Return what holds for all forms of a blueprint."""
    limit = None if blueprint.time_limit is None else round(blueprint.time_limit * SECONDS)
    scale = {mark: Fraction(least) for mark, least in blueprint.scale.items()}
    return FormRules(limit, blueprint.pass_mark, scale)


def enemies_in(bank: Bank, form: ExamForm) -> int:
    """Return how many pairs of questions in a form are enemies."""
    names = [question.id for question in form.questions]
    return len({frozenset((clue.giver, clue.given)) for clue in bank.enemies.among(names)})


def _pools(bank: Bank, blueprint: Blueprint) -> list[list[str]]:
    """Return the questions that match each section."""
    return [
        [question.id for question in bank.questions if keeps(bank, section, question)] for section in blueprint.sections
    ]


def _refuse_unfilled(bank: Bank, blueprint: Blueprint) -> None:
    """Raise SelectionError for the first section that cannot be filled."""
    for section in filling(bank, blueprint):
        if section.short:
            wanted = "at least 1" if section.wanted is None else section.wanted
            match = f"{counted(section.matching, 'question')} match"
            raise SelectionError(
                f"the exam cannot be drawn: `{section.title}` wants {wanted}, {match}, and the other sections leave "
                f"{section.filled}; `sco-quiz quiz --exam --check` shows all sections"
            )


def _drawn(bank: Bank, blueprint: Blueprint, rng: Random) -> Held:
    """Return the questions of each section: of several draws, the first one with fewest pairs of enemies.

    Of draws with as many, one where fewer questions give those of later sections away.
    """
    pools = _pools(bank, blueprint)
    names = sorted({name for pool in pools for name in pool})
    number = sum(section.number or 0 for section in blueprint.sections)
    bank.enemies.expect(TRIED * number * number)
    ordered = blueprint.order == "sections"
    best: tuple[tuple[int, int], Held] | None = None
    for _ in range(MAX_STARTS):
        places = _filled(blueprint, pools, rng.sample(names, len(names)), bank.enemies)
        chosen = places.names
        pairs = sum(bank.enemies.meets(name, chosen - {name}) for name in sorted(chosen))
        held = givers_later(places.held, pools, bank.enemies) if pairs and ordered else places.held
        cost = pairs, sum(1 for _ in early_givers(held, bank.enemies)) if pairs and ordered else 0
        if best is None or cost < best[0]:
            best = cost, held
        if not pairs:
            break
    assert best is not None
    return best[1]


def _filled(
    blueprint: Blueprint, pools: Sequence[Sequence[str]], names: Sequence[str], enemies: Enemies | None
) -> Places:
    """Fill the sections with questions in the order of `names`, those without enemies among the others first.

    Sections without a number then take what is left.
    """
    room = [section.number or 0 for section in blueprint.sections]
    places = Places(room, _sections_of(names, pools, [bool(count) for count in room]))
    for name in _apart_first(places, names, enemies):
        if places.full:
            break
        places.add(name)
    taken = places.names
    for held, section, pool in zip(places.held, blueprint.sections, pools, strict=True):
        if section.number is None:
            held += [name for name in pool if name not in taken]
            taken.update(held)
    return places


def _apart_first(places: Places, names: Sequence[str], enemies: Enemies | None) -> Iterator[str]:
    """Yield the questions without enemies among those that have a place, then the others."""
    put_off = []
    for name in names:
        if enemies and enemies.meets(name, places.names):
            put_off.append(name)
        else:
            yield name
    yield from put_off


def _sections_of(
    names: Sequence[str], pools: Sequence[Sequence[str]], counts: Sequence[bool]
) -> Mapping[str, list[int]]:
    """Return the sections with a number that each question matches."""
    found: dict[str, list[int]] = {name: [] for name in names}
    for index, pool in enumerate(pools):
        for name in pool if counts[index] else ():
            found[name].append(index)
    return found
