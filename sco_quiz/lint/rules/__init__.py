"""The rules, one per file; RULES is the table of them."""

from types import ModuleType

from sco_quiz.lint.rule import Rule
from sco_quiz.lint.rules import (
    answer_not_in_source,
    missing_explanation,
    missing_source,
    name_not_in_source,
    note_inside_option,
    number_not_in_source,
    prompt_off_source,
)


def _rule(module: ModuleType) -> Rule:
    check, check_bank = getattr(module, "check", None), getattr(module, "check_bank", None)
    return Rule(module.NAME, module.SEVERITY, module.__doc__ or "", check, check_bank)


_MODULES = (
    answer_not_in_source,
    missing_explanation,
    missing_source,
    name_not_in_source,
    note_inside_option,
    number_not_in_source,
    prompt_off_source,
)

RULES = {rule.name: rule for rule in map(_rule, _MODULES)}
