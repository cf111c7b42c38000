"""Counts in sentences."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun in singular or plural form.

    >>> counted(1, "question"), counted(3, "question"), counted(0, "reply", "replies")
    ('1 question', '3 questions', '0 replies')
    """
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
