"""What is a clue, one mechanism at a time."""

from typing import Any

from sco_quiz.core.enemies.clues import MAX_SAME, Clue
from sco_quiz.core.enemies.graph import Enemies
from sco_quiz.core.enemies.weights import COMMON
from sco_quiz.core.kinds import KINDS, AnyQuestion
from tests.core.enemies.among import among

FILLERS = (
    "Which harbor exports tea?",
    "Which engineer drained the marsh?",
    "When was the mill built?",
    "Why did the weavers strike?",
)


def question(name: str, kind: str = "short_answer", **fields: Any) -> AnyQuestion:
    return KINDS[kind].model_validate({"id": name, "type": kind, "level": "remember", **fields})


def asked(*questions: AnyQuestion, context: tuple[str, ...] = ()) -> Enemies:
    """Return the enemies among questions and some about other things, so that words are rare as in a real bank."""
    others = (question(f"filler-{n}", prompt=text, answer=f"xyz{n}") for n, text in enumerate(FILLERS))
    return among((*questions, *others), context)


def clue(giver: AnyQuestion, given: AnyQuestion, **options: Any) -> Clue | None:
    return asked(giver, given, **options).clue(giver.id, given.id)


CITY = question("city", prompt="In which city did the finance ministers meet in 2009?", answer="Almaty")


def test_a_prompt_gives_an_answer_away() -> None:
    talks = question("talks", prompt="What did the finance ministers sign in Almaty?", answer="a charter")
    found = clue(talks, CITY)
    assert found
    assert (found.reason, found.where, found.answer, found.after) == ("answer", "prompt", "Almaty", False)
    assert found.text == "What did the finance ministers sign in Almaty?"
    assert clue(CITY, talks) is None


def test_words_are_whole_and_inflections_are_folded() -> None:
    plural = question("plural", prompt="Which treaty did the finance ministers sign?", answer="the charters")
    assert clue(question("a", prompt="What is in the charter of the finance ministers?", answer="rules"), plural)
    assert (
        clue(question("b", prompt="Who met the finance ministers at the Charterhouse?", answer="rules"), plural) is None
    )
    inside = question("inside", prompt="What did finance ministers praise in Almatyville?", answer="roads")
    assert clue(inside, CITY) is None


def test_texts_before_and_after_the_answer() -> None:
    hosts = {"prompt": "Who spoke at the talks of the finance ministers?", "answer": "a governor"}
    for field in ("setting", "hint"):
        found = clue(question("other", **hosts, **{field: "Almaty, December 2009"}), CITY)
        assert found
        assert not found.after
    for field in ("explanation", "beyond"):
        text: Any = "They met in Almaty."
        given = {field: {"text": text, "references": ["a"]} if field == "beyond" else text}
        found = clue(question("other", **hosts, **given), CITY)
        assert found
        assert (found.where, found.after) == (field, True)
    found = clue(question("other", **hosts, reject=[{"a mayor": "the mayor of Almaty only listened"}]), CITY)
    assert found
    assert (found.where, found.after) == ("note", True)


def test_what_a_question_shows_itself_does_not_count() -> None:
    own = question("own", prompt="Almaty saw the finance ministers. In which country is it?", answer="Almaty region")
    other = question("other", prompt="Which finance ministers met in Almaty?", answer="six of them")
    assert clue(other, own) is None
    placed = question("own", setting="Almaty, 2009", prompt="Where did finance ministers meet?", answer="Almaty")
    assert clue(other, placed) is None
    league = question("league", prompt="Which bank did the Baltic League found?", answer="the Baltic League Fund")
    assert clue(question("seen", prompt="Who heads a bank of the Baltic League?", answer="Ann"), league) is None
    assert clue(question("seen", prompt="Who heads the Fund of the League?", answer="Ann"), league)


