"""What programs call the kinds of their questions, and which of them are not a kind of question of sco-quiz."""

import re

from sco_quiz.formats.exchange.xml_tree import Element

_SERIAL = re.compile(r"[A-Za-z]*[ _-]?\d{1,6}")
_LABELS = ("question_type", "respondusapi_qtype", "cc_profile", "bbmd_questiontype", "qmd_itemtype", "type")

NAMES = {
    "essay_question": "an essay",
    "essay": "an essay",
    "cc.essay.v0p1": "an essay",
    "long answer": "an essay",
    "file_upload_question": "a file upload",
    "file upload": "a file upload",
    "calculated_question": "a formula with random numbers",
    "calculated": "a formula with random numbers",
    "formula_question": "a formula with random numbers",
    "hot_spot_question": "a place in a picture",
    "hot spot": "a place in a picture",
    "categorization_question": "a categorization",
    "opinion scale": "an opinion scale",
    "quiz bowl": "a quiz bowl",
    "short response": "an essay",
}
"""The kinds that are not read, in words, by what programs call them."""

NO_QUESTION = ("text_only_question", "stimulus", "text only", "stimulus_question")
OPEN_GAPS = ("fill_in_multiple_blanks_question", "rich_fill_blank_question")
GAPS = (
    *OPEN_GAPS,
    "fillinmultiple",
    "multiple_dropdowns_question",
    "fill in the blank plus",
    "jumbled sentence",
)
TRUTH = ("true_false_question", "truefalse", "true/false", "cc.true_false.v0p1")
NUMBERS = ("numerical_question", "numeric", "numerical")
SEVERAL = ("multiple_answers_question", "multipleresponse", "multiple answer", "cc.multiple_response.v0p1")
INTERACTIONS = {
    "extendedTextInteraction": "an essay",
    "uploadInteraction": "a file upload",
    "hotspotInteraction": "a place in a picture",
    "selectPointInteraction": "a place in a picture",
    "graphicOrderInteraction": "an order in a picture",
    "graphicAssociateInteraction": "pairs in a picture",
    "graphicGapMatchInteraction": "gaps in a picture",
    "positionObjectInteraction": "a place in a picture",
    "drawingInteraction": "a drawing",
    "sliderInteraction": "a slider",
    "mediaInteraction": "a recording",
    "hottextInteraction": "words to select",
    "gapMatchInteraction": "words to move into gaps",
    "associateInteraction": "pairs without sides",
    "endAttemptInteraction": "a button",
    "customInteraction": "an interaction of another program",
}
"""What the interactions of QTI 2 are that no kind of question here has."""


def metadata(element: Element) -> dict[str, str]:
    """Return the fields of the metadata of an assessment or item: by their label, or by their own name."""
    fields = {}
    for holder in element.elements("itemmetadata", "qtimetadata", "assessmentmetadata"):
        for child in holder.walk():
            if child.name in ("qtimetadatafield", "qti_metadatafield"):
                fields[child.value("fieldlabel")] = child.value("fieldentry")
            elif child.name not in ("fieldlabel", "fieldentry") and (value := child.text.strip()):
                fields.setdefault(child.name, value)
    return fields


def category_of(title: str) -> str:
    """Return the title of a quiz or bank as a category, whose levels a slash would divide."""
    return title.strip().replace("/", "-")


def stable_id(ident: str) -> str:
    """Return the id of a question, unless it is a serial number, which other files use for other questions."""
    return "" if _SERIAL.fullmatch(ident) else ident


def kind_of(fields: dict[str, str]) -> str:
    """Return what the file calls the kind of a question, in lower case; empty if it does not say."""
    found = next((fields[label] for label in _LABELS if fields.get(label)), "")
    return found.casefold()
