"""Compare two states of a bank."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.content import Content
from sco_quiz.core.diff.changes import Change, FieldChange, Sort
from sco_quiz.core.interaction import Choice, Match, NumberEntry, Order, TextEntry, show_number
from sco_quiz.core.kinds import AnyQuestion, OptionNote
from sco_quiz.core.kinds.beyond import Beyond
from sco_quiz.core.nodes import Block
from sco_quiz.core.reference import Reference
from sco_quiz.core.source import Source
from sco_quiz.core.text import fold

_ENGLISH = "en"  # the language of a bank that names none
# no card shows them
UNSEEN_FIELDS = frozenset({"allow", "review_by", "derivation", "formerly", "never_with"})
# part of retiring a question, not a change beside it
_RETIREMENT = frozenset({"reason", "successor"})


def compare(old: Bank, new: Bank) -> tuple[Change, ...]:
    """Return everything that differs, by sort and within a sort in study order."""
    became = _became(old, new)
    topics = _renamed_files(old, new)
    found = [*_bank_changes(old, new, topics), *_topic_changes(old, new, topics, became)]
    found += _coming_and_going(old, new, became)
    for question in old.questions:
        if question.id in became:
            found += _question_changes(old, question, new, became[question.id])
            found += _moved(old, question, new, became[question.id], topics)
    rank = {sort: position for position, sort in enumerate(Sort)}
    return tuple(sorted(found, key=lambda change: rank[change.sort]))


def _became(old: Bank, new: Bank) -> dict[str, AnyQuestion]:
    """Map old ids to the new state of their questions. An id that is still in use has priority over a renamed one."""
    present = {question.id: question for question in new.questions}
    became = {question.id: present[question.id] for question in old.questions if question.id in present}
    taken = set(became)  # two old questions cannot become one
    for question in old.questions:
        # the newest of its ids first: an older one may have been given to another question since
        followed = (new.find(name) for name in (question.id, *reversed(question.formerly)))
        target = next((found for found in followed if found and found.id not in taken), None)
        if question.id not in became and target:
            became[question.id] = target
            taken.add(target.id)
    return became


def _bank_changes(old: Bank, new: Bank, names: Mapping[str, str]) -> Iterator[Change]:
    for sort, name in (
        (Sort.OTHER_BANK, "id"),
        (Sort.TITLE, "title"),
        (Sort.DECK, "deck"),
        (Sort.DESCRIPTION, "description"),
    ):
        yield from _reworded(sort, {name: getattr(old, name)}, {name: getattr(new, name)})
    yield from _reworded(Sort.LANGUAGE, {"lang": old.lang or _ENGLISH}, {"lang": new.lang or _ENGLISH})
    yield from _reworded(Sort.UNSEEN, {"allow": dict(old.allow)}, {"allow": dict(new.allow)})
    before = [names[topic.id] for topic in old.topics if topic.id in names]
    after = [topic.id for topic in new.topics if topic.id in before]
    yield from _reworded(Sort.ORDER, {"topics": tuple(before)}, {"topics": tuple(after)})
    if old.source != new.source:
        seen = tuple(_reworded(Sort.SOURCE, _seen_of(old.source), _seen_of(new.source)))
        yield from seen
        cited = {name for question in new.questions for name in question.references}
        if not seen and _without_references(old.source, cited) != _without_references(new.source, cited):
            yield Change(Sort.UNSEEN, text="the record of the source")


def _seen_of(source: Source | None) -> dict[str, object]:
    """Return what cards show of the source, except references, which are compared with the questions."""
    if source is None:
        return {}
    summaries = {f"paragraph {paragraph.number}": paragraph.summary for paragraph in source.paragraphs}
    return {"citation": source.citation, **summaries}


def _without_references(source: Source | None, names: Collection[str]) -> Source | None:
    if source is None:
        return None
    others = {name: item for name, item in source.references.items() if name not in names}
    return source.model_copy(update={"references": others})


def _renamed_files(old: Bank, new: Bank) -> dict[str, str]:
    """Map the old ids of topics to the new ones; a new file with the title of a missing one is that file, renamed."""
    present = {topic.id for topic in new.topics}
    names = {topic.id: topic.id for topic in old.topics if topic.id in present}
    added = {fold(topic.title): topic.id for topic in reversed(new.topics) if topic.id not in names}
    for topic in old.topics:
        if topic.id not in names and (found := added.pop(fold(topic.title), "")):
            names[topic.id] = found
    return names


def _reworded(
    sort: Sort, old: Mapping[str, object], new: Mapping[str, object], topic: Topic | None = None
) -> Iterator[Change]:
    """Yield a change of a topic, or of the bank as a whole, if values differ."""
    wordings = _wordings(old, new)
    if wordings:
        yield Change(sort, topic=topic.id if topic else "", text=topic.title if topic else "", wordings=wordings)


def _topic_changes(
    old: Bank, new: Bank, names: Mapping[str, str], became: Mapping[str, AnyQuestion]
) -> Iterator[Change]:
    after = {topic.id: topic for topic in new.topics}
    for was in old.topics:
        if was.id in names:
            yield from _changes_of_topic(was, after.pop(names[was.id]), became)
        else:
            yield Change(Sort.TOPICS, topic=was.id, wordings=_wordings({"title": was.title}, {}))
    for added in after.values():
        yield Change(Sort.TOPICS, topic=added.id, wordings=_wordings({}, {"title": added.title}))


def _changes_of_topic(was: Topic, topic: Topic, became: Mapping[str, AnyQuestion]) -> Iterator[Change]:
    for sort, name in (
        (Sort.TOPIC_FILE, "id"),
        (Sort.TITLE, "title"),
        (Sort.DECK, "deck"),
        (Sort.DESCRIPTION, "description"),
    ):
        yield from _reworded(sort, {name: getattr(was, name)}, {name: getattr(topic, name)}, topic)
    ids = [became[question.id].id for question in was.questions if question.id in became]
    there = {question.id: place for place, question in enumerate(topic.questions)}
    places = [there[question_id] for question_id in ids if question_id in there]
    # only the order of questions that are in both counts: an added one moves nothing
    if places != sorted(places):
        yield Change(Sort.ORDER, topic=topic.id, text=topic.title)


def _coming_and_going(old: Bank, new: Bank, became: Mapping[str, AnyQuestion]) -> Iterator[Change]:
    """Yield removed and added questions; one of each with the same prompt is probably one renamed by hand."""
    kept = {question.id for question in became.values()}
    added = {question.id: question for question in new.questions if question.id not in kept}
    # reversed, so that of several with one prompt the first is found
    by_prompt = {fold(question.prompt): question for question in reversed(added.values())}
    for question in old.questions:
        if question.id in became:
            continue
        twin = by_prompt.pop(fold(question.prompt), None)
        if twin:
            del added[twin.id]
            yield _change(Sort.ID_LOST, new, twin, _wordings(_content(question, twin), _content(twin, question)))
        else:
            yield _change(Sort.WITHDRAWN if question.status == "retired" else Sort.REMOVED, old, question)
    for question in added.values():
        yield _change(Sort.ADDED, new, question)


def _question_changes(old: Bank, was: AnyQuestion, new: Bank, question: AnyQuestion) -> Iterator[Change]:
    """Yield what changed in one question: its status, its id, its topic, its content."""
    left_out = {"status"}
    if was.status != question.status:
        left_out |= _RETIREMENT
        sort = Sort.RETIRED if question.status == "retired" else Sort.BACK_IN_USE
        pairs = ({name: getattr(state, name) for name in sorted(_RETIREMENT)} for state in (was, question))
        yield _change(sort, new, question, _wordings(*pairs))
    if was.id != question.id and was.first_id == question.first_id:
        left_out |= {"id", "formerly"}
        yield _change(Sort.RENAMED, new, question, _wordings({"id": was.id}, {"id": question.id}))
    before, after = _content(was, question), _content(question, was)
    before["references"], after["references"] = _cited_by_both(old, was, new, question)
    if was.markup != question.markup and _blocks(was) != _blocks(question):
        before["markup"], after["markup"] = was.markup, question.markup
    changed = (wording for wording in _wordings(before, after) if wording.field not in left_out)
    wordings = tuple(replace(wording, only_markup=_is_only_markup(was, question, wording.field)) for wording in changed)
    if wordings:
        yield _change(_sort_of(was, question, {wording.field for wording in wordings}), new, question, wordings)


def _blocks(question: AnyQuestion) -> list[tuple[Block, ...]]:
    return [part.content.blocks for part in question.parts()]


def _is_only_markup(was: AnyQuestion, question: AnyQuestion, field: str) -> bool:
    """Whether the text of a field is the same without its markup."""
    if "markdown" not in (was.markup, question.markup) or _gap_numbers(was) != _gap_numbers(question):
        return False
    before, after = (
        [(part.role, part.content.plain) for part in state.parts() if part.path[0] == field]
        for state in (was, question)
    )
    return bool(before) and before == after and field != "partial"  # whose shares are not text


def _moved(
    old: Bank, was: AnyQuestion, new: Bank, question: AnyQuestion, topics: Mapping[str, str]
) -> Iterator[Change]:
    before, after = old.topic_of(was.id).id, new.topic_of(question.id).id
    if topics.get(before) != after:
        yield _change(Sort.MOVED, new, question, _wordings({"topic": before}, {"topic": after}))


def _cited_by_both(
    old: Bank, was: AnyQuestion, new: Bank, question: AnyQuestion
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the references that both states cite, as text: which ones they cite is compared with `beyond`."""
    both = set(was.references) & set(question.references)
    before, after = old.references_of(was), new.references_of(question)
    return tuple(_reference(each) for name, each in before if name in both), tuple(
        _reference(each) for name, each in after if name in both
    )