def test_a_setting_that_questions_share_is_no_context() -> None:
    place = {"setting": "Finance ministers in December"}
    city = question("city", prompt="In which city did finance ministers meet?", answer="Almaty", **place)
    assert clue(question("song", prompt="Who sang in Almaty?", answer="Ann", **place), city) is None
    assert clue(question("song", prompt="Who sang in the city of Almaty?", answer="Ann", **place), city)


def test_a_word_that_all_questions_show_gives_nothing_away() -> None:
    league = question("league", prompt="What won the cup of the Baltic in 1999?", answer="the Baltic League")
    others = [
        question(f"q{n}", "single_choice", prompt=f"Who met Ann{n}?", answer="the League", distractors=["Bob"])
        for n in range(600)
    ]
    enemies = among((league, *others))
    assert enemies.of("league") == ()
    assert enemies.clue("q1", "q2") is None


def test_what_the_whole_bank_is_about_is_no_context() -> None:
    one = question("one", prompt="Which city hosts the Baltic League?", answer="Riga")
    other = question("other", prompt="Which member of the Baltic League has its port in Riga?", answer="Latvia")
    assert clue(other, one)
    assert clue(other, one, context=("Baltic League",)) is None


def test_a_choice_is_given_away_by_what_tells_its_options_apart() -> None:
    options: dict[str, Any] = {"answer": "Almaty", "distractors": ["Astana", "Moscow"]}
    chosen = question("chosen", "single_choice", prompt="In which city did the finance ministers meet?", **options)
    named = question("named", prompt="What did finance ministers sign in Almaty?", answer="a charter")
    assert clue(named, chosen)
    both = question("both", prompt="Did finance ministers meet in Almaty or in Astana?", answer="in neither")
    assert clue(both, chosen) is None
    again = question("again", "single_choice", prompt="Where did finance ministers of 1999 meet?", **options)
    assert clue(again, chosen) != clue(named, chosen)
    listed: dict[str, Any] = {"answer": "Moscow", "distractors": ["Astana", "Almaty"]}
    assert (
        clue(question("listed", "single_choice", prompt="Where do finance ministers rest?", **listed), chosen) is None
    )


def test_a_run_of_the_same_words_is_an_echo() -> None:
    options: dict[str, Any] = {"answer": "a joint way out of the debt crisis", "distractors": ["a joint bank of all"]}
    plan = question("plan", "single_choice", prompt="What did the governor propose to the league?", **options)
    echo = question("echo", prompt="Whom in the league did a joint way out of the crisis please?", answer="Ann")
    assert clue(echo, plan)
    mixed = question("mixed", prompt="Whom in the league did the crisis drive out of a joint house?", answer="Ann")
    assert clue(mixed, plan) is None


def test_a_name_that_must_be_recalled_needs_no_context() -> None:
    body = question("body", prompt="Which body fights smuggling?", answer="Northern Customs Office")
    seen = question("seen", prompt="How old is the Northern Customs Office?", answer="ten years")
    assert clue(seen, body)
    partly = question("partly", prompt="How old is the Northern Office?", answer="ten years")
    assert clue(partly, body) is None


def test_a_number_needs_what_it_counts() -> None:
    count = question("count", "numeric", prompt="How many member nations has the league?", answer=6, unit="nations")
    assert clue(question("a", prompt="Which of the six nations joined last?", answer="Latvia"), count)
    assert clue(question("a", prompt="Which of the 6 members of the league left?", answer="Latvia"), count)
    assert clue(question("a", prompt="What did the league do for six months?", answer="it slept"), count) is None
    date = question("date", prompt="On which day in March did the league begin?", answer="March 3")
    assert clue(question("a", prompt="Which three founders began the league?", answer="Ann and others"), date) is None


