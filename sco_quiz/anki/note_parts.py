"""The parts of a note that readers would call its content, as hashes: a note has changed when one of them has. Pure.

Computed from fields and tags alone, so that a note of an earlier deck has parts, too. Titles, summaries, citations and
words of the program are not content: a change of these rewrites no note in students' collections.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from sco_quiz.anki.content_elements import with_marks
from sco_quiz.anki.ids import FIELDS
from sco_quiz.core.character_references import decoded
from sco_quiz.core.html_tags import closed_part, without_tags
from sco_quiz.core.words.language import ENGLISH, Language
from sco_quiz.core.words.languages import language_of

REPLACED = {"kind": "replaced"}
"""The parts of a note whose question is now of the other family; it has no kind, and no other change matters."""

SENT_AGAIN = "sent again"
"""Stands for the parts of a note that is stamped again though none has changed."""

_LINK = re.compile(r'<a href="([^"]*)">')
_REFERENCE_DATE = re.compile(r"(?<=, )[^,<>]+(?=</span>)")
_LIST = re.compile(r"<ol([^<>]*)>(.*?)</ol>", re.DOTALL)
_UNORDERED = re.compile(r"<ul[^<>]*>(.*?)</ul>", re.DOTALL)
_ALSO = re.compile(r'<p class="also"[^<>]*>(.*?)</p>', re.DOTALL)
_SENTENCES = ("also_right_for", "also_right", "right_range", "right_from", "right_to", "right_within")
_ARROW = re.compile(r"(?:(?<!\s)\s+)?[→←]\s*")
_ITEM = re.compile(r'<li data-k="\d+"[^<>]*>(.*?)</li>', re.DOTALL)
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_SUCCESSOR = re.compile(r'<span class="successor" data-id="([^"]*)".*</span>', re.DOTALL)  # the end of its field
_NAMED_SUCCESSOR = re.compile(r" Its place is taken by the question ([a-z0-9-]+)\.$")
# derived from the answer by the program, or shown in `Answer`
_NOT_GRADING = {"accept", "code", "formula", "value", "unit", "rivals", "known", "scales"}

Fields = Mapping[str, str]


def note_parts(fields: Sequence[str], tags: Iterable[str]) -> dict[str, str]:
    """Return the hashes of the parts of a note, without empty ones."""
    values, names = dict(zip(FIELDS, map(with_marks, fields), strict=False)), sorted(tags)
    if not values.get("Kind"):
        return REPLACED
    texts = {part: text(values) for part, text in _FIELD_TEXTS.items()}
    texts["level"] += _tagged(names, "level::")
    texts["status"] += "retired" * ("retired" in names)
    texts |= {part: _tagged(names, f"{group}::") for part, group in _GROUPS.items()}
    return {part: _digest(texts[part]) for part in PARTS if texts[part]}


def changed_parts(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the parts that differ."""
    if old == new:
        return ()
    if REPLACED in (old, new):
        return ("kind",)
    return tuple(part for part in PARTS if old.get(part) != new.get(part))


@lru_cache(maxsize=1024)  # levels, kinds, sources and references are those of many notes
def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _tagged(tags: Iterable[str], group: str) -> str:
    return " ".join(tag for tag in tags if tag.startswith(group))


def _plain(html: str) -> str:
    """Return the words of HTML without the elements that the program puts around them."""
    if not html:
        return ""
    text = without_tags(html.replace("<br>", "\n")) if "<" in html else html
    if "\n" not in text:  # as in most fields
        return " ".join(text.split())
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def _of(*names: str) -> Callable[[Fields], str]:
    return lambda fields: "\n".join(filter(None, (_plain(fields.get(name, "")) for name in names)))


