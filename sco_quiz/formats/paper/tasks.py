"""What a sheet tells learners to do, below a prompt."""

from typing import assert_never

from sco_quiz.core.interaction import Choice, Interaction, Match, NumberEntry, Order, TextEntry
from sco_quiz.core.typed.strictness import what_counts
from sco_quiz.core.words.language import Language


def task_of(interaction: Interaction, words: Language) -> str:
    """Return the task in words, empty where the room to answer says it: for two boxes, and for a line to write on."""
    match interaction:
        case Choice(by_key=True) | Choice(several=False):
            return ""
        case Choice(penalty=None):
            return words.sentences(words.word("choose_all"), words.word("costs_same"))
        case Choice(penalty=penalty):
            costs = words.word("costs" if interaction.cost else "costs_nothing", share=penalty)
            return words.sentences(words.word("choose_all"), costs)
        case TextEntry():
            return what_counts(interaction.what_counts, words) if interaction.strict else ""
        case NumberEntry(digits=digits):
            return words.word("type_digits", n=digits) if digits else ""
        case Match():
            return words.word("letter_each")
        case Order(items):
            return words.word("number_each", n=len(items))
    assert_never(interaction)
