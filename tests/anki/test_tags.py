"""Tags of a question keep their levels in Anki."""

from sco_quiz.anki.escape import tag
from sco_quiz.anki.notes import PlannedNote, plan_notes
from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.kinds import ShortAnswer


def test_levels_stay_and_nothing_else_divides_a_tag() -> None:
    assert tag("tag", "History", "20._Jh.") == "tag::History::20._Jh."
    assert tag("topic", "a::b c") == "topic::a-b-c"
    assert tag("topic", " ") == "topic::none"


def test_the_tags_of_a_note() -> None:
    question = ShortAnswer(
        id="seat",
        type="short_answer",
        prompt="Where?",
        answer="Here",
        level="remember",
        tags=("History::Founding", "exam"),
    )
    (note,) = plan_notes(Bank("b", "B", (Topic("t", "T", (question,)),))).notes
    assert isinstance(note, PlannedNote)
    assert note.tags == ("kind::short_answer", "level::remember", "tag::History::Founding", "tag::exam", "topic::t")
