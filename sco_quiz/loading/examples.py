"""Two lines that show how a missing field is written."""

EXAMPLES = {
    "id": "- id: seat-of-the-secretariat\n  type: single_choice",
    "type": "- id: seat-of-the-secretariat\n  type: single_choice",
    "prompt": "type: short_answer\nprompt: In which city does the Secretariat of the SCO sit?",
    "level": "answer: Beijing\nlevel: remember",
    "answer": "prompt: In which city does the Secretariat of the SCO sit?\nanswer: Beijing",
    "answers": "answers:\n  - Russia",
    "distractors": "distractors:\n  - Moscow: the home of the news agency that was host to the briefing",
    "pairs": "pairs:\n  Tashkent: seat of the Regional Antiterrorism Structure",
    "items": "items:\n  - what comes first",
    "questions": "questions:\n  - id: seat-of-the-secretariat",
    "topic": "topic: Security\nquestions:",
    "title": "id: my-article\ntitle: An article and its questions",
    "date": "title: An Advancing Alliance\ndate: 2010-02-03",
    "paragraphs": "paragraphs:\n  - number: 1",
    "number": "paragraphs:\n  - number: 1",
    "fingerprint": "number: 1\nfingerprint: made by `sco-quiz source add ARTICLE.txt`",
}


def example_of(field: str) -> str:
    """A hint that shows the field beside its neighbour."""
    return f"for example\n{EXAMPLES.get(field, f'{field}: …')}"
