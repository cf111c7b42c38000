"""What is doubtful about a question in GIFT, or why it cannot be read."""

from typing import NamedTuple


class Remark(NamedTuple):
    """Something lost or in doubt: a name of REASONS, a sentence, the offset in the text of the block, and a hint."""

    name: str
    message: str
    offset: int = 0
    hint: str = ""
