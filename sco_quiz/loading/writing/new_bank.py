"""Create the files of a new bank."""

from collections.abc import Mapping, Sequence

from sco_quiz.core.kinds.field_types import MAX_SLUG
from sco_quiz.core.source import Source
from sco_quiz.loading.files import SOURCE_FILE, SUMMARIES_FILE
from sco_quiz.loading.hints import slugify
from sco_quiz.loading.writing.json_schema import FOLDER, SCHEMAS, first_line, render_schema
from sco_quiz.loading.writing.source_record import ArticleText, make_record, render_source, render_summaries
from sco_quiz.loading.writing.yaml_writer import scalar

FIRST_TOPIC = "first-topic.yaml"


def new_bank_id(title: str, mark: str) -> str:
    """Return an id for a bank: its title, and a mark that no other bank of that title has."""
    return f"{slugify(title, 'my-bank')[: MAX_SLUG - len(mark) - 1].rstrip('-')}-{mark}"


def starter_files(
    bank_id: str, title: str, articles: Sequence[ArticleText], templates: Mapping[str, str]
) -> dict[str, str]:
    """Return the files of a new bank by relative path: bank, source record, first topic, schemas and templates.

    A bank without an article has no record.
    """
    record = record_files(make_record(articles)) if articles else {}
    bank = f"{first_line('bank')}\nid: {bank_id}\ntitle: {scalar(title)}\nmarkup: markdown\n"
    examples = templates[FIRST_TOPIC] if articles else _without_sources(templates[FIRST_TOPIC])
    topic = f"{first_line('questions')}\n{examples}"
    schemas = {f"{FOLDER}/{kind}.json": render_schema(kind) for kind in SCHEMAS}
    return {"bank.yaml": bank, **record, **templates, FIRST_TOPIC: topic, **schemas}


def record_files(source: Source, schema: bool = True) -> dict[str, str]:
    """Return the source record and its summaries, by the names of their files."""
    leads = [first_line(kind) if schema else "" for kind in ("source", "summaries")]
    record = render_source(source, leads[0], summaries=False)
    return {SOURCE_FILE: record, SUMMARIES_FILE: render_summaries(source, leads[1])}


def _without_sources(topic: str) -> str:
    """Return the starter topic without the lines about sources, which a bank without an article does not need."""
    return "".join(line for line in topic.splitlines(keepends=True) if "source" not in line)
