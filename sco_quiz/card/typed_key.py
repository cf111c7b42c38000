"""The key by which scripts grade a typed answer: forms as written, words that are not typos, a number."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from sco_quiz.card.escape import field_html
from sco_quiz.core.content import Content
from sco_quiz.core.interaction import NumberEntry, TextEntry, TextGap
from sco_quiz.core.typed import Vocabulary
from sco_quiz.core.typed.forms import words_of_form
from sco_quiz.core.typed.notation import forms_as_typed
from sco_quiz.core.typed.numbers import read_amount, read_measure
from sco_quiz.core.typed.symbols import spelled
from sco_quiz.core.typed.typos import near_words
from sco_quiz.core.typed.units import scales_for
from sco_quiz.core.typed.word_list import WordList

Key = dict[str, str | int | list[str] | dict[str, str]]
"""What the function `judge` of the scripts takes, without empty values."""


def key_html(key: Key) -> str:
    """Return a key as a part of a note."""
    return f'<i data-f="typed">{field_html(json.dumps(key, ensure_ascii=False))}</i>'


def forms_key(
    accepted: Sequence[str],
    rejected: Iterable[str],
    known: Vocabulary,
    strict: Sequence[str] = (),
    as_typed: Sequence[Content] = (),
) -> Key:
    """Return the key of typed words; `as_typed` are the forms that are code or formulas.

    It has the known words that could be taken for typos of these words. An edit of another question changes this note
    only when its answers are that near.
    """
    words = {word for form in accepted for word in words_of_form(spelled(form))}
    rivals, others = (_near(words, each) for each in (known.bank, known.common))
    units = {amount.unit for form in accepted for amount in read_amount(form) if amount.unit}
    forms = {"accept": list(accepted), "reject": list(rejected), "strict": list(strict)}
    for form in as_typed:
        forms.setdefault(form.notation, []).extend(forms_as_typed(form))
    return _typed(rivals=rivals, known=others, scales=_scales(units), **forms)


def words_key(entry: TextEntry, gap: TextGap, known: Vocabulary) -> Key:
    """Return the key of the words for one gap. What is partly right must not pass as a typo, as what is rejected."""
    refused = [option.content.plain for option in (*gap.rejected, *gap.partial)]
    return forms_key(gap.words, refused, known, entry.strict, gap.as_typed)


def number_key(entry: NumberEntry) -> Key:
    """Return the key of a number; units that can be converted into its own come with their factors."""
    limits = {"min": entry.minimum, "max": entry.maximum}
    return _typed(
        value=_exact(entry.answer),
        more=[_exact(number) for number in entry.accept],
        tolerance=_exact(entry.allowed) if entry.allowed else "",
        digits=entry.digits,
        unit=entry.unit,
        scales=_scales([entry.unit]),
        **{name: _exact(bound) for name, bound in limits.items() if bound is not None},
    )


def _exact(number: Decimal | Fraction) -> str:
    """Return a number as a fraction, or in digits with a power of ten."""
    return str(number) if isinstance(number, Fraction) else f"{number.normalize():e}".replace("e+", "e")


def _scales(texts: Iterable[str]) -> dict[str, str]:
    """Return the units that may be typed for some units: how many base units each is, and above which zero."""
    units = {unit for text in texts for unit in read_measure(text).units if not unit.is_money}
    scales = {name: str(scale) for unit in units for name, scale in scales_for(unit).items()}
    return dict(sorted(scales.items()))


def _typed(**key: str | int | list[str] | dict[str, str]) -> Key:
    return {name: value for name, value in key.items() if value}


def _near(words: Iterable[str], known: WordList) -> str:
    return " ".join(sorted({near for word in words for near in near_words(word, known)}))
