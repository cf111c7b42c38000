"""How each kind of question looks on a card: the parts of a note that depend on the kind, as HTML."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import assert_never

from sco_quiz.anki.escape import field_html, gap_html, inline_html
from sco_quiz.anki.typed_key import forms_key, number_key
from sco_quiz.core.kinds import (
    AnyQuestion,
    Cloze,
    Matching,
    MultipleChoice,
    Numeric,
    OptionNote,
    Ordering,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from sco_quiz.core.responses import in_ascending_order

_GAP = re.compile(r"(\{\{c\d+::)(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CardContent:
    """What is asked for (task), shown (prompt, options), typed, and known on the back only (the rest)."""

    task: str
    prompt: str
    options: str = ""
    typed: str = ""
    answer: str = ""
    key: str = ""
    feedback: str = ""


def card_content(question: AnyQuestion, common_words: Container[str]) -> CardContent:
    """The face of a question. `common_words` keeps a typed word from passing as a typo."""
    match question:
        case SingleChoice():
            return _choices(question, "Choose one")
        case MultipleChoice():
            return _choices(question, "Choose all that apply")
        case TrueFalse():
            return _true_false(question)
        case ShortAnswer():
            return _short_answer(question, common_words)
        case Numeric():
            return _numeric(question)
        case Cloze():
            return _cloze(question)
        case Matching():
            return _matching(question)
        case Ordering():
            return _ordering(question)
    assert_never(question)


def _choices(question: SingleChoice | MultipleChoice, task: str) -> CardContent:
    if question.order == "fixed":
        options, fixed = list(question.texts()), True
    else:
        options, fixed = _neutral(question.id, question.texts())
    number = {text: str(index) for index, text in enumerate(options)}
    return CardContent(
        task,
        field_html(question.prompt),
        options=_list("options", options, fixed),
        answer=_plain("ul", question.key),
        key=_key(number[text] for text in question.key),
        feedback=_feedback(question.distractors, number),
    )


def _true_false(question: TrueFalse) -> CardContent:
    words = ("True", "False")
    index = 0 if question.answer == "true" else 1
    return CardContent(
        "True or false?",
        field_html(question.prompt),
        options=_list("options", words, fixed=True),
        answer=_plain("ul", words[index : index + 1]) + _corrected(question),
        key=_key([str(index)]),
    )


def _corrected(question: TrueFalse) -> str:
    """The statement with its wrong words struck out and the true ones beside them."""
    if not question.correction:
        return ""
    wrong = re.compile("|".join(re.escape(text) for text in sorted(question.correction, key=len, reverse=True)))
    parts, end = [], 0
    for match in wrong.finditer(question.prompt):
        parts.append(inline_html(question.prompt[end : match.start()]))
        right = inline_html(question.correction[match[0]])
        parts.append(f"<del>{inline_html(match[0])}</del> <ins>{right}</ins>")
        end = match.end()
    parts.append(inline_html(question.prompt[end:]))
    return f'<p class="corrected" dir="auto">{"".join(parts).strip()}</p>'


def _short_answer(question: ShortAnswer, common_words: Container[str]) -> CardContent:
    return CardContent(
        "Type the answer",
        field_html(question.prompt),
        typed=field_html(" ".join(question.answer.split())),
        answer=_given(question.answer) + _also_right(question.accept),
        key=forms_key(question.accepted, [refused.text for refused in question.reject], common_words),
        feedback=_feedback(question.reject, {item.text: str(i) for i, item in enumerate(question.reject)}),
    )


def _numeric(question: Numeric) -> CardContent:
    shown = _given(question.key[0])
    if question.tolerance:
        shown += f'<p class="also">Right within ± {question.tolerance.normalize():f}.</p>'
    return CardContent(
        "Type a number",
        field_html(question.prompt),
        typed=f"{question.answer:f}",
        answer=shown,
        key=number_key(question.answer, question.tolerance, question.unit),
    )


def _cloze(question: Cloze) -> CardContent:
    aliases = "".join(_also_right(forms, hidden) for hidden, forms in question.accept.items())
    return CardContent("Fill the gap", _cloze_text(question.prompt), answer=aliases)


def _cloze_text(prompt: str) -> str:
    """The prompt in Anki's own notation, everything but the notation escaped."""
    parts, end = [], 0
    for match in _GAP.finditer(prompt):
        hidden, mark, hint = match[2].partition("::")
        inside = gap_html(hidden) + (f"::{gap_html(hint)}" if mark else "")
        parts += [inline_html(prompt[end : match.start()]), f"{match[1]}{inside}}}}}"]
        end = match.end()
    return "".join([*parts, inline_html(prompt[end:])]).strip()


