"""Write what learners do to answer, as Canvas reads it: the fields of a question, and what gives points."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from random import Random
from typing import assert_never

from sco_quiz.core.content import Content
from sco_quiz.core.interaction import (
    Choice,
    Interaction,
    Match,
    NumberEntry,
    Order,
    Percent,
    TextEntry,
    write_number,
)
from sco_quiz.formats.exchange.options import listed
from sco_quiz.formats.exchange.xml_output import element, text_element
from sco_quiz.formats.qti.elements import material

Html = Callable[[Content], str]
_DIGITS = 1000  # more than any number of a bank has, so that sums are exact
_NAME = "response1"


@dataclass(frozen=True, slots=True)
class Answers:
    """The kind as Canvas calls it, the fields below the prompt, the rules, and feedback by the name of its option."""

    kind: str
    fields: str
    rules: str
    feedback: dict[str, str] = field(default_factory=dict)


def gap_name(stem: Content) -> str:
    """Return what the names of gaps begin with: nothing that the text itself has in brackets."""
    name = "gap"
    while f"[{name}" in stem.plain:
        name += "x"
    return name


def answers_of(interaction: Interaction, identity: str, gaps: str, html: Html) -> Answers | None:
    """Return the answers of a question, or None if Canvas cannot ask it; `identity` decides where right options are."""
    match interaction:
        case Choice():
            return _choice(interaction, identity, html)
        case TextEntry(entries, inline):
            return _gaps(interaction, gaps) if inline or len(entries) > 1 else _words(interaction)
        case NumberEntry():
            return _number(interaction)
        case Match():
            return _pairs(interaction)
        case Order():
            return _order(interaction, identity, html)
    assert_never(interaction)


def _choice(choice: Choice, identity: str, html: Html) -> Answers:
    options = listed(choice, identity)
    names = {id(option): option.text if choice.by_key else f"option{n}" for n, option in enumerate(options, start=1)}
    labels = "".join(_label(names[id(option)], html(option.content)) for option in options)
    notes = {names[id(option)]: html(option.note) for option in options if option.note}
    right = [names[id(option)] for option in options if option.right]
    if not choice.several:
        kind = "true_false_question" if choice.by_key else "multiple_choice_question"
        return Answers(kind, _chosen(_NAME, labels), _rule(_equal(_NAME, right[0])), notes)
    tests = (_equal(_NAME, name) if name in right else element("not", _equal(_NAME, name)) for name in names.values())
    rules = _rule(element("and", *tests))
    return Answers("multiple_answers_question", _chosen(_NAME, labels, "Multiple"), rules, notes)


def _words(entry: TextEntry) -> Answers:
    (gap,) = entry.gaps
    label = element("response_label", ident="answer1", rshuffle="No")
    accepted = (_equal(_NAME, form) for form in dict.fromkeys(form.plain for form in gap.accepted))
    return Answers("short_answer_question", _typed(label), _rule(*accepted))


def _gaps(entry: TextEntry, name: str) -> Answers:
    fields, rules, share = [], [], f"{100 / len(entry.gaps):.2f}"
    for number, gap in enumerate(entry.gaps, start=1):
        response = f"response_{name}{number}"
        texts = dict.fromkeys(content.plain for content in gap.accepted)
        forms = {f"{name}{number}_{place}": form for place, form in enumerate(texts, start=1)}
        labels = "".join(_label(ident, form, is_html=False) for ident, form in forms.items())
        choices = element("render_choice", labels)
        fields.append(element("response_lid", material(f"{name}{number}", html=False), choices, ident=response))
        rules.append(_rule(_equal(response, next(iter(forms))), points=share, action="Add"))
    return Answers("fill_in_multiple_blanks_question", "".join(fields), "".join(rules))


def _number(entry: NumberEntry) -> Answers | None:
    if entry.has_range and None in (entry.minimum, entry.maximum):
        return None
    fields = _typed(element("response_label", ident="answer1"), fibtype="Decimal")
    return Answers("numerical_question", fields, "".join(_rule(test) for test in _right_numbers(entry)))


def _right_numbers(entry: NumberEntry) -> Iterator[str]:
    """Yield a test for each number or range that is right."""
    if entry.minimum is not None and entry.maximum is not None:
        allowed = _allowed(entry, entry.answer)
        yield _between(entry.minimum - allowed, entry.maximum + allowed)
    else:
        yield _near(entry, entry.answer)
    yield from (_near(entry, number) for number in entry.accept)


def _allowed(entry: NumberEntry, number: Decimal) -> Decimal:
    if isinstance(entry.tolerance, Percent):
        with localcontext(prec=_DIGITS):
            return abs(number) * entry.tolerance.value / 100
    return entry.tolerance


def _near(entry: NumberEntry, number: Decimal) -> str:
    """Return a test for a number within the tolerance, which is that of the answer."""
    allowed = _allowed(entry, entry.answer)
    margin = {"margintype": "absolute", "margin": write_number(allowed)} if allowed else {}
    with localcontext(prec=_DIGITS):
        bounds = _between(number - allowed, number + allowed)
    return element("or", element("varequal", write_number(number), respident=_NAME, **margin), bounds)


def _between(low: Decimal, high: Decimal) -> str:
    least = element("vargte", write_number(low), respident=_NAME)
    return element("and", least, element("varlte", write_number(high), respident=_NAME))


def _pairs(match: Match) -> Answers:
    sides = [*(side.plain for side in match.rights), *(option.content.plain for option in match.distractors)]
    labels = "".join(_label(f"side{n}", side, is_html=False) for n, side in enumerate(sides, start=1))
    fields, rules, share = [], [], f"{100 / len(match.pairs):.2f}"
    for number, row in enumerate(match.rows, start=1):
        response = f"response_row{number}"
        fields.append(
            element("response_lid", material(row.plain, html=False), element("render_choice", labels), ident=response)
        )
        rules.append(_rule(_equal(response, f"side{number}"), points=share, action="Add"))
    return Answers("matching_question", "".join(fields), "".join(rules))


def _order(order: Order, identity: str, html: Html) -> Answers:
    names = [f"item{number}" for number in range(1, len(order.items) + 1)]
    shown = list(zip(names, order.items, strict=True))
    Random(identity).shuffle(shown)
    labels = element("flow_label", *(_label(name, html(item)) for name, item in shown))
    fields = element("render_extension", element("ims_render_object", labels, shuffle="No"))
    rules = _rule(*(_equal(_NAME, name) for name in names))
    return Answers("ordering_question", element("response_lid", fields, ident=_NAME, rcardinality="Ordered"), rules)


def _label(ident: str, shown: str, *, is_html: bool = True) -> str:
    return element("response_label", material(shown, html=is_html), ident=ident)


def _chosen(response: str, labels: str, cardinality: str = "Single") -> str:
    return element("response_lid", element("render_choice", labels), ident=response, rcardinality=cardinality)


def _typed(label: str, **attributes: str) -> str:
    return element("response_str", element("render_fib", label, **attributes), ident=_NAME, rcardinality="Single")


def _equal(response: str, value: str) -> str:
    return text_element("varequal", value, respident=response)


def _rule(*tests: str, points: str = "100", action: str = "Set") -> str:
    score = element("setvar", points, action=action, varname="SCORE")
    # without it, Canvas would add up what gives points for each gap or row, but stop at the first
    goes_on = {"continue": "No"} if action == "Set" else {}
    return element("respcondition", element("conditionvar", *tests), score, **goes_on)
