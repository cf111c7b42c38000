"""Every problem that loading can report, by name, with what it means. Each has a specimen under tests/bad."""

PROBLEMS = {
    # the file
    "no-such-file": "the path given does not exist",
    "unreadable-file": "the file cannot be read",
    "not-utf8": "the file is not text in UTF-8",
    "empty-file": "the file holds nothing but comments or blanks",
    # YAML
    "yaml-syntax": "the file is not well-formed YAML",
    "tab-indentation": "a tab indents a line; YAML wants spaces",
    "merge-conflict": "a conflict of version control was left in the file",
    "control-character": "an invisible control character stands in a text",
    "duplicate-key": "a field or key is given twice",
    "yaml-alias": "an alias (*name) repeats another part of the file",
    "yaml-tag": "a YAML tag (!name) stands before a value",
    "several-documents": "a second YAML document starts with ---",
    "too-deep": "lists and mappings are nested too deeply",
    "key-not-text": "a list or mapping stands where a field name is expected",
    # shape
    "wrong-shape": "a text, a list or a mapping stands where another of these is expected",
    "missing-field": "a field is missing",
    "unknown-field": "a field has a name that is not known here",
    "unknown-type": "the type of a question is not one of the eight kinds",
    "empty-value": "a field has no value, or one of blanks only",
    # values
    "bad-id": "an id is more than small letters, digits and single hyphens",
    "duplicate-id": "two questions share an id",
    "unknown-level": "the level is not one of Bloom's",
    "unknown-value": "a value is not one of the words allowed in this field",
    "not-a-number": "a field for a number holds something else",
    "out-of-range": "a number is too small or too large",
    "not-a-date": "a field for a date holds something else",
    "text-too-long": "a text is longer than any screen or card can show",
    # kinds
    "bad-distractor": "a distractor is more than a text or one `text: note` pair",
    "too-few-options": "there are too few options, pairs or items",
    "duplicate-option": "two options, sides or items are the same",
    "duplicate-form": "an accepted form of an answer is given twice",
    "accepted-and-rejected": "a form of an answer is both accepted and rejected",
    "no-gap": "a cloze has no gap",
    "broken-gap": "a gap of a cloze is not closed, nested, empty or misnumbered",
    "wrong-derivation": "the derivation of a numeric answer gives another value",
    "unknown-gap": "`accept` of a cloze names words that no gap hides",
    "needless-correction": "a true statement has a correction",
    "correction-not-in-prompt": "a correction replaces words that the prompt does not hold",
    # the bank
    "missing-bank-file": "the folder has no bank.yaml",
    "no-questions": "the bank or topic has no questions",
    "unknown-topic": "bank.yaml lists a topic that has no file",
    "unknown-paragraph": "a question cites a paragraph that the source does not have",
    "paragraph-order": "the paragraphs of the source are not numbered 1, 2, 3, …",
    "bad-fingerprint": "a fingerprint in the source record was damaged",
}
