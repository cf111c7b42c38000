"""Format: a file format of questions, read into drafts and written from a bank."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, cast

from sco_quiz.core.errors import ScoQuizError
from sco_quiz.core.packages import install_line
from sco_quiz.formats.draft import GUESS, Reading, ReadOptions
from sco_quiz.formats.package import Package

if TYPE_CHECKING:  # slow to import, and `--help` lists the formats
    from sco_quiz.core.bank import Bank
    from sco_quiz.formats.exchange.item import Parsed


class Reader(Protocol):
    """A module that reads a format."""

    def is_like(self, data: bytes, name: str) -> bool:
        """Return whether a file of any name looks like one of the format."""

    def parse(self, data: bytes, name: str, options: ReadOptions) -> "Parsed":
        """Return the items of a file, and problems for what is not one."""


class Writer(Protocol):
    """A module that writes a format."""

    def write(self, bank: "Bank") -> Package:
        """Return the files of a bank, and what they do not hold."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of questions. `name` is what users type, `title` a noun phrase for help, `aliases` other names.

    `reader` and `writer` are modules below sco_quiz/formats: a Reader and a Writer, empty if there is none. `needs` are
    the packages beyond those of the core that both always import; the extra `exchange` installs them.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reader: str = ""
    writer: str = ""
    aliases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    def read(self, data: bytes, name: str, options: ReadOptions = GUESS) -> Reading:
        """Return the drafts and problems of a file; `name` is what problems call it.

        What is wrong with the file is a problem. Raises ScoQuizError if a package is missing.
        """
        self._require_packages()
        from sco_quiz.formats.drafting.drafts import drafts_of

        return drafts_of(self._reader().parse(data, name, options))

    def is_like(self, data: bytes, name: str) -> bool:
        """Return whether a file of any name looks like one of this format."""
        return self._reader().is_like(data, name)

    def write(self, bank: "Bank") -> Package:
        """Return the files of a bank, and what they do not hold. Raises ScoQuizError if a package is missing."""
        self._require_packages()
        return cast(Writer, _module(self.writer)).write(bank)

    def _reader(self) -> Reader:
        return cast(Reader, _module(self.reader))

    def _require_packages(self) -> None:
        """Raise ScoQuizError, which says what to install, if a package is missing."""
        if missing := [name for name in self.needs if find_spec(name) is None]:
            raise ScoQuizError(f"the format {self.name} needs {' and '.join(missing)}: {install_line('exchange')}")


def _module(name: str) -> ModuleType:
    # imported late, so that a list of formats for `--help` needs no heavy package
    return import_module(f"sco_quiz.formats.{name}")
