"""Every problem that loading can report. Each has a page in data/pages and specimens under tests/bad."""

from sco_quiz.core.problem import Severity

_NAMES = (
    # the file
    "no-such-file",
    "unreadable-file",
    "file-too-large",
    "wrong-file-name",
    "not-utf8",
    "not-yaml",
    "empty-file",
    # signs that are not what they look like
    "control-character",
    "invisible-character",
    "odd-blank",
    "typographic-sign",
    "merge-conflict",
    # YAML
    "tab-indentation",
    "wrong-indent",
    "missing-blank",
    "unquoted-colon",
    "unclosed-quote",
    "text-after-quote",
    "bad-escape",
    "reserved-start",
    "unclosed-bracket",
    "yaml-syntax",
    "duplicate-key",
    "yaml-alias",
    "yaml-tag",
    "several-documents",
    "too-deep",
    "key-not-text",
    "swallowed-text",
    "swallowed-question",
    # shape
    "wrong-shape",
    "missing-field",
    "unknown-field",
    "unknown-type",
    "empty-value",
    # values
    "bad-id",
    "spreadsheet-formula",
    "duplicate-id",
    "former-id-taken",
    "unknown-successor",
    "unknown-level",
    "unknown-value",
    "not-a-number",
    "ambiguous-number",
    "out-of-range",
    "not-a-date",
    "text-too-long",
    # kinds
    "bad-distractor",
    "too-few-options",
    "duplicate-option",
    "duplicate-form",
    "accepted-and-rejected",
    "no-gap",
    "broken-gap",
    "wrong-derivation",
    "unknown-gap",
    "needless-correction",
    "correction-not-in-prompt",
    # the bank
    "missing-bank-file",
    "no-questions",
    "unknown-topic",
    "unknown-paragraph",
    "paragraph-order",
    "bad-fingerprint",
)
WARNINGS = frozenset({"swallowed-text"})
PROBLEMS = {name: Severity.WARNING if name in WARNINGS else Severity.ERROR for name in _NAMES}
