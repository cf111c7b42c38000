"""XML is read with places; what is damaged or made to do harm is refused with its place."""

import pytest

from sco_quiz.core.problem import Problem
from sco_quiz.formats.draft import GUESS, ReadOptions
from sco_quiz.formats.exchange import xml_tree
from sco_quiz.formats.exchange.xml_tree import MAX_BYTES, Element, parse_xml


def tree(text: str | bytes, options: ReadOptions = GUESS) -> Element:
    found = parse_xml(text.encode() if isinstance(text, str) else text, "a.xml", options)
    assert isinstance(found, Element), found
    return found


def problem(text: str | bytes) -> Problem:
    found = parse_xml(text.encode() if isinstance(text, str) else text, "a.xml", GUESS)
    assert isinstance(found, Problem)
    return found


def test_elements_know_their_place_and_their_text() -> None:
    root = tree('<quiz>\n <q:a lang="de">x<![CDATA[<b>]]>\n</q:a><a/></quiz>')
    first, second = root.elements("a")
    assert (first.name, first.attributes, first.text) == ("a", {"lang": "de"}, "x<b>\n")
    assert (str(first.place), first.place.text) == ("a.xml:2:2", ' <q:a lang="de">x<![CDATA[<b>]]>')
    assert str(second.place) == "a.xml:3:7"
    assert root.value("a") == "x<b>"
    assert root.find("a", "b") is None
    assert [element.name for element in root.walk()] == ["quiz", "a", "a"]


def test_elements_inside_text_become_tags_again() -> None:
    root = tree('<a>1 &lt; 2 <b class="&quot;x">or <i>3</i></b><br/></a>')
    assert root.markup == '1 &lt; 2 <b class="&quot;x">or <i>3</i></b><br></br>'
    assert root.all_text == "1 < 2 or 3"
    assert tree("<a>&lt;b&gt;</a>").markup == "<b>"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16", "shift_jis"])
def test_declared_encodings_are_honored(encoding: str) -> None:
    word = "日本" if encoding == "shift_jis" else "é"
    assert tree(f'<?xml version="1.0" encoding="{encoding}"?><a>{word}</a>'.encode(encoding)).text == word


def test_users_know_the_encoding_better_than_the_file() -> None:
    data = '<?xml version="1.0" encoding="UTF-8"?><a>é</a>'.encode("cp1252")
    assert tree(data, ReadOptions("cp1252")).text == "é"


def test_an_undeclared_encoding_is_named() -> None:
    assert problem("<a>é</a>".encode("latin-1")).name == "not-utf8"


@pytest.mark.parametrize(
    ("text", "at", "message", "hint"),
    [
        ("<a>\nx &nbsp; y</a>", "2:3", "`&nbsp;`", "`&#160;`"),
        ("<a>\nx & y</a>", "2:3", "bare `&`", "`&amp;`"),
        ("<a>AT&T</a>", "1:6", "bare `&`", "`&amp;`"),
        ("<a>x < 3</a>", "1:6", "bare `<`", "`&lt;`"),
        ("<a><b></a>", "1:9", "`</b>` is expected", "close"),
        ("<a><b>", "1:7", "ends before </b> </a>", "missing"),
        ("", "1:1", "no element", "missing"),
        ("<a>\x01</a>", "1:4", "U+0001", "delete"),
        ("<a/><b/>", "1:5", "not XML", ""),
        ('<!DOCTYPE a SYSTEM "http://x.example/a.dtd"><a>&x;</a>', "1:48", "`&x;`", "`&amp;x;`"),
    ],
)
def test_damage_is_named_with_its_place(text: str, at: str, message: str, hint: str) -> None:
    found = problem(text)
    assert (found.name, str(found.place)) == ("damaged-file", f"a.xml:{at}")
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY x "yyyy">', '<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY % x SYSTEM "http://x.example/">'],
)
def test_entities_are_refused(declared: str) -> None:
    assert problem(f"<!DOCTYPE a [{declared}]><a>x</a>").name == "unsafe-file"


def test_blank_lines_before_the_declaration_are_ignored() -> None:
    assert str(tree('\n <?xml version="1.0"?>\n<a/>').place) == "a.xml:3:1"


def test_a_document_type_alone_does_no_harm() -> None:
    assert tree('<!DOCTYPE a SYSTEM "a.dtd" [<!ATTLIST a b CDATA "c">]><a>x</a>').attributes == {}


def test_size_and_depth_are_limited() -> None:
    assert problem("<a>" * 101 + "</a>" * 101).name == "unsafe-file"
    assert tree("<a>" * 100 + "</a>" * 100).name == "a"
    assert problem(b" " * (MAX_BYTES + 1)).name == "file-too-large"


def test_the_number_of_elements_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "MAX_ELEMENTS", 3)
    assert tree("<a><b/><b/></a>").name == "a"
    found = problem("<a><b/>\n<b/><b/></a>")
    assert (found.name, str(found.place)) == ("file-too-large", "a.xml:2:5")
