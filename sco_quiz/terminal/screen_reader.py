"""Signs put into words, for those who hear a quiz."""

from difflib import SequenceMatcher

from sco_quiz.core.kinds import AnyQuestion, Cloze


def stem_in_words(question: AnyQuestion) -> str:
    """The prompt, each gap called a gap."""
    words = question.stem.plain
    gaps = question.gaps if isinstance(question, Cloze) else ()
    for number, gap in enumerate(gaps, start=1):
        name = f"gap {number}" if len(gaps) > 1 else "gap"
        words = words.replace(f"[{gap.hint or '…'}]", f"({name}{': ' if gap.hint else ''}{gap.hint})", 1)
    return words


def difference_in_words(typed: str, meant: str) -> str:
    """Where a typed text departs from what was meant.

    >>> difference_in_words("Taskent", "Tashkent")
    '“h” is missing after “Tas”'
    >>> difference_in_words("Nurgalyyev", "Nurgaliev")
    '“yy” stands for “i” after “Nurgal”'
    """
    parts = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, typed, meant, autojunk=False).get_opcodes():
        where = f"after “{meant[:j1]}”" if j1 else "at the start"
        if tag == "replace":
            parts.append(f"“{typed[i1:i2]}” stands for “{meant[j1:j2]}” {where}")
        elif tag != "equal":
            parts.append(f"“{meant[j1:j2]}” is missing {where}" if j2 > j1 else f"“{typed[i1:i2]}” is too much {where}")
    return "; ".join(parts)
