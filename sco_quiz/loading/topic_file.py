"""Read a file of questions: its head, and each question for itself."""

from dataclasses import replace
from pathlib import Path

from sco_quiz.core.kinds import KINDS
from sco_quiz.core.kinds.field_types import text_or
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.loading.assemble import DecodedTopic, Located
from sco_quiz.loading.decode import decode, decode_question, question_id
from sco_quiz.loading.diagnosis.misplaced_questions import return_strayed_items, swallowed_questions
from sco_quiz.loading.diagnosis.open_quotes import open_quote, unclosed_quote
from sco_quiz.loading.document import Document
from sco_quiz.loading.files import read_yaml
from sco_quiz.loading.hints import meant, slugify
from sco_quiz.loading.markup_checks import check_markup, check_setting
from sco_quiz.loading.pictures import PictureFolder
from sco_quiz.loading.places import Places
from sco_quiz.loading.positions import Origin, scalars_in
from sco_quiz.loading.read_tree import parse_questions
from sco_quiz.loading.recall.sound_files import SoundFiles
from sco_quiz.loading.records import TopicFile
from sco_quiz.loading.yaml_nodes import Mapping, Node, Scalar, Sequence

QUESTIONS = "questions"
_FIRST_QUESTION = f"for example\n{QUESTIONS}:\n  - id: seat-of-the-secretariat"


def read_topic(
    path: Path, pictures: PictureFolder, markup: Markup = "plain", sound: SoundFiles | None = None
) -> tuple[DecodedTopic | None, list[Problem]]:
    """Read a file of questions; None when it cannot be divided into questions.

    Its text has the markup of the bank unless the file has one of its own.
    """
    document, problems = read_yaml(path)
    if document is None:
        return None, problems
    if sound and (known := sound.recall(path.stem, document, pictures, markup)):
        return known, []
    topic, problems = _read_document(path, document, pictures, markup)
    if sound and topic and not problems:
        sound.remember(topic)
    return topic, problems


def _read_document(
    path: Path, document: Document, pictures: PictureFolder, markup: Markup
) -> tuple[DecodedTopic | None, list[Problem]]:
    file, problems = parse_questions(document)
    if file is None:
        return None, problems
    # only of a question that was set aside does a problem with YAML name the id
    whole = not any(problem.question for problem in problems)
    document, root = file.document, file.node
    problems += _bad_name(path)
    if not isinstance(root, Mapping):
        return None, [*problems, _without_head(document, root)]
    head, about_head = _decode_head(document, root)
    own = head and "markup" in head.model_fields_set
    markup = head.markup if head and own else markup
    if head:
        about_head += check_setting(head.setting, markup, Origin(document, root), pictures)
    questions, about_questions = _decode_questions(document, root, markup, pictures)
    topic = DecodedTopic(path.stem, head or TopicFile(topic=text_or(path.stem, "unnamed")), questions, whole)
    return topic, [*problems, *about_head, *about_questions]


def _without_head(document: Document, root: Node) -> Problem:
    message = "a file of questions starts with `topic:` and `questions:`"
    lead = "add two lines above the list:" if isinstance(root, Sequence) else "start it with two lines:"
    hint = f"{lead}\ntopic: Security\n{QUESTIONS}:"
    return document.problem("wrong-shape", message, root.line, root.column, root.width, hint)


def _bad_name(path: Path) -> list[Problem]:
    if slugify(path.stem) == path.stem:
        return []
    message = f"`{path.stem}` is not an id: name a file with lower-case letters, digits and single hyphens"
    return [Problem("bad-id", message, Place(str(path)), f"for example `{slugify(path.stem)}{path.suffix}`")]


def _decode_head(document: Document, root: Mapping) -> tuple[TopicFile | None, list[Problem]]:
    # without its questions: each of them is validated alone, so that one mistake does not hide the next
    entries = {name: value for name, value in root.entries.items() if name != QUESTIONS}
    head, problems = decode(Origin(document, replace(root, entries=entries)), TopicFile, "a file of questions")
    return head, [_with_questions_meant(problem) for problem in problems]


def _with_questions_meant(problem: Problem) -> Problem:
    """Suggest `questions` too where a field is unknown, for the head was validated without that field."""
    if problem.name != "unknown-field":
        return problem
    field = str(problem.path[-1])
    if any(field in kind.model_fields for kind in KINDS.values()):
        hint = f"put questions below `{QUESTIONS}:`, with a dash before the first field of each"
        return replace(problem, hint=f"{hint}:\n  - {field}: …" if field == "id" else hint)
    return replace(problem, hint=meant(field, (*TopicFile.model_fields, QUESTIONS)))


def _decode_questions(
    document: Document, root: Mapping, markup: Markup, pictures: PictureFolder
) -> tuple[tuple[Located, ...], list[Problem]]:
    listed = root.entries.get(QUESTIONS)
    if not isinstance(listed, Sequence):
        return (), [_without_list(document, root, listed), *swallowed_questions(document, [])]
    nodes, problems = return_strayed_items(document, listed.items)
    if not nodes:
        problems.append(document.problem("no-questions", "there are no questions yet", listed.line, listed.column))
    good, swallowed, file, places = [], swallowed_questions(document, nodes), Origin(document, root), Places()
    for node in nodes:
        question, found = decode_question(document, node, markup)
        if question:
            located = Located(question, Origin(document, node, question.id), file, places)
            found = check_markup(question, located.origin, pictures)
        if (found or swallowed) and (quote := open_quote(document, scalars_in(node))):
            found = [unclosed_quote(document, quote, question_id(node))]
            swallowed = [each for each in swallowed if not quote.line + 1 < each.place.line <= quote.end_line + 1]
        if question and not found:
            good.append(located)
        problems += found
    return tuple(good), problems + swallowed


def _without_list(document: Document, root: Mapping, listed: Node | None) -> Problem:
    """Report what is below `questions:` instead of a list, or that the field is missing."""
    name, message, at = "wrong-shape", f"`{QUESTIONS}` must be a list of `- id: …` entries", listed or root
    if listed is None:
        name, message = "missing-field", f"a file of questions needs `{QUESTIONS}`"
    elif isinstance(listed, Scalar) and listed.bare:
        name, message = "no-questions", "there are no questions yet"
    return document.problem(name, message, at.line, at.column, at.width, _FIRST_QUESTION)
