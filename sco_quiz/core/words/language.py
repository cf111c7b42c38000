"""The words of a language, filled with values; English. The cards have a twin, words.js."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import chain, zip_longest

from sco_quiz.core.words import en


def _singular_for_one(n: int) -> int:
    return int(n != 1)


TRUE_FALSE = {"true", "false"}
_LONGEST = 300  # characters of a date, or of numbers: many spaces could be divided in too many ways


@dataclass(frozen=True)
class Language:
    """The words of a language, given by its code; `plural_form` says which form goes with a number."""

    code: str
    words: dict[str, str]
    plural_form: Callable[[int], int] = _singular_for_one
    page: dict[str, str] = field(default_factory=dict)

    @property
    def page_words(self) -> dict[str, str]:
        """What a page says around its questions; a word that waits for its translation is English."""
        return en.PAGE | self.page

    def word(self, key: str, **values: object) -> str:
        """Return a word or sentence, filled with values; `n` chooses among its plural forms.

        >>> from sco_quiz.core.words.languages import language_of
        >>> ENGLISH.word("type_digits", n=3), language_of("ru").word("read_first", n=21)
        ('Type a number with 3 significant digits', 'Сначала прочитайте, о чём говорится в статье (21 минута)')
        """
        forms = self.words[key].split("|")
        n = values.get("n")
        form = forms[self.plural_form(n)] if len(forms) > 1 and isinstance(n, int) else forms[0]
        return form.format_map(values)

    def read(self, key: str, text: str) -> dict[str, str]:
        """Return the values that a sentence was filled with; none if the text is another one. Spaces do not count.

        >>> ENGLISH.read("right_range", "Right from 11 to 13."), ENGLISH.read("right_range", "Right to 13.")
        ({'low': '11', 'high': '13'}, {})
        """
        if len(text) > _LONGEST and "{forms}" not in self.words[key]:
            return {}
        found = _pattern(self.words[key]).fullmatch(text.strip())
        return found.groupdict() if found else {}

    def label(self, text: str) -> str:
        """Return the label of an option that is answered by key: a word for true or false, else its own text."""
        return self.word(text) if text in TRUE_FALSE else text.capitalize()

    def date(self, day: date) -> str:
        """Return a date in full.

        >>> from sco_quiz.core.words.languages import language_of
        >>> ENGLISH.date(date(2010, 2, 3)), language_of("fr").date(date(2010, 2, 1))
        ('3 February 2010', '1er février 2010')
        """
        return self.partial_date(day.isoformat())

    def partial_date(self, text: str) -> str:
        """Return year-month-day, year-month or a year in words.

        >>> from sco_quiz.core.words.languages import language_of
        >>> ENGLISH.partial_date("2010-02"), language_of("ru").partial_date("2010-02"), ENGLISH.partial_date("2010")
        ('February 2010', 'февраль 2010 г.', '2010')
        """
        year, *rest = text.split("-")
        month, day = (*map(int, rest), 0, 0)[:2]
        if not month:
            return year
        if not day:
            return self.word("month_of_year", month=self._months("months_alone")[month - 1], year=year)
        number = self.word("first_day") if day == 1 else day
        return self.word("date", day=number, month=self._months("months")[month - 1], year=year)

    def read_date(self, text: str) -> str:
        """Return what `partial_date` put into words; any other text as it is.

        >>> from sco_quiz.core.words.languages import language_of
        >>> ENGLISH.read_date("3 February 2010"), language_of("zh").read_date("2010年2月"), ENGLISH.read_date("2010")
        ('2010-02-03', '2010-02', '2010')
        """
        for key, months in (("date", "months"), ("month_of_year", "months_alone")):
            found, names = self.read(key, text), self._months(months)
            if found and found["month"] in names:
                numbers = [names.index(found["month"]) + 1, *map(int, re.findall(r"^\d+", found.get("day", "")))]
                return "-".join([found["year"], *(f"{number:02}" for number in numbers)])
        return text

    def _months(self, key: str) -> list[str]:
        return self.words[key].split("|")

    def sentences(self, *parts: str) -> str:
        """Join sentences; empty ones are skipped, and one alone ends without a period.

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


ENGLISH = Language("en", en.FIELDS | en.SCRIPT, page=en.PAGE)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    """Return the pattern of what a sentence becomes when it is filled with values."""
    parts = re.split(r"\{(\w+)\}", sentence)
    words = (r"\s+".join(map(re.escape, part.split())) or r"\s+" * bool(part) for part in parts[::2])
    values = (rf"\s*(?P<{name}>.+?)(?<!\s)\s*" for name in parts[1::2])
    return re.compile("".join(chain.from_iterable(zip_longest(words, values, fillvalue=""))), re.DOTALL)
