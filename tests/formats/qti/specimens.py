"""Files of questions in QTI, built of parts: the dialects of Canvas, Respondus and Blackboard, and QTI 2.1."""

from html import escape
from io import BytesIO
from zipfile import ZipFile

from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import GUESS
from sco_quiz.formats.exchange.item import Body, Item, Parsed
from sco_quiz.formats.qti import reader

SCORE = '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>'


def text(source: str, form: str = "text/html") -> str:
    return f'<material><mattext texttype="{form}">{escape(source)}</mattext></material>'


def labels(**options: str) -> str:
    return "".join(
        f'<response_label ident="{name}">{text(option)}</response_label>' for name, option in options.items()
    )


def choice(cardinality: str = "Single", name: str = "r", **options: str) -> str:
    inside = f"<render_choice>{labels(**options)}</render_choice>"
    return f'<response_lid ident="{name}" rcardinality="{cardinality}">{inside}</response_lid>'


def row(name: str, left: str, **options: str) -> str:
    inside = f"{text(left, 'text/plain')}<render_choice>{labels(**options)}</render_choice>"
    return f'<response_lid ident="{name}">{inside}</response_lid>'


def typed(name: str = "r", kind: str = "String") -> str:
    field = f'<render_fib fibtype="{kind}"><response_label ident="a"/></render_fib>'
    return f'<response_str ident="{name}" rcardinality="Single">{field}</response_str>'


def equal(value: str, name: str = "r", **attributes: str) -> str:
    more = "".join(f' {key}="{each}"' for key, each in attributes.items())
    return f'<varequal respident="{name}"{more}>{escape(value)}</varequal>'


def rule(test: str, points: str = "100", action: str = "Set", feedback: str = "") -> str:
    score = f'<setvar action="{action}" varname="SCORE">{points}</setvar>' if points else ""
    shown = f'<displayfeedback feedbacktype="Response" linkrefid="{feedback}"/>' if feedback else ""
    return f"<respcondition><conditionvar>{test}</conditionvar>{score}{shown}</respcondition>"


def feedback(**texts: str) -> str:
    return "".join(
        f'<itemfeedback ident="{name}"><flow_mat>{text(each)}</flow_mat></itemfeedback>' for name, each in texts.items()
    )


def item(kind: str, presentation: str, rules: str = "", more: str = "", ident: str = "g0123456789abcdef") -> str:
    label = (
        f"<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>{kind}</fieldentry></qtimetadatafield>"
    )
    metadata = f"<itemmetadata><qtimetadata>{label}</qtimetadata></itemmetadata>" if kind else ""
    scoring = f"<resprocessing>{SCORE}{rules}</resprocessing>" if rules else ""
    inside = f"{metadata}<presentation>{presentation}</presentation>{scoring}{more}"
    return f'<item ident="{ident}" title="A title">{inside}</item>'


def quiz(*items: str, title: str = "Rivers") -> bytes:
    section = f'<section ident="root_section">{"".join(items)}</section>'
    assessment = f'<assessment ident="a1" title="{title}">{section}</assessment>'
    namespace = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
    return f'<?xml version="1.0"?>\n<questestinterop xmlns="{namespace}">{assessment}</questestinterop>'.encode()


def parse(data: bytes, name: str = "quiz.xml") -> Parsed:
    return reader.parse(data, name, GUESS)


def read(data: bytes, name: str = "quiz.xml", *lost: str) -> Item:
    """Return the only question of a file, of which only this is lost."""
    parsed = parse(data, name)
    assert [problem.name for problem in parsed.problems] == [*lost]
    (found,) = parsed.items
    return found


def body_of(kind: str, presentation: str, rules: str = "", more: str = "") -> Body:
    return read(quiz(item(kind, presentation, rules, more))).body


def refusal(data: bytes, name: str = "quiz.xml") -> Problem:
    """Return why a file with one question has none for us."""
    parsed = parse(data, name)
    assert parsed.items == ()
    (problem,) = parsed.problems
    return problem


def zipped(files: dict[str, bytes | str]) -> bytes:
    """Return an archive of files by their paths."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def item_21(interaction: str, *correct: str, cardinality: str = "single", base: str = "identifier") -> bytes:
    """Return a question of QTI 2.1."""
    values = "".join(f"<value>{value}</value>" for value in correct)
    declared = f'identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}"'
    return (
        '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="lake-a1b2" title="Lakes">'
        f"<responseDeclaration {declared}><correctResponse>{values}</correctResponse></responseDeclaration>"
        f"<itemBody><p>Which <b>lake</b>?</p>{interaction}</itemBody></assessmentItem>"
    ).encode()
