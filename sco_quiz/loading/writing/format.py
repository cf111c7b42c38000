"""Format a file of questions: indentation, quotes and blank lines; comments and order stay as they are."""

import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import Any

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.packages import install_line
from sco_quiz.loading.document import Document
from sco_quiz.loading.line_ends import with_line_feeds
from sco_quiz.loading.stray_characters import looks_stray, needs_escapes, with_escapes
from sco_quiz.loading.writing.yaml_writer import MAX_KEY, is_block, scalar
from sco_quiz.loading.yaml_nodes import Mapping, Node, Scalar, Sequence
from sco_quiz.loading.yaml_tree import Tree, parse, parse_data

_QUESTION = re.compile(r"^  - (?!\s)")
_LINE_END = re.compile(r"(?<![ \t])[ \t]+$", re.MULTILINE)
_TYPES = {"bool", "int", "float", "null", "timestamp", "value", "merge"}


def reformatted(document: Document) -> tuple[str, str]:
    """Return the formatted text of a file; or its text as it is, and which value or comment would be lost.

    Raises ScoQuizError without ruamel.yaml.
    """
    try:
        after, lost = _formatted(document.text)
    except ScoQuizError:
        raise
    except Exception as error:  # ruamel.yaml refuses some text that YAML allows, in many ways
        return document.text, f"the formatter cannot read it{_where(error)}"
    if lost:
        way_out = "write the list around it with one item per line"
        return document.text, f"the comment `{next(iter(lost))}` would be lost; {way_out}"
    # read again by our own parser, so that no fault of ruamel.yaml changes a question
    if parse_data(document.text) != parse_data(after):
        return document.text, "formatting would change a value"
    return after, ""


def _formatted(text: str) -> tuple[str, Counter[str]]:
    """Return formatted text, and the comments that it lacks; spaces or tabs at the ends of lines may be in the way."""
    for tidy in (text, _LINE_END.sub("", text)):
        try:
            after = format_text(tidy)
            return after, comments(tidy) - comments(after)
        except ScoQuizError:
            raise
        except Exception as error:
            reason = error
    raise reason


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    return f" in line {mark.line + 1}: {getattr(error, 'problem', '')}" if mark else ""


def format_text(text: str) -> str:
    """Return the text of a well-formed file in the standard form.

    Two spaces of indentation, quotes only where needed, one blank line between questions, line feeds. Raises
    ScoQuizError without ruamel.yaml.
    """
    yaml = _round_tripper()
    out = StringIO()
    yaml.dump(yaml.load(with_line_feeds(text.removeprefix("\ufeff"))), out)
    return _spaced(with_escapes(out.getvalue()))


def comments(text: str) -> Counter[str]:
    """Return the comments of a file and how often each occurs; `#` within a value starts none."""
    yaml = _round_tripper()
    found: Counter[str] = Counter()
    for token in yaml.scan(with_line_feeds(text)):
        for group in getattr(token, "comment", None) or ():
            for comment in group if isinstance(group, list) else [group]:
                value = getattr(comment, "value", "") or ""
                found.update(line.strip() for line in value.split("\n") if line.strip())
    return found


def _round_tripper() -> Any:
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.emitter import Emitter
        from ruamel.yaml.representer import RoundTripRepresenter
        from ruamel.yaml.resolver import VersionedResolver
    except ImportError as error:
        raise ScoQuizError(f"formatting needs the package ruamel.yaml: {install_line('teach')}") from error

    class AsTyped(VersionedResolver):
        """Every value is text to the program, so none needs quotes for looking like a number."""

        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            tag = super().resolve(kind, value, implicit)
            return self.DEFAULT_SCALAR_TAG if str(tag).rpartition(":")[2] in _TYPES else tag

    class Careful(Emitter):
        """Quote the text of a formula singly, since double quotes double backslashes; let blocks start with a tab."""

        MAX_SIMPLE_KEY_LENGTH = MAX_KEY  # an option with a note stays on one line

        def choose_scalar_style(self) -> Any:
            style, value = super().choose_scalar_style(), self.event.value
            formula = style == '"' and not self.event.style and "\\" in value and self.analysis.allow_single_quoted
            return "'" if formula and "\n" not in value else style

        def determine_block_hints(self, text: Any) -> Any:
            hints, indent, indicator = super().determine_block_hints(text)
            return (f"2{hints}", 2, indicator) if text.startswith("\t") else (hints, indent, indicator)

    class Blocks(RoundTripRepresenter):
        """Text with lines is written as a block, as `sco-quiz new` writes it."""

        def represent_str(self, data: Any) -> Any:
            quoted = looks_stray(data) or needs_escapes(data)
            style = "|" if is_block(data) else scalar(data)[0] if quoted else None
            return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)

    Blocks.add_representer(str, Blocks.represent_str)
    yaml = YAML()
    yaml.Resolver = AsTyped
    yaml.Emitter = Careful
    yaml.Representer = Blocks
    yaml.width = 1_000_000  # no line is folded that its author did not fold
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _spaced(text: str) -> str:
    """Put one blank line before each question but the first; remove double ones, and spaces at the ends of lines."""
    lines: list[str] = []
    in_questions = False
    read = text.split("\n")
    parsed = parse(text)
    kept = set(_block_lines(parsed.root, read)) if isinstance(parsed, Tree) and parsed.root else set()
    for number, as_is in enumerate(read):
        if number in kept:
            lines.append(as_is)
            continue
        line = as_is.rstrip(" ")
        if in_questions and _QUESTION.match(line):
            _separate(lines)
        if line or (lines and lines[-1]):
            lines.append(line)
        in_questions = in_questions or line.startswith("questions:")
    return "\n".join(lines).strip("\n") + "\n"


def _block_lines(node: Node, lines: list[str]) -> Iterator[int]:
    """Yield the numbers, from 0, of lines below `|` or `>`, in which spaces and blank lines are part of the text."""
    match node:
        case Scalar(value, first, end_line=end):
            while end > first and not (lines[end - 1] or value.endswith("\n\n")):
                end -= 1
            yield from range(first + 1, end)
        case Sequence(items=items):
            for item in items:
                yield from _block_lines(item, lines)
        case Mapping(entries=entries, keys=keys):
            for name, key in keys.items():
                yield from _block_lines(key, lines)
                yield from _block_lines(entries[name], lines)


def _separate(lines: list[str]) -> None:
    """Add a blank line before a question, above the comments about it."""
    at = len(lines)
    while at and lines[at - 1].startswith(("  #", "#")):
        at -= 1
    if not lines[at - 1].startswith("questions:") and lines[at - 1]:
        lines.insert(at, "")
