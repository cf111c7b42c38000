"""Read QTI: packages and single files of Canvas, Common Cartridge, Respondus and Blackboard."""

from collections.abc import Iterator
from functools import partial

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.archive import is_zip, read_archive
from sco_quiz.formats.exchange.item import Item, Parsed, RichText
from sco_quiz.formats.exchange.xml_tree import Element, name_encoding
from sco_quiz.formats.qti import item_12, item_21, kinds
from sco_quiz.formats.qti.material import Texts
from sco_quiz.formats.qti.names_30 import parse_qti
from sco_quiz.formats.qti.package import MANIFEST, Package, has_questions
from sco_quiz.formats.qti.problems import problem_of
from sco_quiz.formats.qti.unread import different_points

_Found = Item | Problem
_HOLDERS = ("questestinterop", "assessment", "section", "objectbank", "bank")


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file looks like QTI: an archive with a manifest, or XML with questions."""
    if is_zip(data):
        return MANIFEST.encode() in data or name.casefold().endswith(".imscc")
    return has_questions(data)


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the questions of a file."""
    found = list(_archive(data, name, options) if is_zip(data) else _single(data, name, options))
    problems = tuple(each for each in found if isinstance(each, Problem))
    items = tuple(each for each in found if isinstance(each, Item))
    if not found:
        hint = "export a quiz or a bank of questions as QTI"
        problems = (Problem("not-a-question", "this file has no questions", Place(name), hint),)
    return Parsed(items, problems)


def _single(data: bytes, name: str, options: ReadOptions) -> Iterator[_Found]:
    root = parse_qti(data, name, options)
    if isinstance(root, Problem):
        yield root
    else:
        yield from name_encoding(data, name, options)
        yield from _document(root, Texts(lambda _: None), {})


def _archive(data: bytes, name: str, options: ReadOptions) -> Iterator[_Found]:
    archive = read_archive(data, name)
    if isinstance(archive, Problem):
        yield archive
        return
    package = Package(archive, options)
    documents = list(package.documents())
    titles = item_21.titles(documents)
    for member, root in documents:
        if isinstance(root, Problem):
            yield root
        else:
            title = titles.get(member, "")
            yield from _document(root, Texts(partial(package.picture, member)), {"title": title})


def _document(root: Element, texts: Texts, test: dict[str, str]) -> Iterator[_Found]:
    """Yield the questions of a file of either version."""
    if root.name == "assessmentItem":
        yield from item_21.read_item(root, texts, test.get("title", ""))
    elif root.name != "assessmentTest":
        yield from _items(root, texts, "")
        yield from different_points(root)


def _items(element: Element, texts: Texts, category: str) -> Iterator[_Found]:
    """Yield the questions inside an element; the title of the quiz or bank is their category."""
    above: dict[str, RichText] = {}
    for child in element.elements():
        if child.name == "item":
            item, problems = item_12.read_item(child, texts, category, above)
            yield from problems
            if item:
                yield item
            else:
                above[child.attributes.get("ident", "")] = item_12.shared_text(child, texts)
        elif child.name in _HOLDERS:
            yield from _items(child, texts, category or _title(child))
        elif child.name in ("selection_ordering", "sourcebank_ref", "bankentry_item", "itemref"):
            yield from _references(child)
        elif child.name == "presentation_material" and (text := " ".join(child.all_text.split())):
            message = f"text above the questions is not imported: `{shorten(text)}`"
            yield problem_of("lost-field", message, child, "write it as the setting of each question")


def _title(element: Element) -> str:
    return kinds.category_of(element.attributes.get("title", "") or kinds.metadata(element).get("bank_title", ""))


def _references(element: Element) -> Iterator[Problem]:
    """Yield a problem for each bank from which a quiz draws questions, since they are in another file."""
    if number := element.value("selection", "selection_number"):
        message = f"the quiz asks {number[:10]} of these questions, others each time; all are imported"
        yield problem_of("lost-setting", message, element)
    for found in element.walk():
        if found.name in ("sourcebank_ref", "bankentry_item", "itemref"):
            message = "the quiz draws questions from a bank that is not in this place"
            yield Problem("not-a-question", message, found.place, "export the bank, and import it, too")
