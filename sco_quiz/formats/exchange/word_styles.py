"""The styles of paragraphs and characters in tests for Word, by which they are read again after teachers changed them.

A constant is the id of a style; Word shows `name_of` it.
"""

import re

TEST_TITLE, SHEET_TITLE, KEY_TITLE = "TestTitle", "AnswerSheetTitle", "AnswerKeyTitle"
TITLES = (TEST_TITLE, SHEET_TITLE, KEY_TITLE)

INSTRUCTIONS = "TestInstructions"
SETTING_LABEL, SETTING = "QuestionSettingLabel", "QuestionSetting"
QUESTION, ITEM, OPTION = "Question", "QuestionText", "AnswerOption"
TASK = "QuestionInstructions"
KEY_ANSWER, KEY_ACCEPTED, KEY_NOTE = "KeyAnswer", "KeyAccepted", "KeyNote"
KEY_SCORING, EXPLANATION = "KeyScoring", "KeyExplanation"
BELOW_NUMBER = (SETTING, ITEM, TASK, KEY_ACCEPTED, KEY_NOTE, KEY_SCORING, EXPLANATION)
"""Styles of the paragraphs of a question below the line with its number."""

RIGHT, GAP, GAP_HINT, UNIT = "RightAnswer", "Gap", "GapHint", "AnswerUnit"
"""Styles of characters: a right answer in a key, a gap and its hint in a prompt, and the unit after a line."""

BLANK = "____"
"""A line to write on."""


def name_of(style: str) -> str:
    """Return the name of a style.

    >>> name_of(KEY_ANSWER)
    'Key Answer'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", style)