def _reference(reference: Reference) -> str:
    return f"{reference.citation} {reference.url or ''}".strip()


def _sort_of(was: AnyQuestion, question: AnyQuestion, fields: set[str]) -> Sort:
    """Return what a change of content means to students."""
    if was.first_id != question.first_id:
        return Sort.NEW_CARD
    # Anki keeps notes with gaps and notes without under two note types, and a note cannot change between them
    if bool(was.stem.gaps) != bool(question.stem.gaps):
        return Sort.NOTE_TYPE
    if was.type != question.type:
        return Sort.KIND
    if fields <= unseen_fields(question):
        return Sort.UNSEEN
    if _gap_numbers(was) != _gap_numbers(question):
        return Sort.GAPS
    return Sort.ANSWER if _answer(was) != _answer(question) else Sort.REWORDED


def unseen_fields(question: AnyQuestion) -> frozenset[str]:
    """Return the fields of a question that its card does not show."""
    unseen = UNSEEN_FIELDS if question.status == "retired" else UNSEEN_FIELDS | _RETIREMENT
    return unseen | {"reject"} if question.stem.gaps else unseen


def _gap_numbers(question: AnyQuestion) -> set[int]:
    return {gap.number for gap in question.stem.gaps}


def _answer(question: AnyQuestion) -> tuple[str, ...]:
    """Return the right answer in a form that case and, where it means nothing, order do not change."""
    interaction = question.interaction()
    match interaction:
        case NumberEntry(answer, accept=accept, minimum=low, maximum=high):
            # another number is right; a wider tolerance forgives more, which is no other answer
            return tuple(show_number(each.normalize()) for each in (answer, *accept, low, high) if each is not None)
        case TextEntry(gaps):
            return tuple(_folded(gap.accepted[0]) for gap in gaps)
        case Order(items):
            return tuple(map(_folded, items))
        case Choice() | Match():
            return tuple(sorted(map(fold, question.key)))
    assert_never(interaction)


