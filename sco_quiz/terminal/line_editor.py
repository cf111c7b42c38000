"""A line edited key by key as in a shell; no terminal is needed."""

from dataclasses import dataclass

from rich.cells import cell_len

from sco_quiz.terminal.keys import DELETE, END, ENTER, ERASE, HOME, LEFT, PASTE_BEGINS, PASTE_ENDS, RIGHT
from sco_quiz.terminal.sanitize import sanitize

KILL_TO_END, KILL_TO_START, KILL_WORD = "\x0b", "\x15", "\x17"  # Ctrl-K, Ctrl-U and Ctrl-W


@dataclass
class LineEditor:
    """The text before and after the cursor; between the marks of a paste, Enter is a space."""

    before: str = ""
    after: str = ""
    pasting: bool = False

    @property
    def text(self) -> str:
        """The whole line."""
        return self.before + self.after

    def press(self, key: str) -> str | None:
        """Return the line after Enter, None before."""
        if key in (PASTE_BEGINS, PASTE_ENDS):
            self.pasting = key == PASTE_BEGINS
        elif key in ENTER and not self.pasting:
            return self.text
        elif key.isprintable() or key in ENTER or key == "\t":
            self.before += key if key.isprintable() else " "
        else:
            self._move(key)
            self._erase(key)
        return None

    def _move(self, key: str) -> None:
        text, at = self.text, len(self.before)
        if key in LEFT:
            at = _previous(text, at)
        elif key in RIGHT:
            at = _next(text, at)
        elif key in HOME:
            at = 0
        elif key in END:
            at = len(text)
        self.before, self.after = text[:at], text[at:]

    def _erase(self, key: str) -> None:
        if key in ERASE:
            self.before = self.before[: _previous(self.before, len(self.before))]
        elif key in DELETE:
            self.after = self.after[_next(self.after, 0) :]
        elif key == KILL_TO_START:
            self.before = ""
        elif key == KILL_TO_END:
            self.after = ""
        elif key == KILL_WORD:
            words = self.before.rstrip()
            self.before = words[: words.rfind(" ") + 1]

    def window(self, room: int) -> tuple[str, int]:
        """Return as much of the line as that many columns can show, and the column of the cursor in it."""
        before, after = sanitize(self.before), sanitize(self.after)
        while cell_len(before) >= room:
            before = before[1:]
        while cell_len(before + after) > room:
            after = after[:-1]
        return before + after, cell_len(before)


def _previous(text: str, at: int) -> int:
    """Return where the character before a position begins: marks above a letter belong to it."""
    at = max(0, at - 1)
    while at and not cell_len(text[at]):
        at -= 1
    return at


def _next(text: str, at: int) -> int:
    """Return where the character after a position ends."""
    at = min(len(text), at + 1)
    while at < len(text) and not cell_len(text[at]):
        at += 1
    return at
