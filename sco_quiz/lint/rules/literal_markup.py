"""Text contains markup that learners see as it is typed.

In a bank without `markup: markdown` text is plain: there is no bold or italic type, no link, table, formula or picture.
The rule says once for the whole bank which questions contain Markdown, HTML or LaTeX outside of backticks. Write
`markup: markdown` in bank.yaml, or plain text.

In a bank with `markup: markdown` the rule reports what is not read as markup though it looks like it: HTML, headings,
quotations, formulas in other delimiters, a table, list or code block whose lines YAML has joined (write the text after
`prompt: |`), marks that are not closed, and sums of money that became a formula.

Example:

    - type: short_answer
      prompt: In which city did **finance** ministers of SCO members meet in December 2009?
      answer: Almaty

Instead:

    - type: short_answer
      prompt: In which city did finance ministers of SCO members meet in December 2009?
      answer: Almaty
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sco_quiz.core.nodes import Math, walk
from sco_quiz.core.parts import Part
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Severity
from sco_quiz.core.shorten import shorten
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.prose import paragraphs_of
from sco_quiz.lint.rule import Finding

NAME = "literal-markup"
SEVERITY = Severity.WARNING

_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`]*`", re.DOTALL)
# nothing is searched further than 300 characters, so that the time grows with the length of the text alone
_MARKUP = re.compile(
    r"!\[[^]]{0,300}\]\([^)]{1,300}\)|<img\b[^>]{0,300}>"
    r"|\[[^]]{1,300}\]\([^)\s]{1,300}\)|<a\b[^>]{0,300}>"
    r"|\*\*(?=\S).{1,300}?(?<=\S)\*\*|\b__(?=\S).{1,300}?(?<=\S)__\b|</?(?:b|i|em|strong|u)>"
    r"|</?(?:br|p|sub|sup|span|div|table|tr|td|ul|li)\b[^>]{0,300}>"
    r"|\$\$.{1,300}?\$\$|\$(?=\S)[^$\n]{0,300}[\\^_={][^$\n]{0,300}(?<=\S)\$|\\\(.{1,300}?\\\)"
    r"|^\s*\|(?:\s*:?-{3,}:?\s*\|)+",
    re.MULTILINE,
)
_BLOCK = "write the text after `|`, so that YAML leaves its lines apart"
_DELIMITED = re.compile(r"\\(?:\(.{1,300}?\\\)|\[.{1,300}?\\\])")
# what is left in the words of marked-up text, and what to write instead
_LEFT = (
    (re.compile(r"</?(?:b|strong)>"), "write `**bold**`"),
    (re.compile(r"</?(?:i|em)>"), "write `*italic*`"),
    (re.compile(r"</?su[bp]>"), "write `H~2~O` or `x^2^`"),
    (re.compile(r"<br ?/?>"), "write a new line below, in text after `|`"),
    (re.compile(r"<img\b[^>]{0,300}>"), "write `![what it shows](media/map.png)`"),
    (re.compile(r"<a\b[^>]{0,300}>"), "write `[words](https://example.org)`"),
    (
        re.compile(r"</?(?:u|p|h[1-6]|ol|ul|li|table|tr|t[dh]|div|span|font|center|pre|code)\b[^>]{0,300}>"),
        "write Markdown: HTML is not read",
    ),
    (re.compile(r"&(?:nbsp|amp|lt|gt|quot|[a-z]acute|[aouAOU]uml|#\d+|#x[0-9a-fA-F]+);"), "write the character itself"),
    (_DELIMITED, "write formulas between dollars: `$x^2$`"),
    (
        re.compile(r"!?\[\[[^]\n]{1,300}\]\]"),
        "write `![what it shows](media/map.png)` or `[words](https://example.org)`",
    ),
    (
        re.compile(r"!?\[[^]\n]{0,300}\]\([^)\n]{1,300}\)"),
        "put an address with spaces into angle brackets: `(<media/my map.png>)`",
    ),
    (
        re.compile(r"\[/?(?:b|i|u|img|image|url|code)\b[^]\n]{0,300}\]"),
        "write Markdown: `**bold**`, `*italic*`, `![…](…)`",
    ),
    (re.compile(r"\{\{[<%] ?\w[^}\n]{0,300}\}\}"), "write `![what it shows](media/map.png)`"),
    (re.compile(r"^#{1,6} \S[^\n]*", re.MULTILINE), "write `**bold**`: there are no headings"),
    (re.compile(r"^> \S[^\n]*", re.MULTILINE), "use quotation marks"),
    (re.compile(r"\|\s*(?::?-{3,}:?\s*\|)+"), _BLOCK),
    (re.compile(r"^[-*] \S[^\n]* [-*] \S[^\n]*|^1[.)] \S[^\n]* 2[.)] \S[^\n]*", re.MULTILINE), _BLOCK),
    (re.compile(r"```\w*"), "close the code with ``` on a line of its own, in text after `|`"),
    (re.compile(r"\$ [^$\n]{0,300}[\\^_=][^$\n]{0,300} \$"), "remove the spaces inside the dollars"),
    (
        re.compile(r"(?<![\w*])\*\*\w[^*\n]*|(?<![\w_])__(?!\w+__)\w[^_\n]*"),
        "close it with the same marks",
    ),
    (re.compile(r"~~\S[^~\n]{0,300}~~|==\w[^=\n]{0,300}=="), "write `**bold**` or `*italic*`"),
)
_FOLDED_CODE = re.compile(r"```\w* [^\n]{0,3000}?```")
# words without any symbol of mathematics
_WORDS = re.compile(r"(?=.*\b[A-Za-z]{2})[\w.,]+(?:\s+[\w.,]+)+")


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report markup in plain text, all of it in one finding, and what Markdown does not read."""
    yield from _of_plain_bank(facts)
    for item in facts.questions:
        if item.question.markup == "markdown":
            yield from (replace(found, question=item.question.id) for part in item.parts for found in _left(part))


