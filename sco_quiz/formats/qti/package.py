"""Find the files with questions in a package, and the pictures that they show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote

from sco_quiz.core.place import Place
from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.archive import Archive
from sco_quiz.formats.exchange.xml_tree import Element, parse_xml
from sco_quiz.formats.qti.names_30 import parse_qti

MANIFEST = "imsmanifest.xml"
_SUFFIXES = (".xml", ".qti", ".dat")
_ROOTS = (
    b"<questestinterop",
    b"<assessmentItem",
    b"<assessmentTest",
    b"<qti-assessment-",
    b":questestinterop",
    b":assessmentItem",
    b":qti-assessment-item",
)
_START = 20_000  # bytes in which the first element of a file is
_BASES = ("$IMS-CC-FILEBASE$", "$IMS_CC_FILEBASE$", "$IMS_CC_FILE_BASE$", "%%LINKPATH%%")
_BLACKBOARD = "xid-"
_MEDIA = ("", "web_resources/", "csfiles/home_dir/")


def has_questions(data: bytes) -> bool:
    """Return whether data starts like a file of questions."""
    return any(root in data[:_START] for root in _ROOTS)


@dataclass(frozen=True, slots=True)
class Package:
    """A zip archive of a learning platform."""

    archive: Archive
    options: ReadOptions
    _pictures: dict[str, bytes | None] = field(default_factory=dict, repr=False)

    def documents(self) -> Iterator[tuple[str, Element | Problem]]:
        """Yield each file with questions by its path, in the order of the manifest, or why it cannot be read."""
        listed, problems = self._listed()
        yield from (("", problem) for problem in problems)
        for member in dict.fromkeys((*listed, *self.archive.members)):
            if not self._may_have_questions(member):
                continue
            data = self.archive.read(member)
            if isinstance(data, Problem):
                yield member, data
            elif has_questions(data):
                yield member, parse_qti(data, f"{self.archive.name}/{member}", self.options)

    def picture(self, member: str, address: str) -> bytes | None:
        """Return the picture that an address in a file of the package means, or None."""
        path = next((path for path in _paths(member, address) if path in self.archive.members), None)
        path = path or self._blackboard(address)
        if path is None:
            return None
        if path not in self._pictures:
            data = self.archive.read(path)
            self._pictures[path] = None if isinstance(data, Problem) else data
        return self._pictures[path]

    def _blackboard(self, address: str) -> str | None:
        """Return the file that an address of Blackboard means: a number that is a part of its name."""
        number = unquote(address).rpartition("/")[2]
        if not number.startswith(_BLACKBOARD):
            return None
        names = (path for path in self.archive.members if f"__{number}." in path and not path.endswith(".xml"))
        return next(names, None)

    def _may_have_questions(self, member: str) -> bool:
        hidden = member.startswith("__MACOSX/") or member == MANIFEST
        return member.casefold().endswith(_SUFFIXES) and not hidden and not self._has_twin(member)

    def _has_twin(self, member: str) -> bool:
        """Return whether a course of Canvas has the same quiz in a second file, which says more."""
        folder, _, file = member.rpartition("/")
        return file == "assessment_qti.xml" and f"non_cc_assessments/{folder}.xml.qti" in self.archive.members

    def _listed(self) -> tuple[list[str], list[Problem]]:
        """Return the files of questions that the manifest lists, and a problem for each that is missing."""
        if MANIFEST not in self.archive.members:
            return [], []
        data = self.archive.read(MANIFEST)
        name = f"{self.archive.name}/{MANIFEST}"
        root = data if isinstance(data, Problem) else parse_xml(data, name, self.options)
        if isinstance(root, Problem):
            return [], [root]
        files = [file for resource in _questions(root) for file in resource.elements("file")]
        listed = [(unquote(file.attributes.get("href", "")), file.place) for file in files]
        missing = [_missing(path, place) for path, place in listed if path.endswith(_SUFFIXES) and not self._has(path)]
        return [path for path, _ in listed if path in self.archive.members], missing

    def _has(self, path: str) -> bool:
        # Respondus lists names with spaces where the archive has `_`
        return path in self.archive.members or path.replace(" ", "_") in self.archive.members


def _questions(manifest: Element) -> Iterable[Element]:
    resources = (found for found in manifest.walk() if found.name == "resource")
    return (found for found in resources if found.attributes.get("type", "").startswith(("imsqti", "assessment/")))


def _missing(path: str, place: Place) -> Problem:
    hint = "export the questions again: the archive is not complete"
    return Problem("damaged-file", f"the archive lists `{path}`, which is missing", place, hint)


def _paths(member: str, address: str) -> Iterator[str]:
    """Yield the paths that an address in a file may mean."""
    path = address.partition("?")[0]
    for base in _BASES:
        path = path.removeprefix(base).removeprefix(quote(base))
    path = unquote(path).removeprefix("/")
    yield normpath(join(dirname(member), path))
    for folder in _MEDIA:
        yield normpath(folder + path)
