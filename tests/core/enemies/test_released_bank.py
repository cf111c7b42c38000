"""Enemies in the bank of 0.1.0, of which a reader listed the duplicates and judged pairs."""

from itertools import combinations

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.enemies.reading import Reading
from sco_quiz.core.kinds import KINDS
from sco_quiz.loading.load import read_bank
from tests.conftest import ROOT
from tests.core.enemies.among import among

# the groups of duplicates that a reader listed
DUPLICATES = (
    "security-country security-task-focus labels",
    "goals-years term-length",
    "economic-task-number labels",
    "most-urgent labels",
    "second-budget-body rats-name rats-permanence bodies",
    "rats-city budget-cities",
    "staff-numbers-order staff-number member-count staff-per-nation",
    "members member-count members-after-accession",
    "predecessor people-deeds who-did-what",
    "great-expectations people-deeds",
    "energy-club-stage club-stages",
    "club-planning-body bodies-and-jobs",
    "group-with-afghanistan bodies-and-jobs",
    "energy-club-expectation status-of-energy-points",
    "applicant-countries applications-stage countries-and-sco",
    "coalitions-how-far nato-question-reply",
    "coalitions-how-far terrorism-points-made",
    "who-saw-decline status-of-claims",
    "finance-talks-city groups-and-cities",
    "vice-ministers-city groups-and-cities",
    "summit-city groups-and-cities",
    "timeline winter-chronology",
    "timeline club-in-chronology",
    "security-timeline club-in-chronology",
    "london-among-meetings winter-chronology",
    "london-among-meetings club-in-chronology",
    "goals-years term-length training-years",  # the answer 3
    "summit-year budget-agreement-year riots-year",  # the answer 2009
)
# not in the table: voices-on-the-role, which says "the UN Secretary General" where people-deeds says Ban Ki-moon; and
# chronologies that share one event or none, for one event does not tell an order

# giver, given: what a reader finds in the one question helps to answer the other one
GIVEN_AWAY = """
london-among-meetings finance-talks-participants
riots-or-unrest riots-year
trained-people-count antiterror-trainers
group-with-afghanistan security-roles
labels un-contacts
bodies enlargement-panel
club-stages club-functions-named
consensus goals-set-by
budget-agreement-year budget-staff-status
finance-talks-city rats-city
afghan-roles london-place-and-month
voices-on-economy leader-of-both-proposals
security-task-focus economic-task-number
example-meeting club-proposal
people-deeds prime-ministers-meeting-number
home-country finance-talks-city
pooled-talents energy-participants-outside
rats-permanence bodies
who-money-and-people staff-growth-pace
backdrop-of-budget-question budget-agreement-year
"""
# questions on the same subject, of which neither helps with the other
STRANGERS = """
founding-year member-count
finance-talks-day finance-talks-participants
opening-question briefing-date
opening-question headline
budget-cities riots-year
great-expectations earlier-holders
dangers-besides-terrorism joint-project-fields
cohesion-thread staff-number
gas-pipeline training-years
reporters-subjects-order circles-of-cooperation
departments-criterion earlier-holders
month-before home-country
own-speed foundation
complement consensus
"""


@pytest.fixture(scope="module")
def old() -> Bank:
    return read_bank(ROOT / "tests/released/0.1.0/sco-2010").bank


@pytest.mark.parametrize("group", DUPLICATES)
def test_duplicates_are_enemies(old: Bank, group: str) -> None:
    names = group.split()
    pairs = [pair for pair in combinations(names, 2) if old.enemies.pair(*pair)]
    # a group hangs together: no question of it is left over
    assert {name for pair in pairs for name in pair} == set(names)


@pytest.mark.parametrize("row", GIVEN_AWAY.split("\n")[1:-1])
def test_giveaways_are_found(old: Bank, row: str) -> None:
    giver, given = row.split()
    assert old.enemies.clue(giver, given)


@pytest.mark.parametrize("row", STRANGERS.split("\n")[1:-1])
def test_the_same_subject_is_no_giveaway(old: Bank, row: str) -> None:
    one, other = row.split()
    assert old.enemies.clue(one, other) is old.enemies.clue(other, one) is None


def test_how_many_questions_are_given_away(old: Bank) -> None:
    given = {clue.given for clue in old.enemies.clues}
    before = {clue.given for clue in old.enemies.clues if not clue.after}
    print(f"{len(given)} of {len(old.questions)} questions have a giver, {len(before)} one that shows it unanswered")
    # a reader without the article answered 81 of 137 from other questions
    assert len(given) >= 81


def test_words_are_as_rare_for_a_session_as_for_the_whole_bank(old: Bank) -> None:
    for question in old.questions:
        alone, whole = Reading(question.id, old.question), Reading(question.id, old.question)
        whole.read()
        assert whole.shown == alone.shown
        assert whole.words == alone.words


def test_texts_are_read_each_for_itself() -> None:
    values = {"id": "x", "type": "ordering", "prompt": "Put them in order.", "items": ["twenty", "five", "nine"]}
    question = KINDS["ordering"].model_validate({**values, "level": "remember"})
    alone, whole = Reading("x", lambda _: question), Reading("x", lambda _: question)
    assert whole.passages
    assert alone.shown == whole.shown
    assert {"20", "5", "9"} <= alone.words


def test_no_passage_has_other_words_than_its_question(old: Bank) -> None:
    for question in old.questions:
        reading = Reading(question.id, old.question)
        assert all(each.words <= reading.words for each in (*reading.passages, *reading.facts, *reading.answers))


def test_every_clue_may_be_one_by_the_words_of_its_question(old: Bank) -> None:
    readings = {question.id: Reading(question.id, old.question) for question in old.questions}
    for clue in old.enemies.clues:
        giver = readings[clue.giver]
        answers = {answer.words for answer in giver.answers}
        written = clue.reason == "never-with"
        assert written or old.enemies.may_give_away(giver.words, answers, clue.given)


def test_the_index_misses_no_clue(old: Bank) -> None:
    assert old.source
    afresh = among(old.questions, old.source.context)
    names = [question.id for question in old.questions]
    found = (afresh.clue(giver, given) for given in names for giver in names if giver != given)
    assert old.enemies.clues == tuple(clue for clue in found if clue)


def test_questions_that_cannot_be_given_away_are_known_without_a_search(old: Bank) -> None:
    assert all(old.enemies.may_be_given_away(clue.given) for clue in old.enemies.clues)
    # words that all questions share say nothing
    names = [f"copy-{number}" for number in range(1000)]
    copies = among(old.questions[0].model_copy(update={"id": name}) for name in names)
    assert not any(copies.may_be_given_away(name) for name in names)
    assert copies.clues == ()