def test_statements_and_their_corrections() -> None:
    false: dict[str, Any] = {"answer": "false", "correction": {"Astana": "Almaty"}}
    wrong = question("wrong", "true_false", prompt="The finance ministers met in Astana.", **false)
    assert clue(question("a", prompt="Who hosted the finance ministers in Almaty?", answer="Ann"), wrong)
    assert clue(question("a", prompt="Who hosted the finance ministers in Astana?", answer="Ann"), wrong) is None
    true = question("true", "true_false", prompt="The finance ministers signed a charter in Almaty.", answer="true")
    told = question("told", prompt="Which clause has the charter that finance ministers signed in Almaty?", answer="x")
    assert clue(told, true)
    assert clue(CITY, question("u", "true_false", prompt="The finance ministers are seven.", answer="false")) is None


def test_rows_are_given_away_with_their_left_side() -> None:
    rows = {"Ann Arbor": "founder of the league", "Bob Burns": "governor of the bank"}
    roles = question("roles", "matching", prompt="Match each person with the office.", pairs=rows)
    near = question("near", prompt="When did Ann Arbor become founder of the league?", answer="in 1999")
    assert clue(near, roles)
    assert clue(question("far", prompt="What became of the founder of the league?", answer="a poet"), roles) is None


def test_two_orderings_share_two_events() -> None:
    items = ["Baltic League founded", "Almaty summit held", "Charter signed"]
    first = question("first", "ordering", prompt="Put these events in order.", items=items)
    second = {"prompt": "What came first? Put them in order.", "items": [*items[:2], "Bridge opened"]}
    both = question("both", "ordering", **second)
    assert clue(both, first) == Clue("both", "first", "same-items", "Baltic League founded; Almaty summit held")
    one = question("one", "ordering", prompt="Put these in order.", items=[items[0], "Bridge opened", "Mill closed"])
    assert clue(one, first) is None


def test_the_same_answer_twice() -> None:
    years = [question(name, "numeric", prompt=f"When was the {name} built?", answer=2009) for name in ("bridge", "dam")]
    found = clue(*years)
    assert found
    assert (found.reason, found.answer) == ("same-answer", "2009")
    small = [question(name, "numeric", prompt=f"How old is the {name}?", answer=7) for name in ("bridge", "dam")]
    assert clue(*small) is None


def test_written_enemies_are_symmetric_and_follow_renamed_questions() -> None:
    one = question("one", prompt="What is red?", answer="a rose", never_with=["formerly-two", "gone"])
    two = question("two", formerly=["formerly-two"], prompt="Who sings?", answer="Ann")
    gone = question("gone", prompt="Who sang?", answer="Bob", status="retired")
    enemies = among((one, two, gone), renamed={"formerly-two": "two"})
    assert enemies.clues == (Clue("two", "one", "never-with"), Clue("one", "two", "never-with"))
    assert not enemies.pair("one", "gone")


def test_retired_questions_give_nothing_away() -> None:
    talks = question("talks", prompt="What did the finance ministers sign in Almaty?", answer="x", status="retired")
    assert clue(talks, CITY) is None


def test_an_answer_that_many_questions_have_is_one_to_guess() -> None:
    for count, enemies in ((MAX_SAME, True), (MAX_SAME + 1, False)):
        years = [question(f"y{n}", "numeric", prompt=f"When did king{n} die?", answer=1945) for n in range(count)]
        assert bool(asked(*years).clue("y0", "y1")) is enemies
        assert bool(asked(*years).of("y0")) is enemies


def test_a_word_that_very_many_questions_show_gives_nothing_away() -> None:
    talks = question("talks", prompt="What did the finance ministers sign in Almaty?", answer="a charter")
    for count, enemies in ((0, True), (COMMON, False)):
        others = (question(f"q{n}", prompt=f"Which inn of Almaty has room{n}?", answer=f"inn{n}") for n in range(count))
        rest = (question(f"r{n}", prompt=f"Who met lord{n}?", answer=f"lady{n}") for n in range(2 * count))
        assert bool(among((talks, CITY, *others, *rest)).of("city")) is enemies
