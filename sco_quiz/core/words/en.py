"""English. A value with `|` has a form for each plural; `n` is the number that chooses one."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

FIELDS = {
    # the task, one for each kind
    "choose_one": "Choose one",
    "choose_all": "Choose all that apply",
    "costs": "A wrong choice costs {share} of the points.",
    "costs_nothing": "A wrong choice costs nothing.",
    "judge": "True or false?",
    "type_words": "Type the answer",
    "type_number": "Type a number",
    "type_digits": "Type a number with {n} significant digit|Type a number with {n} significant digits",
    "in_unit": "{task} ({unit})",
    "fill_gap": "Fill the gap",
    "match": "Match the pairs",
    "order": "Put in order, first to last",
    "true": "True",
    "false": "False",
    # what is strict in a typed answer
    "strict": "{names} counts.|{names} count.",
    "strict_all": "Every character counts.",
    "strict_accents": "accents",
    "strict_case": "capitals",
    "strict_spelling": "spelling",
    "strict_articles": "articles",
    "strict_signs": "symbols",
    "comma": ", ",
    "period": ". ",
    "and": "{first} and {last}",
    # the answer
    "also_right": "Also right: {forms}",
    "also_right_for": "Also right for {gap}: {forms}",
    "also_right_numbers": "Also right: {numbers}.",
    "right_from": "Right from {low}.",
    "right_to": "Right to {high}.",
    "right_range": "Right from {low} to {high}.",
    "right_within": "Right within ± {tolerance}.",
    "no_longer_asked": "This question is asked no more.",
    "successor": "Replaced by: {prompt} ({id})",
    "asked_otherwise": "A new card asks this question in another way.",
    # where the answer is, and how hard it is
    "cited": "paragraph {numbers}|paragraphs {numbers}",
    "paragraph_summary": "Paragraph {n}: {summary}",
    "difficulty": "{level} · difficulty {n} of 5",
    "remember": "Remember",
    "understand": "Understand",
    "apply": "Apply",
    "analyze": "Analyze",
    "evaluate": "Evaluate",
    "date": "{day} {month} {year}",
    "first_day": "1",
    "months": _MONTHS,
    "month_of_year": "{month} {year}",
    "months_alone": _MONTHS,
    # the page of the deck
    "questions_on": "Questions on {title}.",
    "topic": "Topic: {title}.",
    "withdrawn_deck": "withdrawn",
    "withdrawn_questions": (
        "Withdrawn questions, for students who have them from an earlier deck: "
        "the back of each says why. New here? Delete this deck."
    ),
    "read_first": "Read first: what the article says ({n} minute)|Read first: what the article says ({n} minutes)",
    "article": "Article: {citation}",
    "speaker": "Speaker: {name}",
    "as_of_date": "As of {date}",
    "number_is_paragraph": "A number is the paragraph of the article.",
    "corrected": "Corrected answers, last on {date}",
    "corrected_date": (
        "The last line on the back of a card shows the date of its text. If that date is older than the date "
        "here, the card has not been corrected: Anki does not update a question that you edited or tagged, or"
        " to which Anki added the tag leech, between our correction and your import."
    ),
    "corrected_import": (
        "Correct such a card yourself, or import the deck again with “Update notes” set to “Always”. Anki then also"
        " replaces your own edits and tags on all other questions of the deck."
    ),
}
"""What is written into the fields of notes and the page of a deck."""

SCRIPT = {
    # labels of the templates
    "hint": "Hint",
    "withdrawn": "Withdrawn",
    "beyond": "Beyond the article",
    "why_wrong": "Why the others are wrong",
    "as_of": "as of",
    # buttons; `option` is the text of one
    "check": "Check",
    "show_at_once": "Show at once",
    "strike_out": "Strike out: {option}",
    "fill_gaps": "Fill the gaps. Tap a gap to show it.",
    "left_over": "{n} left over",
    # verdicts
    "right": "Right",
    "partly_right": "Partly right: {share}",
    "partly_chosen": "Partly right: {right} of {n} right, {wrong} wrong",
    "partly_ordered": "Partly right: {right} of {n} are in the right order",
    "partly_matched": "Partly right: {right} of {n} pairs",
    "almost_right": "Almost right: {difference}",
    "not_right": "Not right",
    "not_right_since": "Not right: {difference}",
    "not_judged": "Not judged: {sentence}",
    "your_answer": "Your answer:",
    "your_choice": "your choice",
    "right_answer": "right answer",
    "struck_out": "struck out",
    "not_placed": "not placed",
    "you": "you: {answer}",
    "nothing": "nothing",
    # what keeps a typed answer from being right, or from being judged
    "semicolon": "; ",
    "typed_letters": "{word} has “{right}” where you typed “{typed}”",
    "typed_accent": "{word} is written with “{right}”, not “{typed}”",
    "typed_word": "expected {right}, not {typed}",
    "typed_order": "the words are in another order",
    "typed_symbol": "the “{symbol}” of {right} is missing",
    "typed_year": "the year is missing",
    "typed_digits": "expected {digits} significant digits",
    "typed_unit": "the expected unit is {right}",
    "typed_number": "Type a number, such as 12 or twelve.",
    "typed_several": "Type one number, not several or a range.",
    "typed_apart": "“{typed}” is not one number: put spaces only between groups of three digits.",
    "typed_glued": "“{typed}” mixes digits and letters: type the digits, then a space before the unit.",
    "typed_unknown": "“{word}” is not a unit for this number: type the number alone, or with its unit.",
    "typed_only": "“{typed}” is more than a number: type the number alone, or with its unit.",
}
"""What the script of a card shows; the terminal uses the sentences on typed answers, too."""
