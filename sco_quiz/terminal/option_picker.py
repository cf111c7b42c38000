"""An answer entered key by key; no terminal is needed."""

from dataclasses import dataclass
from typing import assert_never

from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.terminal.blocks import Line
from sco_quiz.terminal.content_view import shown_response
from sco_quiz.terminal.keys import DOWN, ENTER, ERASE, UP, command_of, is_typed
from sco_quiz.terminal.sanitize import one_line


@dataclass
class Picker:
    """Picks an option by its number, or by moving to it (j, k, arrow keys) and Enter.

    With `several`, numbers add up until Enter, and the space bar selects or deselects the current option; if they are
    `in_order`, each has a number. `answers` are the lines that the options stand for.
    """

    options: tuple[str, ...]
    answers: tuple[str, ...]
    several: bool = False
    in_order: bool = False
    current: int | None = None
    selected: tuple[int, ...] = ()
    by_number: bool = False

    def box(self, option: int) -> str:
        """Return the box before an option: checked, or with the number of the option in the answer."""
        if option not in self.selected:
            return "[ ]"
        return f"[{self.selected.index(option) + 1}]" if self.in_order else "[x]"

    def fill(self, line: Line) -> Line:
        """Return a row with the option that was selected for it, if there is one yet."""
        if line.row is None or line.row >= len(self.selected):
            return line
        return line._replace(words=line.words.removesuffix("?") + self.options[self.selected[line.row]])

    def press(self, key: str) -> str | None:
        """Return the line that is answered; None while the answer is not complete."""
        count = len(self.options)
        if key in ENTER:
            return self._entered()
        # after a number, the space bar only separates it from the next one: "1 3"
        by_number, self.by_number = self.by_number, self.several and key.isdigit()
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
            if not by_number:
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


def picker_for(interaction: Interaction, options: tuple[str, ...]) -> Picker | None:
    """Return the picker of an interaction; None where the answer is typed."""
    if is_typed(interaction, options):
        return None
    texts = tuple(one_line(str(text)) for text in shown_response(interaction, options))
    numbers = tuple(str(number) for number in range(1, len(options) + 1))
    match interaction:
        case TextEntry() | NumberEntry():
            return None
        case Choice() if interaction.by_key:
            return Picker(texts, tuple(option.keys[0] for option in interaction.options))
        case Choice(several=several):
            return Picker(texts, numbers, several)
        case Match() | Order():
            return Picker(texts, numbers, several=True, in_order=True)
    assert_never(interaction)
