"""Show how a missing field is written, by the example beside it in its model."""

from pydantic import BaseModel

from sco_quiz.loading.writing.yaml_writer import render_field

RECREATE = "run `sco-quiz source add ARTICLE.txt --replace` to recreate the record"
# a field that nobody writes by hand
_MADE = {"words": RECREATE}
FIRST_LINES = "for example\n- id: seat-of-the-secretariat\n  type: single_choice"


def example_of(name: str, model: type[BaseModel]) -> str:
    """Return a hint that shows a field of a model.

    >>> from sco_quiz.core.kinds import KINDS
    >>> print(example_of("answers", KINDS["multiple_choice"]))
    for example
    answers:
      - Russia
      - China
    """
    if name in _MADE:
        return _MADE[name]
    field = model.model_fields.get(name)
    example = field.examples[0] if field and field.examples else "…"
    return "\n".join(["for example", *render_field(name, example)])
