"""How fields are written: two lines for a message about a missing field, a value for editors."""

from typing import Any

EXAMPLES = {
    "id": "- id: seat-of-the-secretariat\n  type: single_choice",
    "type": "- id: seat-of-the-secretariat\n  type: single_choice",
    "prompt": "type: short_answer\nprompt: In which city does the Secretariat of the SCO sit?",
    "level": "level: remember",
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


# what an editor shows beside a field; `kind.field` where kinds differ
OF_FIELDS: dict[str, list[Any]] = {
    "accept": [["Nurgaliev"]],
    "allow": [{"answer-not-in-source": "inferred from two paragraphs"}],
    "answer": ["Beijing"],
    "answers": [["Russia", "China"]],
    "as_of": ["2010-02-03"],
    "bank.id": ["my-article"],
    "bank.title": ["An article and its questions"],
    "cloze.accept": [{"2001": ["the year 2001"]}],
    "cloze.prompt": ["The SCO was formally established in {{c1::2001::year}}."],
    "context": [["February 2010"]],
    "correction": [{"Almaty": "Tashkent"}],
    "date": ["2010-02-03"],
    "derivation": ["30 / 6"],
    "description": ["Who secures what, and by which body."],
    "difficulty": [2],
    "distractors": [["Moscow", {"Almaty": "seat of neither body"}]],
    "explanation": ["The other permanent body sits in Tashkent."],
    "fingerprint": ["0a1b2c3d 99aa00ff"],
    "formerly": [["seat"]],
    "hint": ["It is a capital."],
    "id": ["seat-of-the-secretariat"],
    "issue": ["2010, no. 7"],
    "items": [["what comes first", "what comes second", "what comes third"]],
    "language": ["en"],
    "level": ["remember"],
    "number": [1],
    "numeric.answer": [5],
    "order": ["fixed"],
    "pairs": [{"SCO Secretariat": "Beijing", "Regional Antiterrorism Structure": "Tashkent"}],
    "paragraphs": [[{"number": 1, "fingerprint": "0a1b2c3d 99aa00ff"}]],
    "prompt": ["In which city does the Secretariat of the SCO sit?"],
    "publication": ["Beijing Review"],
    "questions": [[{"id": "seat", "type": "short_answer", "prompt": "Where?", "answer": "Here", "level": "remember"}]],
    "reason": ["The office has moved since."],
    "reject": [[{"Imanaliev": "he is the one who followed"}]],
    "review_by": ["2027-02-03"],
    "role": ["text"],
    "runs": ["0a1b2c 99aa00"],
    "source": [21, [14, 19]],
    "speaker": ["Muratbek Imanaliev"],
    "status": ["retired"],
    "successor": ["new-seat-of-the-secretariat"],
    "summary": ["Where the permanent bodies sit."],
    "tags": [["history"]],
    "title": ["An Advancing Alliance"],
    "tolerance": [0.5],
    "topic": ["Security"],
    "topics": [["security", "economy"]],
    "true_false.answer": [False],
    "type": ["single_choice"],
    "understood": [["2009"]],
    "unit": ["people"],
}
