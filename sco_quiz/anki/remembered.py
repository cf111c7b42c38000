"""Notes that are remembered, by everything that a note is made from. Pure."""

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from sco_quiz.anki.ids import FAMILIES, FIELDS, SEPARATOR
from sco_quiz.anki.media import MediaFile
from sco_quiz.anki.notes import Asked, PlannedNote
from sco_quiz.core.bank import Bank
from sco_quiz.core.interaction import TextEntry
from sco_quiz.core.kinds import Question
from sco_quiz.core.source import Source
from sco_quiz.core.values import values_of

_RECORDS = "\x1e"  # neither this nor the separator is in any field
_SOURCE = FIELDS.index("Source")  # long, and the same in many notes


def given_with(bank: Bank, media: Mapping[str, MediaFile]) -> bytes:
    """Return what each note of a bank sees beside its question: the record of the article, pictures, names."""
    pictures = [(file, media[file].name, each.width, each.height) for file, each in sorted(bank.pictures.items())]
    # no note shows hashes, and sets of them have another order in every process
    source = bank.source.model_copy(update=_no_hashes(bank.source)).model_dump_json() if bank.source else ""
    return json.dumps([bank.id, bank.lang, source, pictures]).encode()


def _no_hashes(source: Source) -> dict[str, object]:
    empty = {"fingerprint": frozenset[str](), "runs": frozenset[str]()}
    return {"fingerprints": (), "paragraphs": tuple(each.model_copy(update=empty) for each in source.paragraphs)}


def keys_of(bank: Bank, asked: Sequence[Asked]) -> list[str]:
    """Return a hash for each question of what its note sees, and other notes do not."""
    words: dict[str, bytes] = {}

    def words_seen_by(question: Question) -> bytes:
        """Return the words of all answers for a kind whose answers are typed: a typo makes none of these."""
        if question.type not in words:
            typed = isinstance(question.interaction(), TextEntry)
            words[question.type] = bank.vocabulary.bank.digest if typed else b""
        return words[question.type]

    return [_key(bank, each, words_seen_by(each.question)) for each in asked]


def _key(bank: Bank, asked: Asked, words: bytes) -> str:
    topic, question, _ = asked
    names = SEPARATOR.join((topic.id, topic.title)).encode("utf-8", "surrogatepass")
    digest = blake2b(b"%d %d %b%b" % (len(names), len(words), names, words), digest_size=16)
    digest.update(values_of(question))
    if question.successor and (successor := bank.find(question.successor)):
        digest.update(values_of(successor))
    return digest.hexdigest()


def stored(notes: Mapping[str, PlannedNote]) -> bytes:
    """Return notes by their keys as text."""
    sources: dict[str, int] = {}
    records = [
        SEPARATOR.join((key, str(sources.setdefault(note.fields[_SOURCE], len(sources))), *_values(note)))
        for key, note in notes.items()
    ]
    return _RECORDS.join((SEPARATOR.join(sources), *records)).encode()


def _values(note: PlannedNote) -> tuple[str, ...]:
    parts = " ".join(f"{name}={value}" for name, value in note.parts.items())
    cards, tags, pictures = " ".join(map(str, note.cards)), " ".join(note.tags), " ".join(note.pictures)
    fields = (*note.fields[:_SOURCE], *note.fields[_SOURCE + 1 :])
    return note.guid, note.family, cards, tags, pictures, parts, *fields


class StoredNotes:
    """Notes as they were stored; what is damaged is as if it were not there."""

    def __init__(self, data: bytes) -> None:
        sources, *records = data.decode("utf-8", "replace").split(_RECORDS)
        self._sources = sources.split(SEPARATOR)
        self.records = {key: record for key, _, record in (each.partition(SEPARATOR) for each in records)}

    def note(self, key: str, asked: Asked) -> PlannedNote | None:
        """Return the note of a question; None if it is not known."""
        try:
            source, guid, family, cards, tags, pictures, parts, *fields = self.records[key].split(SEPARATOR)
            fields.insert(_SOURCE, self._sources[int(source)])
            ordinals = tuple(map(int, cards.split()))
            hashes = dict(part.split("=") for part in parts.split())
        except (LookupError, ValueError):
            return None
        if len(fields) != len(FIELDS) or family not in FAMILIES:
            return None
        question = asked.question
        note = PlannedNote(
            question.id, family, guid, asked.deck, tuple(fields), tuple(tags.split()), ordinals, question.first_id
        )
        return note.knowing(hashes, tuple(pictures.split()))
