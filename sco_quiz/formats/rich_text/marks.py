"""Characters that stand for something while text is converted; none of them is text, in Unicode or in any file."""

import re

SPACE = "\ufdd0"
"""A space that does not collapse, written `&nbsp;` in HTML."""

ESCAPE = "\ufdd1"
"""A backslash that is needed if the text has several lines."""

ITEM = "\ufdd2"
"""Comes before the marker of a list item."""

CELL = "\ufdd3"
"""The end of a cell of a table."""

ROW = "\ufdd4"
"""The end of a row of a table."""

FORMULA = "\ufdd5"
"""Around a formula within a line."""

ALL = re.compile("[\ufdd0-\ufdd5]")
GAP = "\ue010"
"""How `marker(n)` of items begins."""

LANGUAGE = "{mlang "
"""How text in one of several languages begins: Moodle shows each learner one language."""
