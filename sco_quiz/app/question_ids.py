"""Ids of new questions: from what another program calls them, else from the words of their prompts."""

import re
from collections.abc import Iterable
from hashlib import sha256

from sco_quiz.core.content import Content
from sco_quiz.core.kinds.field_types import MAX_SLUG
from sco_quiz.core.nodes import Plain
from sco_quiz.core.text import content_words, fold
from sco_quiz.lint.word_lists import subject_words
from sco_quiz.loading.hints import slugify

LONG = 3  # shorter words say little about a question
MARK = 6  # hexadecimal digits that tell questions with one name apart
_CYRILLIC = str.maketrans("абвгдеёзийклмнопрстуфыэіїєґў", "abvgdeeziiklmnoprstufyeiiegu") | str.maketrans(
    {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"}
)
_GENERIC = re.compile(
    r"\W*(?:(?:question|pregunta|frage|domanda|pergunta|questao|quest|vraag|pytanie|soru|вопрос|питання|kysymys|"
    r"fraga|sporsmal|otazka|kerdes|intrebare|题|問題|item|quiz|test|copy of|kopie von|q|p|n|no|nr)?[\W_]*\d*[a-z]?)\W*"
)


def slug(text: str) -> str:
    """Return the id nearest to some text, Cyrillic in Latin letters; empty when no character is left.

    >>> slug("Клетка и ядро"), slug("細胞")
    ('kletka-i-yadro', '')
    """
    return slugify(fold(text).translate(_CYRILLIC), "")


def words_of(stem: Content, count: int = 4) -> str:
    """Return the first words of a prompt that say what it is about, as an id; gaps hide the answer."""
    prompt = "".join(node.text for node in stem.inlines if isinstance(node, Plain))
    words = [word for word in subject_words(prompt) if len(word) > LONG] or content_words(prompt)
    return slug(" ".join(words[:count]))


def name_id(name: str, prompt: str) -> str:
    """Return the name of a question as an id; empty if the name is a number, or the beginning of the prompt.

    >>> name_id("Question 12", "Why?"), name_id("Mitochondria", "What powers a cell?")
    ('', 'mitochondria')
    """
    folded = fold(name)
    said = folded.rstrip(". …")
    if not said or _GENERIC.fullmatch(folded) or fold(prompt).startswith(said):
        return ""
    return slug(name)


def marked(base: str, content: str) -> str:
    """Return an id with a mark that depends on content alone, so that no other question changes it."""
    mark = mark_of(content)
    return f"{base[: MAX_SLUG - MARK - 1].rstrip('-')}-{mark}" if base else mark


def mark_of(content: str) -> str:
    """Return the mark of some content."""
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:MARK]


def free_id(base: str, taken: Iterable[str]) -> str:
    """Return the id, or the first free one with a number behind it."""
    known = set(taken)
    number, name = 2, base
    while name in known:
        name = f"{base[: MAX_SLUG - len(str(number)) - 1]}-{number}"
        number += 1
    return name
