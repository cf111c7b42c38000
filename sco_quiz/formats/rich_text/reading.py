"""Turn text of another program into our Markdown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sco_quiz.formats.exchange.item import RichText
from sco_quiz.formats.rich_text.literal import escaped


@dataclass(frozen=True, slots=True)
class Converted:
    """Markdown, its pictures by their path in the bank (`media/map.png`), and what had no place, a few words each."""

    markdown: str
    media: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    lost: tuple[str, ...] = ()


def to_markdown(text: RichText) -> Converted:
    """Return text as Markdown that says the same; wrappers without meaning are dropped, anything else is named."""
    return Converted(escaped(text.source))
