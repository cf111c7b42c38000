"""Changes that `compare` finds between two banks."""

from dataclasses import replace
from typing import Any

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.diff.changes import Change, FieldChange, Sort, meanings_of
from sco_quiz.core.diff.compare import compare
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.reference import Reference
from tests.beyond import bank_beyond


def asked(name: str, prompt: str = "Which?", **fields: Any) -> AnyQuestion:
    shared = {"id": name, "prompt": prompt, "level": "remember"}
    kind = fields.pop("type", "single_choice")
    own = {"answer": "this", "distractors": ["that"]} if kind == "single_choice" else {}
    context = {"markup": fields.pop("markup", "plain")}
    return KINDS[kind].model_validate({"type": kind, **shared, **own, **fields}, context=context)


def made(*questions: AnyQuestion, second: tuple[AnyQuestion, ...] = (), **fields: Any) -> Bank:
    topics = (Topic("one", "One", questions), *((Topic("two", "Two", second),) if second else ()))
    return Bank(**{"id": "b", "title": "B", "topics": topics, **fields})


def sorts(old: Bank, new: Bank) -> list[tuple[str, str]]:
    return [(change.sort, change.question) for change in compare(old, new)]


def test_nothing_changed(bank: Bank) -> None:
    assert compare(bank, bank) == ()
    assert len(bank.questions) > 100


def test_a_change_says_what_was_and_what_is() -> None:
    old = made(asked("a", "Where did it sit?", explanation="It sat there."))
    new = made(asked("a", "Where does it sit?", distractors=["that", {"those": "no"}]))
    wordings = (
        FieldChange("prompt", ("Where did it sit?",), ("Where does it sit?",)),
        FieldChange("explanation", ("It sat there.",), ()),
        FieldChange("distractors", ("that",), ("that", "those: no")),
    )
    assert compare(old, new) == (Change(Sort.REWORDED, "a", "one", "Where does it sit?", wordings),)


def test_one_question_may_change_in_several_ways() -> None:
    old = made(asked("a"), asked("z", "Who?"))
    new = made(
        asked("z", "Who?"),
        second=(asked("b", hint="Think.", formerly=["a"], status="retired", reason="dull", successor="z"),),
    )
    assert [(c.sort, c.question, [w.field for w in c.wordings]) for c in compare(old, new)] == [
        (Sort.RETIRED, "b", ["reason", "successor"]),
        (Sort.RENAMED, "b", ["id"]),
        (Sort.MOVED, "b", ["topic"]),
        (Sort.REWORDED, "b", ["hint"]),
        (Sort.TOPICS, "", ["title"]),
    ]


def test_a_setting_and_what_goes_beyond_the_article_are_compared() -> None:
    beyond = {"text": "It joined in 2023.", "references": ["report", "history"]}
    old, new = made(asked("a", setting="In 2009")), made(asked("a", setting="In 2010", beyond=beyond))
    (change,) = compare(old, new)
    assert (change.sort, change.wordings) == (
        Sort.REWORDED,
        (
            FieldChange("setting", ("In 2009",), ("In 2010",)),
            FieldChange("beyond", (), ("It joined in 2023.", "reference report", "reference history")),
        ),
    )
    assert sorts(made(asked("a")), made(asked("a", never_with=["b"]))) == [(Sort.UNSEEN, "a")]


def test_a_reference_is_compared_with_the_questions_that_cite_it() -> None:
    old = bank_beyond()
    assert old.source
    (citing,) = [question for question in old.questions if "by-year" in question.references]
    references = old.source.references

    def with_references(**changed: Reference) -> Bank:
        assert old.source
        return replace(old, source=old.source.model_copy(update={"references": {**references, **changed}}))

    later = references["by-year"].model_copy(update={"date": "2025"})
    (change,) = compare(old, with_references(**{"by-year": later}))
    (wording,) = change.wordings
    assert (change.sort, change.question, wording.field) == (Sort.REWORDED, citing.id, "references")
    assert ("A history, Press, 2024" in wording.old, "A history, Press, 2025" in wording.new) == (True, True)
    # one that no question cites is for teachers only
    (unseen,) = compare(old, with_references(uncited=later))
    assert (unseen.sort, unseen.text) == (Sort.UNSEEN, "the record of the source")


def test_a_question_is_followed_over_several_names() -> None:
    assert sorts(made(asked("a")), made(asked("c", formerly=["a", "b"]))) == [(Sort.RENAMED, "c")]
    assert sorts(made(asked("b", formerly=["a"])), made(asked("c", formerly=["a", "b"]))) == [(Sort.RENAMED, "c")]
    assert sorts(made(asked("b", formerly=["a"])), made(asked("a"))) == [(Sort.RENAMED, "a")]  # reverted
    assert sorts(made(asked("a")), made(asked("a", formerly=["a", "b"]))) == [(Sort.UNSEEN, "a")]  # there and back


