"""Append a question to the text of a file, and leave the rest as it is, byte for byte."""

from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.loading.document import Document
from sco_quiz.loading.writing.yaml_writer import render_question, scalar
from sco_quiz.loading.yaml_tree import Mapping, Sequence, Tree, parse, parse_data, to_data


def with_question(document: Document, question: AnyQuestion) -> str:
    """Return the text with a question at its end. Raises BankError when that would change the rest."""
    parsed = parse(document.text)
    root = parsed.root if isinstance(parsed, Tree) else None
    listed = root.entries.get("questions") if isinstance(root, Mapping) else None
    if not isinstance(listed, Sequence) or not listed.items:
        raise BankError(f"{document.name} has no list of questions; write the first one by hand")
    last = listed.items[-1]
    lead = document.lines[last.line][: last.column]
    if lead.strip() != "-" or document.text.rstrip().endswith("..."):
        raise BankError(f"{document.name} has its list in brackets or ends with `...`; append it by hand")
    end = "\r\n" if "\r\n" in document.text else "\n"
    dash = " " * lead.index("-")
    lines = [dash + line[2:] if line else line for line in render_question(question).split("\n")]
    gap = "" if document.text.endswith(("\n", "\r")) else end
    before = to_data(root) if root else None
    for blank in (end, ""):  # no blank line after `|+`, whose text it would be part of
        text = f"{document.text}{gap}{blank}{end.join(lines)}"
        if _without_last(text) == before:  # verified, since no rule covers every way to write YAML
            return text
    raise BankError(f"{document.name} would change if a question were appended; append it by hand")


def _without_last(text: str) -> object:
    """Return the content of a file without its last question."""
    data = parse_data(text)
    if isinstance(data, dict) and isinstance(data.get("questions"), list):
        data["questions"].pop()
    return data


def new_topic(title: str, question: AnyQuestion, lead: str = "") -> str:
    """Return the text of a file for a new topic, below a first line such as the one that names the schema."""
    head = f"{lead}\n" if lead else ""
    return f"{head}topic: {scalar(title)}\nquestions:\n{render_question(question)}"
