"""Write a test as a SCORM 1.2 package: a page that reports to the platform, and a manifest that describes it."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import ExamForm
from sco_quiz.formats.exchange.xml_output import DECLARATION, element, text_element
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.page.writer import page_html

MANIFEST = "imsmanifest.xml"
PAGE = "index.html"
SCRIPTS = ("api.js", "interactions.js", "state.js", "reporter.js")
_PACKAGING = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_SCHEMAS = f"{_PACKAGING} imscp_rootv1p1p2.xsd {_ADL} adlcp_rootv1p2.xsd"
_TITLE_LIMIT = 200  # of the schema
_DATE = (1980, 1, 1, 0, 0, 0)  # the same questions give the same file


def scorm_package(bank: Bank, forms: Sequence[ExamForm], settings: PageSettings) -> bytes:
    """Return the zip archive of a test, also for settings of practice: a platform expects a score."""
    folder = Path(__file__).parent / "script"
    reporter = "".join((folder / name).read_text("utf-8") for name in SCRIPTS)
    files = {
        MANIFEST: _manifest(bank, forms[0], settings).encode(),
        PAGE: page_html(bank, forms, replace(settings, mode="test", inline=False), reporter).encode(),
    }
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in files.items():
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # else it depends on the system
            archive.writestr(info, data)
    return stream.getvalue()


def _manifest(bank: Bank, form: ExamForm, settings: PageSettings) -> str:
    """Return the manifest; a test that is not judged has no mastery score, by which platforms would judge it."""
    title = text_element("title", (form.title or bank.title)[:_TITLE_LIMIT])
    mastery = [text_element("adlcp:masteryscore", str(form.rules.pass_mark))] if settings.key else []
    item = element("item", title, *mastery, identifier="test", identifierref="page", isvisible="true")
    resource = element(
        "resource",
        element("file", href=PAGE),
        **{"identifier": "page", "type": "webcontent", "adlcp:scormtype": "sco", "href": PAGE},
    )
    inside = (
        element("metadata", text_element("schema", "ADL SCORM"), text_element("schemaversion", "1.2")),
        element("organizations", element("organization", title, item, identifier="exam"), default="exam"),
        element("resources", resource),
    )
    spaces = {
        "identifier": f"sco-quiz.{bank.id}",
        "version": "1.0",
        "xmlns": _PACKAGING,
        "xmlns:adlcp": _ADL,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": _SCHEMAS,
    }
    return f"{DECLARATION}{element('manifest', *inside, **spaces)}\n"
