"""The nodes of single characters and symbols in formulas."""

import unicodedata

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.tex import commands
from sco_quiz.core.markup.tex.nodes import Font, Identifier, Node, Operator, Space
from sco_quiz.core.markup.tex.symbols import LETTERS, OPERATORS

_LETTERS = frozenset(LETTERS.values())
_TYPED = {"-": "−", "*": "∗"}
# at these, such as € and ə, MathJax 3 stops with an error, and typesets nothing of the card
_ONLY_IN_TEXT = (
    *((0x250, 0x2AF), (0x1A20, 0x1AAF), (0x20A0, 0x20FF), (0x2400, 0x245F)),
    *((0x2DE0, 0x2DFF), (0xA4A0, 0xA4CF)),
)
_DELIMITERS = frozenset("()[]{}|‖/\\⟨⟩⌊⌋⌈⌉⟮⟯⎰⎱⌜⌝⌞⌟↑↓⇑⇓↕⇕")
_DELIMITER_NAMES = {"{": "{", "}": "}", "|": "‖", "backslash": "\\"}


def symbol_node(name: str, font: Font) -> Node | None:
    """Return the node of a command that stands for a character or a named function."""
    if name in LETTERS:
        return Identifier(LETTERS[name], font)
    if name in OPERATORS:
        return Operator(OPERATORS[name])
    if name in commands.FUNCTIONS:
        return Identifier(name, "upright", function=True)
    if name in commands.LIMIT_FUNCTIONS:
        return Identifier(commands.LIMIT_FUNCTIONS[name], "upright", function=True, movable=True)
    if name in commands.ESCAPED:
        return character_node(name, font)
    return Operator("‖") if name == "|" else None


def wrong_character(character: str) -> MarkupError | None:
    """Return what is wrong with a character: it is a command of TeX, or nobody sees it, or MathJax does not know it."""
    if character in "%#$":
        return MarkupError(character, f"a {character} without backslash", f"\\{character}")
    if unicodedata.category(character)[0] == "C":
        return MarkupError(character, f"invisible character U+{ord(character):04X}")
    if any(first <= ord(character) <= last for first, last in _ONLY_IN_TEXT):
        return MarkupError(character, rf"a {character} outside of \text", rf"\text{{{character}}}")
    return None


def character_node(character: str, font: Font) -> Node:
    """Return the node of a character as it is typed."""
    category = unicodedata.category(character)
    if category == "Zs" or character == "~":
        return Space(0.25)
    if category[0] in "LNM" or character in _LETTERS or category in ("So", "Sk", "Sc") or character in "%‰#&@_°′″":
        return Identifier(character, font)
    return Operator(_TYPED.get(character, character))


def delimiter(kind: str, text: str) -> str | None:
    """Return the bracket that a token is; empty for the invisible one."""
    if kind == "command":
        text = _DELIMITER_NAMES.get(text) or OPERATORS.get(text, "")
    elif kind == "character":
        text = {"<": "⟨", ">": "⟩", "{": "", "}": ""}.get(text, text)
        if text == ".":
            return ""
    return text if text in _DELIMITERS and text else None


def negated(node: Node) -> Node | None:
    """Return a relation crossed out, or None."""
    if isinstance(node, Operator):
        struck = unicodedata.normalize("NFC", f"{node.text}\u0338")
        if len(struck) == 1:
            return Operator(struck)
    return None
