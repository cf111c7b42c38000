"""QTI 3: the same questions as in QTI 2 under other names."""

import re
from dataclasses import replace

import pytest

from sco_quiz.core.place import Place
from sco_quiz.formats import guess_format
from sco_quiz.formats.exchange.item import ChoiceBody, Item
from tests.formats.qti.specimens import item_21, parse, read, zipped

OF_QTI = re.compile(r"(</?)([a-z]+(?:[A-Z][a-zA-Z]*)?)((?: [^<>]*)?>)")
HTML = ("p", "b", "i", "div", "img")


def hyphened(name: str) -> str:
    return re.sub("[A-Z]", lambda found: f"-{found[0].lower()}", name)


def in_qti_3(data: bytes) -> bytes:
    """Return a question of QTI 2.1 as QTI 3 writes it."""

    def renamed(found: re.Match[str]) -> str:
        opening, name, rest = found.groups()
        if name in HTML:
            return found[0]
        attributes = re.sub(r' ([a-zA-Z]+)="', lambda each: f' {hyphened(each[1])}="', rest)
        return f"{opening}qti-{hyphened(name)}{attributes}"

    return OF_QTI.sub(renamed, data.decode().replace("imsqti_v2p1", "imsqtiasi_v3p0")).encode()


def options(name: str, *texts: str) -> str:
    return "".join(f'<{name} identifier="c{n}">{each}</{name}>' for n, each in enumerate(texts, start=1))


CHOICE = (
    '<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1" shuffle="false"><prompt>Choose.</prompt>'
    f"{options('simpleChoice', 'Como', '<i>Garda</i>')}</choiceInteraction>"
)
SIDES = "".join(
    f"<simpleMatchSet>{side}</simpleMatchSet>"
    for side in (
        options("simpleAssociableChoice", "Como", "Garda"),
        options("simpleAssociableChoice", "A", "B").replace('="c', '="d'),
    )
)


@pytest.mark.parametrize(
    "data",
    [
        item_21(CHOICE, "c2"),
        item_21(CHOICE.replace('"1"', '"0"'), "c1", "c2", cardinality="multiple"),
        item_21('<p>The <textEntryInteraction responseIdentifier="RESPONSE"/> is a lake.</p>', "Como", base="string"),
        item_21('<textEntryInteraction responseIdentifier="RESPONSE"/>', "51.5", base="float"),
        item_21(CHOICE.replace("choiceInt", "orderInt"), "c2", "c1", cardinality="ordered"),
        item_21(
            f'<matchInteraction responseIdentifier="RESPONSE">{SIDES}</matchInteraction>',
            "c1 d2",
            "c2 d1",
            cardinality="multiple",
            base="directedPair",
        ),
        item_21("<extendedTextInteraction/>"),
        item_21(CHOICE),
    ],
)
def test_it_is_read_as_qti_2(data: bytes) -> None:
    def said(data: bytes) -> object:
        parsed = parse(data)
        items = [replace(item, place=Place("")) for item in parsed.items]
        return items, [(problem.name, problem.message) for problem in parsed.problems]

    assert said(in_qti_3(data)) == said(data)
    assert b"<qti-item-body>" in in_qti_3(data)


def test_a_package_is_read_in_the_order_of_its_test() -> None:
    test = b'<assessmentTest title="Waters"><assessmentItemRef href="items/one.xml"/></assessmentTest>'
    files = {"test.xml": in_qti_3(test), "items/one.xml": in_qti_3(item_21(CHOICE, "c2"))}
    manifest = '<manifest><resource type="imsqti_item_xmlv3p0"><file href="items/one.xml"/></resource></manifest>'
    data = zipped({"imsmanifest.xml": manifest, **files})
    found = read(data, "quiz.zip")
    assert found.category == "Waters"
    assert isinstance(found.body, ChoiceBody)


def test_it_is_guessed() -> None:
    form = guess_format(in_qti_3(item_21(CHOICE, "c2")), "lakes.xml")
    assert form is not None
    assert form.name == "qti"
    assert isinstance(read(in_qti_3(item_21(CHOICE, "c2"))), Item)
