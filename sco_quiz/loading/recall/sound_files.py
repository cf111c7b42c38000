"""Files of questions without problems are remembered, and not parsed again as long as they are the same."""

import json
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.markup.parse import Markup
from sco_quiz.loading.assemble import DecodedTopic, Located
from sco_quiz.loading.document import Document
from sco_quiz.loading.markup_checks import check_markup, check_setting
from sco_quiz.loading.pictures import PictureFolder
from sco_quiz.loading.places import Places
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.recall.files import BankFiles
from sco_quiz.loading.recall.fingerprint import fingerprint_with
from sco_quiz.loading.records import TopicFile
from sco_quiz.loading.yaml_nodes import Mapping, Node, node_at, to_data
from sco_quiz.loading.yaml_tree import Tree, parse

PART = "files"
_ROOMS = ("core", "loading")


class _Known(NamedTuple):
    """What a file has, and where something was found in it."""

    values: bytes
    places: Places


class SoundFiles:
    """The files of one bank that had no problem when they were last read, by name and text."""

    def __init__(self, cache: Path, bank: Path) -> None:
        state = fingerprint_with(_ROOMS, b"")
        self._files = BankFiles(cache, bank, state) if state else None
        self._body = (self._files.read(PART) if self._files else None) or b""
        self._known = {line[:32]: line[33:] for line in self._body.split(b"\n")}
        self._read: dict[bytes, _Known] = {}

    def recall(self, name: str, document: Document, pictures: PictureFolder, markup: Markup) -> DecodedTopic | None:
        """Return what is in a file; None if it is not known, or has a problem now, such as a missing picture."""
        key = _key(name, document)
        values, _, found = self._known.get(key, b"").partition(b"\t")
        try:
            places = Places.revived(json.loads(found))
            topic = _revived(name, document, json.loads(values), places, markup)
            if _has_problems(topic, pictures):
                return None
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return None
        self._read[key] = _Known(values, places)
        return topic

    def remember(self, topic: DecodedTopic) -> None:
        """Remember a file without problems."""
        first = topic.questions[0]
        values = _dumped(to_data(first.file.node))
        self._read[_key(topic.id, first.file.document)] = _Known(values, first.places)

    def keep(self) -> None:
        """Write what the files that were read have, unless it is as before."""
        lines = [
            b"%b\t%b\t%b" % (key, each.values, _dumped([*each.places.stored()])) for key, each in self._read.items()
        ]
        if self._files and (body := b"\n".join(lines)) != self._body:
            self._files.write(PART, body)


class _Tree:
    """The tree of a file, parsed when a place in it is asked for that is not known."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _root(self) -> Node:
        parsed = parse(self._document.text)
        return (parsed.root if isinstance(parsed, Tree) else None) or Mapping(0, 0)

    def at(self, *path: str | int) -> Node:
        """Return the node under a key path."""
        return node_at(self._root, path)


def _revived(name: str, document: Document, values: dict[str, Any], places: Places, bank: Markup) -> DecodedTopic:
    """Return a topic from what was stored. Raises an error, of validation or another, if it is damaged."""
    tree, listed = _Tree(document), values.pop("questions")
    head, file = TopicFile.model_validate(values), Origin(document, tree.at)
    markup = {"markup": head.markup if "markup" in head.model_fields_set else bank}
    questions = [KINDS[each["type"]].model_validate(each, context=markup) for each in listed]
    located = (
        Located(question, Origin(document, partial(tree.at, "questions", at), question.id), file, places)
        for at, question in enumerate(questions)
    )
    return DecodedTopic(name, head, tuple(located))


def _has_problems(topic: DecodedTopic, pictures: PictureFolder) -> bool:
    """Whether a file whose text had no problems has one now."""
    first = topic.questions[0]
    about_head = check_setting(topic.head.setting, first.question.markup, first.file, pictures)
    return bool(about_head) or any(check_markup(each.question, each.origin, pictures) for each in topic.questions)


def _key(name: str, document: Document) -> bytes:
    return blake2b(f"{name}\n{document.text}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest().encode()


def _dumped(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
