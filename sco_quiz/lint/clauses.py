"""Where a prompt asks: the main clause of its question, and the word that negates it."""

import re

from sco_quiz.lint.word_lists import pattern

# a question word asks at the start of a sentence or clause, and behind a preposition; elsewhere it joins a clause
_QUESTION_WORD = re.compile(
    r"(?:^\W*|[,;:]\W{1,9}|\b(?:and|at|by|following|for|from|in|of|on|these|to|under|with) )"
    r"(?:(?P<asks>which|what|who|whom|whose|why|how)"
    r"|(?P<joins>when|where) (?:are|can|did|do|does|is|was|were|will|won)(?:n?'t|not)?)\b"
    # "Choose the statement that is not true": the noun stands for a question word
    r"|\b(?P<head>answer|choice|item|one|option|sentence|statement)s? (?:that|which)\b"
)
_CLAUSE_END = re.compile(
    r"[,;:]|\b(?:although|because|if|since|so|than|that|though|unless|what|when|where|which|while|who|whom|whose)\b"
)
_HARMLESS = re.compile(r"\bat least\b|\bnot (?:least|only|just|necessarily)\b|\bor not\b|\bno\. ")
_FALSE = re.compile(
    r"\b(?:is|are|was|were|be)(?: \w+ly)? (?:false|incorrect|untrue)\b"
    r"|\b(?:false|incorrect|untrue) (?:answer|claim|option|sentence|statement)s?\b"
)
_EXCEPT = re.compile(
    r"\b(?:except(?: for)?|all but)(?: one| which)?\W*$|\bexcept (?:for )?(?:one|which)\b"
    r"|\b(?:all|each|any) of (?:the|these|those)\b.*\bexcept\b"
)
# every negation has one of these words, or one of the list `negations`
NEGATING = {"except", "but", "false", "incorrect", "untrue"}
# a sentence ends before a capital or a line break, but not behind an initial: "the U.S. State"
_SENTENCE_END = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))(?<!\b[A-Z]\.)[ \t]+(?=[\"“(]*[^\W\d_a-z])|(?<=[.!?])\s*\n|\n\s*\n"
)


def asking_clause(sentence: str) -> str:
    """Return the folded main clause of a question, from its question word on; empty when nothing asks.

    >>> asking_clause("if it rains, which cities that are far away get wet?")
    'which cities '
    """
    asks = next(iter(_QUESTION_WORD.finditer(sentence)), None)
    if asks is None:
        return ""
    start = next(asks.start(name) for name in ("asks", "joins", "head") if asks[name])
    end = _CLAUSE_END.search(sentence, asks.end())
    return sentence[start : end.start() if end else None]


def negation_in(question: str) -> str:
    """Return the word that makes a folded question ask for what is not so, or an empty string.

    >>> negation_in("which city is not a port?"), negation_in("why is it not a port?"), negation_in("all but")
    ('not', '', 'all but')
    """
    if found := _EXCEPT.search(question):
        return "all but" if "all but" in found[0] else "except"
    clause = asking_clause(question)
    if not clause or clause.startswith("why") or clause.startswith("how come"):
        return ""
    found = pattern("negations").search(_HARMLESS.sub("", clause)) or _FALSE.search(clause)
    return found[0].split()[-1] if found else ""


def negation_of(statement: str) -> str:
    """Return the word that negates a folded statement, or an empty string."""
    found = pattern("negations-in-options").search(_HARMLESS.sub("", statement))
    return found[0] if found else ""


def main_sentence(text: str) -> str:
    """Return the last sentence with a question mark; else the last sentence."""
    sentences: list[str] = [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
    asking = [sentence for sentence in sentences if "?" in sentence]
    return (asking or sentences or [""])[-1]
