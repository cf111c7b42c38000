"""Text contains markup that learners see as it is typed.

In a bank without `markup: markdown` text is plain: there is no bold or italic type, no link, table, formula or picture.
The rule says once for the whole bank which questions contain Markdown, HTML or LaTeX outside of backticks. Write
`markup: markdown` in bank.yaml, or plain text.

In a bank with `markup: markdown` the rule reports what is not read as markup though it looks like it: HTML, headings,
quotations, formulas in other delimiters, a table, list or code block whose lines YAML has joined (write the text after
`prompt: |`), marks that are not closed, marks in the hint of a gap, sums of money that became a formula, and paths and
indented lines that lose characters.

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
from collections.abc import Iterator
from dataclasses import replace

from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.nodes import Math, walk
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.plural import counted
from sco_quiz.core.problem import Severity
from sco_quiz.core.shorten import shorten
from sco_quiz.lint.bank_facts import BankFacts
from sco_quiz.lint.facts import Placed
from sco_quiz.lint.plain_markup import CODE
from sco_quiz.lint.prose import paragraphs_of
from sco_quiz.lint.rule import Finding

NAME = "literal-markup"
SEVERITY = Severity.WARNING

_BLOCK = "write the text after `|`, so that YAML leaves its lines apart"
_DELIMITED = re.compile(r"\\(?:\(.{1,300}?\\\)|\[.{1,300}?\\\])")
_TAG = "; between backticks, learners see the tag itself"
_PICTURE = "write `![what it shows](media/map.png)`"
_FIT = "delete the size: pictures fit the screen"
_CLOSE = "remove the space between the words and their marks"
# what is left in the words of marked-up text, and what to write instead
_LEFT = (
    (re.compile(r"<!--[^>]{0,300}-->"), "delete it, or write it after # on a line of its own, outside of the text"),
    (re.compile(r"</?(?:b|strong)>"), f"write `**bold**`{_TAG}"),
    (re.compile(r"</?(?:i|em)>"), f"write `*italic*`{_TAG}"),
    (re.compile(r"</?su[bp]>"), f"write `H~2~O` or `x^2^`{_TAG}"),
    (re.compile(r"<br ?/?>"), f"write a new line below, in text after `|`{_TAG}"),
    (re.compile(r"<img\b[^>]{0,300}>"), f"{_PICTURE}{_TAG}"),
    (re.compile(r"<a\b[^>]{0,300}>"), f"write `[words](https://example.org)`{_TAG}"),
    (
        re.compile(r"</?(?:u|p|h[1-6]|ol|ul|li|table|tr|t[dh]|div|span|font|center|pre|code)\b[^>]{0,300}>"),
        f"write Markdown: HTML is not read{_TAG}",
    ),
    (
        re.compile(
            r"&(?:nbsp|amp|lt|gt|quot|deg|euro|times|[lr]arr|[lr]dquo|[mn]dash|hellip"
            r"|[a-z]acute|[aouAOU]uml|#\d+|#x[0-9a-fA-F]+);"
        ),
        "write the character itself",
    ),
    (re.compile(r"\$\$"), "remove blank lines inside the formula, and end it with `$$`"),
    (_DELIMITED, "write formulas between dollars: `$x^2$`"),
    (re.compile(r"\\begin\{\w+\*?\}"), "write the formula between `$$` and `$$`"),
    (
        re.compile(r"(?<!:)\\(?:(?:[dt]?frac|sqrt|text|mathrm|vec)\{|(?:alpha|beta|cdot|circ|pi|rightarrow|times)\b)"),
        "write formulas between dollars: `$x^2$`",
    ),
    (re.compile(r"!?\[\[[^]\n]{1,300}\]\]"), f"{_PICTURE} or `[words](https://example.org)`"),
    (re.compile(r"!\[[^]\n]{0,300}\]\([^)\n]{1,300} =\d*x\d*\)"), _FIT),
    (re.compile(r"\{:? ?(?:width|height|align|style|class|[.#]\w)[^}\n]{0,100}\}"), _FIT),
    (
        re.compile(r"!?\[[^]\n]{0,300}\]\([^)\n]{1,300}\)"),
        "put an address with spaces into angle brackets: `(<media/my map.png>)`",
    ),
    (re.compile(r"(?<![\w/])media/[\w./-]{1,200}\.(?:png|jpe?g|gif|webp|svg)\b", re.IGNORECASE), _PICTURE),
    (
        re.compile(r"\[/?(?:b|i|u|img|image|url|code)\b[^]\n]{0,300}\]"),
        "write Markdown: `**bold**`, `*italic*`, `![…](…)`",
    ),
    (re.compile(r"\{\{[<%] ?\w[^}\n]{0,300}\}\}"), _PICTURE),
    (re.compile(r"^#{1,6} \S[^\n]*", re.MULTILINE), r"write `**bold**` instead of a heading, or `\#`"),
    (re.compile(r"^> \S[^\n]*", re.MULTILINE), "use quotation marks"),
    (re.compile(r"\|\s*(?::?-{3,}:?\s*\|)+"), _BLOCK),
    (re.compile(r"^[-*] \S[^\n]* [-*] \S[^\n]*|^1[.)] \S[^\n]* 2[.)] \S[^\n]*", re.MULTILINE), _BLOCK),
    (re.compile(r"```\w*"), "close the code with ``` on a line of its own, in text after `|`"),
    (re.compile(r"\$ [^$\n]{0,300}[\\^_=][^$\n]{0,300} \$"), "remove the spaces inside the dollars"),
    (re.compile(r"(?<![\w*])\*\*\w[^*\n]{0,300} \*\*|(?<!\S)\*\* \w[^*\n]{0,300}\w\*\*(?!\w)"), _CLOSE),
    (re.compile(r"(?<![\w*])\*[^\W\d][^*\n]{0,100} \*(?=[\s.,;:!?)]|$)"), _CLOSE),
    (
        re.compile(r"(?<![\w*])\*\*\w[^*\n]*|(?<![\w_])__(?!\w+__)\w[^_\n]*"),
        "close it with the same marks, without a space before them",
    ),
    (re.compile(r"~~\S[^~\n]{0,300}~~|==\w[^=\n]{0,300}=="), "write `**bold**` or `*italic*`"),
)
# learners type these, so that accepted forms may have them
_SCRIPTS = (
    (re.compile(r"\w{1,9}\^[-+]?\w+"), "write `x^2^` or `$x^2$`, or put code between backticks"),
    (
        re.compile(r"\b[A-Z]?[A-Za-z]_(?:\d+|\{\w{1,20}\})(?!\w)"),
        "write `H~2~O` or `$a_1$`, or put code between backticks",
    ),
)
_FOLDED_CODE = re.compile(r"```\w* [^\n]{0,3000}?```")
# Markdown removes the backslash before a symbol, and one of two
_PATH = re.compile(r"(?<!\w)[A-Za-z]:(?=\\)[^\s`]{0,200}?\\[!-/:-@[-`{-~]|(?<!\S)\\\\\w[\w.-]{0,100}\\\w")
_INDENTED = re.compile(r"^(?: {4}|\t)[^\S\n]*(\S[^\n]{0,100})", re.MULTILINE)
_ITEM = re.compile(r"^[^\S\n]*(?:[-*+]|\d{1,9}[.)])\s", re.MULTILINE)
_PRODUCT = re.compile(r"(?<![\w*\\])[a-z]\*[a-z]\*[a-z](?![\w*])", re.IGNORECASE)
# names that are typed without their backslash, outside of the words of a formula
_NAME = re.compile(
    r"\\(?:text\w*|math\w+|mbox|operatorname)\*?\s*\{[^}]*\}"
    r"|(?<![\\A-Za-z])(?P<name>sin|cos|tan|log|ln|lim|exp|sqrt|frac|alpha|beta|gamma|delta|theta|lambda|pi|sigma|omega)"
    r"(?![A-Za-z])"
)
# words without any symbol of mathematics
_WORDS = re.compile(r"(?=.*\b[A-Za-z]{2})[\w.,]+(?:\s+[\w.,]+)+")


def check_bank(facts: BankFacts) -> Iterator[Finding]:
    """Report markup in plain text, all of it in one finding, and what Markdown does not read."""
    yield from _of_plain_bank(facts)
    for item in facts.questions:
        if item.question.markup == "markdown":
            left = (*_in_hints(item.gap_hints), *(found for part in item.parts for found in _left(part)))
            yield from (replace(found, question=item.question.id) for found in left)


def _of_plain_bank(facts: BankFacts) -> Iterator[Finding]:
    plain = (item for item in facts.questions if item.question.markup == "plain")
    found = [(item.question, item.first_markup) for item in plain if item.first_markup]
    # what a question allows counts as found, and the engine drops it
    yield from (Finding("", question=question.id) for question, _ in found if NAME in question.allow)
    marked_up = [(question.id, written) for question, written in found if NAME not in question.allow]
    if marked_up:
        (first, written), ids = marked_up[0], [name for name, _ in marked_up]
        shown = f"learners see it as it is typed, such as `{written}` in `{first}`"
        hint = f"write `markup: markdown` in bank.yaml, or plain text, in {shorten(', '.join(ids), 120)}"
        yield Finding(f"{counted(len(ids), 'question')} with markup; {shown}", ("markup",), hint)


def _in_hints(hints: Placed) -> Iterator[Finding]:
    """Yield the hints of gaps with markup: in every surface, they are plain text."""
    for path, text in hints:
        parsed = parse_content(text, markup="markdown")
        if isinstance(parsed, MarkupError) or not parsed.is_literal:
            hint = "write it without markup, or use the field `hint`"
            yield Finding(f"the hint of a gap has no markup: `{text}`", path, hint, part=text)


def _left(part: Part) -> Iterator[Finding]:
    """Yield what looks like markup in marked-up text but is not read."""
    source, text = part.content.source, paragraphs_of(part.content)
    # Markdown takes the backslash of `\(` for an escape, and removes it
    texts = (CODE.sub("", source), text)
    typed = part.role in (Role.ACCEPTED, Role.REJECTED, Role.PARTIAL)
    for pattern, hint in _LEFT if typed else _LEFT + _SCRIPTS:
        found = pattern.search(texts[pattern is not _DELIMITED])
        # with a backslash before it, its author wants it to stay; with ^ behind it, it is read
        if found and re.search(rf"(?<!\\){re.escape(found[0])}(?!\^)", source):
            yield Finding(f"not read as markup: `{found[0]}`", part.path, hint, part=found[0])
            break
    yield from _misread(part)
    yield from _lost(part)


def _misread(part: Part) -> Iterator[Finding]:
    """Report code whose lines were joined, and what is read as a formula or as emphasis."""
    if found := _FOLDED_CODE.search(part.content.source):
        yield Finding(f"the lines of this code are joined: `{found[0]}`", part.path, _BLOCK, part=found[0])
    if found := _PRODUCT.search(_prose_source(part)):
        hint = f"write `{found[0].replace('*', ' * ')}`, or put code between backticks"
        yield Finding(f"read as emphasis: `{found[0]}`", part.path, hint, part=found[0])
    for node in walk(part.content.inlines):
        if not isinstance(node, Math):
            continue
        if _WORDS.fullmatch(node.tex):
            yield Finding(
                f"read as a formula: `{node.markup}`", part.path, r"write `\$` for a dollar", part=node.markup
            )
        elif name := next((found["name"] for found in _NAME.finditer(node.tex) if found["name"]), ""):
            message = f"read as a product of letters: `{name}` in `{shorten(node.markup, 60)}`"
            yield Finding(message, part.path, rf"write `\{name}`", part=node.markup)


def _lost(part: Part) -> Iterator[Finding]:
    """Report backslashes and spaces that Markdown removes."""
    source = _prose_source(part)
    if found := _PATH.search(source):
        hint = "put the path between backticks"
        yield Finding(f"a backslash is lost in this path: `{found[0]}`", part.path, hint, part=found[0])
    if (found := _INDENTED.search(source)) and not _ITEM.search(source):
        hint = "put code between two lines of ```"
        yield Finding(f"the indentation of this line is lost: `{found[1]}`", part.path, hint, part=found[1])


def _prose_source(part: Part) -> str:
    """Return the source of a part without code and formulas."""
    source = CODE.sub("", part.content.source)
    for node in walk(part.content.inlines):
        if isinstance(node, Math):
            source = source.replace(node.markup, "")
    return source
