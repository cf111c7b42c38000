"""Format: a file format of questions, read into drafts and written from a bank."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from sco_quiz.core.bank import Bank
from sco_quiz.formats.draft import GUESS, Reading, ReadOptions
from sco_quiz.formats.package import Package


@dataclass(frozen=True, slots=True)
class Format:
    """A format of questions. `name` is what users type, `title` a noun phrase for help, `aliases` other names.

    `reader` and `writer` are modules below sco_quiz/formats, empty if the format is not read or not written: a reader
    has `parse(data, name, options) -> Parsed` and `is_like(data, name) -> bool`, a writer `write(bank) -> Package`.
    `needs` are the packages that it needs beyond those of the core; `extra` is the extra that installs them.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    reader: str = ""
    writer: str = ""
    aliases: tuple[str, ...] = ()
    extra: str = ""
    needs: tuple[str, ...] = ()

    def read(self, data: bytes, name: str, options: ReadOptions = GUESS) -> Reading:
        """Return the drafts and problems of a file; `name` is what problems call it."""
        from sco_quiz.formats.drafting.drafts import drafts_of

        return drafts_of(self._module(self.reader).parse(data, name, options))

    def is_like(self, data: bytes, name: str) -> bool:
        """Return whether a file of any name looks like one of this format."""
        return bool(self._module(self.reader).is_like(data, name))

    def write(self, bank: Bank) -> Package:
        """Return the files of a bank, and what they do not hold."""
        package = self._module(self.writer).write(bank)
        assert isinstance(package, Package)
        return package

    @staticmethod
    def _module(module: str) -> Any:
        # imported late, so that a list of formats for `--help` needs no heavy package
        return import_module(f"sco_quiz.formats.{module}")
