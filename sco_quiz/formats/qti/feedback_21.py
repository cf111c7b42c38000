"""The feedback of a question of QTI 2: within options, or shown after the answer."""

from collections.abc import Iterator

from sco_quiz.formats.exchange.xml_tree import Element

NAMES = ("feedbackInline", "feedbackBlock", "modalFeedback")
"""The elements with feedback."""


def feedback_on(root: Element, response: str, choice: Element) -> list[Element]:
    """Return the feedback on an option: within it, or what is shown where the response is its name."""
    name, outcomes = choice.attributes.get("identifier", ""), set(_copies(root, response))
    after = (
        each
        for each in root.elements("modalFeedback")
        if each.attributes.get("identifier") == name and each.attributes.get("outcomeIdentifier") in outcomes
        if each.attributes.get("showHide") != "hide"
    )
    return [each for each in (*choice.elements("feedbackInline"), *after) if _says_something(each)]


def feedback_count(root: Element) -> int:
    """Return how often a question has feedback."""
    return sum(_says_something(found) for found in root.walk() if found.name in NAMES)


def _copies(root: Element, response: str) -> Iterator[str]:
    """Yield the outcomes that are set to a response."""
    processing = root.find("responseProcessing")
    for found in processing.walk() if processing else ():
        inside = found.elements()
        copied = [each.attributes.get("identifier") for each in inside if each.name == "variable"]
        if found.name == "setOutcomeValue" and len(inside) == 1 and copied == [response]:
            yield found.attributes.get("identifier", "")


def _says_something(feedback: Element) -> bool:
    return bool(feedback.all_text.strip()) or any(found.name == "img" for found in feedback.walk())
