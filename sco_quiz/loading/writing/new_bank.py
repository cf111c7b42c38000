"""Create the files of a new bank."""

from collections.abc import Mapping
from datetime import date

from sco_quiz.core.kinds.field_types import MAX_SLUG
from sco_quiz.loading.hints import slugify
from sco_quiz.loading.writing.json_schema import FOLDER, SCHEMAS, first_line, render_schema
from sco_quiz.loading.writing.source_record import make_source, render_source
from sco_quiz.loading.writing.yaml_writer import scalar

FIRST_TOPIC = "first-topic.yaml"


def new_bank_id(title: str, mark: str) -> str:
    """Return an id for a bank: its title, and a mark that no other bank of that title has."""
    return f"{slugify(title, 'my-bank')[: MAX_SLUG - len(mark) - 1].rstrip('-')}-{mark}"


def starter_files(
    bank_id: str, article: str, title: str, day: date | None, templates: Mapping[str, str]
) -> dict[str, str]:
    """Return the files of a new bank by relative path: bank, source record, first topic, schemas and templates.

    A bank without an article (an empty string) has no record.
    """
    record = {"source.yaml": render_source(make_source(article, title, day), first_line("source"))} if article else {}
    bank = f"{first_line('bank')}\nid: {bank_id}\ntitle: {scalar(title)}\nmarkup: markdown\n"
    examples = templates[FIRST_TOPIC] if article else _without_sources(templates[FIRST_TOPIC])
    topic = f"{first_line('questions')}\n{examples}"
    schemas = {f"{FOLDER}/{kind}.json": render_schema(kind) for kind in SCHEMAS}
    return {"bank.yaml": bank, **record, **templates, FIRST_TOPIC: topic, **schemas}


def _without_sources(topic: str) -> str:
    """Return the starter topic without the lines about sources, which a bank without an article does not need."""
    return "".join(line for line in topic.splitlines(keepends=True) if "source" not in line)
