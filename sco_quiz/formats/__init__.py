"""Output formats, one module each: a value in, text out. FORMATS is the table of those that users choose from."""

from pathlib import Path

from sco_quiz.formats.format import Format, Subject

FORMATS = (
    Format("bank", "anki", "an Anki deck with a subdeck for each topic", (".apkg",)),
    Format("bank", "json", "a JSON array with an object for each question", (".json",), "exchange.questions_json"),
    Format("report", "json", "a JSON object", (".json",), "reports.report_json"),
    Format("report", "github", "annotations of GitHub Actions", (), "reports.report_github"),
    Format("report", "sarif", "SARIF 2.1.0 for code scanning", (".sarif",), "reports.report_sarif"),
    Format("exam", "json", "a JSON object", (".json",), "results.exam_json"),
    Format("exam", "html", "a page to print", (".html", ".htm"), "results.certificate"),
    Format("statistics", "json", "a JSON object", (".json",), "results.stats_json"),
    Format("statistics", "html", "a page with charts", (".html", ".htm"), "results.stats_page"),
)


def formats_of(subject: Subject) -> dict[str, Format]:
    """Return the formats of a subject by name, in the order of the table."""
    return {form.name: form for form in FORMATS if form.subject == subject}


def format_for(subject: Subject, path: Path) -> Format | None:
    """Return the format of a subject that the suffix of a file means, or None."""
    return next((form for form in formats_of(subject).values() if path.suffix.casefold() in form.suffixes), None)
