"""Recognize a choice question as other programs write it: all options in one field, the key as letter or number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import NamedTuple

from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.text import fold
from sco_quiz.loading.diagnosis.suggestions import list_items
from sco_quiz.loading.hints import closest
from sco_quiz.loading.yaml_nodes import LongScalar, Mapping, Node, Scalar
from sco_quiz.loading.yaml_nodes import Sequence as SequenceNode

CHOICES = ("single_choice", "multiple_choice")
# names without case, hyphens and underscores, the first that a question has counts
_OPTIONS = ("options", "choices", "alternatives", "answeroptions", "possibleanswers")
_KEYS = ("correct", "correctanswer", "correctanswers", "correctoption", "rightanswer", "key", "solution")
_INDEXES = ("answerindex", "correctindex", "correctanswerindex", "correctoptionindex")
_TEXTS = ("text", "option", "answer", "value", "content", "label")
_FLAGS = ("correct", "iscorrect", "right", "isright")
_NOTES = ("note", "feedback", "explanation", "comment")
_LETTERED = re.compile(r"\(?([A-Za-z]|\d{1,2})[).:]\s+(\S.*)", re.DOTALL)
_BARE = re.compile(r"\(?([A-Za-z]|\d{1,2})[).:]?")
_INLINE = re.compile(r"(?:^|[\s,;])\(?([A-Za-z])[).]\s+")
_BETWEEN_KEYS = re.compile(r"(?:(?<!\s)\s+)?[,;&/+]\s*|(?<!\s)\s+and\s+")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


class Option(NamedTuple):
    """One option with its position, the letter or number before it, a note, and whether it is marked as right."""

    at: Scalar
    letter: str = ""
    note: Scalar | None = None
    right: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """The question as it should be: its tree, the replaced fields, and whether only one reading is possible."""

    node: Mapping
    replaced: tuple[str, ...]
    kind: str
    certain: bool

    @property
    def foreign(self) -> bool:
        """Whether it has fields of other programs, so that it cannot be loaded as it is."""
        return bool({*self.replaced} - {"answer", "answers", "distractors"})


class _Key(NamedTuple):
    """The right options by position; `certain` unless a number may count from 0 or from 1."""

    right: frozenset[int]
    certain: bool = True


def repair_choice(node: Node) -> Repair | None:
    """Return what a question of another program means here; None if it is no such question or its key is unclear."""
    if not isinstance(node, Mapping) or not _may_be_choice(node):
        return None
    names = {re.sub(r"[-_ ]", "", name.casefold()): name for name in node.entries}
    key_name = next((names[name] for name in (*_KEYS, *_INDEXES) if name in names), "")
    options_name = _options_field(node, names, key_name)
    if not options_name:
        return None
    key_name = key_name or next((name for name in ("answer", "answers") if name in names and name != options_name), "")
    options = _read_options(node.entries[options_name])
    if options_name == "distractors":
        options = _with_own_key(options, node.entries.get(key_name))
    key = _key(node.entries.get(key_name), options, zero_based=_squeezed(key_name) in _INDEXES)
    if len(options) < 2 or key is None or not 0 < len(key.right) < len(options):
        return None
    return _repair(node, (options_name, *((key_name,) if key_name else ())), options, key)


def _squeezed(name: str) -> str:
    return re.sub(r"[-_ ]", "", name.casefold())


def _may_be_choice(node: Mapping) -> bool:
    kind = node.entries.get("type")
    if kind is None:
        return True
    return isinstance(kind, Scalar) and (kind.value in CHOICES or closest(kind.value, KIND_NAMES) in CHOICES)


def _options_field(node: Mapping, names: dict[str, str], key_name: str) -> str:
    """Return the field that has all options, the right ones among them; empty when there is none."""
    found = [names[name] for name in _OPTIONS if name in names]
    if found:
        return found[0] if "distractors" not in names and len(found) == 1 else ""
    # `answers` with a key beside them, or with marks at each, are all options
    answers = node.entries.get("answers")
    if answers and (key_name or any(option.right for option in _read_options(answers))):
        return "answers"
    distractors = node.entries.get("distractors")
    lettered = distractors and any(option.letter for option in _read_options(distractors))
    return "distractors" if lettered else ""


def _read_options(node: Node) -> tuple[Option, ...]:
    match node:
        case Scalar():
            options = (
                _pieces(node) if _INLINE.match(node.value) else [_at(node, part) for part in list_items(node.value)]
            )
        case SequenceNode():
            options = [option for item in node.items for option in _read_item(item)]
        case Mapping():
            options = list(_read_mapping(node))
    return _without_letters(options)


def _read_item(item: Node) -> Iterable[Option]:
    match item:
        case Scalar():
            return _pieces(item)
        case Mapping() if len(item.entries) == 1 and not {*item.entries} & {*_TEXTS}:
            ((text, value),) = item.entries.items()
            if not isinstance(value, Scalar):
                return ()
            if _BARE.fullmatch(text):
                return (Option(value, text[:1].upper()),)
            return (Option(item.keys[text].read_as(text), note=value),)
        case Mapping():
            return _read_record(item)
        case _:
            return ()


def _read_record(item: Mapping) -> Iterable[Option]:
    """Read an option with fields of its own: `text`, `correct: true`, `feedback`."""
    values = {_squeezed(name): value for name, value in item.entries.items() if isinstance(value, Scalar)}
    text = next((values[name] for name in _TEXTS if name in values), None)
    flag = next((values[name].value.casefold() for name in _FLAGS if name in values), "false")
    note = next((values[name] for name in _NOTES if name in values), None)
    known = {*_TEXTS, *_FLAGS, *_NOTES, "letter", "id"}
    if text is None or flag not in _TRUTH or not {*map(_squeezed, item.entries)} <= known:
        return ()
    return (Option(text, note=note, right=_TRUTH[flag]),)


def _read_mapping(node: Mapping) -> Iterable[Option]:
    """Read `A: text` lines, or `text: true` lines."""
    for name, value in node.entries.items():
        if isinstance(value, Scalar) and _BARE.fullmatch(name):
            yield Option(value, name.strip("().:").upper())
        elif isinstance(value, Scalar) and value.value.casefold() in _TRUTH:
            yield Option(node.keys[name].read_as(name), right=_TRUTH[value.value.casefold()])


def _at(place: Scalar, text: str) -> Option:
    return Option(replace(place, value=text.strip()))


def _pieces(item: Scalar) -> list[Option]:
    """Return the options of one text: several when letters divide it."""
    first, *rest = _INLINE.split(item.value)
    letters, texts = [letter.upper() for letter in rest[::2]], rest[1::2]
    if first.strip() or len(texts) < 2 or "".join(letters) != ascii_uppercase[: len(letters)]:
        return [_at(item, item.value)]
    return [Option(replace(item, value=text.strip(" ,;")), letter) for letter, text in zip(letters, texts, strict=True)]


def _without_letters(options: Sequence[Option]) -> tuple[Option, ...]:
    """Take letters or numbers in a row off the options; initials of names stay."""
    found = [_LETTERED.fullmatch(option.at.value) for option in options]
    letters = [match[1].upper() if match else "" for match in found]
    if not options or not _in_a_row(letters):
        return tuple(options)
    stripped = (match[2] if match else "" for match in found)
    return tuple(
        option._replace(at=option.at.read_as(text), letter=letter)
        for option, text, letter in zip(options, stripped, letters, strict=True)
    )


def _in_a_row(letters: Sequence[str]) -> bool:
    """Whether the letters are A, B, C … or 1, 2, 3 …; one, which the key may have, may be missing."""
    row = [str(number) for number in range(1, 27)] if letters[0].isdigit() else list(ascii_uppercase)
    places = [row.index(letter) for letter in letters if letter in row]
    return len(places) == len(letters) and places == sorted({*places}) and places[-1] <= len(letters)


def _with_own_key(options: tuple[Option, ...], key: Node | None) -> tuple[Option, ...]:
    """Add the key to the wrong options when it has the letter that is missing in their row: `B) Thomas Bouch`."""
    found = _LETTERED.fullmatch(key.value) if isinstance(key, Scalar) else None
    if found is None or not isinstance(key, Scalar):
        return options
    row = sorted([*options, Option(key.read_as(found[2]), found[1].upper())], key=lambda option: option.letter)
    return tuple(row) if _in_a_row([option.letter for option in row]) else options


def _key(node: Node | None, options: Sequence[Option], zero_based: bool) -> _Key | None:
    """Return the right options by position; None when a key names no option."""
    marked = frozenset(index for index, option in enumerate(options) if option.right)
    match node:
        case None:
            return _Key(marked) if marked else None
        case Scalar():
            given = [node.value]
        case SequenceNode():
            given = [item.value for item in node.items if isinstance(item, Scalar)]
            if len(given) < len(node.items):
                return None
        case Mapping():
            return None
    if len(given) == 1 and _position(given[0], options, zero_based) is None:
        letters = re.fullmatch(r"[A-H]{2,8}", given[0])
        given = list(given[0]) if letters else _BETWEEN_KEYS.split(given[0].strip())
    found = [_position(text, options, zero_based) for text in given]
    right = frozenset(index for each in found if each for index in each.right)
    if None in found or (marked and marked != right):
        return None
    return _Key(right, all(each.certain for each in found if each))


def _position(text: str, options: Sequence[Option], zero_based: bool) -> _Key | None:
    """Return which option a key names: by its words, its letter, both, or its number."""
    same = [index for index, option in enumerate(options) if fold(option.at.value) == fold(text)]
    if len(same) == 1:
        return _Key(frozenset(same))
    letters = [option.letter for option in options]
    letters = letters if all(letters) else list(ascii_uppercase[: len(options)])
    if (found := _LETTERED.fullmatch(text)) and found[1].upper() in letters:
        index = letters.index(found[1].upper())
        return _Key(frozenset({index})) if fold(options[index].at.value) == fold(found[2]) else None
    if (found := _BARE.fullmatch(text.strip())) is None:
        return None
    if found[1].upper() in letters:
        return _Key(frozenset({letters.index(found[1].upper())}))
    return _numbered(int(found[1]), len(options), zero_based) if found[1].isdigit() else None


def _numbered(number: int, count: int, zero_based: bool) -> _Key | None:
    # an index of a program mostly counts from 0, a number for people from 1; only the ends leave no doubt
    index = number - (not zero_based)
    if number == 0 or number == count:
        return _Key(frozenset({0 if number == 0 else count - 1}))
    return _Key(frozenset({index}), certain=False) if 0 <= index < count else None


def _repair(node: Mapping, replaced: tuple[str, ...], options: tuple[Option, ...], key: _Key) -> Repair:
    """Return the question with `type`, and with its options in the fields that this program has for them."""
    given = node.entries.get("type")
    listed = isinstance(node.entries.get(replaced[-1]), SequenceNode)
    several = len(key.right) > 1 or (listed and isinstance(given, Scalar) and given.value == "multiple_choice")
    kind = "multiple_choice" if several else "single_choice"
    right = [option.at for index, option in enumerate(options) if index in key.right]
    wrong = [_noted(option) for index, option in enumerate(options) if index not in key.right]
    entries = {name: value for name, value in node.entries.items() if name not in (*replaced, "type")}
    at = given or Scalar("", node.line, node.column)
    entries["type"] = LongScalar(kind, at.line, at.column, at.line, at.column + at.width, True)
    answer: Node = SequenceNode(right[0].line, right[0].column, [*right]) if several else right[0]
    entries["answers" if several else "answer"] = answer
    entries["distractors"] = SequenceNode(options[0].at.line, options[0].at.column, wrong)
    return Repair(replace(node, entries=entries), replaced, kind, key.certain)


def _noted(option: Option) -> Node:
    if option.note is None:
        return option.at
    text = option.at.value
    return Mapping(option.at.line, option.at.column, {text: option.note}, [option.at.read_as(text)])
