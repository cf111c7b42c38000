"""What a question says, as bytes by which it is remembered."""

from sco_quiz.core.kinds import Question


def values_of(question: Question) -> bytes:
    """Return the fields of a question, and how its text is read."""
    try:
        values = question.model_dump_json().encode()
    except ValueError:  # YAML can write half of a surrogate pair
        values = repr(question).encode("utf-8", "surrogatepass")
    return b"%b %b %b" % (values, question.type.encode(), question.markup.encode())
