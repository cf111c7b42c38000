"""Lives of students: what they do between the imports of five versions."""

from tests.anki.life_student import Outcome, Student
from tests.anki.life_teacher import VERSIONS, Deck
from tests.anki.life_world import Steps, World, life, on

GAP = "empty card of tides"
"""What students of v3 see until they remove empty cards: a gap is gone."""


def step(deck: Deck) -> str:
    return f"v{deck.number + 1}"


def busy(student: Student) -> None:
    """Do everything that students do, on questions that never change and on some that do."""
    student.review("pilot", "goods", "depth", "tides", "motto", "seats", "stations", "budget")
    for question in ("goods", "mayor-since", "depth", "market-day", "opened"):
        student.tag(question)
    student.tag("parties", "marked")
    for question in ("pilot", "mayor-since", "lighthouse"):
        student.edit(question)
    student.flag("parties")
    student.suspend("ferry-stops")
    student.bury("gauge")
    student.move("goods", "Mine::Exam")
    student.move("seats", "Mine::Exam")
    student.filter("tag:mine")
    student.write_note()


@life("imports each version on the next day", {"v3": GAP})
def plain(world: World) -> Steps:
    student = world.student(world.decks[0])
    for deck in world.decks[1:]:
        yield step(deck), on(student, deck).load(deck)


@life("reviews, tags, edits, moves, flags, suspends, buries, filters", {"v3": GAP})
def at_work(world: World) -> Steps:
    student = world.student(world.decks[0])
    busy(student)
    for deck in world.decks[1:]:
        yield step(deck), on(student, deck).load(deck)
        student.review("pilot", "levy", "tram")


DEPTH = "missed depth (listed)"


@life("tags a note after v2 was published, before importing it", {"v2": DEPTH, "v3": f"{DEPTH}; {GAP}", "v4": DEPTH})
def tags_between(world: World) -> Steps:
    student = world.student(world.decks[0])
    on(student, world.decks[1], 1).tag("depth")
    for deck in world.decks[1:]:
        yield step(deck), on(student, deck, 2).load(deck)


@life(
    "Anki tags a leech after v2 was published, before it is imported",
    {"v2": DEPTH, "v3": f"{DEPTH}; {GAP}", "v3 with Update notes: Always": GAP},
)
def leech_between(world: World) -> Steps:
    student = world.student(world.decks[0])
    on(student, world.decks[1], 1).fail("depth")
    for deck in world.decks[1:3]:
        yield step(deck), on(student, deck, 2).load(deck)
    yield "v3 with Update notes: Always", on(student, world.decks[2], 3).load(world.decks[2], always=True)


@life(
    "edits a note after v2 was published, before importing it",
    {"v2": "missed lighthouse (listed)", "v3": f"missed lighthouse (listed); {GAP}"},
)
def edits_between(world: World) -> Steps:
    student = world.student(world.decks[0])
    on(student, world.decks[1], 1).edit("lighthouse")
    for deck in world.decks[1:3]:
        yield step(deck), on(student, deck, 2).load(deck)


@life("skips v2 and v4")
def skips(world: World) -> Steps:
    student = world.student(world.decks[0])
    busy(student)
    for deck in (world.decks[2], world.decks[4]):
        yield step(deck), on(student, deck).load(deck)


@life("imports v5 over v1")
def skips_most(world: World) -> Steps:
    student = world.student(world.decks[0])
    busy(student)
    yield "v5", on(student, world.decks[4]).load(world.decks[4])


@life("begins with v3")
def begins_later(world: World) -> Steps:
    student = world.student(world.decks[2])
    for deck in world.decks[3:]:
        yield step(deck), on(student, deck).load(deck)


@life(
    "imports v2 when v3 was published already, then v3",
    {
        "v3": GAP,
        "v3 before 25.02": "missed budget (listed); missed harbor-three (listed); missed tides (listed)",
        "v4 before 25.02": "missed budget (listed); missed harbor-three (listed)",
    },
)
def imports_late(world: World) -> Steps:
    student = world.student(world.decks[0])
    yield "v2", on(student, world.decks[2], 2).load(world.decks[1])
    yield "v3", on(student, world.decks[2], 3).load(world.decks[2])
    yield "v4", on(student, world.decks[3]).load(world.decks[3])


@life("imports old decks again", {"v2 after v3": GAP, "v3 after v3": GAP})
def imports_old_decks(world: World) -> Steps:
    student = world.student(world.decks[0])
    busy(student)
    for newest in (world.decks[2], world.decks[4]):
        on(student, newest).load(newest)
        for deck in world.decks[: newest.number + 1]:
            yield f"{step(deck)} after {step(newest)}", on(student, newest, 2).load(deck)


@life("imports with Update notes: Always", {"v3": GAP})
def always(world: World) -> Steps:
    student = world.student(world.decks[0])
    busy(student)
    for deck in world.decks[1:]:
        yield step(deck), on(student, deck).load(deck, always=True)


REFUSED = "; ".join(f"missed {name} (listed)" for name in sorted(VERSIONS[1].changed))
TYPES = "note types sco_quiz cloze+, sco_quiz question+"


@life(
    "adds a field to the note types",
    {
        "v2": f"{REFUSED}; {TYPES}",
        # Anki itself, which moves the two new notes out of the note types that it had made for them
        "v2 with Merge note types": "rewrote 2 that did not change",
        "v3 with Merge note types": GAP,
    },
)
def adds_field(world: World) -> Steps:
    student = world.student(world.decks[0])
    busy(student)
    student.add_field()
    yield "v2", on(student, world.decks[1]).load(world.decks[1])
    yield "v2 with Merge note types", on(student, world.decks[1]).load(world.decks[1], merge=True)
    yield "v3 with Merge note types", on(student, world.decks[2]).load(world.decks[2], merge=True)


BARE = "empty decks The town of Ostry::03 Trade"
"""Anki finds a deck by its name, and makes again what was renamed; cards that students have stay where they are."""


@life("renames the deck", {"v2": BARE, "v3": f"{GAP}; {BARE}", "v4": BARE, "v5": BARE})
def renames_deck(world: World) -> Steps:
    student = world.student(world.decks[0])
    student.rename_deck("Geography")
    for deck in world.decks[1:]:
        yield step(deck), on(student, deck).load(deck)


@life("deletes a note and empty cards")
def deletes(world: World) -> Steps:
    student = world.student(world.decks[0])
    student.delete("depth")
    for deck in world.decks[1:]:
        outcome = on(student, deck).load(deck)
        if deck is world.decks[2]:
            assert outcome.found.pop() == GAP
            student.remove_empty_cards()
        yield step(deck), outcome


@life("studies the parent deck")
def studies(world: World) -> Steps:
    for number in (0, 3):
        deck = world.decks[number]
        student = world.student(deck)
        met = student.order_of_topics()
        wanted = [topic.title for topic in deck.bank.topics]
        yield step(deck), Outcome({}, [] if met == wanted else [f"meets {', '.join(met)}"])
