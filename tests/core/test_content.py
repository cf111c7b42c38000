"""Text parsed to a tree: gaps with nested braces, escapes, and text that is not a gap."""

import pytest

from sco_quiz.core.content import Content
from sco_quiz.core.found_gap import MarkupError
from sco_quiz.core.gap_syntax import find_gaps, likely_gap
from sco_quiz.core.markup.parse import parse_content
from sco_quiz.core.nodes import GapMark, Plain
from sco_quiz.core.plain_text import plain_text


def parsed(source: str) -> Content:
    content = parse_content(source, gaps=True)
    assert isinstance(content, Content)
    return content


def test_a_text_without_gaps_is_literal() -> None:
    content = parse_content("A *star* and {{c1::no gap}}")
    assert isinstance(content, Content)
    assert content.plain == content.solved == content.source == "A *star* and {{c1::no gap}}"
    assert content.gaps == ()


def test_nodes_in_reading_order() -> None:
    content = parsed("In {{c1::2001::year}} six, now {{c2::eight}}.")
    assert content.inlines == (
        Plain("In "),
        GapMark(1, (Plain("2001"),), "year"),
        Plain(" six, now "),
        GapMark(2, (Plain("eight"),)),
        Plain("."),
    )
    assert content.plain == "In [year] six, now […]."
    assert content.solved == "In 2001 six, now eight."


@pytest.mark.parametrize(
    ("source", "hidden", "plain"),
    [
        (r"The slope is {{c1::\frac{a}{b}}} here.", [r"\frac{a}{b}"], "The slope is […] here."),
        ("Written {{c1::{'a': {}}}} in Python.", ["{'a': {}}"], "Written […] in Python."),
        (r"Written {{c1::std\:\:vector}}.", ["std::vector"], "Written […]."),
        (r"Written {{c1::std\:\:vector::a list}}.", ["std::vector"], "Written [a list]."),
        (r"It ends with {{c1::\}}}.", ["}"], "It ends with […]."),
        (r"It begins with {{c1::\{}}.", ["{"], "It begins with […]."),
        ("Code: {{c1::if (x) {}} and {{c2::end}}", ["if (x) {", "end"], "Code: […] and […]"),
        ("x{{c1::a}b}}y", ["a}b"], "x[…]y"),
        ("$x^{2^{n}}$ beside {{c1::a}}", ["a"], "$x^{2^{n}}$ beside […]"),
        (r"\frac{{{c1::a}}}{b}", ["a"], r"\frac{[…]}{b}"),
        ("{{c1::f'{{x}}'}} formats", ["f'{{x}}'"], "[…] formats"),
        ("{{c1::two\nlines}}", ["two\nlines"], "[…]"),
    ],
)
def test_what_a_gap_hides(source: str, hidden: list[str], plain: str) -> None:
    content = parsed(source)
    assert [plain_text(gap.hidden) for gap in content.gaps] == hidden
    assert content.plain == plain
    assert content.source == source


@pytest.mark.parametrize(
    ("source", "part", "message", "meant"),
    [
        ("a {{c1::b", "{{c1::b", "a gap is not closed", "{{c1::b}}"),
        ("a {{c1::b} c", "{{c1::b}", "a gap is not closed", "{{c1::b}}"),
        ("a {{b}} c", "{{b}}", "missing c1:: in this gap", "{{c1::b}}"),
        ("a {{C2::b}}", "{{C2::b}}", "a gap number has a lower-case c: c2", "{{c2::b}}"),
        ("a {{2::b}}", "{{2::b}}", "a gap starts with c and a number: c1::", "{{c2::b}}"),
        ("a {{c1:b}}", "{{c1:b}}", "expected two colons after c1", "{{c1::b}}"),
        ("a {{ c1::b }}", "{{ c1::b }}", "remove the spaces around c1 and ::", "{{c1::b}}"),
        ("a {{c1::b {{c2::c}}}}", "{{c1::b {{c2::c}}", "a gap inside another gap", ""),
        ("a {{c1::b}} }} c", "}}", "}} closes no gap", ""),
        (f"a {{{{c{'1' * 5_000}::b}}}}", f"{{{{c{'1' * 5_000}::b}}}}", "the number of a gap has 5000 digits", ""),
        ("{{c1::a::b::c}}", "{{c1::a::b::c}}", "a second :: in one gap", r"{{c1::a\:\:b::c}}"),
    ],
)
def test_text_that_is_not_a_gap(source: str, part: str, message: str, meant: str) -> None:
    start = source.rindex(part) if part == "}}" else source.index(part)
    assert parse_content(source, gaps=True) == MarkupError(part, message, meant, start=start)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("`{{ user.name }}` prints {{c1::a name}}", ["a name"]),
        ("```jinja\n{{ user }} {{c1::if}} {{\n```", ["if"]),
        ("`{{ user }}` and {{ user }} {{c1::x}}", None),
        ("`{{c::user}}` and {{c1::x}}", None),
    ],
)
def test_braces_in_code_are_literal_unless_they_look_like_a_gap(text: str, hidden: list[str] | None) -> None:
    found = find_gaps(text, marked_up=True)
    assert (None if isinstance(found, MarkupError) else [gap.hidden for gap in found]) == hidden
    assert isinstance(find_gaps(text), MarkupError)


@pytest.mark.parametrize("meant", ["{{c1::b}}", r"{{c1::a\:\:b::c}}"])
def test_what_is_suggested_is_a_gap(meant: str) -> None:
    assert isinstance(find_gaps(meant), tuple)


def test_a_likely_gap() -> None:
    found = likely_gap("The capital is ____.")
    assert found is not None
    assert (found.part, found.meant) == ("____", "{{c1::the hidden words}}")
    assert likely_gap("Nothing here.") is None


@pytest.mark.parametrize(
    ("part", "meant"),
    [("[Almaty]", "{{c1::Almaty}}"), ("{2001}", "{{c1::2001}}"), ("{c2::Almaty}", "{{c1::Almaty}}")],
)
def test_words_in_brackets_are_a_likely_gap(part: str, meant: str) -> None:
    found = likely_gap(f"The city of {part} is meant.")
    assert found is not None
    assert (found.part, found.meant) == (part, meant)


@pytest.mark.parametrize("text", ["[" * 50_000, "{c" + "1" * 50_000, "{" + ":" * 50_000])
def test_a_long_text_without_a_gap(text: str) -> None:
    assert find_gaps(text) == ()
    assert find_gaps(text.replace("{", "`"), marked_up=True) == ()
    assert find_gaps(text.replace("[", "```\n"), marked_up=True) == ()


def test_a_long_broken_gap() -> None:
    assert isinstance(find_gaps("{{a" + " " * 50_000 + "b}}"), MarkupError)


def test_a_long_text_is_read_once() -> None:
    """The search for the end of a gap stops at the next one, so that 20 000 broken gaps do not take minutes."""
    assert len(parsed("a {{c1::{b}} " * 20_000).gaps) == 20_000
    assert isinstance(find_gaps("{{c1::" * 20_000), MarkupError)
