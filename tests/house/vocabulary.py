"""Find words that the program's texts avoid: `python -m tests.house.vocabulary [PATH...]`."""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
GUIDES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "questions/README.md",
    "questions/formatting.md",
    "questions/exchange.md",
    "questions/class.md",
    "decks/README.md",
)
SEARCHED = (
    "sco_quiz/**/*.py",
    "sco_quiz/**/*.html",  # the scripts of cards are in the note types of students' collections: even its comments stay
    "sco_quiz/data/pages/*.md",
    "sco_quiz/data/starter/*",
    "tests/**/*.expected",
    "tests/cli/transcript.txt",
    *GUIDES,
)
# tables of British spellings and of function words
NOT_SEARCHED = (
    "sco_quiz/core/typed/spelling.py",
    "sco_quiz/core/stop_words.py",
    *(f"sco_quiz/core/words/{code}.py" for code in ("de", "es", "fr", "ru", "zh")),
)


class Word(NamedTuple):
    """A pattern to avoid, what to write instead, and contexts in which the same letters are good English."""

    pattern: str
    say: str
    unless: str = ""


class Hit(NamedTuple):
    file: str
    line: int
    found: str
    say: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.found!r}: say {self.say}"


# A pattern names the use of a word that is meant: `tell` is free, `is told` is not. `unless` matches text around a hit
# where the word has its ordinary meaning, or is part of a term.
DIALECT = (
    Word(
        r"signs?",
        "character, symbol",
        r"(?:minus|plus|equals?|percent|dollar|number|pound|at|than|euro|yen|rupee|degree|section)[ -]signs?|"
        r"signs? in|the sign is|^signs$|signs or all",  # `signs` is a value of the field strict
    ),
    Word(r"blanks?", "space, blank line, missing", r"blank (?:lines?|pages?|screens?|answers?)|fill in the blank"),
    Word(r"a text|texts", "string, text", r"a text (?:file|field|editor|browser|mode|size|that starts)"),
    Word(r"amiss", "missing, wrong"),
    Word(r"hold(?:s|ing)? (?:no|none|nothing)|(?-i:of none|is none)", "has no, is empty", r"there is none"),
    Word(r"group of `|pairs of `", "mapping, field"),
    Word(r"mend(?:s|ed|ing)?", "fix, correct"),
    Word(r"stands?|stood|standing", "is, occurs", r"(?:stands?|stood|standing) (?:for|alone|out)"),
    Word(
        r"(?:is|are|was|were|be|been|being|not|what|gets?) told|told (?:apart|from|in)|"
        r"tells (?:the|what|where|that|it|nothing|of|how|only)|tell (?:what|of|nothing|how|only)|is said|says? of",
        "show, print, report, explain",
    ),
    Word(r"go(?:es|ing)? on|went on|gone on", "continue, resume"),
    Word(r"anew", "again, recreate"),
    Word(r"for ?ever", "permanent, never changes"),
    Word(r"com(?:es?|ing) along|tak(?:es?|ing|en) along", "built-in, include"),
    Word(r"slips?(?: of| away)?", "typo, mistake"),
    # to keep a value unchanged or to keep to a rule is ordinary; to keep an answer is to save it
    Word(r"(?:is|are|was|be|been|yet) kept|keeps? (?:your|answers?|an answer|nothing)|keepers?", "save, store"),
    Word(
        r"forget(?:s|ting|ful)?|(?:take|takes|taken|took|taking) (?:it |that |them )?(?:away|back)|"
        r"thr[oe]wn?s? (?:it |them )?away",
        "delete, undo, discard",
        r"forgetting curve",
    ),
    Word(r"(?:left|leaves?|leaving) (?:it |them |these )?(?:out|alone)", "skip, ignore"),
    Word(r"advice", "suggestion"),
    Word(r"disks? (?:refuses?|fails?|forbids?)", "disk error, permission denied"),
    # the tables of a released version keep their comments
    Word(r"moments?", "timestamp, time", r"as all moments here"),
    # a text may fit on a line
    Word(r"fits?", "valid, matches", r"fits? (?:on|into|a|the) (?:\w+ )?(?:line|screen|page|width|window|card)s?"),
    Word(r"\w+ at (?:most|least)(?=[,;.:)\"']|\s*$)", "at most or at least before the number"),
    Word(r"rows? of days|days? in a row|longest row", "streak"),
    Word(r"ma(?:de|ke|kes|king) (?:\w+ )?(?:harmless|visible)", "escape, sanitize"),
    Word(r"made[- ]up", "placeholder", r"made up of"),
    Word(r"natural order", "ascending order"),
    Word(r"who(?:so)?ever|what(?:so)?ever|whichever", "user, learner, any, every"),
    Word(r"those who|one who|who hears?|hears? (?:it|the quiz)", "user, learner, screen reader", r"the one who"),
    Word(r"present (?:one|bank|file|state|day|form)|at present|present and former", "current"),
    Word(r"former", "previous"),
    # notes of retired questions say "its place is taken": other words would change published notes
    Word(r"(?:its|their|whose) places?", "position, location, option letter", r"its place is taken"),
    Word(r"waits? to|that waited", "not yet saved, can be resumed"),
    Word(r"all the same", "anyway"),
    Word(r"so it is|(?:reported|asked for|needed|meant|looked at|wanted) (?:is|are)", "subject first, active voice"),
    Word(r"of which", "a shorter sentence"),
    Word(r"looked (?:at|for)", "check, read, search"),
    Word(r"and yet|thereof|whence|thence|hence|lest|thereby|wherein|nought|naught|whither|albeit", "modern English"),
    Word(r"belongs? to `|(?:does|do) not belong|belongs? (?:with|here|there)", "is part of, requires, use with"),
    Word(r"in silence", "silently"),
    Word(r"the one way", "the standard form"),
    Word(r"(?:that|which|it|what|there|files?|folders?) l(?:ies|ie|ay)", "is in"),
    Word(
        r"(?:is|are|was|were) no (?!(?:longer|more|less|such|way|need|\w+er)\b)\w+",
        "is not a …",
        r"there (?:is|are|was|were) no",
    ),
    Word(r"small letters?|capital letters?", "lower-case or upper-case letters"),
    Word(r"(?:an?|the|no|its|without|with) holes?", "gap, missing number"),
    Word(r"so many", "that many, this many", r"so many (?:\w+ )?that"),
    Word(r"known? of|nor (?:is|are|does|do|can)|in (?:a|the) teacher's words", "plain English"),
)

