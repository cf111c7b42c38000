"""The tag of a bank's language, such as `en`, `zh-Hans` or `pt-BR` (IETF BCP 47)."""

import re
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from sco_quiz.core.kinds.field_types import AS_TYPED

# all languages with two letters (ISO 639-1): any other two letters are usually the code of a country
_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
# names, countries, and codes with three letters of languages that have one with two
_MEANT = {
    meant: code
    for code, names in {
        "ar": "arabic ara العربية",
        "cs": "czech cz ces cze čeština",
        "da": "danish dk dan dansk",
        "de": "german deu ger deutsch",
        "el": "greek gr ell gre ελληνικά",
        "en": "english eng gb us",
        "es": "spanish spa español castellano",
        "fr": "french fra fre français",
        "he": "hebrew heb iw עברית",
        "it": "italian ita italiano",
        "ja": "japanese jp jpn 日本語",
        "kk": "kazakh kz kaz қазақша",
        "ko": "korean kor 한국어",
        "pl": "polish pol polski",
        "pt": "portuguese por português",
        "ru": "russian rus русский",
        "sv": "swedish swe svenska",
        "tr": "turkish tur türkçe",
        "uk": "ukrainian ua ukr українська",
        "zh": "chinese cn zho chi 中文",
    }.items()
    for meant in names.split()
}
_TAG = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*", re.IGNORECASE)


def _language_tag(value: str) -> str:
    """Return a tag with its usual capitals."""
    code, *rest = value.replace("_", "-").split("-")
    known = _MEANT.get(code.casefold(), code.lower())
    tag = "-".join([known, *map(_cased, rest)])
    if tag.casefold() == value.casefold() and _TAG.fullmatch(tag) and (len(code) == 3 or known in _CODES.split()):
        return tag
    meant = tag if _TAG.fullmatch(tag) and known in _CODES.split() else ""
    raise PydanticCustomError(
        "bad-language", "`{value}` is not the tag of a language", {"value": value[:40], "meant": meant}
    )


def _cased(part: str) -> str:
    """Return a part of a tag as it is usually written: Hans is a script, BR a region."""
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 and part.isalpha() else part.lower()


# editors read `no` as text, but older ones as a truth value
_SCHEMA = {"type": AS_TYPED, "pattern": r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}
LanguageTag = Annotated[str, AfterValidator(_language_tag), WithJsonSchema(_SCHEMA)]
