"""File formats: FORMATS of questions, which are imported and exported, and OUTPUTS for reports and results."""

from pathlib import Path

from sco_quiz.formats.format import Format
from sco_quiz.formats.output import OutputFormat, Subject

FORMATS = (
    Format("json", "a JSON array with an object for each question", (".json",), writer="exchange.questions_json"),
    Format("moodle", "Moodle XML", (".xml",), "moodle.xml_reader", "moodle.xml_writer", ("moodle-xml",)),
    Format("cloze", "text with one question with gaps in Moodle's notation", (".txt",), "moodle.cloze_reader"),
    Format("gift", "GIFT, Moodle's text format", (".gift",), "gift.reader", "gift.writer"),
    Format("aiken", "Aiken, Moodle's text format of choices", (".txt",), "aiken.reader", "aiken.writer"),
    Format("list", "a lettered list of questions: text, or a document of Word", (".txt", ".docx"), "lists.reader"),
    Format(
        "qti",
        "a QTI package of Canvas or another platform",
        (".zip", ".imscc", ".xml", ".dat"),
        reader="qti.reader",
        writer="qti.writer",
        aliases=("canvas",),
    ),
    Format("csv", "a table of text: CSV or TSV", (".csv", ".tsv"), "sheets.reader", "sheets.csv_writer", ("tsv",)),
    Format(
        "kahoot",
        "the workbook from which Kahoot imports a quiz",
        (".xlsx",),
        "kahoot.reader",
        "kahoot.writer",
        needs=("openpyxl", "python_calamine"),
    ),
    Format(
        "xlsx",
        "a workbook of Excel or LibreOffice",
        (".xlsx", ".xlsm", ".xls", ".ods"),
        "sheets.reader",
        "sheets.xlsx_writer",
        ("excel", "ods"),
        needs=("openpyxl", "python_calamine"),
    ),
    Format("markdown", "a Markdown file to read and print", (".md",), writer="markdown_sheet.writer"),
    Format("blooket", "a CSV file for Blooket", (".csv",), writer="games.blooket"),
    Format("gimkit", "a CSV file for Gimkit", (".csv",), writer="games.gimkit"),
    Format(
        "wayground", "a CSV file for Wayground (Quizizz)", (".csv",), writer="games.wayground", aliases=("quizizz",)
    ),
    # before Quizlet, whose lines look alike
    Format(
        "anki",
        "a deck that Anki exported",
        (".apkg", ".colpkg", ".txt"),
        "anki_notes.reader",
        needs=("bs4", "markdownify"),
    ),
    Format("quizlet", "terms and definitions of Quizlet", (".tsv", ".txt"), "quizlet.reader", "quizlet.writer"),
    Format("blackboard", "text that Blackboard uploads", (".txt",), writer="blackboard.writer"),
)

OUTPUTS = (
    OutputFormat("report", "json", "a JSON object", (".json",), "reports.report_json"),
    OutputFormat("report", "github", "annotations of GitHub Actions", (), "reports.report_github"),
    OutputFormat("report", "sarif", "SARIF 2.1.0 for code scanning", (".sarif",), "reports.report_sarif"),
    OutputFormat("exam", "json", "a JSON object", (".json",), "results.exam_json"),
    OutputFormat("exam", "html", "a page to print", (".html", ".htm"), "results.certificate"),
    OutputFormat("class", "csv", "a table for a gradebook", (".csv",), "results.class_csv"),
    OutputFormat("class", "xlsx", "a workbook for a gradebook", (".xlsx",), "results.class_xlsx"),
    OutputFormat("class", "html", "a page of tables", (".html", ".htm"), "results.class_page"),
    OutputFormat("class", "json", "a JSON object", (".json",), "results.class_json"),
    OutputFormat("statistics", "json", "a JSON object", (".json",), "results.stats_json"),
    OutputFormat("statistics", "html", "a page with charts", (".html", ".htm"), "results.stats_page"),
    OutputFormat("analysis", "json", "a JSON object", (".json",), "results.analysis_json"),
    OutputFormat("analysis", "html", "a page with charts", (".html", ".htm"), "results.analysis_page"),
)


def outputs_of(subject: Subject) -> dict[str, OutputFormat]:
    """Return the formats of a subject by name, in the order of the table."""
    return {form.name: form for form in OUTPUTS if form.subject == subject}


def output_for(subject: Subject, path: Path) -> OutputFormat | None:
    """Return the format of a subject that the suffix of a file means, or None."""
    return next((form for form in outputs_of(subject).values() if path.suffix.casefold() in form.suffixes), None)


def result_start(path: Path) -> bytes:
    """Return how the result of an exam in a file of that name begins."""
    form = output_for("exam", path)
    return {"html": b"<!DOCTYPE html>", "json": b'{"'}.get(form.name if form else "", b"text")


def format_named(name: str) -> Format | None:
    """Return the format of a name or alias, or None."""
    return next((form for form in FORMATS if name in (form.name, *form.aliases)), None)


def guess_format(data: bytes, name: str) -> Format | None:
    """Return the format of a file by its content, those with its suffix first, or None.

    A file with the suffix of one format only is of that format, so that what is wrong in it is reported.
    """
    readable = [form for form in FORMATS if form.reader]
    named = [form for form in readable if Path(name).suffix.casefold() in form.suffixes]
    candidates = [*named, *(form for form in readable if form not in named)]
    found = next((form for form in candidates if form.is_like(data, name)), None)
    return found or (named[0] if len(named) == 1 else None)
