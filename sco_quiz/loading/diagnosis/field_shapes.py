"""What people write below or beside a field's name, by the models: for lines that belong to no kind yet."""

from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from sco_quiz.core.kinds import KINDS, Question
from sco_quiz.core.kinds.field_types import check_optional_text, check_text
from sco_quiz.core.kinds.fields import fields_with_shape
from sco_quiz.core.source import Paragraph, Source
from sco_quiz.loading.records import BankFile, TopicFile


def _is_free_text(field: FieldInfo) -> bool:
    """Whether a field takes any text: no id, level or word of a closed list."""
    checks = [item for item in field.metadata if isinstance(item, AfterValidator)]
    return field.annotation is str and all(check.func in (check_text, check_optional_text) for check in checks)


_KINDS = tuple(KINDS.values())
_RECORDS = (BankFile, TopicFile, Source, Paragraph)
_FREE_TEXTS = frozenset(
    name for model in (*_KINDS, *_RECORDS) for name, field in model.model_fields.items() if _is_free_text(field)
)
RECORD_FIELDS = frozenset(name for model in _RECORDS for name in model.model_fields)
QUESTION_FIELDS = frozenset(name for model in _KINDS for name in model.model_fields)
LIST_FIELDS = fields_with_shape("list")
MAPPING_FIELDS = fields_with_shape("mapping")
# sentences, in which a dash or `#` is ordinary; other free text is a word or two
PROSE_FIELDS = _FREE_TEXTS & {*Question.model_fields, "summary", "description"}
SHORT_FIELDS = _FREE_TEXTS - PROSE_FIELDS
