"""Choose the topic of each question that is imported: as the user says, else by its category, else by its file."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sco_quiz.app.question_ids import mark_of, slug
from sco_quiz.core.text import fold
from sco_quiz.loading.files import BANK_FILE, SOURCE_FILE

_RESERVED = (Path(BANK_FILE).stem, Path(SOURCE_FILE).stem)
# two slashes are one in a name
_DIVIDER = re.compile("(?<!/)/(?!/)")
_ROOTS = ("top", "$course$", "$system$", "$module$", "")


@dataclass(frozen=True, slots=True)
class TopicName:
    """The id of a topic, which names its file, and its title."""

    id: str
    title: str


def parts_of(category: str) -> tuple[str, ...]:
    """Return the levels of a category, without those that Moodle puts above all.

    >>> parts_of("$course$/top/Art/Rock//Pop")
    ('Art', 'Rock/Pop')
    """
    parts = (part.replace("//", "/").strip() for part in _DIVIDER.split(category))
    return tuple(part for part in parts if part.casefold() not in _ROOTS)


def topics_of(categories: Iterable[str], given: str, file: str, known: Mapping[str, str]) -> dict[str, TopicName]:
    """Return the topic for each category of a file. `known` are the titles of the topics in the bank, by id."""
    paths = {category: parts_of(category) for category in categories}
    ends: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for path in paths.values():
        ends[fold(path[-1]) if path else ""].add(path)
    titled = {fold(title): name for name, title in known.items()}
    names = {}
    for category, path in paths.items():
        # the last level says most; where two categories end alike, so does the level above
        said = path[-1 if len(ends[fold(path[-1]) if path else ""]) == 1 else -2 :]
        title = given or " - ".join(said) or Path(file).stem
        found = given if given in known else titled.get(fold(title), "")
        names[category] = TopicName(found or _topic_id(title), known.get(found, title))
    return names


def _topic_id(title: str) -> str:
    name = slug(title)
    if not name:  # of a script that has no Latin letters here
        return f"topic-{mark_of(title)}"
    return f"{name}-questions" if name in _RESERVED else name
