"""Write a bank as Moodle XML, so that Moodle asks and grades as we do as far as it can."""

from collections.abc import Iterator

from sco_quiz.core.bank import Bank, Topic
from sco_quiz.core.content import Content, literal
from sco_quiz.core.interaction import Interaction, NumberEntry, Percent, TextEntry, write_number
from sco_quiz.core.kinds import Question
from sco_quiz.core.place import KeyPath
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.exchange.losses import field_losses, retired_losses
from sco_quiz.formats.exchange.setting import below_setting
from sco_quiz.formats.exchange.xml_output import DECLARATION, element, text_element, xml_escape
from sco_quiz.formats.moodle.cloze_output import cloze_html
from sco_quiz.formats.moodle.our_marks import BEYOND, CORRECTION, DESCRIPTION, element_of
from sco_quiz.formats.moodle.own_tags import FIELDS, tag_of
from sco_quiz.formats.moodle.question_sheet import QuestionSheet
from sco_quiz.formats.moodle.xml_bodies import body_of
from sco_quiz.formats.package import Package

# those that have a place in Moodle, and those that are written in another way
_HELD = {"setting", "explanation", "hint", "tags", "beyond", *FIELDS}
_MAX_NAME = 100  # Moodle cuts names of more than 255 characters, and shows fewer
_MAX_TAG = 50  # Moodle cuts longer tags


def write(bank: Bank) -> Package:
    """Return one file with all questions that are still asked, and what it does not hold."""
    parts, losses = [DECLARATION, "<quiz>\n"], list(retired_losses(bank))
    for topic in bank.topics:
        parts.append(_category(bank, topic))
        for question in topic.questions:
            if question.status == "retired":
                continue
            sheet = QuestionSheet(question.id, bank.pictures, list(field_losses(question, _HELD, "Moodle")))
            parts.append(_question(bank, question, sheet))
            losses += sheet.losses
    parts.append("</quiz>\n")
    return Package({f"{bank.id}.xml": "".join(parts).encode()}, tuple(dict.fromkeys(losses)))


def _category(bank: Bank, topic: Topic) -> str:
    # a slash divides the names of categories, and two stand for one in a name
    name = topic.id if "/" in topic.title else topic.title
    path = f"$course$/top/{bank.title.replace('/', '//')}/{name}"
    inside = element("category", text_element("text", path))
    if topic.description:
        described = element_of(DESCRIPTION, xml_escape(topic.description))
        inside += element("info", text_element("text", described), format="html")
    return element("question", inside, type="category") + "\n"


def _question(bank: Bank, question: Question, sheet: QuestionSheet) -> str:
    kind, body = body_of(question, sheet)
    inside = (
        element("name", text_element("text", _name(question))),
        _prompt(question, sheet),
        _feedback(bank, question, sheet),
        text_element("defaultgrade", "1"),
        text_element("penalty", "0.3333333"),
        text_element("hidden", "0"),
        text_element("idnumber", question.id),
        body,
        sheet.rich("hint", ("hint",), question.content(question.hint)) if question.hint else "",
        _tags(question, sheet),
    )
    return element("question", "\n".join(filter(None, inside)), type=kind) + "\n"


def _name(question: Question) -> str:
    """Return a name for Moodle's list; in names, it drops what looks like a tag."""
    return shorten(" ".join(question.stem.plain.split()), _MAX_NAME).replace("<", "‹").replace(">", "›")


def _prompt(question: Question, sheet: QuestionSheet) -> str:
    contents: dict[KeyPath, Content] = {("prompt",): question.stem}
    interaction = question.interaction()
    if isinstance(interaction, TextEntry) and interaction.inline:
        html = cloze_html(question, interaction, sheet)
    else:
        html = sheet.html(question.stem)
    if question.setting:
        contents["setting",] = question.content(question.setting)
        html = below_setting(sheet.html(contents["setting",]), html)
    return sheet.rendered("questiontext", html, contents)


def _feedback(bank: Bank, question: Question, sheet: QuestionSheet) -> str:
    contents: dict[KeyPath, Content] = {}
    html = ""
    if question.explanation:
        contents["explanation",] = question.content(question.explanation)
        html = sheet.html(contents["explanation",])
    if question.corrections:
        html += element_of(CORRECTION, sheet.html(literal(_correction(question))))
        sheet.lose(("correction",), "lost-field", "the correction of the statement is written as feedback")
    if question.beyond:
        beyond = contents["beyond", "text"] = question.content(question.beyond.text)
        html += element_of(BEYOND, sheet.html(beyond) + "".join(_references(bank, question, sheet)))
        sheet.lose(("beyond",), "lost-field", "what the question adds from outside the article is written as feedback")
    return sheet.rendered("generalfeedback", html, contents)


def _correction(question: Question) -> str:
    pairs = ((question.content(wrong).plain, question.content(right).plain) for wrong, right in question.corrections)
    return "; ".join(f"{wrong} → {right}" for wrong, right in pairs)


def _references(bank: Bank, question: Question, sheet: QuestionSheet) -> Iterator[str]:
    for _, reference in bank.references_of(question):
        address = f", {reference.url}" if reference.url else ""
        yield f"<br>{sheet.html(literal(reference.citation + address))}"


def _tags(question: Question, sheet: QuestionSheet) -> str:
    """Return the tags of the author, and those for fields that Moodle does not have."""
    tags = [("tags", tag) for tag in question.tags]
    tags += [(field, tag_of(field, value)) for field, value in _own_fields(question)]
    written = []
    for field, tag in tags:
        if len(tag) > _MAX_TAG:
            sheet.lose((field,), "lost-field", f"the tag `{tag}` is longer than the {_MAX_TAG} characters of Moodle")
        else:
            written.append(element("tag", text_element("text", tag)))
    return element("tags", "".join(written)) if written else ""


def _own_fields(question: Question) -> Iterator[tuple[str, str]]:
    """Yield the fields that become tags."""
    yield "level", question.level
    if question.difficulty != type(question).model_fields["difficulty"].default:
        yield "difficulty", str(question.difficulty)
    for field in ("source", "formerly", "never_with"):
        if values := getattr(question, field):
            yield field, " ".join(map(str, values))
    for field in ("as_of", "review_by"):
        if day := getattr(question, field):
            yield field, day.isoformat()
    yield from _of_interaction(question.interaction())
    if derivation := getattr(question, "derivation", ""):
        yield "derivation", derivation
    if getattr(question, "order", "") == "fixed":
        yield "order", "fixed"


def _of_interaction(interaction: Interaction) -> Iterator[tuple[str, str]]:
    """Yield what Moodle has no setting for in typed answers."""
    if isinstance(interaction, TextEntry) and interaction.strict:
        yield "strict", " ".join(interaction.strict)
    if not isinstance(interaction, NumberEntry):
        return
    for field, bound in (("min", interaction.minimum), ("max", interaction.maximum)):
        if bound is not None:
            yield field, write_number(bound)
    if interaction.accept:
        yield "accept", " ".join(map(write_number, interaction.accept))
    if isinstance(interaction.tolerance, Percent):
        yield "tolerance", f"{write_number(interaction.tolerance.value)} %"
    elif interaction.accept or interaction.has_range:
        yield "tolerance", write_number(interaction.tolerance)
    if interaction.digits:
        yield "digits", str(interaction.digits)
