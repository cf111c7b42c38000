"""An answer entered key by key; no terminal is needed."""

from dataclasses import dataclass

from sco_quiz.terminal.keys import DOWN, ENTER, ERASE, UP, command_of


@dataclass
class Picker:
    """Picks an option by its number, or by moving to it (j, k, arrow keys) and Enter.

    With `several`, numbers add up until Enter, and the space bar selects or deselects the current option.
    `answers` are the lines that the options stand for.
    """

    options: tuple[str, ...]
    answers: tuple[str, ...]
    several: bool = False
    current: int | None = None
    selected: tuple[int, ...] = ()

    @property
    def shown(self) -> str:
        """The numbers selected so far and the current option."""
        here = "" if self.current is None else f"  [{self.answers[self.current]} {self.options[self.current]}]"
        return f"> {' '.join(str(number + 1) for number in self.selected)}{here}"

    def chosen(self, line: str) -> str:
        """Return what is shown when a line was answered: the current option may be another one."""
        others = self.current is None or (not self.several and line != self.answers[self.current])
        return f"> {line}" if others and not self.selected else self.shown

    def press(self, key: str) -> str | None:
        """Return the line that is answered; None while the answer is not complete."""
        count = len(self.options)
        if key in ENTER:
            return self._entered()
        if key in DOWN:
            self.current = 0 if self.current is None else (self.current + 1) % count
        elif key in UP:
            self.current = count - 1 if self.current is None else (self.current - 1) % count
        elif not self.several:
            # a number without an option is an answer, too: the question then says which numbers there are
            return key if key.isprintable() and key != " " else None
        elif key in ERASE:
            self.selected = self.selected[:-1]
        elif key == " " and self.current is not None:
            self._toggle(self.current)
        elif command_of(key):
            return key
        elif key.isascii() and key.isdigit() and 1 <= int(key) <= count:
            self._toggle(int(key) - 1)
        return None

    def _entered(self) -> str | None:
        if self.several and self.selected:
            return " ".join(str(number + 1) for number in self.selected)
        if self.current is not None:
            return self.answers[self.current]
        # several options: an empty answer makes the question say what it expects; one: Enter may come from before
        return "" if self.several else None

    def _toggle(self, number: int) -> None:
        others = tuple(other for other in self.selected if other != number)
        self.selected = others if number in self.selected else (*others, number)


@dataclass
class Typing:
    """A line typed key by key, so that a clock beside it can keep running."""

    text: str = ""

    def press(self, key: str) -> str | None:
        """Return the line after Enter, None before."""
        if key in ENTER:
            return self.text
        if key in ERASE:
            self.text = self.text[:-1]
        elif key == "\x15":  # Ctrl-U erases the line, as in a shell
            self.text = ""
        elif key.isprintable():
            self.text += key
        return None
