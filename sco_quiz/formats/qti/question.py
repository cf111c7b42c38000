"""A question of QTI 1.2 as its file has it, with what its parts share."""

from dataclasses import dataclass
from functools import cached_property

from sco_quiz.formats.exchange.item import RichText
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.qti import kinds
from sco_quiz.formats.qti.feedback import Feedback
from sco_quiz.formats.qti.material import Texts, responses
from sco_quiz.formats.qti.scoring import Scoring, read_scoring


@dataclass(frozen=True)
class Question12:
    """The element `item`; `texts` knows the pictures of the package."""

    element: Element
    texts: Texts

    @cached_property
    def metadata(self) -> dict[str, str]:
        """What the file says about it."""
        return kinds.metadata(self.element)

    @cached_property
    def kind(self) -> str:
        """What the file calls its kind, in lower case."""
        return kinds.kind_of(self.metadata)

    @cached_property
    def presentation(self) -> Element:
        """What is shown."""
        return self.element.find("presentation") or Element("presentation", {}, 0, 0)

    @cached_property
    def prompt(self) -> RichText:
        """What is asked, without rows and options; Blackboard puts it into a block of its own."""
        blocks = [found for found in self.presentation.walk() if found.attributes.get("class") == "QUESTION_BLOCK"]
        return self.texts.of(*(blocks or [self.presentation]))

    @cached_property
    def responses(self) -> list[Element]:
        """The fields to answer in, in their order."""
        return responses(self.presentation)

    @cached_property
    def flows(self) -> dict[Element, Element]:
        """The flow around each element that is right inside one."""
        flows = (found for found in self.presentation.walk() if found.name == "flow")
        return {child: flow for flow in flows for child in flow.elements()}

    @cached_property
    def scoring(self) -> Scoring:
        """What gives points."""
        return read_scoring(self.element)

    @cached_property
    def feedback(self) -> Feedback:
        """What is shown after an answer."""
        return Feedback.of(self.element, self.texts, self.scoring)