def _of_plain_bank(facts: BankFacts) -> Iterator[Finding]:
    plain = (item for item in facts.questions if item.question.markup == "plain")
    found = [(item.question, written) for item in plain if (written := _first_markup(item.parts))]
    # what a question allows counts as found, and the engine drops it
    yield from (Finding("", question=question.id) for question, _ in found if NAME in question.allow)
    marked_up = [(question.id, written) for question, written in found if NAME not in question.allow]
    if marked_up:
        (first, written), ids = marked_up[0], [name for name, _ in marked_up]
        shown = f"learners see it as it is typed, such as `{written}` in `{first}`"
        hint = f"write `markup: markdown` in bank.yaml, or plain text, in {shorten(', '.join(ids), 120)}"
        yield Finding(f"{counted(len(ids), 'question')} with markup; {shown}", ("markup",), hint)


def _first_markup(parts: Iterable[Part]) -> str:
    texts = (_CODE.sub("", part.content.plain) for part in parts)
    return next((found[0].strip() for text in texts if (found := _MARKUP.search(text))), "")


def _left(part: Part) -> Iterator[Finding]:
    """Yield what looks like markup in marked-up text but is not read."""
    source, text = part.content.source, paragraphs_of(part.content)
    # Markdown takes the backslash of `\(` for an escape, and removes it
    texts = (_CODE.sub("", source), text)
    for pattern, hint in _LEFT:
        found = pattern.search(texts[pattern is not _DELIMITED])
        # with a backslash before it, its author wants it to stay
        if found and re.search(rf"(?<!\\){re.escape(found[0])}", source):
            yield Finding(f"not read as markup: `{found[0]}`", part.path, hint, part=found[0])
            break
    yield from _misread(part)


def _misread(part: Part) -> Iterator[Finding]:
    """Report code whose lines were joined, and words that are read as a formula."""
    if found := _FOLDED_CODE.search(part.content.source):
        yield Finding(f"the lines of this code are joined: `{found[0]}`", part.path, _BLOCK, part=found[0])
    for node in walk(part.content.inlines):
        if isinstance(node, Math) and _WORDS.fullmatch(node.tex):
            yield Finding(
                f"read as a formula: `{node.markup}`", part.path, r"write `\$` for a dollar", part=node.markup
            )
