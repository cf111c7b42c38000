"""The elements of QTI that several parts of a question have."""

from sco_quiz.formats.exchange.xml_output import element, text_element


def material(value: str, *, html: bool = True) -> str:
    """Return text that a question shows: HTML, or plain."""
    return element("material", text_element("mattext", value, texttype="text/html" if html else "text/plain"))


def field(label: str, entry: str) -> str:
    """Return a field of the metadata."""
    return element("qtimetadatafield", text_element("fieldlabel", label), text_element("fieldentry", entry))
