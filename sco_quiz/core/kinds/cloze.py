"""Cloze: a sentence with gaps, in Anki's notation."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from sco_quiz.core.content import Content, literal
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.gap_syntax import likely_gap
from sco_quiz.core.interaction import TextEntry, TextGap
from sco_quiz.core.kinds.base import Question
from sco_quiz.core.kinds.field_types import Ask, Distractor, Strict, Text
from sco_quiz.core.kinds.refusals import refusal, refuse_accepted
from sco_quiz.core.kinds.typed_gap import grade_gap
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.nodes import Code, GapMark, Inline, Paragraph, Plain
from sco_quiz.core.parts import Part, Role
from sco_quiz.core.plain_text import plain_text
from sco_quiz.core.typed import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Outcome, Response, Verdict, almost, by_credit

_LABEL = "Sentence, with the words to hide as {{c1::words}} or {{c1::words::hint}}"


class Cloze(Question):
    """A prompt such as `Tashkent is the capital of {{c1::Uzbekistan::a country}}.`"""

    about: ClassVar[str] = "a sentence with gaps"

    type: Literal["cloze"]
    prompt: Annotated[Text, Ask(_LABEL, "{{c1::qzx}}")] = Field(
        description="The text with its gaps: {{c1::hidden words}} or {{c1::hidden words::hint}}.",
        examples=["The SCO was formally established in {{c1::2001::year}}."],
    )
    accept: dict[Text, tuple[Text, ...]] = Field(
        default={}, description="Hidden text: its other right forms.", examples=[{"2001": ["the year 2001"]}]
    )
    reject: Annotated[tuple[Distractor, ...], Ask("Plausible wrong answers")] = Field(
        default=(),
        description="Plausible wrong answers for any gap.",
        examples=[[{"Imanaliev": "he is the one who followed"}]],
    )
    strict: Strict = Field(
        default=(),
        description="What is not forgiven: accents, case, spelling, articles, signs or all.",
        examples=["accents"],
    )

    @model_validator(mode="after")
    def _gaps(self) -> Self:
        self._refuse_broken()
        self._refuse_numbers()
        if len(self.gaps) == 1:  # of several gaps, what is wrong in one may be right in another
            (gap,) = self._text_gaps
            refuse_accepted(gap.accepted, gap.rejected)
        hidden = {plain_text(gap.hidden) for gap in self.gaps}
        for text in self.accept:
            if hidden.isdisjoint((text, self.content(text).plain)):
                message = "`accept` names `{text}`, but no gap hides it"
                raise refusal("unknown-gap", message, ("accept", text), text=text)
        return self

    def _refuse_broken(self) -> None:
        """Refuse what Anki would turn into no card: no gap, nested or unclosed gaps, empty ones."""
        parsed = parse_content(self.prompt, gaps=True, markup=self.markup)
        if isinstance(parsed, MarkupError):
            context = {"says": parsed.message, "part": parsed.part, "meant": parsed.meant, "start": parsed.start}
            raise refusal(parsed.name, "{says}", ("prompt",), **context)
        if not parsed.gaps:
            like = likely_gap(self.prompt)
            hint = {"part": like.part, "meant": like.meant} if like else {}
            raise refusal("no-gap", "the prompt of a cloze has no gap", ("prompt",), **hint)
        empty = next((gap for gap in parsed.gaps if not plain_text(gap.hidden).strip()), None)
        if empty:
            opening = f"{{{{c{empty.number}::"
            meant = f"{opening}\\:\\:}}}}" if f"{opening}::}}}}" in self.prompt else ""
            bare = re.search(rf"{re.escape(opening)}\s*(?:::|\}}\}})", self.prompt)
            start = bare.start() if bare else -1
            raise refusal("broken-gap", "empty gap", ("prompt",), part=opening, meant=meant, start=start)

    def _refuse_numbers(self) -> None:
        """Refuse gap numbers that skip one: Anki would make cards with other numbers than the program."""
        numbers = sorted({gap.number for gap in self.gaps})
        for expected, number in enumerate(numbers, start=1):
            if number != expected:
                message = "gap numbers must be consecutive from 1: expected c{expected}, found c{number}"
                context = {"expected": expected, "number": number}
                part, meant = f"{{{{c{number}::", f"{{{{c{expected}::"
                raise refusal("broken-gap", message, ("prompt",), part=part, meant=f"{meant}…}}}}", **context)

    @property
    def stem(self) -> Content:
        """The prompt with its gaps. A question that was validated has no broken ones."""
        parsed = parse_content(self.prompt, gaps=True, markup=self.markup)
        return literal(self.prompt) if isinstance(parsed, MarkupError) else parsed

    @property
    def gaps(self) -> tuple[GapMark, ...]:
        """The gaps in reading order."""
        return self.stem.gaps

    @property
    def _text_gaps(self) -> tuple[TextGap, ...]:
        rejected = self.wrong_options(self.reject)
        return tuple(TextGap((_hidden(gap), *self._also_right(gap)), rejected) for gap in self.gaps)

    def _also_right(self, gap: GapMark) -> Iterator[Content]:
        """Yield the other right forms of a gap."""
        hidden = plain_text(gap.hidden)
        for text, forms in self.accept.items():
            if hidden in (text, self.content(text).plain):
                yield from (self._form(text, form) for form in forms)

    def _form(self, hidden: str, form: str) -> Content:
        """Return another right form of hidden text; that of code is code."""
        in_code = any(gap.in_code and plain_text(gap.hidden) == hidden for gap in self.gaps)
        return _code(Plain(form)) if in_code else self.content(form)

    def answer_parts(self) -> Iterator[Part]:
        for gap in self.gaps:
            yield Part(("prompt",), Role.RIGHT, _hidden(gap))
        for hidden, forms in self.accept.items():
            for index, form in enumerate(forms):
                yield Part(("accept", hidden, index), Role.ACCEPTED, self._form(hidden, form))
        yield from self.noted_parts("reject", Role.REJECTED, self.reject)

    def interaction(self) -> TextEntry:
        return TextEntry(self._text_gaps, inline=True, strict=self.strict)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Each gap counts the same: credit is the share of gaps that count as right."""
        pairs = list(zip(self._text_gaps, response, strict=False))
        verdicts = [grade_gap(typed, gap, known, self.strict) for gap, typed in pairs]
        credit = sum((verdict.credit for verdict in verdicts), Fraction(0)) / len(self.gaps)
        notes = tuple(note for verdict in verdicts for note in verdict.notes)
        claimable = all(verdict.counts_as_right or verdict.claimable for verdict in verdicts)
        parts = tuple(verdict.outcome for verdict in verdicts)
        if credit == 1 and any(verdict.outcome is Outcome.ALMOST for verdict in verdicts):
            nearest = "; ".join(v.nearest or typed for v, (_, typed) in zip(verdicts, pairs, strict=True))
            difference = "; ".join(verdict.difference for verdict in verdicts if verdict.difference)
            return almost(nearest, difference, notes)._replace(parts=parts)
        # a wrong gap beside a typo: the whole is wrong or partly right, and no form is nearest
        plain = by_credit(credit, notes)
        claimable = claimable and plain.outcome is not Outcome.RIGHT
        return plain._replace(claimable=claimable, parts=parts)


def _hidden(gap: GapMark) -> Content:
    """Return what a gap hides, under its plain form: that is what is typed."""
    return _code(*gap.hidden) if gap.in_code else Content(plain_text(gap.hidden), (Paragraph(gap.hidden),))


def _code(*nodes: Inline) -> Content:
    return Content(plain_text(nodes), (Paragraph((Code(nodes),)),))