def _matching(question: Matching) -> CardContent:
    rights, fixed = _neutral(question.id, [*question.pairs.values(), *(item.text for item in question.distractors)])
    number = {text: str(index) for index, text in enumerate(rights)}
    pairs = "".join(
        f'<li><span dir="auto">{inline_html(left)}</span> → <b dir="auto">{inline_html(right)}</b></li>'
        for left, right in question.pairs.items()
    )
    return CardContent(
        "Match the pairs",
        field_html(question.prompt),
        options=_list("lefts", tuple(question.pairs), fixed=True) + _list("rights", rights, fixed),
        answer=f'<ul class="plain">{pairs}</ul>',
        key=_key(number[right] for right in question.pairs.values()),
        feedback=_feedback(question.distractors, number),
    )


def _ordering(question: Ordering) -> CardContent:
    items = _by_hash(question.id, question.items)
    if items == list(question.items):
        items.reverse()
    number = {text: str(index) for index, text in enumerate(items)}
    return CardContent(
        "Put in order, first to last",
        field_html(question.prompt),
        options=_list("parts", items, fixed=False),
        answer=_plain("ol", question.items),
        key=_key(number[text] for text in question.items),
    )


def _by_hash(salt: str, texts: Iterable[str]) -> list[str]:
    """An order that tells nothing, the same for ever, and that one changed text hardly disturbs."""
    return sorted(texts, key=lambda text: blake2b(f"{salt}\x1f{text}".encode(), digest_size=8).digest())


def _neutral(salt: str, texts: Iterable[str]) -> tuple[list[str], bool]:
    """Options in the order they are stored, and whether they are also shown so (numbers and dates)."""
    texts = list(texts)
    natural = in_ascending_order(texts)
    return (natural, True) if natural is not None else (_by_hash(salt, texts), False)


def _list(name: str, texts: Sequence[str], fixed: bool) -> str:
    items = "".join(f'<li data-k="{index}" dir="auto">{field_html(text)}</li>' for index, text in enumerate(texts))
    return f'<ol class="{name}"{" data-fixed" * fixed}>{items}</ol>'


def _key(numbers: Iterable[str]) -> str:
    return f'<i data-f="key">{" ".join(numbers)}</i>'


def _plain(element: str, texts: Iterable[str]) -> str:
    """The answer for a reader without scripts."""
    items = "".join(f'<li dir="auto">{field_html(text)}</li>' for text in texts)
    return f'<{element} class="plain">{items}</{element}>'


def _given(text: str) -> str:
    return f'<p class="given" dir="auto">{field_html(text)}</p>'


def _also_right(forms: Sequence[str], hidden: str = "") -> str:
    if not forms:
        return ""
    lead = f"Also right for <b>{inline_html(hidden)}</b>: " if hidden else "Also right: "
    return f'<p class="also" dir="auto">{lead}{" · ".join(inline_html(form) for form in forms)}</p>'


def _feedback(wrong: Iterable[OptionNote], number: dict[str, str]) -> str:
    """The notes on wrong options, each under the number of its option."""
    items = "".join(
        f'<li data-k="{number[item.text]}" dir="auto"><b>{field_html(item.text)}</b> '
        f'<span class="note">{field_html(item.note)}</span></li>'
        for item in wrong
        if item.note
    )
    return f"<ul>{items}</ul>" if items else ""
