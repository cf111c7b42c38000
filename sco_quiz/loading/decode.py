"""Turn a tree into one validated model, or into problems with their positions."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from sco_quiz.core.constants import KIND_NAMES
from sco_quiz.core.kinds import KINDS, AnyQuestion
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.place import KeyPath
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.loading.document import Document
from sco_quiz.loading.examples import FIRST_LINES
from sco_quiz.loading.foreign_choice import repair_choice
from sco_quiz.loading.hints import choose, closest, meant
from sco_quiz.loading.messages import Wording, holder_of, shape_of, word_error
from sco_quiz.loading.positions import Origin
from sco_quiz.loading.writing.repair import repaired_lines
from sco_quiz.loading.yaml_nodes import Mapping, Node, Scalar, Sequence, node_at, to_data

# as a decimal nobody would write the last zero
_GROUPED = re.compile(r"[-+]?[1-9]\d{0,2}\.\d\d0")
_NUMBERS = ("answer", "min", "max", "tolerance")
_GLUED = re.compile(r"([^:]*\w):([^\s:/].*)")
ALL_FIELDS = frozenset(field for kind in KINDS.values() for field in kind.model_fields)
_OPTIONS_HINT = "write the text of each right option in {expected}, and only the wrong ones, without letters, below it"
Model = TypeVar("Model", bound=BaseModel)


def decode_question(
    document: Document, node: Node, markup: Markup = "plain"
) -> tuple[AnyQuestion | None, list[Problem]]:
    """Validate one question alone, by the model that its `type` names; `markup` says how its text is read."""
    origin = Origin(document, node, question_id(node))
    kind = _kind_of(origin)
    if isinstance(kind, Problem):
        return None, _of_another_program(origin, markup) or [kind]
    question, problems = decode(origin, KINDS[kind], article_for(kind), {"markup": markup})
    if problems and (foreign := _of_another_program(origin, markup)):
        return None, foreign
    if kind == "numeric":
        problems += _ambiguous_numbers(origin)  # of the text as typed, which the model does not have
    return (None if problems else question), problems


def _of_another_program(origin: Origin, markup: Markup) -> list[Problem]:
    """Report a choice question of another program as one problem, with the question as it should be."""
    repair = repair_choice(origin.node)
    if repair is None or not repair.foreign:
        return []
    fields = ", ".join(f"`{name}`" for name in repair.replaced)
    expected = "`answers`" if "answers" in repair.node.entries else "`answer`"
    message = f"the options are written as in another program ({fields}); expected {expected} and `distractors`"
    lines = repaired_lines(origin.document, origin.node, repair)
    # whether a number counts from 0 or from 1 only its author knows
    lead = "run `sco-quiz fmt --fix FILE`, or write:" if repair.certain else "check which option is right, and write:"
    hint = "\n".join([lead, *lines]) if lines else _OPTIONS_HINT.format(expected=expected)
    problem = origin.problem("foreign-choice", message, repair.replaced[:1], hint, at_key=True)
    _, others = decode(
        replace(origin, tree=repair.node), KINDS[repair.kind], article_for(repair.kind), {"markup": markup}
    )
    return [problem, *others]


def _kind_of(origin: Origin) -> str | Problem:
    node = origin.node
    if not isinstance(node, Mapping):
        message = f"expected a question (`- id: …`, then one field per line), found {shape_of(to_data(node))}"
        return origin.problem("wrong-shape", message, (), FIRST_LINES)
    kind = node.entries.get("type")
    match kind:
        case None:
            return origin.problem("missing-field", "a question needs `type`", (), _hint_for_type(node))
        case Scalar(value=name) if name in KINDS:
            return name
        case Scalar() if kind.bare:
            return origin.problem("empty-value", "`type` has no value", ("type",), choose(KIND_NAMES))
        case Scalar(value=name):
            message = f"`{shorten(name)}` is not a type of question"
            return origin.problem("unknown-type", message, ("type",), meant(name, KIND_NAMES))
        case _:
            message = f"`type` must be a type of question, not {shape_of(to_data(kind))}"
            return origin.problem("unknown-type", message, ("type",), choose(KIND_NAMES))


def decode(
    origin: Origin, model: type[Model], what: str, context: dict[str, object] | None = None
) -> tuple[Model | None, list[Problem]]:
    """Validate a tree by a model; `what` names the thing in messages, such as "a cloze question"."""
    bare = _bare_values(origin.node)
    problems = [_empty(origin, path) for path in bare]
    try:
        decoded = model.model_validate(to_data(origin.node), context=context)
    except ValidationError as error:
        wordings = [word_error(entry, model, what) for entry in error.errors(include_url=False)]
        return None, problems + _problems_of(origin, _causes(wordings, bare, model))
    return (None if problems else decoded), problems


def _problems_of(origin: Origin, wordings: list[Wording]) -> list[Problem]:
    problems = []
    for wording in wordings:
        place = origin.place(wording.path, wording.at_key, wording.part, wording.start)
        if wording.name == "wrong-shape" and place.text.startswith("{{", place.column - 1):
            continue  # a gap without quotes, which was reported when the tree was built
        name, message, hint = wording.name, wording.message, wording.hint
        problems.append(Problem(name, message, place, hint, question=origin.question, path=wording.path))
    return problems


def _empty(origin: Origin, path: KeyPath) -> Problem:
    """A value that is missing, or that its name has swallowed: `{wood:sandstone}`, `? unknown`."""
    name = str(path[-1]) if path else ""
    if found := _GLUED.fullmatch(name):
        message, hint = "missing space after the colon", f"write `{found[1]}: {found[2]}`"
        return origin.problem("missing-blank", message, path, hint, at_key=True)
    key = origin.place(path, at_key=True)
    if key.text[: key.column - 1].strip("- ") == "?":
        message = "text that starts with ? needs quotes"
        return origin.problem("reserved-start", message, path, "put the text in quotes", at_key=True)
    message, hint = f"`{_field(path)}` has no value", "write the value, or remove the line"
    return origin.problem("empty-value", message, path, hint)


def _causes(wordings: list[Wording], bare: list[KeyPath], model: type[BaseModel]) -> list[Wording]:
    """Drop what follows from another problem: from an empty value, or from a misspelled field that seems missing."""
    unknown = (wording.path for wording in wordings if wording.name == "unknown-field")
    misspelled = {closest(str(path[-1]), holder_of(model, path).model_fields) for path in unknown}
    return [
        wording
        for wording in wordings
        if not any(wording.path[: len(path)] == path for path in bare)
        and not (wording.name in ("missing-field", "missing-reference") and wording.field in misspelled)
    ]


def _field(path: KeyPath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "this")


def _ambiguous_numbers(origin: Origin) -> list[Problem]:
    """`1.000` is one to some readers and a thousand to others."""
    problems = []
    accepted = origin.node.entries.get("accept") if isinstance(origin.node, Mapping) else None
    count = len(accepted.items) if isinstance(accepted, Sequence) else 0
    paths: list[KeyPath] = [*((name,) for name in _NUMBERS), *(("accept", index) for index in range(count))]
    for path in paths:
        value = node_at(origin.node, path)
        if isinstance(value, Scalar) and _GROUPED.fullmatch(value.value):
            read, meant_as = f"{float(value.value):g}", value.value.replace(".", "")
            message = f"ambiguous number: `{value.value}` is read as {read}, but may be meant as {meant_as}"
            problems.append(origin.problem("ambiguous-number", message, path, f"write {meant_as}, or {read}"))
    return problems


def article_for(kind: str) -> str:
    """Return a kind of question as a sentence names it: "an ordering question"."""
    return f"an {kind} question" if kind[0] in "aeiou" else f"a {kind} question"


def _hint_for_type(node: Mapping) -> str:
    """Where `type` is missing, return which field was meant for it, or what there is to choose from."""
    for name in node.entries:
        if name not in ALL_FIELDS and closest(name, ("type",)):
            return f"write `type` instead of `{name}`"
    return choose(KIND_NAMES)


def question_id(node: Node) -> str:
    """Return the id that a question's tree gives itself, or nothing."""
    found = node.entries.get("id") if isinstance(node, Mapping) else None
    return found.value if isinstance(found, Scalar) else ""


def _bare_values(node: Node) -> list[KeyPath]:
    """Return the key path of every value that is missing after its colon or dash."""
    if isinstance(node, Scalar):
        return [()] if node.bare else []
    parts: Iterable[tuple[str | int, Node]]
    # most nodes are scalars with a value, so they are tested before the recursion
    parts = enumerate(node.items) if isinstance(node, Sequence) else node.entries.items()
    return [(part, *path) for part, value in parts if not _full(value) for path in _bare_values(value)]


def _full(node: Node) -> bool:
    """Whether a node is a scalar with a value: most are, and need no closer look."""
    return isinstance(node, Scalar) and bool(node.value or not node.bare)