def test_a_question_that_lost_its_first_id_is_new_to_anki() -> None:
    assert sorts(made(asked("b", formerly=["a"])), made(asked("b"))) == [(Sort.NEW_CARD, "b")]
    (change,) = compare(made(asked("a")), made(asked("b", formerly=["x", "a"])))
    assert (change.sort, [wording.field for wording in change.wordings]) == (Sort.NEW_CARD, ["id", "formerly"])


def test_two_questions_made_one() -> None:
    old = made(asked("a", "Who?"), asked("b", "When?"))
    assert sorts(old, made(asked("b", "When?", formerly=["a"]))) == [(Sort.NEW_CARD, "b"), (Sort.REMOVED, "a")]


def test_a_rename_by_hand_is_guessed_from_the_prompt() -> None:
    old = made(asked("a", "Which  CITY?"), asked("z", "Who?"))
    new = made(asked("b", "Which city?", hint="Think."), asked("y", "Why?"))
    lost, *others = compare(old, new)
    assert (lost.sort, lost.question) == (Sort.ID_LOST, "b")
    assert [wording.field for wording in lost.wordings] == ["id", "prompt", "hint"]
    assert [(change.sort, change.question) for change in others] == [(Sort.REMOVED, "z"), (Sort.ADDED, "y")]


def test_of_two_with_one_prompt_each_is_guessed_once() -> None:
    old = made(asked("a"), asked("b"))
    assert sorts(old, made(asked("c"))) == [(Sort.ID_LOST, "c"), (Sort.REMOVED, "b")]
    assert sorts(made(asked("c")), old) == [(Sort.ID_LOST, "a"), (Sort.ADDED, "b")]


def test_another_kind_names_only_what_is_said() -> None:
    short = asked("a", type="short_answer", answer="this")
    (change,) = compare(made(asked("a")), made(short))
    assert (change.sort, change.wordings) == (
        Sort.KIND,
        (FieldChange("type", ("single_choice",), ("short_answer",)), FieldChange("distractors", ("that",), ())),
    )
    cloze = asked("a", "It is {{c1::this}}.", type="cloze")
    assert sorts(made(short), made(cloze)) == [(Sort.NOTE_TYPE, "a")]
    assert sorts(made(cloze), made(short)) == [(Sort.NOTE_TYPE, "a")]


def test_another_answer() -> None:
    def one(**fields: Any) -> Bank:
        return made(asked("a", **fields))

    assert sorts(one(), one(answer="This")) == [(Sort.REWORDED, "a")]
    assert sorts(one(), one(answer="those")) == [(Sort.ANSWER, "a")]
    short = {"type": "short_answer", "answer": "this"}
    assert sorts(one(**short), one(**short, accept=["it"])) == [(Sort.REWORDED, "a")]
    number: dict[str, Any] = {"type": "numeric", "answer": 30}
    assert sorts(one(**number), one(**number, unit="people")) == [(Sort.REWORDED, "a")]
    assert sorts(one(**number), one(**{**number, "answer": "30.0"})) == [(Sort.REWORDED, "a")]
    assert sorts(one(**number), one(**{**number, "answer": 0})) == [(Sort.ANSWER, "a")]
    several: dict[str, Any] = {"type": "multiple_choice", "answers": ["a", "b"], "distractors": ["c"]}
    assert sorts(one(**several), one(**{**several, "answers": ["b", "a"]})) == [(Sort.REWORDED, "a")]
    parts: dict[str, Any] = {"type": "ordering", "items": ["a", "b", "c"]}
    assert sorts(one(**parts), one(**{**parts, "items": ["b", "a", "c"]})) == [(Sort.ANSWER, "a")]
    gap = {"type": "cloze", "prompt": "It is {{c1::this}}."}
    assert sorts(one(**gap), one(**{**gap, "prompt": "It is {{c1::that}}."})) == [(Sort.ANSWER, "a")]
    assert sorts(one(**gap), one(**{**gap, "prompt": "{{c2::It}} is {{c1::this}}."})) == [(Sort.GAPS, "a")]


def test_topics_titles_and_order() -> None:
    a, b, c = asked("a", "1?"), asked("b", "2?"), asked("c", "3?")
    old = made(a, b, second=(c,))
    first, second = old.topics
    retitled = replace(old, topics=(replace(first, title="Uno", description="New."), second))
    assert [(change.sort, change.topic, change.text) for change in compare(old, retitled)] == [
        (Sort.TITLE, "one", "Uno"),
        (Sort.DESCRIPTION, "one", "Uno"),
    ]
    assert compare(old, replace(old, topics=(second, first))) == (
        Change(Sort.ORDER, wordings=(FieldChange("topics", ("one", "two"), ("two", "one")),)),
    )
    # a file with the title of a missing one is that file, renamed: nothing else has changed
    renamed = replace(old, topics=(replace(first, id="uno"), replace(second, deck="02 Two")))
    assert compare(old, renamed) == (
        Change(Sort.DECK, topic="two", text="Two", wordings=(FieldChange("deck", (), ("02 Two",)),)),
        Change(Sort.TOPIC_FILE, topic="uno", text="One", wordings=(FieldChange("id", ("one",), ("uno",)),)),
    )
    other = replace(old, topics=(replace(first, id="uno", title="Uno"), second))
    assert [(change.sort, change.topic) for change in compare(old, other)] == [
        (Sort.MOVED, "uno"),
        (Sort.MOVED, "uno"),
        (Sort.TOPICS, "one"),
        (Sort.TOPICS, "uno"),
    ]
    assert compare(old, made(b, a, second=(c,))) == (Change(Sort.ORDER, topic="one", text="One"),)
    assert sorts(old, made(a, asked("d", "4?"), b, second=(c,))) == [(Sort.ADDED, "d")]


