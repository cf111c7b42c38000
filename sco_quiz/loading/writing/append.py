"""Append questions to the text of a file, and leave the rest as it is, byte for byte."""

from collections.abc import Sequence

from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.loading.document import Document
from sco_quiz.loading.writing.yaml_writer import render_question, scalar
from sco_quiz.loading.yaml_nodes import Mapping, to_data
from sco_quiz.loading.yaml_nodes import Sequence as SequenceNode
from sco_quiz.loading.yaml_tree import Tree, parse, parse_data


def with_questions(document: Document, questions: Sequence[AnyQuestion]) -> str:
    """Return the text with questions at its end. Raises BankError when that would change the rest."""
    parsed = parse(document.text)
    root = parsed.root if isinstance(parsed, Tree) else None
    listed = root.entries.get("questions") if isinstance(root, Mapping) else None
    if not isinstance(listed, SequenceNode) or not listed.items:
        raise BankError(f"{document.name} has no list of questions; write the first one by hand")
    last = listed.items[-1]
    lead = document.lines[last.line][: last.column]
    if lead.strip() != "-" or document.text.rstrip().endswith("..."):
        raise BankError(f"{document.name} has its list in brackets or ends with `...`; append it by hand")
    dash = " " * lead.index("-")
    entries = [_entry(question, dash) for question in questions]
    gap = "" if document.text.endswith("\n") else "\n"
    before = to_data(root) if root else None
    for blank in ("\n", ""):  # no blank line after `|+`, whose text it would be part of
        text = document.text + gap + blank + "\n".join(entries)
        if _without_last(text, len(questions)) == before:  # verified, since no rule covers every way to write YAML
            return text
    raise BankError(f"{document.name} would change if a question were appended; append it by hand")


def _entry(question: AnyQuestion, dash: str) -> str:
    return "\n".join(dash + line[2:] if line else line for line in render_question(question).split("\n"))


def _without_last(text: str, count: int) -> object:
    """Return the content of a file without its last questions."""
    data = parse_data(text)
    if isinstance(data, dict) and isinstance(data.get("questions"), list):
        del data["questions"][-count:]
    return data


def new_topic(title: str, questions: Sequence[AnyQuestion], lead: str = "", markup: str = "") -> str:
    """Return the text of a file for a new topic, below a first line such as the one that names the schema.

    `markup` is written if the topic has another one than its bank.
    """
    head = f"{lead}\n" if lead else ""
    own = f"markup: {markup}\n" if markup else ""
    entries = "\n".join(map(render_question, questions))
    return f"{head}topic: {scalar(title)}\n{own}questions:\n{entries}"
