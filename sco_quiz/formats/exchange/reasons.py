"""Why a question, or a part of it, is not read or not written: a closed table; each name has a page in data/pages."""

from sco_quiz.core.problem import Severity

REASONS: dict[str, Severity] = {}
