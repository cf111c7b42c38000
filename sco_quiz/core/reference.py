"""A publication outside the article, which confirms what a question adds."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from sco_quiz.core.kinds.field_types import AS_TYPED, Frozen, Text
from sco_quiz.core.markup.addresses import MAX_LENGTH, WEB, is_safe
from sco_quiz.core.words.language import ENGLISH, Language

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_URL = re.compile(WEB)


def _partial_date(value: str) -> str:
    found = _DAY.fullmatch(value)
    try:
        year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
        date(year, month, day)
    except ValueError:
        message = "`date` must be a year, a month or a day, not `{value}`"
        raise PydanticCustomError("not-a-date", message, {"value": value[:40]}) from None
    return value


def is_web_address(value: str) -> bool:
    """Return whether some text is the address of a web page."""
    return bool(_URL.fullmatch(value)) and is_safe(value)


def _web_address(value: str) -> str:
    if not is_web_address(value):
        raise PydanticCustomError("bad-url", "`{value}` is not the address of a web page", {"value": value[:40]})
    return value


_DATE_SCHEMA = WithJsonSchema({"type": AS_TYPED, "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$"})
PartialDate = Annotated[str, AfterValidator(_partial_date), _DATE_SCHEMA]
_URL_SCHEMA = WithJsonSchema({"type": "string", "pattern": f"^{_URL.pattern}$", "maxLength": MAX_LENGTH})
WebAddress = Annotated[str, AfterValidator(_web_address), _URL_SCHEMA]


class Reference(Frozen):
    """A public text that confirms a fact from outside the article."""

    title: Text = Field(description="Its title.", examples=["Astana Declaration of the Heads of State"])
    publisher: Text = Field(description="Who published it.", examples=["SCO Secretariat"])
    date: PartialDate = Field(description="When: a year, a month or a day.", examples=["2017-06-09"])
    url: WebAddress | None = Field(
        default=None, description="Its address on the web.", examples=["https://eng.sectsco.org/documents/"]
    )

    @property
    def citation(self) -> str:
        """Title, publisher and date on one line, in English."""
        return self.citation_in(ENGLISH)

    def citation_in(self, language: Language) -> str:
        """Return title, publisher and date on one line, the date in words of a language."""
        return f"{self.title}, {self.publisher}, {language.partial_date(self.date)}"