def _folded(content: Content) -> str:
    return fold(content.plain) if content.notation == "words" else content.plain


def _change(sort: Sort, bank: Bank, question: AnyQuestion, wordings: Iterable[FieldChange] = ()) -> Change:
    return Change(sort, question.id, bank.topic_of(question.id).id, question.stem.plain, tuple(wordings))


def _content(question: AnyQuestion, other: AnyQuestion) -> dict[str, object]:
    """Return the fields of a question; one that the other kind does not have counts only if it is not the default."""
    shared = type(other).model_fields
    return {
        name: getattr(question, name)
        for name, field in type(question).model_fields.items()
        if name in shared or getattr(question, name) != field.get_default()
    }


def _wordings(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[FieldChange, ...]:
    texts = (FieldChange(name, _texts(old.get(name)), _texts(new.get(name))) for name in {**old, **new})
    return tuple(wording for wording in texts if wording.old != wording.new)


def _texts(value: object) -> tuple[str, ...]:
    match value:
        case None | "":
            return ()
        case dict():
            return tuple(f"{key}: {'; '.join(_texts(inner))}" for key, inner in value.items())
        case tuple():
            return tuple(text for inner in value for text in _texts(inner))
        case OptionNote():
            return (f"{value.text}: {value.note}" if value.note else value.text,)
        case Beyond():
            return (value.text, *(f"reference {name}" for name in value.references))
        case Decimal():
            return (show_number(value),)
        case _:
            return (str(value),)
