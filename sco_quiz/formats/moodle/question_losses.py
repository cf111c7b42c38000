"""What a question of Moodle XML says and no question here can say: it is reported."""

from collections import Counter

from sco_quiz.core.shorten import shorten
from sco_quiz.formats.drafting.feedback import is_mere_verdict
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.moodle.default_texts import is_default_feedback
from sco_quiz.formats.moodle.findings import Findings
from sco_quiz.formats.moodle.texts import plain_text, source_of

_COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_ONCE = frozenset(["name", "questiontext", "generalfeedback", "idnumber", *_COMBINED])
_REPEATED = frozenset(["answer", "hint", "tags", "coursetags", "subquestion", "selectoption", "dragbox", "units"])
# how Moodle shows a question, what is read elsewhere, and what old versions wrote
_READ = frozenset(
    (
        *("defaultgrade", "penalty", "hidden", "image", "image_base64", "image_alt", "single", "usecase"),
        *("shuffleanswers", "answernumbering", "showstandardinstruction", "shownumcorrect", "showunits", "unitsleft"),
        *("correctresponsesfeedback", "unitgradingtype", "unitpenalty", "gradingtype", "showgrading", "layouttype"),
        *("layout", "selecttype", "selectcount", "logical", "studentsee", "numberingstyle", "length", "stamp"),
        *("version", "createdby", "modifiedby", "timecreated", "timemodified"),
    )
)
_KNOWN = _ONCE | _REPEATED | _READ
# what Moodle and other programs write into each question
_USUAL_PENALTIES = ("", "0", "1", "0.1", "0.3333333")


def name_lost(question: Element, findings: Findings) -> None:
    """Report what is not imported."""
    _name_feedback(question, findings)
    _name_elements(question, findings)
    if question.value("hidden") not in ("", "0"):
        findings.warn("lost-setting", "the question is hidden in Moodle; here it is asked")
    penalty = question.value("penalty")
    if (penalty.rstrip("0").rstrip(".") if "." in penalty else penalty) not in _USUAL_PENALTIES:
        message = f"each further try costs a share of {penalty} of the points in Moodle; here, an answer counts once"
        findings.warn("lost-setting", message)


def _name_feedback(question: Element, findings: Findings) -> None:
    """Report feedback on the whole question, which has no place here, unless Moodle wrote it."""
    texts = (plain_text(source_of(question.find(name))) for name in _COMBINED)
    said = dict.fromkeys(text for text in texts if text and not is_default_feedback(text) and not is_mere_verdict(text))
    if said:
        quoted = ", ".join(f"`{shorten(text)}`" for text in said)
        findings.warn("lost-feedback", f"feedback on the whole question is not imported: {quoted}")


def _name_elements(question: Element, findings: Findings) -> None:
    """Report elements that Moodle does not read, or reads once only."""
    elements = question.elements()
    once = [element.name for element in elements if element.name in _ONCE]
    for name, count in Counter(once).items() if len(set(once)) < len(once) else ():
        if count > 1:
            message = f"the question has <{name}> {count} times; only the first is read, as in Moodle"
            findings.warn("doubtful-text", message, "delete the others, or put all into the first one")
    for element in elements:
        if element.name not in _KNOWN and (text := plain_text(element.all_text)):
            findings.warn("lost-field", f"<{element.name}> is not imported: `{shorten(text)}`")
