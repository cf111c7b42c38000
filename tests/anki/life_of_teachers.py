"""Lives of teachers: on which computers, with which clocks and files, five versions are published."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sco_quiz.core.preferences import Preferences
from sco_quiz.core.review import Given, Progress, Rating
from sco_quiz.history.schedule import Schedule
from sco_quiz.loading.load import load_bank
from tests.anki.life_of_students import GAP, busy, step
from tests.anki.life_student import Outcome
from tests.anki.life_teacher import AT, DAY, VERSIONS, Deck, Teacher
from tests.anki.life_world import Steps, World, life, on
from tests.command import ok as sco_quiz_ok


def imported(world: World, decks: Iterator[Deck]) -> Steps:
    """Let a student with things of their own import decks as they are published."""
    student = world.student(next(decks))
    busy(student)
    for deck in decks:
        yield step(deck), on(student, deck).load(deck)


def in_turn(teachers: Sequence[Teacher], shared: bool) -> Iterator[Deck]:
    """Let teachers publish one version each in turn; with `shared`, each takes over what the others committed."""
    for number in range(len(VERSIONS)):
        teacher = teachers[number % len(teachers)]
        if shared and number:
            teacher.pull(teachers[(number - 1) % len(teachers)])
        yield teacher.publish(number)


def missed(how: str, *questions: str) -> str:
    return "; ".join(f"missed {name} ({how})" for name in questions)


# A clock behind gives stamps of the past, which a tag or an edit in the meantime outruns; Anki before 25.02 stamps
# each update with the time of the import, which outruns the next one, too.
BEHIND = missed("listed", "depth", "lighthouse")


@life(
    "two computers, the second one ten days behind; the ledger is shared",
    {
        "v2": BEHIND,
        "v3": f"{BEHIND}; {GAP}",
        "v4": BEHIND,
        "v4 before 25.02": f"{BEHIND}; missed tides (listed); {GAP}",
        "v5": "missed lighthouse (listed)",
        "v5 before 25.02": f"missed lighthouse (listed); missed tides (listed); {GAP}",
    },
)
def behind(world: World) -> Steps:
    yield from imported(world, in_turn([world.teacher(), world.teacher(clock=-10)], shared=True))


@life(
    "two computers, the second one five days ahead; the ledger is shared",
    {
        "v3": GAP,
        # these versions of Anki do not remember the stamp, so that they update a note of the future once more
        "v3 before 25.02": f"rewrote 4 that did not change; {GAP}",
        "v5 before 25.02": "rewrote 3 that did not change",
    },
)
def ahead(world: World) -> Steps:
    yield from imported(world, in_turn([world.teacher(), world.teacher(clock=5)], shared=True))


# The second computer knows of no note, and stamps all; the first one does not know what students got from the second.
LOST = "; ".join(
    [f"lost tag mine on {name}" for name in ("goods", "mayor-since", "market-day", "opened")]
    + ["lost tag marked on parties", "lost edit of Explanation on pilot", "lost edit of Explanation on mayor-since"]
)


@life(
    "two computers, nothing is shared",
    {
        "v2": f"{LOST}; rewrote 19 that did not change",
        "v3": f"{missed('in silence', 'budget', 'harbor-three', 'tides')}; rewrote 6 that did not change",
    },
)
def alone(world: World) -> Steps:
    yield from imported(world, islice(in_turn([world.teacher(), world.teacher()], shared=False), 3))


@life(
    "two computers, the second one ten days behind, nothing is shared",
    {
        "v2": f"{missed('in silence', *sorted(VERSIONS[1].changed))}; {GAP}",
        "v3": f"rewrote 2 that did not change; {GAP}",
    },
)
def alone_behind(world: World) -> Steps:
    yield from imported(world, islice(in_turn([world.teacher(), world.teacher(clock=-10)], shared=False), 3))


@life(
    "two teachers publish v2 within an hour, and merge their ledgers",
    {
        "v2 of teacher 2": "rewrote 9 that did not change",
        "v2 of teacher 2 before 25.02": "rewrote 2 that did not change",
        "v3": GAP,
    },
)
def both(world: World) -> Steps:
    first, second = world.teacher(), world.teacher()
    begun = first.publish(0)
    student = world.student(begun)
    busy(student)
    second.pull(first)
    decks = first.publish(1), second.publish(1, at=AT[1] + 3600)
    for number, deck in enumerate(decks):
        yield f"v2 of teacher {number + 1}", on(student, deck).load(deck)
    first.merge(second)
    deck = first.publish(2)
    yield "v3", on(student, deck).load(deck)


@life("sends a correction again that a tag had blocked", {"v2": missed("listed", "depth"), "v3": GAP})
def sent_again(world: World) -> Steps:
    teacher = world.teacher()
    student = world.student(teacher.publish(0))
    deck = teacher.publish(1)
    on(student, deck).tag("depth")
    yield "v2", on(student, deck, 2).load(deck)
    yield "v2 again", on(student, deck, 4).load(teacher.publish(1, at=AT[1] + 3 * DAY, resend=["depth"]))
    deck = teacher.publish(2)
    yield "v3", on(student, deck).load(deck)


TWICE_BEHIND = missed("listed", "budget", "depth", "harbor-three", "lighthouse")


@life(
    "one computer, whose clock is set back by fifteen days before v2",
    {
        "v2": BEHIND,
        "v3": f"{BEHIND}; {GAP}",
        "v3 before 25.02": f"{TWICE_BEHIND}; missed tides (listed)",
        "v4": BEHIND,
        "v4 before 25.02": TWICE_BEHIND,
        "v5": "missed lighthouse (listed)",
        "v5 before 25.02": f"{TWICE_BEHIND.replace('depth', 'driver')}",
    },
)
def set_back(world: World) -> Steps:
    teacher = world.teacher()

    def decks() -> Iterator[Deck]:
        yield teacher.publish(0)
        teacher.clock = -15 * DAY
        for number in range(1, len(VERSIONS)):
            yield teacher.publish(number)

    yield from imported(world, decks())


@life("the former deck is never there", {"v3": GAP})
def without_former(world: World) -> Steps:
    teacher = world.teacher()

    def decks() -> Iterator[Deck]:
        for number in range(len(VERSIONS)):
            yield teacher.publish(number)
            teacher.clean()

    yield from imported(world, decks())


@life("no ledger is there, only the former deck", {"v3": GAP})
def without_ledger(world: World) -> Steps:
    teacher = world.teacher(with_ledger=False)
    yield from imported(world, (teacher.publish(number) for number in range(len(VERSIONS))))


@life("a ledger begins with v2, over a deck of a version without one", {"v3": GAP})
def ledger_begins(world: World) -> Steps:
    teacher = world.teacher(with_ledger=False)

    def decks() -> Iterator[Deck]:
        yield teacher.publish(0)
        teacher.with_ledger = True
        for number in range(1, len(VERSIONS)):
            yield teacher.publish(number)

    yield from imported(world, decks())


@life("a branch that never saw v2 publishes v3", {"v3": GAP})
def branch(world: World) -> Steps:
    first, second = world.teacher(), world.teacher()
    begun = first.publish(0)
    student = world.student(begun)
    second.pull(first)
    deck = first.publish(1)
    yield "v2", on(student, deck).load(deck)
    second.merge(first)
    deck = second.publish(2)
    yield "v3", on(student, deck).load(deck)


def reviewed(*questions: str) -> Progress:
    """Return the progress of a student who reviewed questions in the terminal."""
    schedule = Schedule(Preferences(fuzz=False))
    reviews, memories = [], {}
    for number, question in enumerate(questions):
        given = [(Given(Rating(3), (AT[0] + days * DAY + number) * 1000, 0), 2500) for days in (1, 4)]
        own, memory = schedule.reviews(question, given)
        assert memory
        reviews += own
        memories[question] = memory
    return Progress(tuple(sorted(reviews, key=lambda review: review.at)), memories, utc_offset=0)


@life("imports a deck of v2 with progress from the terminal, made without the deck for everyone", {"v3": GAP})
def with_progress(world: World) -> Steps:
    everyone, own = world.teacher(), world.teacher()
    begun, deck = everyone.publish(0), everyone.publish(1)
    student = world.student(begun)
    yield "v2", on(student, deck).load(deck)
    busy(student)
    own.pull(everyone)
    mine = own.publish(1, at=student.now + 3 * DAY, progress=reviewed("pilot", "depth", "line"))
    yield "own progress", on(student, deck, 4).load(mine, progress=True)
    deck = everyone.publish(2)
    yield "v3", on(student, deck).load(deck)


@life("two banks begun from one title")
def twins(world: World) -> Steps:
    first, second = (world.teacher().folder / "town" for _ in range(2))
    for folder in (first, second):
        sco_quiz_ok("init", str(folder), "--title", "The town of Ostry")
    ids = [load_bank(folder).id for folder in (first, second)]
    yield "init", Outcome({}, [f"both have the id {ids[0]}"] if ids[0] == ids[1] else [])