def _options(fields: Fields) -> str:
    """Return what can be chosen, with the notes. The order counts where it is the author's."""
    lines = []
    if fields.get("Kind") != "true_false":  # whose options are words of the program
        for attributes, items in _LIST.findall(closed_part(fields.get("Options", ""), "</ol>")[0]):
            shown = [_plain(item) for item in _ITEM.findall(closed_part(items, "</li>")[0])]
            fixed = "data-fixed" in attributes
            lines += [*(shown if fixed else sorted(shown)), "fixed" * fixed]
    return "\n".join([*lines, _plain(fields.get("Feedback", ""))]).strip()


def _answer(fields: Fields) -> str:
    """Return the right answer: pairs without arrows, numbers without spaces, no words of the program.

    A list without an order is sorted.
    """
    language, html = language_of(fields.get("Lang", "")), fields.get("Answer", "")
    for truth in ("true", "false"):
        html = html.replace(f">{language.word(truth)}</li>", f">{truth}</li>")
    lists, rest = closed_part(html, "</ul>")
    html = _UNORDERED.sub(lambda found: "\n".join(sorted(found[1].split("</li>"))), lists) + rest
    paragraphs, rest = closed_part(html, "</p>")
    html = _ALSO.sub(lambda found: f"\n{_also(_plain(found[1]), language)}", paragraphs) + rest
    words = _plain(html)
    if "→" in words or "←" in words:
        words = _ARROW.sub(" ", words)
    return _GROUPED.sub("", words)


def _also(sentence: str, language: Language) -> str:
    """Return what is also right as the name of the sentence and its values."""
    for key in _SENTENCES:
        if values := language.read(key, sentence):
            return " ".join([key, *(values[name].rstrip(".。") for name in sorted(values))])
    return sentence


def _grading(fields: Fields) -> str:
    """Return how a typed answer is judged, beyond the answer itself."""
    found = re.search(r'<i data-f="typed">(.*?)</i>', closed_part(fields.get("Key", ""), "</i>")[0], re.DOTALL)
    if not found:
        return ""
    try:
        key = json.loads(decoded(found[1]))
        if isinstance(key, dict):
            return json.dumps({name: value for name, value in sorted(key.items()) if name not in _NOT_GRADING})
    except (ValueError, RecursionError):
        pass
    return found[1]


def _beyond(fields: Fields) -> str:
    language, html = language_of(fields.get("Lang", "")), fields.get("Beyond", "")
    if not html:
        return ""
    dated = _REFERENCE_DATE.sub(lambda found: language.read_date(found[0]), html)
    return _plain(_LINK.sub(r"\1 ", dated))


def _level(fields: Fields) -> str:
    """Return the difficulty and the day; the words around them are the program's."""
    difficulty = re.search(r"\d+", fields.get("Level", ""))
    date = fields.get("AsOf", "")
    day = date and language_of(fields.get("Lang", "")).read_date(date)
    return " ".join([difficulty[0] if difficulty else "", day])


def _status(fields: Fields) -> str:
    """Return the reason and the id of the successor; a change of its wording does not count."""
    if not fields.get("Retired"):
        return ""
    default = language_of(fields.get("Lang", "")).word("no_longer_asked")
    banner = fields.get("Retired", "").replace(default, ENGLISH.word("no_longer_asked"))
    closed, rest = closed_part(banner, "</span>")
    banner = _SUCCESSOR.sub(r" \1", closed) + rest
    return _plain(_NAMED_SUCCESSOR.sub(r" \1", banner))


def _language(fields: Fields) -> str:
    language = fields.get("Lang", "")
    return "" if language == "en" else language  # decks of 0.1.0 have none


_FIELD_TEXTS: dict[str, Callable[[Fields], str]] = {
    "prompt": _of("Prompt"),
    "setting": _of("Setting"),
    "options": _options,
    "answer": _answer,
    "grading": _grading,
    "hint": _of("Hint"),
    "explanation": _of("Explanation"),
    "beyond": _beyond,
    "level": _level,
    "status": _status,
    "language": _language,
}
_GROUPS = {"source": "paragraph", "kind": "kind", "tags": "tag"}
PARTS = (*_FIELD_TEXTS, *_GROUPS)
"""The names of the parts, in the order in which reports name them."""
