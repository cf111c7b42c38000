"""Names of people: titles, initials, middle names, and a given name before a surname."""

import re
from collections.abc import Sequence
from functools import cache

from sco_quiz.core.typed.given_names import GIVEN_NAMES
from sco_quiz.core.typed.numerals import is_numeral
from sco_quiz.core.typed.phrases import Phrase, Token

# cards get the same tables, see sco_quiz/card/tables.py; as words without abbreviations
TITLES = (
    "mister missus ms miss doctor professor sir dame lord lady madam reverend father brother sister saint "
    "king queen prince princess emperor empress tsar czar kaiser sultan shah khan pope pharaoh "
    "duke duchess archduke count countess baron baroness earl marquis "
    "president chancellor premier minister senator governor congressman congresswoman representative mayor ambassador "
    "secretary judge justice speaker director chairman "
    "general admiral marshal major colonel captain commander lieutenant sergeant "
    "bishop archbishop cardinal imam ayatollah rabbi coach hms rms uss"
)
# words that may come before a title, as a part of it
BEFORE_TITLES = "prime vice deputy ex foreign secretary us uk soviet russian british field grand lieutenant major"
PARTICLES = "van von der den de del della di da do dos du la le el al bin ibn ben ter ten zu af st saint mac mc"
# behind these titles alone, a name is another person or place: Lady Macbeth, Saint Petersburg
NEEDED_TITLES = "saint lady missus"
_AFTER_OFFICE = frozenset(("of", "for", "and", "in", "to", "on", "at", "or"))
_PATRONYMIC = re.compile(r".{2,}(?:[oe]vich|[oe]vna|ich|ichna)")
# Franklin Delano Roosevelt
MOST_GIVEN_NAMES = 3


@cache
def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def title_length(phrase: Phrase) -> int:
    """Return how many words of a phrase are a title before a name."""
    at = 0
    while at < len(phrase) - 1 and not phrase[at].cut:
        before = at
        while phrase[before].word in _listed(BEFORE_TITLES) and before < len(phrase) - 2:
            before += 1
        if phrase[before].word not in _listed(TITLES) or before == len(phrase) - 1:
            break
        at = before + 1
    return 0 if phrase[at].word in _AFTER_OFFICE or is_numeral(phrase[at].word) else at


def needs_title(title: Sequence[str], name: Phrase) -> bool:
    """Whether a name without its title would be another one."""
    return len(name) == 1 and title[-1] in _listed(NEEDED_TITLES)


def same_name(typed: Phrase, meant: Phrase) -> bool:
    """Whether two full names differ only in initials and middle names: Ada Byron, A. Byron, Ada Augusta Byron."""
    if min(len(typed), len(meant)) < 2 or not _is_name(typed) or not _is_name(meant):
        return False
    # the key is written as names are; a learner may type it in lower case
    if not all(token.capital or is_particle(token) for token in meant):
        return False
    if not _same_ends(typed, meant):
        return False
    extra = _extra(typed, meant)
    if extra is None:
        return False
    return any(is_given(token.word) for token in (typed[0], meant[0])) or any(map(_is_second, extra))


def other_middle(typed: Phrase, name: Phrase) -> bool:
    """Whether two names differ in their middle names alone: George W. Bush is not George H. W. Bush."""
    return min(len(typed), len(name)) > 2 and _same_ends(typed, name) and _extra(typed, name) is None


def _same_ends(typed: Phrase, meant: Phrase) -> bool:
    """Whether the surnames and the first names are the same; a letter is not a surname."""
    last = typed[-1].word
    return len(last) > 1 and last == meant[-1].word and _same_part(typed[0].word, meant[0].word)


def _is_second(token: Token) -> bool:
    """Whether a word is an initial or a patronymic."""
    return len(token.word) == 1 or bool(_PATRONYMIC.fullmatch(token.word))


def _is_name(phrase: Phrase) -> bool:
    if len(phrase) == 2 and phrase[0].tied:
        return False
    return not any(token.cut or token.word in _AFTER_OFFICE or token.word[0].isdigit() for token in phrase)


def _same_part(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return left == right or (len(short) == 1 and long.startswith(short))


def _extra(typed: Phrase, meant: Phrase) -> Phrase | None:
    """Return the middle names that only one of two names has; None if they contradict each other."""
    particles = [[token.word for token in name[1:-1] if is_particle(token)] for name in (typed, meant)]
    if all(particles) and particles[0] != particles[1]:
        return None
    middle = (tuple(token for token in name[1:-1] if not is_particle(token)) for name in (typed, meant))
    shorter, longer = sorted(middle, key=len)
    pairs = zip(shorter, longer, strict=False)
    return longer[len(shorter) :] if all(_same_part(one.word, other.word) for one, other in pairs) else None


def is_given(word: str) -> bool:
    """Whether a folded word is a common given name, an initial or a patronymic."""
    return len(word) == 1 or word in _listed(GIVEN_NAMES) or bool(_PATRONYMIC.fullmatch(word))


def is_surname(phrase: Phrase) -> bool:
    """Whether a phrase may be a surname alone, such as Putin or van Gogh."""
    *before, last = phrase
    return last.capital and len(last.word) > 1 and all(map(is_particle, before))


def is_particle(token: Token) -> bool:
    """Whether a word may be a part of a surname, such as "van"."""
    return token.word in _listed(PARTICLES)


def adds_particles(typed: Phrase, surname: Phrase) -> bool:
    """Whether a phrase is a surname with nothing but particles before it."""
    before = typed[: -len(surname)]
    same = [token.word for token in typed[len(before) :]] == [token.word for token in surname]
    return bool(before) and same and all(map(is_particle, before))


def adds_given_names(typed: Phrase, surname: Phrase) -> bool:
    """Whether a phrase is a surname with given names before it."""
    given = typed[: -len(surname)]
    if not 0 < len(given) <= MOST_GIVEN_NAMES or not _is_name(typed) or not is_given(given[0].word):
        return False
    return [token.word for token in typed[len(given) :]] == [token.word for token in surname]
