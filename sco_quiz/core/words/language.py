"""Choose the words of a card by the language of its bank. The cards have a twin, words.js."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sco_quiz.core.words import en

LANGUAGES = {"en": en}
SCRIPT_WORDS = {key: [module.SCRIPT[key] for module in LANGUAGES.values()] for key in en.SCRIPT}
"""The words that scripts show, in the order of LANGUAGES."""


def _two_forms(n: int) -> int:
    return int(n != 1)


_PLURALS: dict[str, Callable[[int], int]] = {}
"""Which form goes with a number, in languages that differ from English."""


@dataclass(frozen=True)
class Language:
    """The words of a language, given by its code."""

    code: str
    words: Mapping[str, str]

    def word(self, key: str, **values: object) -> str:
        """Return a word or sentence, filled with values; `n` chooses among its plural forms.

        >>> ENGLISH.word("type_digits", n=3)
        'Type a number with 3 significant digits'
        """
        forms = self.words[key].split("|")
        n = values.get("n")
        form = forms[_PLURALS.get(self.code, _two_forms)(n)] if len(forms) > 1 and isinstance(n, int) else forms[0]
        return form.format_map(values)

    def date(self, day: date) -> str:
        """Return a date in full.

        >>> ENGLISH.date(date(2010, 2, 3))
        '3 February 2010'
        """
        month = self.words["months"].split("|")[day.month - 1]
        return self.word("date", day=self.word("first_day") if day.day == 1 else day.day, month=month, year=day.year)

    def sentences(self, *parts: str) -> str:
        """Join parts to a text of sentences; empty ones are skipped, and one alone ends without a period.

        >>> ENGLISH.sentences("Type the answer", "Accents count."), ENGLISH.sentences("Type the answer", "")
        ('Type the answer. Accents count.', 'Type the answer')
        """
        return self.word("period").join(part for part in parts if part)

    def listed(self, names: Sequence[str]) -> str:
        """Join names with commas and a final "and".

        >>> ENGLISH.listed(["accents", "capitals", "symbols"])
        'accents, capitals and symbols'
        """
        *most, last = names
        return self.word("and", first=self.word("comma").join(most), last=last) if most else last


ENGLISH = Language("en", en.FIELDS | en.SCRIPT)
_BY_CODE = {code: Language(code, module.FIELDS | module.SCRIPT) for code, module in LANGUAGES.items()}


def language_of(tag: str) -> Language:
    """Return the language of a tag such as `pt-BR` by its first part, English for one that has no words here."""
    return _BY_CODE.get(tag.partition("-")[0].lower(), ENGLISH)
