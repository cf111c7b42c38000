"""Formatting any file that loads keeps its values and comments, or says why it cannot; twice is as once."""

from random import Random

from sco_quiz.loading.document import Document
from sco_quiz.loading.line_ends import with_line_feeds
from sco_quiz.loading.read_tree import parse_document
from sco_quiz.loading.writing.format import reformatted
from sco_quiz.loading.yaml_tree import parse_data
from tests.fuzz.damage import damaged
from tests.fuzz.files import FILES

NAME, FULL = "format", 500
TEXTS = [file.read_text("utf-8")[:3000].rpartition("\n\n")[0] + "\n" for file in FILES]
# what libyaml and ruamel.yaml may read differently
STRANGE = [*"\u2028\x85\u00a0'\"%&@`!\ufeff\r", "\t\n", " \t\n", "\t#x\n", "\t: ", "- ", "? ", "|\n", "!!str "]


def run(seed: int) -> None:
    """Damage the beginning of a file of questions, and format it if it still loads."""
    rng = Random(seed)
    text = rng.choice(TEXTS)
    if rng.random() < 0.5:
        text = damaged(text, rng).decode("utf-8", "ignore")
    else:
        for _ in range(rng.randrange(1, 4)):
            at = rng.choice([rng.randrange(len(text)), text.find("\n", rng.randrange(len(text)))])
            text = text[:at] + rng.choice(STRANGE) + text[at + rng.randrange(2) :]
    text = with_line_feeds(text)  # as any text that was decoded
    document = Document("topic.yaml", text)
    origin, problems = parse_document(document)
    if origin is None or problems:
        return
    after, trouble = reformatted(document)
    if trouble:
        assert after == text
        return
    assert parse_data(after) == parse_data(text)
    assert reformatted(Document("topic.yaml", after)) == (after, "")
