"""Write a bank as a package of QTI 1.2 in the dialect of Canvas: a quiz for each topic, and the pictures."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.interaction import Choice
from sco_quiz.core.kinds import Question
from sco_quiz.core.nodes import Image
from sco_quiz.formats.exchange.losses import retired_losses
from sco_quiz.formats.exchange.xml_output import DECLARATION, element, text_element
from sco_quiz.formats.package import Loss, Package
from sco_quiz.formats.qti.items_writer import item_of
from sco_quiz.formats.qti.losses import losses_of
from sco_quiz.formats.qti.package import MANIFEST

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGING = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_SETTINGS = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_DATE = (1980, 1, 1, 0, 0, 0)  # the same bytes each time


def write(bank: Bank) -> Package:
    """Return a package with all questions that are not retired."""
    losses = list(retired_losses(bank))
    quizzes = {topic.id: (topic, "\n".join(_items(bank, topic, losses))) for topic in bank.topics}
    files: dict[str, bytes] = {}
    for name, (topic, items) in quizzes.items():
        if items:
            files[f"{name}/{name}.xml"] = _quiz(topic, items)
            files[f"{name}/assessment_meta.xml"] = _settings(topic)
    pictures = {file: bank.pictures[file].read() for file in _shown(bank) if file in bank.pictures}
    resources = [
        *map(_resources, (name for name in quizzes if f"{name}/{name}.xml" in files)),
        *map(_picture, pictures),
    ]
    manifest = {MANIFEST: _manifest(bank, resources)}
    return Package({f"{bank.id}.qti.zip": _zipped(manifest | files | pictures)}, tuple(losses))


def _active(topic: Topic) -> Iterator[Question]:
    return (question for question in topic.questions if question.status == "active")


def _items(bank: Bank, topic: Topic, losses: list[Loss]) -> Iterator[str]:
    """Yield each question that Canvas can ask, and add what is lost."""
    for question in _active(topic):
        if item := item_of(bank, question):
            losses += losses_of(question)
            yield item
        else:
            what = "a range with only one end is not a question in Canvas: give it `min` and `max`"
            losses.append(Loss(question.id, (), "unsupported-kind", what))


def _shown(bank: Bank) -> Iterable[str]:
    """Return the files of the pictures that are shown, each once."""
    questions = (question for topic in bank.topics for question in _active(topic))
    images: Iterator[Image] = (image for each in questions for part in each.parts() for image in part.content.images)
    return dict.fromkeys(image.file for image in images)


def _quiz(topic: Topic, items: str) -> bytes:
    section = element("section", f"\n{items}\n", ident="root_section")
    # a slash divides the levels of a category where the file is read
    title = topic.id if "/" in topic.title else topic.title
    assessment = element("assessment", section, ident=topic.id, title=title)
    return _document(element("questestinterop", assessment, xmlns=_QTI))


def _settings(topic: Topic) -> bytes:
    """Return the settings of a quiz; Canvas shuffles the options of all questions, or does not shuffle."""
    interactions = (question.interaction() for question in _active(topic))
    fixed = any(isinstance(each, Choice) and not each.by_key and each.order == "fixed" for each in interactions)
    fields = {
        "title": topic.title,
        "description": topic.description,
        "shuffle_answers": "false" if fixed else "true",
        "quiz_type": "assignment",
    }
    inside = (text_element(name, value) for name, value in fields.items())
    return _document(element("quiz", *inside, identifier=topic.id, xmlns=_CANVAS))


def _manifest(bank: Bank, resources: Iterable[str]) -> bytes:
    metadata = element("metadata", element("schema", "IMS Content"), element("schemaversion", "1.1.3"))
    inside = (metadata, element("organizations"), element("resources", "\n", *(f"{each}\n" for each in resources)))
    return _document(element("manifest", *inside, identifier=f"{bank.id}-questions", xmlns=_PACKAGING))


def _resources(name: str) -> str:
    settings = f"{name}/assessment_meta.xml"
    questions = (element("file", href=f"{name}/{name}.xml"), element("dependency", identifierref=f"{name}-settings"))
    return element("resource", *questions, identifier=name, type="imsqti_xmlv1p2") + element(
        "resource", element("file", href=settings), identifier=f"{name}-settings", type=_SETTINGS, href=settings
    )


def _picture(file: str) -> str:
    return element(
        "resource", element("file", href=file), identifier=file.replace("/", "-"), type="webcontent", href=file
    )


def _zipped(files: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in files.items():
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 3  # else it depends on the system
            archive.writestr(info, data)
    return stream.getvalue()


def _document(root: str) -> bytes:
    return f"{DECLARATION}{root}\n".encode()
