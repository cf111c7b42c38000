"""What a teacher should look at: a class that is too small, a doubtful key, distractors that do not work."""

from collections.abc import Iterator

from sco_quiz.core.item_analysis.analysis import ClassAnalysis, ItemAnalysis
from sco_quiz.core.item_analysis.options import FUNCTIONING
from sco_quiz.core.plural import counted

FACILITY_ONLY = 10
"""Below this many pupils, a correlation of 0.6 may be chance (critical value at 5 %, 9 pupils: 0.67)."""
WIDE = 30
"""Below this many pupils, the interval of a correlation of 0.3 is wider than 0.6 and contains 0."""
MIN_OPTION_ANSWERS = 20
"""From how many answers on a distractor can miss 5 %: of fewer, one pupil is more than that."""
POOR = 0.2
"""Below this discrimination, a question is poor (Ebel and Frisbie 1991)."""


def class_warnings(analysis: ClassAnalysis) -> Iterator[str]:
    """Yield sentences about the class as a whole."""
    pupils = counted(analysis.pupils, "pupil")
    if analysis.pupils < FACILITY_ONLY:
        yield f"Only {pupils}: read facility alone; below {FACILITY_ONLY}, the other figures are mostly chance."
    elif analysis.pupils < WIDE:
        yield f"Only {pupils}: below {WIDE}, intervals are wide and discrimination may be chance."
    if analysis.forms_differ and analysis.reliability.value is not None:
        count = counted(len(analysis.items), "question")
        yield f"Pupils had different questions: the reliability is that of a test of all {count}."
    reliability = analysis.reliability
    if reliability.value is None:
        yield f"No reliability: {reliability.reason}."
    elif reliability.low is not None and reliability.low < 0:
        yield "The interval of the reliability contains 0: this test does not order the pupils reliably."


def item_warnings(item: ItemAnalysis, pupils: int) -> Iterator[str]:
    """Yield sentences about a question and its options; in a class that is too small, none."""
    if pupils < FACILITY_ONLY:
        return
    found = item.figures.discrimination
    if found.value is not None and found.value < 0:
        yield "stronger pupils got it wrong more often: check the key"
    elif found.value is not None and found.value < POOR:
        yield "it hardly tells stronger from weaker pupils"
    yield from _options(item)


def _options(item: ItemAnalysis) -> Iterator[str]:
    rights = [option.thirds[-1] for option in item.options if option.right and option.thirds]
    for option in item.options:
        if option.right or not option.thirds:
            continue
        name = f"“{option.content.plain}”"
        if rights and option.thirds[-1] > max(rights):
            yield f"the strongest third chose {name} more often than the right answer: check the key"
        elif not option.works and item.figures.answers >= MIN_OPTION_ANSWERS:
            yield f"fewer than {FUNCTIONING:.0%} chose {name}: reword or remove it".replace("%", " %")
