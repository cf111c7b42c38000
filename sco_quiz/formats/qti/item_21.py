"""Read a question of QTI 2.1, 2.2 or 3.0, as far as Canvas reads it: choices, typed words, pairs, an order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from html import escape
from posixpath import dirname, join, normpath

from sco_quiz.core.html_tags import without_tags
from sco_quiz.core.problem import Problem
from sco_quiz.core.shorten import shorten
from sco_quiz.formats.exchange.item import (
    Answer,
    Body,
    ChoiceBody,
    GapsBody,
    Item,
    MatchBody,
    NumberAnswer,
    NumberBody,
    OrderBody,
    RichText,
    TextBody,
    TruthBody,
    marker,
)
from sco_quiz.formats.exchange.reasons import QuestionError, refuse_many
from sco_quiz.formats.exchange.xml_tree import Element
from sco_quiz.formats.qti import feedback_21
from sco_quiz.formats.qti.feedback_21 import feedback_count, feedback_on
from sco_quiz.formats.qti.kinds import INTERACTIONS, category_of, stable_id
from sco_quiz.formats.qti.material import Texts
from sco_quiz.formats.qti.numbers import decimal
from sco_quiz.formats.qti.problems import problem_of, title_of

_HIDDEN = (*feedback_21.NAMES, "templateInline", "templateBlock", "rubricBlock")


_Gap = Callable[[Element], str]
_BARE = ("br", "img", "hr")


def _parts(element: Element, gap: _Gap) -> Iterator[str]:
    """Yield the HTML inside an element; of an interaction, only its prompt, or what stands for the gap."""
    for child in element.children:
        if isinstance(child, str):
            yield escape(child, quote=False)
        elif child.name.endswith("Interaction"):
            yield gap(child)
            prompt = child.find("prompt")
            yield f"<p>{''.join(_parts(prompt, gap))}</p>" if prompt else ""
        elif child.name not in _HIDDEN:
            attributes = "".join(f' {name}="{escape(value)}"' for name, value in child.attributes.items())
            opening = f"<{child.name}{attributes}>"
            yield opening if child.name in _BARE else f"{opening}{''.join(_parts(child, gap))}</{child.name}>"


def titles(documents: Iterable[tuple[str, Element | Problem]]) -> dict[str, str]:
    """Return the title of the test that refers to each file of a package."""
    found = {}
    for member, root in documents:
        if not isinstance(root, Problem) and root.name == "assessmentTest":
            for reference in (each for each in root.walk() if each.name == "assessmentItemRef"):
                path = normpath(join(dirname(member), reference.attributes.get("href", "")))
                found[path] = category_of(root.attributes.get("title", ""))
    return found


def read_item(root: Element, texts: Texts, category: str) -> Iterator[Item | Problem]:
    """Yield the question, if it can be read, and what is lost of it or why it is not."""
    question = _Question(root, texts)
    try:
        prompt, body = question.prompt_and_body()
    except QuestionError as error:
        yield problem_of(error.name, error.message, root, error.hint)
        return
    if question.has_other_feedback(body):
        yield problem_of("lost-feedback", "feedback on other answers than single options is not read", root)
    if parts := question.part_answers():
        shown = ", ".join(f"`{shorten(part)}`" for part in parts)
        yield problem_of("partial-credit", f"{shown}: a part of the points there, none here", root)
    for block in (found for found in root.walk() if found.name == "rubricBlock"):
        message = f"<rubricBlock> is not imported: `{shorten(' '.join(block.all_text.split()))}`"
        yield problem_of("lost-field", message, root)
    if isinstance(body, ChoiceBody) and not body.single and not any(found.name == "mapping" for found in root.walk()):
        message = "only all right answers together give points there; here, each of them counts"
        yield problem_of("other-scoring", message, root)
    yield Item(
        root.place,
        prompt,
        body,
        name=title_of(root),
        idnumber=stable_id(root.attributes.get("identifier", "")),
        category=category,
    )


@dataclass(frozen=True)
class _Question:
    root: Element
    texts: Texts

    @cached_property
    def _interactions(self) -> list[Element]:
        body = self.root.find("itemBody")
        return [found for found in body.walk() if found.name.endswith("Interaction")] if body else []

    @cached_property
    def _declarations(self) -> dict[str, Element]:
        declared = reversed(self.root.elements("responseDeclaration"))  # of several, the first counts
        return {each.attributes.get("identifier", ""): each for each in declared}

    def prompt_and_body(self) -> tuple[RichText, Body]:
        names = [found.name for found in self._interactions]
        if self.root.find("templateProcessing") or self.root.find("templateDeclaration"):
            raise QuestionError(
                "unsupported-kind", "a question with random values is not a kind of question of sco-quiz"
            )
        if named := next((INTERACTIONS[name] for name in names if name in INTERACTIONS), ""):
            raise QuestionError("unsupported-kind", f"{named} is not a kind of question of sco-quiz")
        if not names:
            raise QuestionError("not-a-question", "this is text without a question")
        if set(names) <= {"textEntryInteraction", "inlineChoiceInteraction"}:
            return self._inline()
        if len(names) > 1:
            raise QuestionError(
                "unsupported-kind", "several ways to answer in one question are not a kind of question of sco-quiz"
            )
        (interaction,) = self._interactions
        match interaction.name:
            case "choiceInteraction":
                return self._prompt(), self._choice(interaction)
            case "orderInteraction":
                return self._prompt(), self._order(interaction)
            case "matchInteraction":
                return self._prompt(), self._match(interaction)
        raise QuestionError("unsupported-kind", f"`{interaction.name}` is not a kind of question of sco-quiz")

    def _prompt(self) -> RichText:
        """Return the text around the interaction, with the prompt inside it."""
        return self.texts.html(self._html(self.root.find("itemBody"), lambda _: ""))

    def _html(self, element: Element | None, gap: _Gap) -> str:
        return "".join(_parts(element, gap)) if element else ""

    def _text(self, element: Element) -> RichText:
        return self.texts.html(self._html(element, lambda _: ""))

    def _declared(self, interaction: Element) -> Element:
        declared = self._declarations.get(interaction.attributes.get("responseIdentifier", ""))
        if declared is None:
            raise QuestionError("no-right-answer", "the file does not say which answer is right")
        return declared

    def _correct(self, interaction: Element) -> list[str]:
        declared = self._declared(interaction)
        correct = declared.find("correctResponse")
        values = [value.text.strip() for value in correct.elements("value")] if correct else []
        values = values or [key for key, points in self._mapped(interaction).items() if points > 0]
        if not values:
            raise QuestionError("no-right-answer", "the file does not say which answer is right")
        return values

    def _mapped(self, interaction: Element) -> dict[str, Fraction]:
        """Return the points that the file gives for each value, if it says that."""
        mapping = self._declared(interaction).find("mapping")
        return {
            entry.attributes.get("mapKey", ""): Fraction(decimal(entry.attributes.get("mappedValue", "0")))
            for entry in (mapping.elements("mapEntry") if mapping else ())
        }

    def _shares(self, interaction: Element, right: set[str], several: bool) -> dict[str, Fraction]:
        """Return the share of the points of each value that has one."""
        mapped = self._mapped(interaction)
        positive = {value for value, points in mapped.items() if points > 0}
        if not right <= positive or (several and positive - right):
            return dict.fromkeys(right, Fraction(1, len(right) if several else 1))
        full = sum(mapped[value] for value in right) if several else max(mapped[value] for value in right)
        return {value: points / full for value, points in mapped.items()}

    def _choice(self, interaction: Element) -> ChoiceBody | TruthBody:
        right = set(self._correct(interaction))
        words = {
            choice.attributes.get("identifier"): " ".join(choice.all_text.split()).casefold()
            for choice in interaction.elements("simpleChoice")
        }
        if sorted(words.values()) == ["false", "true"] and len(right) == 1:
            return TruthBody(words.get(*right) == "true")
        declared = self._declared(interaction).attributes.get("cardinality", "")
        several = declared == "multiple" and interaction.attributes.get("maxChoices", "1") != "1"
        shares = self._shares(interaction, right, several)
        wrong = Fraction(-1, len(right)) if several and not self._mapped(interaction) else Fraction(0)
        answers = (
            Answer(
                self._text(choice),
                shares.get(choice.attributes.get("identifier", ""), wrong),
                self._feedback(interaction, choice),
            )
            for choice in interaction.elements("simpleChoice")
        )
        return ChoiceBody(tuple(answers), not several, interaction.attributes.get("shuffle") != "false")

    def _feedback(self, interaction: Element, choice: Element) -> RichText:
        found = feedback_on(self.root, interaction.attributes.get("responseIdentifier", ""), choice)
        return self.texts.html("".join(self._html(each, lambda _: "") for each in found))

    def _order(self, interaction: Element) -> OrderBody:
        items = {each.attributes.get("identifier", ""): each for each in interaction.elements("simpleChoice")}
        order = self._correct(interaction)
        if sorted(order) != sorted(items):
            raise QuestionError("unreadable-question", "the right order does not name each item once")
        return OrderBody(tuple(self._text(items[ident]) for ident in order))

    def _match(self, interaction: Element) -> MatchBody:
        sets = [
            {each.attributes.get("identifier", ""): self._text(each) for each in side.elements()}
            for side in interaction.elements("simpleMatchSet")
        ]
        pairs = [tuple(value.split()) for value in self._correct(interaction)]
        if len(sets) != 2 or any(len(pair) != 2 or pair[0] not in sets[0] or pair[1] not in sets[1] for pair in pairs):
            raise QuestionError("unreadable-question", "the pairs name sides that the question does not have")
        used = {pair[1] for pair in pairs}
        spare = (text for ident, text in sets[1].items() if ident not in used)
        return MatchBody(tuple((sets[0][pair[0]], sets[1][pair[1]]) for pair in pairs), tuple(spare))

    def _inline(self) -> tuple[RichText, Body]:
        """Return words to type, or the prompt with its gaps."""
        refuse_many("gaps", len(self._interactions))
        bodies = [self._gap(interaction) for interaction in self._interactions]
        if len(bodies) == 1 and not isinstance(bodies[0], ChoiceBody) and self._ends_with_field():
            return self._prompt(), bodies[0]
        order = {id(interaction): number for number, interaction in enumerate(self._interactions, start=1)}
        source = self._html(self.root.find("itemBody"), lambda found: marker(order[id(found)]))
        return self.texts.html(source), GapsBody(tuple((body, Fraction(1)) for body in bodies))

    def _ends_with_field(self) -> bool:
        body = self.root.find("itemBody")
        _, _, after = self._html(body, lambda _: marker(1)).partition(marker(1))
        return not without_tags(after, "").strip(" .\n\t")

    def _gap(self, interaction: Element) -> ChoiceBody | TextBody | NumberBody:
        values = self._correct(interaction)
        if interaction.name == "inlineChoiceInteraction":
            right = set(values)
            answers = (
                Answer(self._text(choice), Fraction(choice.attributes.get("identifier") in right))
                for choice in interaction.elements("inlineChoice")
            )
            return ChoiceBody(tuple(answers))
        if self._declared(interaction).attributes.get("baseType") in ("float", "integer"):
            tolerance, in_percent = self._tolerance(interaction)
            return NumberBody(tuple(NumberAnswer(decimal(value), tolerance, percent=in_percent) for value in values))
        shares = self._shares(interaction, set(values), False)
        forms = dict.fromkeys((*values, *(value for value, share in shares.items() if share == 1)))
        return TextBody(tuple(Answer(self.texts.plain(value), Fraction(1)) for value in forms))

    def has_other_feedback(self, body: Body) -> bool:
        """Return whether there is feedback outside the options that are read with theirs."""
        return feedback_count(self.root) > (
            sum(bool(each.feedback) for each in body.answers) if isinstance(body, ChoiceBody) else 0
        )

    def part_answers(self) -> list[str]:
        """Return the words to type that give a part of the points."""
        typed = (found for found in self._interactions if found.name == "textEntryInteraction")
        shares = [self._shares(found, set(self._correct(found)), False) for found in typed]
        return [value for each in shares for value, share in each.items() if 0 < share < 1]

    def _tolerance(self, interaction: Element) -> tuple[Decimal, bool]:
        """Return the tolerance of a number, and whether it is in percent."""
        test = self._tolerant.get(interaction.attributes.get("responseIdentifier", ""))
        if not test:
            return Decimal(0), False
        written = test.attributes["tolerance"].split()
        return min(map(decimal, written)), test.attributes.get("toleranceMode") == "relative"

    @cached_property
    def _tolerant(self) -> dict[str, Element]:
        """The first test with a tolerance of each variable."""
        processing = self.root.find("responseProcessing")
        equal = (found for found in (processing.walk() if processing else ()) if found.name == "equal")
        tests = reversed([test for test in equal if test.attributes.get("tolerance", "").strip()])
        return {each.attributes.get("identifier", ""): test for test in tests for each in test.elements("variable")}
