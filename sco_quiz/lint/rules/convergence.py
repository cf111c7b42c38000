"""The right option combines what the distractors repeat.

Writers vary the right option to make distractors, so the option that shares most words with the others is often the
right one, and learners find it without knowing the answer. The rule reports two or more content words of the right
option that each occur in at least half of the distractors, while no distractor shares as many with the other options.

Example:

    - type: single_choice
      prompt: What is true of the Secretariat?
      answer: thirty members of six states in Beijing
      distractors:
        - thirty members of six states in Moscow
        - thirty members of five states in Beijing
        - forty members of six states in Beijing
      source: 3

Instead:

    - type: single_choice
      prompt: How many staff members has the Secretariat in Beijing?
      answer: "30"
      distractors: ["20", "40", "50"]
      source: 3
"""

from collections import Counter
from collections.abc import Iterator

from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding
from sco_quiz.lint.word_lists import subject_of

NAME = "convergence"
SEVERITY = Severity.INFO

MIN_SHARE = 0.5


def check(facts: Facts) -> Iterator[Finding]:
    """Report a right option that shares more words with the others than any distractor does."""
    if len(facts.keys) != 1 or len(facts.wrong) <= 1:
        return
    subjects = [subject_of(text) for text in facts.options]
    counts = Counter(word for subject in subjects for word in subject)
    shared = [sum(counts[word] - 1 >= MIN_SHARE * (len(subjects) - 1) for word in subject) for subject in subjects]
    if shared[0] > max(shared[1:]):  # at least two, because a distractor shares each of them
        message = f"{shared[0]} words of the right option recur in the other options, more than of any distractor"
        yield Finding(message, facts.placed[0][0], "vary all options alike, or none")
