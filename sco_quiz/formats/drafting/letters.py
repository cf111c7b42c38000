"""Options that begin with letters or numbers of their own, such as `a) Paris`."""

import re
from collections.abc import Sequence

from sco_quiz.core.option_references import combines_options
from sco_quiz.core.text import fold

_LABEL = re.compile(r"\(?([a-zA-Z]|\d{1,2})\\?[).]\s+(?=\S)")


def without_letters(options: Sequence[str]) -> list[str] | None:
    """Return the options without their letters; None unless all have them, in order.

    >>> without_letters(["a) Paris", "b) Rome"]), without_letters(["1. x", "2. y", "3. both 1 and 2"])
    (['Paris', 'Rome'], None)
    """
    labels = [_LABEL.match(option) for option in options]
    found = [label[1].lower() for label in labels if label]
    first = found[0] if found else ""
    wanted = [str(number) if first.isdigit() else chr(ord("a") + number - 1) for number in range(1, len(options) + 1)]
    if len(found) < 2 or found != wanted:
        return None
    rest = [option[label.end() :] for option, label in zip(options, labels, strict=True) if label]
    # "both a and b" needs the letters
    return None if any(combines_options(fold(option)) for option in rest) else rest
