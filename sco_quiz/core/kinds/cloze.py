"""Cloze: a text with gaps, in Anki's notation."""

from fractions import Fraction
from typing import Literal, NamedTuple, Self

from pydantic import Field, model_validator

from sco_quiz.core.kinds.base import Distractor, Question, Text, refusal
from sco_quiz.core.kinds.gap_syntax import GAP, broken_gap, meant_for_gap
from sco_quiz.core.kinds.short_answer import grade_typed_with_notes, refuse_accepted
from sco_quiz.core.typed_answers import NO_WORDS, Vocabulary
from sco_quiz.core.verdict import Outcome, Response, Unreadable, Verdict, by_credit


class Gap(NamedTuple):
    """One hidden text; gaps of the same number are hidden together on one card."""

    number: int
    text: str
    hint: str


class Cloze(Question):
    """A prompt such as `Tashkent is the capital of {{c1::Uzbekistan::a country}}.`"""

    type: Literal["cloze"]
    prompt: Text = Field(description="The text with its gaps: {{c1::hidden words}} or {{c1::hidden words::hint}}.")
    accept: dict[Text, tuple[Text, ...]] = Field(default={}, description="Hidden text: its other right forms.")
    reject: tuple[Distractor, ...] = Field(default=(), description="Plausible wrong answers for any gap.")

    @model_validator(mode="after")
    def _gaps(self) -> Self:
        _refuse_broken(self.prompt)
        numbers = sorted({gap.number for gap in self.gaps})
        if numbers != list(range(1, len(numbers) + 1)):
            raise refusal("broken-gap", "gaps must be numbered c1, c2, … without holes", ("prompt",))
        if len(self.gaps) == 1:  # of several gaps, what is wrong in one may be right in another
            refuse_accepted((self.gaps[0].text, *self.accept.get(self.gaps[0].text, ())), self.reject)
        hidden = {gap.text for gap in self.gaps}
        for text in self.accept:
            if text not in hidden:
                raise refusal("unknown-gap", "`accept` names `{text}`, which no gap hides", ("accept", text), text=text)
        return self

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps in reading order."""
        return tuple(Gap(int(number), *_split_hint(inside)) for number, inside in GAP.findall(self.prompt))

    @property
    def stem(self) -> str:
        """The text with `[…]`, or `[hint]`, in place of each gap."""
        return GAP.sub(lambda match: f"[{_split_hint(match[2])[1] or '…'}]", self.prompt)

    @property
    def full_text(self) -> str:
        """The text with every gap filled."""
        return GAP.sub(lambda match: _split_hint(match[2])[0], self.prompt)

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(gap.text for gap in self.gaps)

    def texts(self) -> tuple[str, ...]:
        aliases = tuple(form for forms in self.accept.values() for form in forms)
        return self.key + aliases + tuple(refused.text for refused in self.reject)

    def parse_answer(self, text: str, options: tuple[str, ...]) -> Response | Unreadable:
        parts = [part.strip() for part in text.split(";")] if len(self.gaps) > 1 else [text.strip()]
        if not any(parts):
            return Unreadable("Type the missing words, or s to skip the question.")
        if len(parts) != len(self.gaps):
            return Unreadable(f"There are {len(self.gaps)} gaps: separate their words with a semicolon (;).")
        return tuple(parts)

    def grade(self, response: Response, known: Vocabulary = NO_WORDS) -> Verdict:
        """Each gap counts the same: credit is the share of gaps filled rightly."""
        pairs = list(zip(self.gaps, response, strict=False))
        verdicts = [
            grade_typed_with_notes(typed, (gap.text, *self.accept.get(gap.text, ())), self.reject, known)
            for gap, typed in pairs
        ]
        credit = Fraction(sum(v.outcome is Outcome.RIGHT for v in verdicts), len(self.gaps))
        notes = tuple(note for verdict in verdicts for note in verdict.notes)
        nearest = "; ".join(v.nearest or typed for v, (_, typed) in zip(verdicts, pairs, strict=True))
        claimable = all(v.outcome is Outcome.RIGHT or v.claimable for v in verdicts)
        outcomes = {verdict.outcome for verdict in verdicts}
        if Outcome.ALMOST in outcomes and Outcome.WRONG not in outcomes:
            return Verdict(Outcome.ALMOST, credit, nearest, notes, claimable)
        plain = by_credit(credit, notes)
        return Verdict(plain.outcome, credit, "", notes, claimable and plain.outcome is not Outcome.RIGHT)


def _split_hint(inside: str) -> tuple[str, str]:
    text, _, hint = inside.partition("::")
    return text, hint


def _refuse_broken(prompt: str) -> None:
    """Refuse what Anki would turn into no card: no gap, nested or unclosed gaps, empty ones."""
    if broken := broken_gap(prompt):
        raise refusal("broken-gap", "{says}", ("prompt",), says=broken.message, part=broken.part, meant=broken.meant)
    gaps = list(GAP.finditer(prompt))
    if not gaps:
        like = meant_for_gap(prompt)
        context = {"part": like.part, "meant": like.meant} if like else {}
        raise refusal("no-gap", "the prompt of a cloze has no gap", ("prompt",), **context)
    for gap in gaps:
        if not _split_hint(gap[2])[0].strip():
            raise refusal("broken-gap", "a gap hides nothing", ("prompt",), part=gap[0])
