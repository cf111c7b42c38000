"""The rules, one per file; RULES is the table of them."""

from importlib import import_module
from types import ModuleType

from sco_quiz.lint.rule import Rule

_MODULES = """
absolute_word all_of_the_above answer_given_away answer_in_prompt answer_not_in_source article_before_gap article_cue
blank_inside_prompt clang_word combined_options common_words context_bound contradiction convergence copied_words
disguised_true_false divided_option double_negative double_statement early_gap equal_options exact_decimal example_left
fact_not_asked family_name_refused fixed_order_shows_key hinged_question letter_reference lettered_option literal_markup
long_typed_answer longest_is_often_right longest_option_is_right missing_correction missing_explanation missing_reason
missing_source missing_summary missing_unit mostly_recall name_not_in_source near_duplicate needless_form
negated_statement negative_prompt none_of_the_above note_inside_option number_not_in_source numbers_out_of_order
odd_one_out_in_form one_answer_everywhere option_length_outlier prompt_off_source repeated_phrase review_overdue
single_reference telltale_word too_long too_many_gaps too_many_options true_false_imbalance two_options typo_away
uncovered_paragraph undated_claim unfocused_prompt unused_reference vague_word weak_gap
"""


def _rule(module: ModuleType) -> Rule:
    check, check_bank = getattr(module, "check", None), getattr(module, "check_bank", None)
    return Rule(module.NAME, module.SEVERITY, module.__doc__ or "", check, check_bank)


RULES = {rule.name: rule for rule in (_rule(import_module(f"{__name__}.{name}")) for name in _MODULES.split())}
