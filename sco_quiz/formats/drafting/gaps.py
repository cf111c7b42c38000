"""Draft text with gaps: ours are words to type."""

import re
from itertools import chain

from sco_quiz.core.interaction import write_number
from sco_quiz.core.kinds.refusals import looks_of
from sco_quiz.formats.drafting.numbers import right_numbers, shown
from sco_quiz.formats.drafting.translator import (
    Fields,
    Translator,
    content_of,
    listed,
    noted,
    quoted,
)
from sco_quiz.formats.drafting.words import TypedForms, typed_forms
from sco_quiz.formats.exchange.item import ChoiceBody, GapsBody, NumberBody, TextBody
from sco_quiz.formats.exchange.reasons import QuestionError, refuse_many
from sco_quiz.formats.rich_text.literal import escaped_in_gap

# code and formulas, in which a backslash escapes nothing
_BLOCK = r"^ *(?P<fence>```+|~~~+)[^\n]*\n.*?^ *(?P=fence)"
_CODE = rf"{_BLOCK}|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
_FORMULA = r"\$\$.+?\$\$|(?<![\\\w])\$(?! )(?:\\.|[^\\$\n])+(?<! )\$(?!\d)"
_BRACES = re.compile(rf"(?P<code>{_CODE})|(?P<formula>{_FORMULA})|\{{{{+|}}}}+", re.DOTALL | re.MULTILINE)
_NOTATION = re.compile(rf"(?P<code>{_CODE})|(?P<formula>{_FORMULA})|[{{}}]|::", re.DOTALL | re.MULTILINE)
_MOST_CHOICES = 10_000
_MARKER = re.compile("\ue010(\\d+)\ue011")


def draft_gaps(body: GapsBody, translator: Translator) -> Fields:
    """Return a cloze, with the prompt as it is before its markers become gaps."""
    # each gap shows its choices, so those that gaps share are written many times
    shown = sum(len(gap.answers) for gap, _ in body.gaps if isinstance(gap, ChoiceBody))
    refuse_many("choices in its gaps", shown, _MOST_CHOICES)
    forms: list[TypedForms] = []
    hints: list[str] = []
    for gap, _ in body.gaps:
        typed, hint = _gap(gap, translator)
        forms.append(typed)
        hints.append(hint)
    _name_weights(body, translator)
    fields: Fields = {"type": "cloze", "prompt": _prompt(translator.text(translator.item.prompt), forms, hints)}
    if accept := _accepted(forms, translator):
        fields["accept"] = accept
    if reject := _rejected(forms):
        fields["reject"] = reject
    return {**fields, "strict": ["case"]} if _is_strict(body, translator) else fields


def _is_strict(body: GapsBody, translator: Translator) -> bool:
    """Return whether capitals count; report gaps for which it is different in the file."""
    cased = [gap.case_sensitive for gap, _ in body.gaps if isinstance(gap, TextBody)]
    if len(set(cased)) > 1:
        translator.warn(
            "other-scoring", f"capitals count in {sum(cased)} of {len(cased)} gaps there, in all of them here"
        )
    return any(cased)


def _gap(gap: ChoiceBody | TextBody | NumberBody, translator: Translator) -> tuple[TypedForms, str]:
    """Return what can be typed in a gap, and its hint."""
    match gap:
        case TextBody():
            return typed_forms(gap, translator), gap.hint
        case NumberBody():
            return _number(gap, translator), ""
        case ChoiceBody():
            return _choice(gap, translator)


def _number(gap: NumberBody, translator: Translator) -> TypedForms:
    right = right_numbers(gap, translator)
    for answer in right:
        if answer.tolerance:
            translator.warn("lost-tolerance", f"`{shown(answer)}` in a gap: here, the number alone is right")
    if gap.units:
        names = [name for name, _ in gap.units]
        translator.warn("lost-unit", f"the units of a gap are skipped: {listed(names)}")
    return TypedForms(tuple(dict.fromkeys(write_number(answer.value) for answer in right)))


