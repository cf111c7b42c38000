"""A student of the decks: what they do in the real Anki, and what an import did to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import time
from typing import Any

from sco_quiz.anki.ids import FIELDS, SEPARATOR
from sco_quiz.anki.notes import PlannedNote
from tests.anki.life_teacher import Deck, content
from tests.anki.profile import OUTCOMES, Profile, repairs

_CARD = "id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data"


@dataclass(frozen=True)
class Own:
    """Something of the student's own: which question it is on, and whether it is still there."""

    question: str
    what: str
    is_there: Callable[[], bool]


@dataclass
class Outcome:
    """What an import did: numbers of notes by outcome, and each thing that must not happen."""

    counts: dict[str, int]
    found: list[str]

    def __str__(self) -> str:
        return "; ".join(self.found) or "ok"


@dataclass
class Student:
    """A collection on some day (`now`, in s since 1970), and the version that its cards are of."""

    profile: Profile
    now: int
    deck: Deck | None = None
    own: list[Own] = field(default_factory=list)
    edited: set[tuple[str, str]] = field(default_factory=set)
    told: dict[str, set[str]] = field(default_factory=dict)
    missed: dict[str, str] = field(default_factory=dict)
    pages: str = ""

    @property
    def col(self) -> Any:
        return self.profile.col

    @property
    def home(self) -> str:
        """The name of the parent deck."""
        return str(self.col.decks.name(self.profile.cards()[0].did)).partition("::")[0]

    @contextmanager
    def on_that_day(self) -> Iterator[None]:
        """Let everything that Anki stamps with the real time carry the student's day instead."""
        began = int(time())
        yield
        for table, column in (("notes", "mod"), ("cards", "mod"), ("notetypes", "mtime_secs")):
            self.col.db.execute(f"update {table} set {column} = ? where {column} >= ?", self.now, began)
        self.col.models._clear_cache()

    # --- what students do ---

    def note(self, question: str) -> Any:
        """Return the note of a question, named by the id under which it was first published."""
        assert self.deck
        number = self.col.db.scalar("select id from notes where guid = ?", self.deck.notes[question].guid)
        return self.col.get_note(number)

    def cards(self, *questions: str) -> list[Any]:
        """Return the cards of some questions."""
        return [card for question in questions for card in self.note(question).cards()]

    def tag(self, question: str, name: str = "mine") -> None:
        with self.on_that_day():
            note = self.note(question)
            note.add_tag(name)
            self.col.update_note(note)
        self._keep(question, f"tag {name}", lambda: name in self._again(note).tags)

    def edit(self, question: str, name: str = "Explanation", text: str = "A mnemonic of my own.") -> None:
        with self.on_that_day():
            note = self.note(question)
            note[name] = text
            self.col.update_note(note)
        self.edited.add((question, name))
        self._keep(question, f"edit of {name}", lambda: self._again(note)[name] == text)

    def review(self, *questions: str) -> None:
        """Answer cards through the scheduler, and make them due in some days."""
        with self.on_that_day():
            for number, card in enumerate(self.cards(*questions)):
                card.start_timer()
                self.col.sched.answerCard(card, 1 + number % 4)
                if number % 2:
                    self.col.sched.set_due_date([card.id], "5")

    def fail(self, question: str) -> None:
        """Fail a card so often that Anki itself tags its note as a leech."""
        with self.on_that_day():
            (card,) = self.cards(question)
            card.type, card.queue, card.due, card.ivl, card.lapses, card.reps = 2, 2, self.col.sched.today, 3, 7, 20
            self.col.update_card(card)
            card.load()
            card.start_timer()
            self.col.sched.answerCard(card, 1)
        assert "leech" in self.note(question).tags
        note = self.note(question)
        self._keep(question, "tag leech", lambda: "leech" in self._again(note).tags)

    def move(self, question: str, deck: str) -> None:
        with self.on_that_day():
            self.col.set_deck([card.id for card in self.cards(question)], self.col.decks.id(deck))

    def suspend(self, question: str) -> None:
        with self.on_that_day():
            self.col.sched.suspend_cards([card.id for card in self.cards(question)])

    def bury(self, question: str) -> None:
        with self.on_that_day():
            self.col.sched.bury_cards([card.id for card in self.cards(question)])

    def flag(self, question: str) -> None:
        with self.on_that_day():
            self.col.set_user_flag_for_cards(3, [card.id for card in self.cards(question)])

    def filter(self, search: str) -> None:
        """Gather cards in a filtered deck."""
        with self.on_that_day():
            number = self.col.decks.new_filtered("Cram")
            deck = self.col.decks.get(number)
            deck["terms"][0] = [search, 100, 0]
            self.col.decks.save(deck)
            self.col.sched.rebuild_filtered_deck(number)

    def write_note(self) -> None:
        """Add a note of one's own to the deck."""
        with self.on_that_day():
            note = self.col.new_note(self.col.models.by_name("Basic"))
            note["Front"], note["Back"] = "My own question", "My own answer"
            self.col.add_note(note, self.col.decks.id(self.home))
        self._keep("", "own note", lambda: bool(self.col.find_notes('"Front:My own question"')))

    def add_field(self, name: str = "Mine") -> None:
        """Add a field to both note types, and write into it."""
        with self.on_that_day():
            for kind in ("sco_quiz question", "sco_quiz cloze"):
                model = self.col.models.by_name(kind)
                self.col.models.add_field(model, self.col.models.new_field(name))
                self.col.models.update_dict(model)
        self.edit("pilot", name, "written into my own field")

    def rename_deck(self, new: str) -> None:
        with self.on_that_day():
            self.col.decks.rename(self.col.decks.id(self.home), new)

    def delete(self, question: str) -> None:
        with self.on_that_day():
            self.col.remove_notes([self.note(question).id])

    def remove_empty_cards(self) -> None:
        with self.on_that_day():
            for note in self.col.get_empty_cards().notes:
                self.col.remove_cards_and_orphaned_notes(list(note.card_ids))

    def order_of_topics(self) -> list[str]:
        """Study the new cards of the parent deck, and return the topics in the order in which they come."""
        number = self.col.decks.id(self.home)
        limits = self.col.decks.get_config(self.col.decks.config_dict_for_deck_id(number)["id"])
        limits["new"]["perDay"] = 1000
        self.col.decks.update_config(limits)
        self.col.decks.select(number)
        topics = []
        while card := self.col.sched.getCard():
            topics.append(card.note()["Topic"])
            card.start_timer()
            self.col.sched.answerCard(card, 4)
        return list(dict.fromkeys(topics))

    def _keep(self, question: str, what: str, is_there: Callable[[], bool]) -> None:
        self.own.append(Own(question, what, is_there))

    def _again(self, note: Any) -> Any:
        return self.col.get_note(note.id)

    # --- what an import does ---

    def load(self, deck: Deck, *, always: bool = False, merge: bool = False, progress: bool = False) -> Outcome:
        """Import a deck, and return what became of the collection."""
        fresh = deck if self.deck is None else max(self.deck, deck, key=lambda each: each.number)
        news = {**self.missed, **fresh.changes_since(self.deck)} if self.deck else {}
        before, log, stamps = self._cards(), self._log(), self._stamps()
        with self.on_that_day():
            counts = self._import(deck.path, always, merge, progress)
        for name, why in deck.rewritten.items():
            self.told.setdefault(name, set()).update(why)
        self.deck = fresh
        self.pages = " ".join(self._descriptions())
        found = [*self._lost(news, always), *self._missed(), *self._twice()]
        if not always and (count := self._rewritten(stamps, news)):
            found.append(f"rewrote {count} that did not change")
        after = {row[0]: row for row in self._cards()}
        found += [f"card {row[0]} changed" for row in before if after.get(row[0]) != row]
        found += ["review log changed"] if self._log()[: len(log)] != log else []
        return Outcome(counts, [*found, *self._unsound()])

    def _import(self, path: Path, always: bool, merge: bool, progress: bool) -> dict[str, int]:
        from anki.collection import ImportAnkiPackageRequest
        from anki.import_export_pb2 import ImportAnkiPackageUpdateCondition as Condition

        options = self.col._backend.get_import_anki_package_presets()
        options.merge_notetypes, options.with_scheduling = merge, progress
        if always:
            options.update_notes = Condition.Value("IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS")
        log = self.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
        return {name: len(getattr(log, name)) for name in OUTCOMES if len(getattr(log, name))}

    def _cards(self) -> list[Any]:
        return list(self.col.db.all(f"select {_CARD} from cards order by id"))

    def _log(self) -> list[Any]:
        return list(self.col.db.all("select * from revlog order by id"))

    def _stamps(self) -> dict[str, int]:
        return dict(self.col.db.all("select guid, mod from notes"))

    def _rewritten(self, before: dict[str, int], news: dict[str, str]) -> int:
        """Return how many notes were written again though a reader would call nothing in them changed."""
        assert self.deck
        unchanged = {note.guid for name, note in self.deck.notes.items() if name not in news}
        return sum(guid in unchanged and before.get(guid, mod) != mod for guid, mod in self._stamps().items())

    def _descriptions(self) -> list[str]:
        return [self.col.decks.get(each.id).get("desc", "") for each in self.col.decks.all_names_and_ids()]

    def _lost(self, news: dict[str, str], always: bool) -> Iterator[str]:
        """Yield what is gone from questions that did not change; it is told once."""
        for own in list(self.own):
            if not own.is_there():
                self.own.remove(own)
                self.edited = {pair for pair in self.edited if pair[0] != own.question}
                if own.question not in news and not always:
                    yield f"lost {own.what} on {own.question}"

    def _missed(self) -> Iterator[str]:
        """Yield corrections that did not arrive, and whether the student is told."""
        assert self.deck
        self.missed = {}
        for name, planned in sorted(self.deck.notes.items()):
            if differing := self._differing(name, planned):
                self.missed[name] = ", ".join(differing)
                yield f"missed {name} ({'listed' if self._is_listed(name, planned) else 'in silence'})"

    def _differing(self, name: str, planned: PlannedNote) -> list[str]:
        number = self.col.db.scalar("select id from notes where guid = ?", planned.guid)
        if number is None:
            return ["note"]
        there, wanted = content(self.col.get_note(number).fields), content(planned.fields)
        return [each for each in wanted if there[each] != wanted[each] and (name, each) not in self.edited]

    def _is_listed(self, name: str, planned: PlannedNote) -> bool:
        """Return whether the export named the question, and the deck's page too if its answer changed."""
        why = self.told.get(name, set()) | self.told.get(planned.question, set())
        return bool(why) and ("answer" not in why or f"<li>{planned.question}: " in self.pages)

    def _twice(self) -> Iterator[str]:
        """Yield questions that are asked by two notes, neither of them retired, and retired ones that do not say so."""
        assert self.deck
        firsts = {question.id: question.first_id for question in self.deck.bank.questions}
        active: dict[str, int] = {}
        banner = FIELDS.index("Retired")
        for text, tags in self.col.db.all("select flds, tags from notes"):
            bank, slash, name = text.partition(SEPARATOR)[0].partition("/")
            if not slash or bank != self.deck.bank.id:
                continue
            if " retired " not in tags:
                first = firsts.get(name, name)
                active[first] = active.get(first, 0) + 1
            elif not text.split(SEPARATOR)[banner]:
                yield f"no banner on {name}"
        yield from (f"twice {name}" for name, count in sorted(active.items()) if count > 1)

    def _unsound(self) -> Iterator[str]:
        """Yield what Check Database repairs, empty cards, note types made twice, and decks without cards."""
        empty = [name for note in self.col.get_empty_cards().notes for name in [self._name(note.note_id)]]
        if empty:
            yield f"empty card of {', '.join(sorted(empty))}"
        with self.on_that_day():
            message = repairs(self.col)
        if message != "Database rebuilt and optimized.":
            yield f"Check Database: {message}"
        if extra := [each.name for each in self.col.models.all_names_and_ids() if each.name.endswith("+")]:
            yield f"note types {', '.join(extra)}"
        names = {each.name: each.id for each in self.col.decks.all_names_and_ids() if "::" in each.name}
        if bare := [name for name, number in names.items() if not self.col.decks.card_count(number, True)]:
            yield f"empty decks {', '.join(sorted(bare))}"

    def _name(self, note: int) -> str:
        return str(self.col.get_note(note)["Id"]).rpartition("/")[2]
