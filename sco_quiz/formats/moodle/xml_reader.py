"""Read Moodle XML as Moodle does, and report where Moodle loses or changes something without a message."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.item import Body, ChoiceBody, Item, NumberBody, Parsed, RichText, TextForm
from sco_quiz.formats.exchange.reasons import QuestionError
from sco_quiz.formats.exchange.setting import split_setting
from sco_quiz.formats.exchange.xml_tree import Element, declares_xml, name_encoding, parse_xml
from sco_quiz.formats.moodle.choice_kinds import choice_body, truth_body
from sco_quiz.formats.moodle.cloze_text import read_cloze
from sco_quiz.formats.moodle.default_texts import is_default_description
from sco_quiz.formats.moodle.findings import Findings
from sco_quiz.formats.moodle.other_kinds import match_body, order_body, shared_gaps
from sco_quiz.formats.moodle.our_marks import BEYOND, CORRECTION, DESCRIPTION, take_element
from sco_quiz.formats.moodle.own_tags import take_tags
from sco_quiz.formats.moodle.question_losses import name_lost
from sco_quiz.formats.moodle.texts import plain_text, rich_text, source_of, with_old_image
from sco_quiz.formats.moodle.typed_kinds import number_body, text_body

_BODIES: dict[str, Callable[[Element, TextForm, Findings], Body]] = {
    "multichoice": choice_body,
    "truefalse": truth_body,
    "shortanswer": text_body,
    "numerical": number_body,
    "matching": match_body,
    "match": match_body,
    "ordering": order_body,
}
_GAPS = ("gapselect", "ddwtos")
_CLOZE = ("cloze", "multianswer")
_CONTEXT = re.compile(r"^\$\w+\$/?|^top(?:/|$)")
_ROOT = re.compile(rb"<quiz[\s>/]")


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file looks like Moodle XML."""
    # a damaged file is one, too, so that its damage is reported
    return declares_xml(data) and bool(_ROOT.search(data[:4000].replace(b"\0", b"")))


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the questions of a file."""
    root = parse_xml(data, name, options)
    if isinstance(root, Problem):
        return Parsed((), (root,))
    if root.name != "quiz":
        message = f"the file has <{root.name}> where Moodle XML has <quiz>"
        problem = Problem("unknown-format", message, root.place, "export the questions from Moodle as Moodle XML")
        return Parsed((), (problem,))
    findings = Findings(Place(name), problems=[*name_encoding(data, name, options)])
    _name_misplaced(root, findings)
    items = tuple(_items(root, findings))
    _name_marks(root, findings)
    return Parsed(items, tuple(findings.problems))


def _name_misplaced(root: Element, findings: Findings) -> None:
    """Report questions where Moodle does not look for them, and a file without any."""
    held = [child for child in root.elements() if any(found.name == "question" for found in child.elements())]
    for child in held:
        message = f"the questions inside <{child.name}> are not read, neither here nor in Moodle"
        findings.place = child.place
        findings.refuse(QuestionError("swallowed-question", message, "put each <question> right into <quiz>"))
    if not held and not root.elements("question"):
        findings.place = root.place
        hint = "export a category of questions as Moodle XML"
        findings.refuse(QuestionError("not-a-question", "this file has no questions", hint))


def _items(root: Element, findings: Findings) -> Iterator[Item]:
    category = ""
    for question in root.elements("question"):
        findings.place, findings.question = question.place, ""
        if question.attributes.get("type") == "category":
            category = _category(question, findings)
            continue
        findings.question = plain_text(source_of(question.find("name")))
        try:
            yield _item(question, category, findings)
        except QuestionError as error:
            findings.refuse(error)


def _category(question: Element, findings: Findings) -> str:
    """Return the path of a category without its context: `$course$/top/Biology/Cells` is `Biology/Cells`."""
    path = source_of(question.find("category"))
    described = plain_text(take_element(DESCRIPTION, source_of(question.find("info")))[1])
    if described and not is_default_description(described):
        findings.warn("lost-field", f"the description of the category `{path[:60]}` is not imported")
    while found := _CONTEXT.match(path):
        path = path[found.end() :]
    return path


def _item(question: Element, category: str, findings: Findings) -> Item:
    prompt = with_old_image(rich_text(question.find("questiontext"), findings), question, findings)
    setting, prompt = split_setting(prompt)
    prompt, body = _body(question, prompt, findings)
    if not prompt:
        raise QuestionError("unreadable-question", "the question has no text", "write what is asked")
    name_lost(question, findings)
    tags = [source_of(tag) for tags in question.elements("tags", "coursetags") for tag in tags.elements("tag")]
    own, fields = take_tags(tags, body)
    return Item(
        question.place,
        prompt,
        _with_fields(body, fields),
        name=source_of(question.find("name")),
        idnumber=question.value("idnumber"),
        category=category,
        feedback=_feedback(question, prompt.form, findings),
        hints=tuple(filter(None, (_hint(hint, prompt.form, findings) for hint in question.elements("hint")))),
        tags=own,
        setting=setting,
        extra=fields,
    )


def _body(question: Element, prompt: RichText, findings: Findings) -> tuple[RichText, Body]:
    kind = question.attributes.get("type", "")
    if kind in _CLOZE:
        source, gaps = read_cloze(prompt.source, findings)
        return RichText(source, prompt.form, prompt.files), gaps
    if kind in _GAPS:
        return shared_gaps(question, prompt, findings)
    if kind in _BODIES:
        return prompt, _BODIES[kind](question, prompt.form, findings)
    if kind == "description":
        raise QuestionError("not-a-question", "a description asks nothing", "move its text into the questions below it")
    if not kind:
        raise QuestionError("unsupported-kind", "the question has no type", 'write one such as type="multichoice"')
    raise QuestionError("unsupported-kind", f"there is no kind of question here for Moodle's `{kind[:40]}`")


def _hint(hint: Element, form: TextForm, findings: Findings) -> RichText:
    # old versions of Moodle wrote its text into an element of its own
    return rich_text(hint.find("hintcontent") or hint, findings, form)


def _with_fields(body: Body, fields: Mapping[str, str]) -> Body:
    """Return a body without what the fields say better: other numbers that are right, and the order of options."""
    if isinstance(body, NumberBody) and not fields.keys().isdisjoint(("accept", "min", "max")):
        return replace(body, answers=body.answers[:1])
    if isinstance(body, ChoiceBody) and fields.get("order") == "fixed":
        return replace(body, shuffle=True)
    return body


def _without(mark: str, text: RichText) -> tuple[RichText, RichText]:
    """Return the marked part of some text, and the text without it."""
    inside, rest = take_element(mark, text.source)
    return RichText(inside, text.form, text.files), RichText(rest, text.form, text.files)


def _feedback(question: Element, form: TextForm, findings: Findings) -> RichText:
    """Return the general feedback; what the writer added to it for other fields is reported."""
    feedback = rich_text(question.find("generalfeedback"), findings, form)
    beyond, feedback = _without(BEYOND, feedback)
    correction, feedback = _without(CORRECTION, feedback)
    if beyond:
        message = "what the feedback adds from outside the article is not imported: here it needs references"
        findings.warn("lost-field", message, "write it as `beyond`, with its references in source.yaml")
    if correction:
        findings.warn("lost-field", "the correction of the statement is not imported", "write it as `correction`")
    return feedback


def _name_marks(root: Element, findings: Findings) -> None:
    """Report, once in a file, that its questions have different marks."""
    marks = [
        (question.value("defaultgrade").rstrip("0").rstrip("."), question) for question in root.elements("question")
    ]
    known = Counter(mark for mark, _ in marks if mark)
    if len(known) < 2:
        return
    usual = known.most_common(1)[0][0]
    first = next(question for mark, question in marks if mark not in ("", usual))
    findings.question = ""
    message = f"the questions have {len(known)} different marks in Moodle; here, each counts the same"
    findings.warn("other-scoring", message, place=first.place)
