"""What a SCORM package reports to a platform, and that it is only what SCORM 1.2 allows."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from sco_quiz.core.bank import Bank
from sco_quiz.core.exam_form import FormRules
from sco_quiz.core.kinds import AnyQuestion
from sco_quiz.core.verdict import Response
from sco_quiz.formats.page.settings import PageSettings
from sco_quiz.formats.scorm.writer import scorm_package
from tests.formats.scorm.conftest import TEST, OpenVisit, Visit
from tests.page.answering import answer_by_keys, right_response
from tests.page.conftest import form_of

RECORDED = Path(__file__).parent / "recorded.txt"
NAMES = {"ims": "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2"}


def answer(visit: Visit, question: AnyQuestion, response: Response | None = None) -> None:
    screen = SimpleNamespace(evaluate=visit.sco.evaluate, keyboard=visit.page.keyboard)
    visit.sco.locator("h2").focus()
    answer_by_keys(screen, question, right_response(question) if response is None else response)


def handed_in(visit: Visit, questions: tuple[AnyQuestion, ...], right: int) -> dict[str, str]:
    """Answer the first questions right, hand in, and return what the platform has."""
    visit.begin()
    for question in questions[:right]:
        answer(visit, question)
        visit.press("Next" if question is not questions[-1] else "Overview")
    visit.hand_in() if right < len(questions) else [visit.press(name) for name in ("Hand in", "Hand in")]
    return visit.now()


def test_a_whole_test_is_reported(kinds_bank: Bank, visit: OpenVisit, request: pytest.FixtureRequest) -> None:
    opened = visit(kinds_bank)
    values = handed_in(opened, kinds_bank.questions, 9)
    assert values["cmi.core.score.raw"] == "100"
    assert values["cmi.core.lesson_status"] == "passed"
    assert opened.sco.get_by_text("Your result was sent to your teacher.").is_visible()
    opened.leave()
    assert opened.values["cmi.core.exit"] == ""
    assert opened.values["cmi.suspend_data"]
    if request.config.getoption("--update"):
        RECORDED.write_text(opened.recorded, "utf-8")
    assert opened.recorded == RECORDED.read_text("utf-8")


def test_a_page_that_is_left_without_an_answer_is_incomplete_and_has_no_score(
    kinds_bank: Bank, visit: OpenVisit
) -> None:
    for begins in (False, True):
        opened = visit(kinds_bank)
        if begins:
            opened.begin()
        opened.leave()
        assert opened.values["cmi.core.lesson_status"] == "incomplete"
        assert opened.values["cmi.core.exit"] == "suspend"
        assert not [name for name in opened.values if ".score." in name or "interactions" in name]
        assert opened.calls.count("Finish") == 1


def test_progress_is_reported_as_it_is_made_and_the_score_at_the_end(kinds_bank: Bank, visit: OpenVisit) -> None:
    opened = visit(kinds_bank)
    opened.begin()
    answer(opened, kinds_bank.questions[0])
    opened.press("Next")
    values = opened.now()
    assert values["cmi.interactions.0.id"] == "single"
    assert (values["cmi.interactions.0.result"], values["cmi.core.lesson_location"]) == ("correct", "1")
    assert "cmi.core.score.raw" not in values
    opened.hand_in()
    opened.leave()
    assert opened.values["cmi.core.score.raw"] == "11.11"
    for element in ("cmi.core.score.raw", "cmi.core.lesson_status = failed"):
        assert len([call for call in opened.calls if call.startswith(element)]) == 1


def test_a_test_goes_on_where_it_was_left(kinds_bank: Bank, visit: OpenVisit) -> None:
    first = visit(kinds_bank)
    first.begin()
    for question in kinds_bank.questions[:7]:
        answer(first, question)
        first.press("Next")
    first.press("Flag")
    first.leave()
    again = visit(kinds_bank, values=first.values)
    assert again.sco.locator("h2").inner_text() == "Question 8 of 9"
    again.press("Overview")
    assert again.sco.locator(".numbers .flagged").count() == 1
    again.press("Hand in")
    again.press("Hand in")
    again.leave()
    assert again.values["cmi.core.score.raw"] == "77.78"
    numbers = {name.split(".")[2] for name in again.values if name.startswith("cmi.interactions.")}
    assert numbers == {str(number) for number in range(9)}


def test_a_restart_lowers_nothing_and_shows_the_result(kinds_bank: Bank, visit: OpenVisit) -> None:
    first = visit(kinds_bank)
    handed_in(first, kinds_bank.questions, 9)
    first.leave()
    again = visit(kinds_bank, values=first.values)
    assert again.sco.locator("h2").inner_text() == "Your result"
    assert again.sco.locator(".score strong").inner_text() == "100 %"
    again.leave()
    assert again.values | {"cmi.core.session_time": ""} == first.values | {"cmi.core.session_time": ""}
    # a platform that forgot the state: the test can be taken, and its worse result is not reported
    without = visit(kinds_bank, values=first.values | {"cmi.suspend_data": ""})
    assert without.sco.get_by_text("what you do now is not sent").is_visible()
    without.begin()
    without.hand_in()
    without.leave()
    assert without.values["cmi.core.score.raw"] == "100"
    assert without.values["cmi.core.lesson_status"] == "passed"


def test_a_package_that_is_only_shown_sends_nothing(kinds_bank: Bank, visit: OpenVisit) -> None:
    for mode in ("review", "browse"):
        opened = visit(kinds_bank, values={"cmi.core.lesson_mode": mode})
        opened.begin()
        opened.hand_in()
        opened.leave()
        assert not [call for call in opened.calls if " = " in call]


def test_a_test_without_a_key_has_no_score(kinds_bank: Bank, visit: OpenVisit) -> None:
    opened = visit(kinds_bank, replace(TEST, key=False))
    values = handed_in(opened, kinds_bank.questions, 2)
    opened.leave()
    assert values["cmi.core.lesson_status"] == "completed"
    assert not [name for name in values if ".score." in name or ".correct_responses." in name]
    assert {value for name, value in values.items() if name.endswith(".result")} == {"neutral"}


@pytest.mark.parametrize("refuses", ["cmi.core.score.raw", "cmi.core.lesson_status"])
def test_a_platform_that_refuses_a_score_does_not_stop_the_test(
    refuses: str, kinds_bank: Bank, visit: OpenVisit
) -> None:
    opened = visit(kinds_bank, refuses=refuses)
    opened.begin()
    opened.hand_in()
    assert opened.sco.get_by_text("could not be sent").is_visible()
    assert opened.sco.get_by_role("button", name="Download").is_visible()
    opened.leave()


def test_the_name_in_the_platform_is_offered(kinds_bank: Bank, visit: OpenVisit) -> None:
    assert visit(kinds_bank).sco.get_by_label("Your name").input_value() == "Asanov, Bek"


def test_long_answers_stay_within_the_limits(kinds_bank: Bank, visit: OpenVisit) -> None:
    short = next(question for question in kinds_bank.questions if question.id == "short")
    many = tuple(short.model_copy(update={"id": f"short-{number}"}) for number in range(12))
    opened = visit(replace(kinds_bank, topics=(replace(kinds_bank.topics[0], questions=many),)))
    opened.begin()
    for question in many:
        opened.sco.locator(".typed input").fill("\N{GRINNING FACE}" * 300)
        opened.press("Next" if question is not many[-1] else "Overview")
    opened.press("Hand in")
    opened.press("Hand in")
    opened.leave()
    assert len(opened.values["cmi.suspend_data"]) <= 4096
    assert opened.values["cmi.interactions.11.student_response"] == "\N{GRINNING FACE}" * 127


def test_outside_a_platform_the_page_says_so_and_works(kinds_bank: Bank, browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    with ZipFile(BytesIO(scorm_package(kinds_bank, [form_of(kinds_bank)], TEST))) as archive:
        file.write_bytes(archive.read("index.html"))
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.get_by_text("could not be sent").is_visible()
    page.get_by_role("button", name="Begin").click()
    assert page.locator("h2").inner_text() == "Question 1 of 9"
    browser.close(page)


def test_the_manifest_names_the_page_and_the_pass_mark(kinds_bank: Bank) -> None:
    form = form_of(kinds_bank, FormRules(pass_mark=75), "Test 1 < 2")
    for settings, mastery in ((TEST, "75"), (replace(TEST, key=False), None)):
        archive = ZipFile(BytesIO(scorm_package(kinds_bank, [form], settings)))
        assert archive.namelist() == ["imsmanifest.xml", "index.html"]
        root = ET.fromstring(archive.read("imsmanifest.xml"))
        organizations = root.find("ims:organizations", NAMES)
        assert organizations is not None
        organization = organizations.find("ims:organization", NAMES)
        item = root.find(".//ims:item", NAMES)
        resource = root.find(".//ims:resource", NAMES)
        assert organization is not None
        assert item is not None
        assert resource is not None
        assert organizations.get("default") == organization.get("identifier")
        assert item.findtext("ims:title", None, NAMES) == "Test 1 < 2"
        assert item.findtext("adlcp:masteryscore", None, NAMES) == mastery
        assert item.get("identifierref") == resource.get("identifier")
        assert resource.get(f"{{{NAMES['adlcp']}}}scormtype") == "sco"
        assert resource.get("href") == "index.html"
        assert [file.get("href") for file in resource.findall("ims:file", NAMES)] == ["index.html"]


def test_the_same_test_gives_the_same_package(kinds_bank: Bank) -> None:
    one, other = (scorm_package(kinds_bank, [form_of(kinds_bank)], TEST) for _ in range(2))
    assert one == other


def test_a_package_is_a_test_and_its_title_keeps_the_limit_of_the_schema(kinds_bank: Bank, visit: OpenVisit) -> None:
    opened = visit(kinds_bank, PageSettings())
    opened.begin()
    assert opened.now()["cmi.core.lesson_status"] == "incomplete"
    archive = ZipFile(BytesIO(scorm_package(kinds_bank, [form_of(kinds_bank, title="T" * 300)], TEST)))
    titles = [each.text for each in ET.fromstring(archive.read("imsmanifest.xml")).iterfind(".//ims:title", NAMES)]
    assert titles == ["T" * 200] * 2


def test_answers_that_are_too_long_to_be_kept_are_named(kinds_bank: Bank, visit: OpenVisit) -> None:
    short = next(question for question in kinds_bank.questions if question.id == "short")
    many = tuple(short.model_copy(update={"id": f"short-{number}"}) for number in range(12))
    opened = visit(replace(kinds_bank, topics=(replace(kinds_bank.topics[0], questions=many),)))
    opened.begin()
    notice = opened.sco.locator(".notice", has_text="Your answers are too long to be saved here")
    for question in many[:6]:
        assert not notice.is_visible()
        opened.sco.locator(".typed input").fill("x" * (1000 if question is not many[0] else 3))
        opened.press("Next")
        if notice.is_visible():
            break
    assert notice.is_visible()
    # what is shortened fits again
    opened.press("Back")
    opened.sco.locator(".typed input").fill("x")
    opened.press("Next")
    assert not notice.is_visible()
