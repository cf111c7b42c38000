"""Write what an import plans: all of it, or nothing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sco_quiz.app.import_drafts import Incoming
from sco_quiz.app.import_plan import NO_BANK, ImportPlan
from sco_quiz.core.errors import BankError
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.kinds.fields import fields_of
from sco_quiz.disk.atomic import Content, content_of
from sco_quiz.disk.os_errors import os_errors_as
from sco_quiz.disk.reading import is_folder, is_present
from sco_quiz.disk.several import writing
from sco_quiz.loading.document import Document
from sco_quiz.loading.files import BANK_FILE, as_saved, read_document, topic_path
from sco_quiz.loading.load import LoadedBank, read_bank
from sco_quiz.loading.writing.append import new_topic, with_questions
from sco_quiz.loading.writing.json_schema import FOLDER, first_line
from sco_quiz.loading.writing.update import Update, with_updates
from sco_quiz.loading.writing.yaml_writer import scalar


@dataclass(frozen=True, slots=True)
class NewBank:
    """The id and the title of a bank that an import creates."""

    id: str
    title: str


def bank_to_import_into(folder: Path) -> LoadedBank:
    """Return the bank in a folder; an empty one if the folder has no bank yet. Raises BankError if it has errors."""
    if not is_present(folder) or not is_present(folder / BANK_FILE):
        if is_folder(folder) and any(folder.glob("*.y*ml")):
            raise BankError(f"{folder} has YAML files but no {BANK_FILE}; name a bank, or a new folder")
        return NO_BANK
    loaded = read_bank(folder)
    if any(problem.name != "no-questions" for problem in loaded.errors):
        raise BankError(f"the bank in {folder} has problems; fix them first", loaded.problems)
    return loaded


def write_import(plan: ImportPlan, folder: Path, created: NewBank) -> tuple[Path, ...]:
    """Write a plan into a folder and return the files of questions; `created` is used if the folder has no bank.

    Raises BankError if a file cannot be written, or if the bank would not be read as planned; all is then as before.
    """
    with os_errors_as(BankError, f"the bank in {folder} cannot be written"):
        texts, seen = _texts(plan, folder)
    files = {}
    if plan.loaded is NO_BANK:
        text = f"id: {created.id}\ntitle: {scalar(created.title)}\nmarkup: markdown\n"
        files[folder / BANK_FILE] = text.encode()
    # in this order, what is written before a power failure is a bank that loads
    files |= {folder / name: data for name, data in plan.media.items()} | texts
    with os_errors_as(BankError, f"the bank in {folder} cannot be written"), writing(files, folder, seen):
        _verify(plan, folder)
    return tuple(texts)


def _texts(plan: ImportPlan, folder: Path) -> tuple[dict[Path, bytes], dict[Path, Content]]:
    """Return the new content of each file of questions that changes, and the content from which it was made."""
    texts: dict[Path, bytes] = {}
    seen: dict[Path, Content] = {}
    added: dict[Path, list[Incoming]] = defaultdict(list)
    for each in plan.new:
        added[topic_path(folder, each.topic.id)].append(each)
    updates = _updates(plan)
    for path in dict.fromkeys([*updates, *added]):
        questions = [each.question for each in added[path]]
        seen[path] = before = content_of(path)
        if before is None:
            texts[path] = _created(plan.loaded, folder, added[path]).encode()
        else:
            texts[path] = as_saved(before, _changed(path, plan.loaded, updates.get(path, []), questions))
    return texts, seen


def _updates(plan: ImportPlan) -> dict[Path, list[Update]]:
    updates: dict[Path, list[Update]] = defaultdict(list)
    for change in plan.changed:
        located = plan.loaded.located[change.before.id]
        removed = [name for name in change.removed if located.origin.has((name,))]
        update = Update(located.origin.node, change.values, fields_of(type(change.after)), removed)
        updates[Path(located.origin.document.name)].append(update)
    return updates


def _changed(path: Path, loaded: LoadedBank, updates: list[Update], questions: list[AnyQuestion]) -> str:
    """Return a file of questions with some of them changed, and others appended."""
    document, problems = read_document(path, str(path))
    if document is None:
        raise BankError(f"{path} cannot be read", tuple(problems))
    located = next((item for item in loaded.located.values() if item.origin.document.name == str(path)), None)
    if located and located.origin.document.text != document.text:
        raise BankError(f"{path} has changed since it was read; nothing was written, try again")
    text = document.text
    if located and updates:
        text = with_updates(document, located.file.node, updates)
    return with_questions(Document(document.name, text), questions) if questions else text


def _created(loaded: LoadedBank, folder: Path, incoming: list[Incoming]) -> str:
    header = first_line("questions") if is_folder(folder / FOLDER) else ""
    markup = "" if loaded.bank.markup == "markdown" else "markdown"
    return new_topic(incoming[0].topic.title, [each.question for each in incoming], header, markup)


def _verify(plan: ImportPlan, folder: Path) -> None:
    """Raise BankError unless the bank loads with every question as planned."""
    # only reading proves it: the text around a question may give it another meaning
    read = read_bank(folder)
    expected: Mapping[str, AnyQuestion] = {
        **{each.question.id: each.question for each in plan.new},
        **{change.before.id: change.after for change in plan.changed},
    }
    wrong = [name for name, question in expected.items() if not _is_read(read, name, question)]
    if read.errors or wrong:
        named = f" ({', '.join(wrong[:3])})" if wrong else ""
        raise BankError(f"the bank would not be valid after the import{named}; nothing was written", read.errors)


def _is_read(read: LoadedBank, name: str, question: AnyQuestion) -> bool:
    found = read.located.get(name)
    return found is not None and found.question == question