BRITISH = (
    Word(r"\w*(?:colour|favour|behaviour|neighbour|honour|labour|flavour)\w*", "-or"),
    Word(r"per cent", "percent", r"^per cent$"),  # a unit that learners may type
    Word(r"learnt|spelt|burnt|dreamt|leant", "-ed"),
    Word(r"practis(?:e|es|ed|ing)", "practice"),
    Word(r"grey(?:s|ed|ish)?", "gray"),
    Word(r"(?:centre|metre|litre|fibre|theatre)s?", "-er", r"Centre for"),
    # a bad example has the British word where the program expects the American one
    Word(r"(?:analys|paralys|catalys)(?:e|es|ed|ing)", "-yze", r"level: analyse"),
    Word(
        r"\w*(?:recogn|organ|normal|initial|real|summar|capital|categor|final|general|minim|maxim|optim|sanit|serial|"
        r"token|symbol|character|emphas|apolog|author|custom|local|util|visual|random|memor|standard)"
        r"is(?:e|es|ed|ing|ations?|ers?)",
        "-ize",
    ),
    Word(r"licences?", "license"),
    Word(r"catalogues?|dialogues?", "catalog, dialog"),
    Word(r"(?:cancel|label|travel|model|signal|marvel)l(?:ed|ing|ers?)", "one l"),
    Word(r"whilst|amongst|towards", "while, among, toward"),
    Word(r"fulfil|enrol|skilful|judgement|programmes?|defence|offence|plough|artefacts?", "American spelling"),
)


def _compiled(word: Word) -> re.Pattern[str]:
    """A space in a pattern matches any white space. Parts of rule names and paths do not match."""
    pattern = re.sub(r" (?=[\w(`|)])", r"\\s+", word.pattern)
    return re.compile(rf"(?<![\w/-])(?:{pattern})(?![\w/-]|\.\w)", re.IGNORECASE)


Pattern = tuple[Word, re.Pattern[str], re.Pattern[str]]
SPELLING: list[Pattern] = [(word, _compiled(word), re.compile(word.unless or r"(?!)", re.I)) for word in BRITISH]
WORDS: list[Pattern] = [(word, _compiled(word), re.compile(word.unless or r"(?!)", re.I)) for word in DIALECT]


def _unquoted(text: str) -> str:
    return re.sub(r"`[^`\n]+`", lambda quoted: "`" + "\N{BULLET}" * (len(quoted[0]) - 2) + "`", text)


def found_in(text: str, patterns: list[Pattern] = WORDS + SPELLING) -> Iterator[tuple[int, str, str]]:
    """Yield the offset, the words and the remedy of each hit. Text in backquotes is quoted, so it is not searched."""
    prose = _unquoted(text)
    for word, pattern, unless in patterns:
        for match in pattern.finditer(prose):
            around = range(match.start(), match.end())
            if not any(hit.start() < around.stop and around.start < hit.end() for hit in unless.finditer(prose)):
                yield match.start(), " ".join(match[0].split()), word.say


def _joined(node: ast.JoinedStr) -> str:
    """The text of an f-string, with `…` for what is filled in."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)


@cache
def misspelled(name: str) -> list[tuple[str, str]]:
    """Return the British words of a name and their remedies."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).strip()
    return [(found, say) for _, found, say in found_in(words, SPELLING)]


def python_texts(source: str, tokens: list[tokenize.TokenInfo]) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each string literal, docstring and comment."""
    inside_f_strings: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            inside_f_strings.update(map(id, node.values))
            yield node.lineno, _joined(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside_f_strings:
            yield node.lineno, node.value
    for token in tokens:
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def hits(path: Path, name: str = "") -> Iterator[Hit]:
    """Yield what one file says in the old dialect."""
    name = name or str(path)
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
        pieces = list(python_texts(text, tokens))
        names = (token for token in tokens if token.type == tokenize.NAME)
        yield from (Hit(name, each.start[0], *found) for each in names for found in misspelled(each.string))
    else:
        pieces = [(1, text)]
    everything = _unquoted("\n".join(piece for _, piece in pieces))
    likely = [pattern for pattern in WORDS + SPELLING if pattern[1].search(everything)]
    for line, piece in pieces:
        for offset, found, say in found_in(piece, likely):
            yield Hit(name, line + piece.count("\n", 0, offset), found, say)


def files() -> list[Path]:
    found = {path for pattern in SEARCHED for path in ROOT.glob(pattern) if path.is_file()}
    return sorted(found - {ROOT / path for path in NOT_SEARCHED})


def main(arguments: list[str]) -> int:
    """Print the hits in the files and folders given, or in all that are searched."""
    wanted = [Path(argument).resolve() for argument in arguments]
    chosen = [p for p in files() if not wanted or any(p == w or p.is_relative_to(w) for w in wanted)]
    found = [hit for path in chosen for hit in hits(path, path.relative_to(ROOT).as_posix())]
    for hit in sorted(found):
        print(hit)
    print(f"{len(found)} hits in {len(chosen)} files", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
