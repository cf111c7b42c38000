"""What our writer adds to a package for fields that Canvas does not have, so that our reader finds them."""

BEYOND = '<div class="sco-quiz-beyond">'
"""The start of what goes beyond the article, which is not a part of the explanation."""

EXTRA = "sco_quiz_"
"""How the labels of fields begin that only this program reads."""
