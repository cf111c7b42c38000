"""Read GIFT as Moodle 5.1 does, and say where Moodle reads something else than its author meant."""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import ReadOptions
from sco_quiz.formats.exchange.encoding import text_of
from sco_quiz.formats.exchange.item import NO_TEXT, Body, GapsBody, Item, Parsed, RichText, TextBody, marker
from sco_quiz.formats.exchange.reasons import QuestionError, named_problem
from sco_quiz.formats.exchange.setting import split_setting
from sco_quiz.formats.gift.answers import body_of
from sco_quiz.formats.gift.blocks import Block, blocks_of
from sco_quiz.formats.gift.braces import Answers, find_answers
from sco_quiz.formats.gift.doubts import doubts_of
from sco_quiz.formats.gift.embedded import has_gaps, read_gaps
from sco_quiz.formats.gift.masked import Slice, unescaped
from sco_quiz.formats.gift.remarks import Remark

_CATEGORY = "$CATEGORY:"
# two slashes are one in the name of a category
_DIVIDER = re.compile("(?<!/)/(?!/)")
_GENERAL = "####"
_ID = re.compile(r"\[id:((?:\\\]|[^\]\x00-\x1f]){1,255})\]")
_TAG = re.compile(r"\[tag:((?:\\\]|[^\]<>`\x00-\x1f]){1,255})\]")
# what says that a file is GIFT: a name, a category, or an answer in braces
_LIKE = re.compile(r"^::.+?::|^\$CATEGORY:|\{(?=[^{}\"]*[=~#])[^{}]*\}|\{(?:T|F|TRUE|FALSE)\}", re.MULTILINE)
_ENOUGH = 20_000
_LINE = "_____"
OWN_CLOZE = "[kind:cloze]"
"""What our writer notes in the comment on a cloze: to Moodle, it is a short answer with a line in its text."""
# how Moodle heads each question that it exports, also one whose kind GIFT does not have
_EXPORTED = re.compile(r"// question: [1-9]\d*  name: (.*)")


def is_like(data: bytes, name: str) -> bool:
    """Return whether a file looks like GIFT."""
    text = data[:_ENOUGH].decode(errors="ignore").lstrip("\ufeff \r\n\t")
    return not text.startswith(("<", "{", '["', "PK")) and bool(_LIKE.search(text))


def parse(data: bytes, name: str, options: ReadOptions) -> Parsed:
    """Return the questions of a GIFT file."""
    text = text_of(data, name, options)
    if isinstance(text, Problem):
        return Parsed((), (text,))
    return _Reader(name).read(text)


@dataclass(slots=True)
class _Reader:
    """Reads block after block; the category stays until the next one."""

    file: str
    category: str = ""
    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, text: str) -> Parsed:
        without = []
        for block in blocks_of(text):
            source = Slice.of(block.text).cut(0)
            if source.masked.startswith(_CATEGORY):
                self._enter(source.cut(len(_CATEGORY)), block)
            elif source:
                without.append(self._question(source, block) is None)
            elif skipped := _EXPORTED.search(block.comment):
                what = f"Moodle did not export `{skipped[1]}`, since GIFT does not have its kind"
                remark = Remark("unsupported-kind", what, hint="export the questions from Moodle as Moodle XML")
                self._add(block, remark)
        if without and all(without):
            self._add(block, Remark("unknown-format", "no question with answers in braces was found"))
        return Parsed(tuple(self.items), tuple(self.problems))

    def _enter(self, path: Slice, block: Block) -> None:
        """Take over a category; `top` and the course before it are names that Moodle gives."""
        parts = [part.strip() for part in _DIVIDER.split(path.text)]
        while parts and (parts[0].startswith("$") or parts[0] == "top"):
            parts = parts[1:]
        self.category = "/".join(parts)

    def _question(self, source: Slice, block: Block) -> bool | None:
        """Read a question; return None if there are no braces."""
        name, text = _name(source)
        if has_gaps(text.masked):
            return self._with_gaps(block, name, text)
        answers = find_answers(text)
        if answers is None:
            what = "there are no answers in braces: this is not a question"
            self._add(block, Remark("not-a-question", what, source.start))
            return None
        if isinstance(answers, str):
            hint = r"write \{ and \} for braces that are text, and put a blank line between questions"
            self._add(block, Remark("unreadable-question", answers, source.start, hint))
            return False
        return self._answered(block, name, text, answers)

    def _with_gaps(self, block: Block, name: str, text: Slice) -> bool:
        place = block.place(self.file, text.start)
        try:
            prompt, gaps, doubts = read_gaps(text, name, place)
        except QuestionError as error:
            self._add(block, Remark(error.name, error.message, text.start, error.hint))
            return False
        self.problems += doubts
        self.items.append(self._item(block, name, prompt, gaps, NO_TEXT))
        return True

    def _answered(self, block: Block, name: str, text: Slice, answers: Answers) -> bool:
        own = OWN_CLOZE in block.comment
        prompt = _prompt(text, answers, marker(1) if own else "")
        inside, general = _general(text.cut(answers.start + 1, answers.end))
        try:
            body, remarks = body_of(inside, prompt.form)
        except QuestionError as error:
            self._add(block, Remark(error.name, error.message, text.start, error.hint))
            return False
        if own and isinstance(body, TextBody):
            body = GapsBody(((body, Fraction(1)),))
        for remark in (*doubts_of(block, text, answers, general), *remarks):
            self._add(block, remark)
        self.items.append(self._item(block, name, prompt, body, general.rich(prompt.form)))
        return True

    def _item(self, block: Block, name: str, prompt: RichText, body: Body, general: RichText) -> Item:
        found = _ID.search(block.comment)
        tags = tuple(tag.replace("\\]", "]").strip() for tag in _TAG.findall(block.comment))
        setting, prompt = split_setting(prompt)
        return Item(
            block.place(self.file),
            prompt,
            body,
            name=name,
            idnumber=found[1].replace("\\]", "]").strip() if found else "",
            category=self.category,
            feedback=general,
            tags=tags,
            setting=setting,
        )

    def _add(self, block: Block, remark: Remark) -> None:
        place = block.place(self.file, remark.offset)
        self.problems.append(named_problem(remark.name, remark.message, place, remark.hint))


def _name(source: Slice) -> tuple[str, Slice]:
    """Return the name between double colons, and the rest."""
    end = source.masked.find("::", 2) if source.masked.startswith("::") else -1
    if end < 0:
        return "", source.cut(2) if source.masked.startswith("::") else source
    return unescaped(source.source[2:end]), source.cut(end + 2)


def _prompt(text: Slice, answers: Answers, gap: str) -> RichText:
    """Return the text around the braces; a gap replaces them, or a line where text follows."""
    before, after = text.source[: answers.start], text.source[answers.end + 1 :]
    return Slice.of(f"{before}{gap or (_LINE if after else '')}{after}").cut(0).rich("moodle")


def _general(inside: Slice) -> tuple[Slice, Slice]:
    """Return the answers, and the general feedback after ####."""
    at = inside.masked.rfind(_GENERAL)
    return (inside, Slice("", "")) if at < 0 else (inside.cut(0, at), inside.cut(at + len(_GENERAL)))
