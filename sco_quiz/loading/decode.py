"""From a tree to one checked model, or to problems with their places."""

import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Problem
from sco_quiz.loading.document import Document
from sco_quiz.loading.examples import example_of
from sco_quiz.loading.hints import closest, meant
from sco_quiz.loading.messages import Wording, shape_of, word_error
from sco_quiz.loading.positions import place_of
from sco_quiz.loading.yaml_tree import Mapping, Node, Scalar, bare_values, to_data

_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}\.\d\d0")
ALL_FIELDS = frozenset(field for kind in KINDS.values() for field in kind.model_fields)
Model = TypeVar("Model", bound=BaseModel)


def decode_question(document: Document, node: Node) -> tuple[AnyQuestion | None, list[Problem]]:
    """Check one question alone, by the model that its `type` names."""
    if not isinstance(node, Mapping):
        message = (
            f"a question starts with `- id: …`, and each field has a line below; here stands {shape_of(to_data(node))}"
        )
        return None, [Problem("wrong-shape", message, place_of(document, node, ()), example_of("id"))]
    name = question_id(node)
    kind = node.entries.get("type")
    if kind is None:
        message = "a question needs `type`"
        hint = meant_type(node)
        return None, [Problem("missing-field", message, place_of(document, node, ()), hint, question=name)]
    if isinstance(kind, Scalar) and kind.bare:
        return None, [Problem("empty-value", "`type` has no value", place_of(document, node, ("type",)),
                              f"known here: {', '.join(KIND_NAMES)}", question=name)]  # fmt: skip
    if not isinstance(kind, Scalar) or kind.value not in KINDS:
        message = f"{shape_of(to_data(kind))} is not a type of question"
        hint = meant(kind.value, KIND_NAMES) if isinstance(kind, Scalar) else f"known here: {', '.join(KIND_NAMES)}"
        return None, [Problem("unknown-type", message, place_of(document, node, ("type",)), hint, question=name)]
    question, problems = decode(document, node, KINDS[kind.value], article_for(kind.value), name)
    if kind.value == "numeric":
        problems += _ambiguous_numbers(document, node, name)
    return (None if problems else question), problems


def decode(
    document: Document, node: Node, model: type[Model], what: str, question: str = ""
) -> tuple[Model | None, list[Problem]]:
    """Check a tree against a model; `what` names the thing in messages, such as "a cloze question"."""
    bare = bare_values(node)
    problems = [_empty(document, node, path, question) for path in bare]
    try:
        decoded = model.model_validate(to_data(node))
    except ValidationError as error:
        wordings = [word_error(entry, model, what) for entry in error.errors(include_url=False)]
        for wording in _worth_saying(wordings, bare, model):
            place = place_of(document, node, wording.path, wording.at_key, wording.part)
            if wording.name == "wrong-shape" and place.text.startswith("{{", place.column - 1):
                continue  # a gap without quotes, which was told when the tree was built
            problems.append(Problem(wording.name, wording.message, place, wording.hint, question=question))
        return None, problems
    return (None if problems else decoded), problems


def _empty(document: Document, node: Node, path: KeyPath, question: str) -> Problem:
    """A value that was left out, or that its name has swallowed: `{wood:sandstone}`, `? unknown`."""
    name = str(path[-1]) if path else ""
    key = place_of(document, node, path, at_key=True)
    if found := re.fullmatch(r"([^:]*\w):([^\s:/].*)", name):
        return Problem("missing-blank", "a blank is missing after the colon", key,
                       f"write `{found[1]}: {found[2]}`", question=question)  # fmt: skip
    if key.text[: key.column - 1].rstrip().endswith("?") and key.text[: key.column - 1].strip("- ") == "?":
        return Problem("reserved-start", "a text cannot start with ? in YAML", key, "put the text into quotes",
                       question=question)  # fmt: skip
    return Problem("empty-value", f"`{_field(path)}` has no value", place_of(document, node, path),
                   "write the value, or remove the line", question=question)  # fmt: skip


def _worth_saying(wordings: list[Wording], bare: list[KeyPath], model: type[BaseModel]) -> list[Wording]:
    """Without what follows from another problem: of an empty value, or of a misspelt field that seems missing."""
    misspelt = {closest(str(w.path[-1]), model.model_fields) for w in wordings if w.name == "unknown-field"}
    return [
        wording
        for wording in wordings
        if not any(wording.path[: len(path)] == path for path in bare)
        and not (wording.name == "missing-field" and wording.field in misspelt)
    ]


def _field(path: tuple[str | int, ...]) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "this")


def _ambiguous_numbers(document: Document, node: Mapping, question: str) -> list[Problem]:
    """`1.000` is one to some readers and a thousand to others."""
    return [
        Problem("ambiguous-number", f"`{value.value}` is read as {float(value.value):g}; elsewhere it is a thousand "
                "times as much", place_of(document, node, (field,)),
                f"write {value.value.replace('.', '')}, or {float(value.value):g}", question=question)
        for field in ("answer", "tolerance")
        if isinstance(value := node.entries.get(field), Scalar) and _GROUPED.fullmatch(value.value)
    ]  # fmt: skip


def article_for(kind: str) -> str:
    """A kind of question as a sentence names it."""
    return f"an {kind} question" if kind[0] in "aeiou" else f"a {kind} question"


def meant_type(node: Mapping) -> str:
    """Where `type` is missing: the field that was meant for it, or an example."""
    for name in node.entries:
        if name not in ALL_FIELDS and closest(name, ("type",)):
            return f"write `type` instead of `{name}`"
    return example_of("type")


def question_id(node: Node) -> str:
    """The id that a question's tree gives itself, or nothing."""
    found = node.entries.get("id") if isinstance(node, Mapping) else None
    return found.value if isinstance(found, Scalar) else ""