def test_the_language() -> None:
    bank = made(asked("a"))
    assert compare(bank, replace(bank, lang="en")) == ()  # the default
    (change,) = compare(bank, replace(bank, lang="ru"))
    assert (change.sort, change.wordings) == (Sort.LANGUAGE, (FieldChange("lang", ("en",), ("ru",)),))


def test_another_bank_outweighs_everything() -> None:
    found = compare(made(asked("a")), made(asked("a", hint="Think."), id="other", title="Other", allow={"x": "y"}))
    assert [change.sort for change in found] == [Sort.OTHER_BANK, Sort.REWORDED, Sort.UNSEEN, Sort.TITLE]
    assert meanings_of(found).keys() == {Sort.OTHER_BANK}
    assert list(meanings_of(found[1:])) == [Sort.REWORDED, Sort.UNSEEN, Sort.TITLE]


def test_the_source(bank: Bank) -> None:
    assert bank.source
    number = bank.source.paragraphs[5].number

    def with_paragraph(**fields: Any) -> Bank:
        assert bank.source
        paragraphs = [p.model_copy(update=fields) if p.number == number else p for p in bank.source.paragraphs]
        return replace(bank, source=bank.source.model_copy(update={"paragraphs": tuple(paragraphs)}))

    (seen,) = compare(bank, with_paragraph(summary="Told anew."))
    assert (seen.sort, [(said.field, said.new) for said in seen.wordings]) == (
        Sort.SOURCE,
        [(f"paragraph {number}", ("Told anew.",))],
    )
    (unseen,) = compare(bank, with_paragraph(understood=("2010",)))
    assert (unseen.sort, unseen.text) == (Sort.UNSEEN, "the record of the source")


def test_text_whose_markup_alone_changed() -> None:
    old = asked("a", "Which *one*?", markup="markdown", explanation="H~2~O")
    new = asked("a", "**Which** one?", markup="markdown", explanation="H~2~O~2~", answer="`this`")
    (change,) = compare(made(old), made(new))
    assert change.sort is Sort.REWORDED
    assert change.wordings == (
        FieldChange("prompt", ("Which *one*?",), ("**Which** one?",), only_markup=True),
        FieldChange("explanation", ("H~2~O",), ("H~2~O~2~",)),
        FieldChange("answer", ("this",), ("`this`",), only_markup=True),
    )


def test_another_gap_is_not_another_markup() -> None:
    states = (asked("a", f"{{{{c1::*a*}}}} {{{{c{n}::b}}}}", type="cloze", markup="markdown") for n in (1, 2))
    old, new = map(made, states)
    (change,) = compare(old, new)
    assert (change.sort, change.wordings[0].only_markup) == (Sort.GAPS, False)


def test_another_notation_changes_only_questions_that_use_it() -> None:
    old = made(asked("a", "A *star*?"), asked("b", "No mark?"))
    new = made(asked("a", "A *star*?", markup="markdown"), asked("b", "No mark?", markup="markdown"))
    (change,) = compare(old, new)
    assert (change.sort, change.question) == (Sort.REWORDED, "a")
    assert change.wordings == (FieldChange("markup", ("plain",), ("markdown",)),)


def test_code_in_another_case_is_another_answer() -> None:
    old, new = (asked("a", type="short_answer", markup="markdown", answer=answer) for answer in ("`print`", "`Print`"))
    assert sorts(made(old), made(new)) == [(Sort.ANSWER, "a")]
    old, new = (asked("a", type="ordering", markup="markdown", items=["x", "y", z]) for z in ("z", "*z*"))
    assert sorts(made(old), made(new)) == [(Sort.REWORDED, "a")]


def test_another_share_of_the_points_is_more_than_markup() -> None:
    fields: dict[str, Any] = {
        "id": "a",
        "type": "short_answer",
        "prompt": "Who?",
        "answer": "Orwell",
        "level": "remember",
    }
    old, new = (
        made(
            KINDS["short_answer"].model_validate(fields | {"partial": {"Blair": share}}, context={"markup": "markdown"})
        )
        for share in ("50 %", "25 %")
    )
    (change,) = compare(old, new)
    assert change.sort is Sort.REWORDED
    assert change.wordings == (FieldChange("partial", ("Blair: 50 %",), ("Blair: 25 %",)),)
