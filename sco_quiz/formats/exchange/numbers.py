"""Numbers in text formats."""

import re
from decimal import Decimal, InvalidOperation

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?")
# a comma before anything but three digits cannot separate thousands
_COMMA = re.compile(r"[+-]?\d+,(?!\d{3}(?!\d))\d+(?:[eE][+-]?\d{1,4})?")


def parse_number(text: str) -> Decimal | None:
    """Return a number with a decimal point, or with a comma that can be nothing else; None for other text.

    >>> parse_number("3,14"), parse_number("1,500"), parse_number("pi")
    (Decimal('3.14'), None, None)
    """
    text = text.strip()
    if _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    try:
        return Decimal(text) if _NUMBER.fullmatch(text) else None
    except InvalidOperation:
        return None
