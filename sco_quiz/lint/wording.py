"""The wording of a text, which is what a writer can change."""

from sco_quiz.core.content import Content


def without_pictures(text: str, content: Content) -> str:
    """Return the plain text of content without alternative texts: they describe what is in no article."""
    for image in content.images:
        text = text.replace(image.alt, "", 1)
    return text.strip() if content.images else text
