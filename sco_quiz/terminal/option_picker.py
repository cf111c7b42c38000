"""An answer gathered key by key, without a terminal."""

from dataclasses import dataclass

from sco_quiz.terminal.keys import DOWN, ENTER, ERASE, UP, command_of


@dataclass
class Picker:
    """Chooses among options by number, or by moving (j, k, arrows) and Enter; `answers` are the lines they stand for.

    With `several` numbers gather until Enter, and the space bar takes or leaves the option one stands on.
    """

    options: tuple[str, ...]
    answers: tuple[str, ...]
    several: bool = False
    at: int | None = None
    taken: tuple[int, ...] = ()

    @property
    def shown(self) -> str:
        """What was chosen so far, and where one stands."""
        here = "" if self.at is None else f"  [{self.answers[self.at]} {self.options[self.at]}]"
        return f"> {' '.join(str(number + 1) for number in self.taken)}{here}"

    def press(self, key: str) -> str | None:
        """The line that is answered, or None while the answer is not whole."""
        count = len(self.options)
        if key in ENTER:
            return self._entered()
        if key in DOWN:
            self.at = 0 if self.at is None else (self.at + 1) % count
        elif key in UP:
            self.at = count - 1 if self.at is None else (self.at - 1) % count
        elif not self.several:
            return key if key.isprintable() and key != " " else None
        elif key in ERASE:
            self.taken = self.taken[:-1]
        elif key == " " and self.at is not None:
            self._toggle(self.at)
        elif command_of(key):
            return key
        elif key.isascii() and key.isdigit() and 1 <= int(key) <= count:
            self._toggle(int(key) - 1)
        return None

    def _entered(self) -> str | None:
        if self.several and self.taken:
            return " ".join(str(number + 1) for number in self.taken)
        if self.at is not None:
            return self.answers[self.at]
        return "" if self.several else None

    def _toggle(self, number: int) -> None:
        taken = tuple(other for other in self.taken if other != number)
        self.taken = taken if number in self.taken else (*taken, number)


@dataclass
class Typing:
    """A line typed key by key, where a clock beside it must go on."""

    text: str = ""

    def press(self, key: str) -> str | None:
        """The line after Enter, or None before."""
        if key in ENTER:
            return self.text
        if key in ERASE:
            self.text = self.text[:-1]
        elif key == "\x15":
            self.text = ""
        elif key.isprintable():
            self.text += key
        return None
