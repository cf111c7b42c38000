"""Another paragraph matches the question better than the cited ones.

Usually the question cites the wrong paragraph. The rule counts the content words of prompt and answer in each
paragraph, in any form of the word: a word counts more the fewer paragraphs contain it, and more if it is in the
answer. It warns if a paragraph is ahead of all cited ones together by more than one word that only it contains. For
the levels `remember` and `understand` it suggests a look if fewer than 20 % of the prompt's content words occur in
the cited paragraphs; from `apply` on, a prompt may describe a case of its own. It reads a false statement in its
corrected form, a cloze with its gaps filled, and the prompt of a matching or ordering question together with its
items. Cite the paragraph that the question is about, too, or name its subject in the prompt.

Example:

    - type: short_answer
      prompt: In which city does the Secretariat have thirty members of staff?
      answer: Beijing
      source: 2

Instead:

    - type: short_answer
      prompt: In which city does the Secretariat have thirty members of staff?
      answer: Beijing
      source: 3
"""

from collections.abc import Iterator

from sco_quiz.core.figures import percent
from sco_quiz.core.interaction import Match, Order
from sco_quiz.core.problem import Severity
from sco_quiz.lint.facts import Facts
from sco_quiz.lint.rule import Finding

NAME = "prompt-off-source"
SEVERITY = Severity.WARNING
MARGIN = 1.0
MIN_SHARE = 0.2


def check(facts: Facts) -> Iterator[Finding]:
    """Report a question that matches another paragraph better, or whose prompt has too few words in the cited ones."""
    cited = facts.cited
    if cited is None:
        return
    # "Match each city with its country" names its subject in the rows
    named = facts.key if isinstance(facts.interaction, Match | Order) else ()
    prompt = " ; ".join([facts.statement, *named])
    rival = cited.rival(prompt, "" if facts.truth else " ; ".join(facts.key_prose))
    if rival.lead > MARGIN:
        words = ", ".join(f"`{word}`" for word in rival.words[:4])
        message = f"paragraph {rival.number} matches better than the cited ones: only it contains {words}"
        yield Finding(message, hint=f"check the numbers of the paragraphs, or cite paragraph {rival.number}, too")
    elif not facts.inferred and (share := cited.share(prompt)) < MIN_SHARE:
        expected = f"expected at least {percent(MIN_SHARE)}"
        message = f"{percent(share)} of the prompt's key words occur in the cited paragraphs, {expected}"
        hint = "check the numbers of the paragraphs, or name the subject in the prompt"
        yield Finding(message, hint=hint, severity=Severity.INFO)