def _choice(gap: ChoiceBody, translator: Translator) -> tuple[TypedForms, str]:
    """Return the right option as the words to type, with all options as the hint."""
    if not gap.single:
        raise QuestionError("unsupported-kind", "a gap in which several options are chosen")
    forms = typed_forms(TextBody(gap.answers), translator)
    options = [content_of(translator.text(answer.text)).plain for answer in gap.answers]
    translator.warn("choice-in-gap", f"{quoted(forms.right[0])} is chosen from a list there, and typed here")
    return forms, " / ".join(options)


def _name_weights(body: GapsBody, translator: Translator) -> None:
    """Report gaps that count more than others."""
    weights = [weight for _, weight in body.gaps]
    if len(set(weights)) > 1:
        shown_weights = ", ".join(f"{float(weight):g}" for weight in weights)
        translator.warn("other-scoring", f"the gaps have the weights {shown_weights} there; here, each counts the same")


def _prompt(markdown: str, forms: list[TypedForms], hints: list[str]) -> str:
    """Return the prompt with gaps in place of the markers."""
    found = [int(each) for each in _MARKER.findall(markdown)]
    if sorted(found) != list(range(1, len(forms) + 1)):
        raise QuestionError("unreadable-question", f"{len(forms)} gaps, but the text has room for {len(found)}")
    code = [match.span() for match in _BRACES.finditer(markdown) if match["code"]]
    ordered = {number: place for place, number in enumerate(found, start=1)}

    def gap(match: re.Match[str]) -> str:
        number = int(match[1])
        in_code = any(start <= match.start() < end for start, end in code)
        hidden = _hidden(forms[number - 1].right[0], in_code)
        hint = "::" + _NOTATION.sub(_escape, " ".join(hints[number - 1].split())) if hints[number - 1] else ""
        return f"{{{{c{ordered[number]}::{hidden}{hint}}}}}"

    return _MARKER.sub(gap, _BRACES.sub(_apart, markdown))


def _apart(braces: re.Match[str]) -> str:
    """Return braces outside of gaps so that nobody takes them for one."""
    if braces["code"]:
        return braces[0]
    if braces["formula"]:
        return re.sub(r"(?<=[{}])(?=[{}])", " ", braces[0])
    return _escape(braces)


def _hidden(markdown: str, in_code: bool) -> str:
    """Return the words of a gap in the notation of gaps; blocks of lines become one line without markup."""
    if in_code or "\n" in markdown:
        plain = _plain(markdown)
        return _NOTATION.sub(_escape, plain) if in_code else escaped_in_gap(plain)
    return _NOTATION.sub(_escape, markdown)


def _plain(markdown: str) -> str:
    return " ".join(content_of(markdown).plain.split())


def _escape(found: re.Match[str]) -> str:
    if found.groupdict().get("code") or found.groupdict().get("formula"):
        return found[0]
    return "".join(f"\\{character}" for character in found[0])


def _accepted(forms: list[TypedForms], translator: Translator) -> dict[str, list[str]]:
    """Return the other right forms of each hidden text; report gaps that hide the same text with other forms."""
    accepted: dict[str, dict[tuple[str, ...], str]] = {}
    for gap in forms:
        hidden, own = _plain(gap.right[0]), {looks_of(content_of(form)): form for form in gap.right[1:]}
        known = accepted.setdefault(hidden, own)
        if known.keys() != own.keys():
            message = f"gaps that hide {quoted(hidden)} accept different forms there; here, each accepts all of them"
            translator.warn("other-scoring", message)
            known |= own
    return {hidden: list(others.values()) for hidden, others in accepted.items() if others}


def _rejected(forms: list[TypedForms]) -> list[str | dict[str, str]]:
    """Return the wrong forms of all gaps, each once."""
    wrong: dict[object, tuple[str, str]] = {}
    for text, note in chain.from_iterable(gap.wrong for gap in forms):
        looks = looks_of(content_of(text))
        if looks not in wrong or not wrong[looks][1]:
            wrong[looks] = (text, note)
    return [noted(text, note) for text, note in wrong.values()]
