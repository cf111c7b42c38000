"""British and American spelling."""

import pytest

from sco_quiz.core.typed.spelling import same_spelling


@pytest.mark.parametrize(
    ("british", "us"),
    [
        ("organisations", "organizations"),
        ("organisationally", "organizationally"),
        ("analysed", "analyzed"),
        ("neighbourhood", "neighborhood"),
        ("centre", "center"),
        ("centred", "centered"),
        ("centimetres", "centimeters"),
        ("theatregoer", "theatergoer"),
        ("manoeuvring", "maneuvering"),
        ("travelling", "traveling"),
        ("fulfil", "fulfill"),
        ("skilful", "skillful"),
        ("anaemia", "anemia"),
        ("haemophilia", "hemophilia"),
        ("palaeontology", "paleontology"),
        ("oestrogen", "estrogen"),
        ("encyclopaedia", "encyclopedia"),
        ("catalogue", "catalog"),
        ("defence", "defense"),
        ("practise", "practice"),
        ("programme", "program"),
        ("judgement", "judgment"),
        ("sulphuric", "sulfuric"),
        ("aluminium", "aluminum"),
        ("grey", "gray"),
        ("ploughed", "plowed"),
        ("tyres", "tires"),
        ("likeable", "likable"),
    ],
)
def test_both_spellings_are_one(british: str, us: str) -> None:
    assert same_spelling(british, us)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("four", "for"),
        ("tour", "tor"),
        ("hour", "hor"),
        ("advise", "advize"),
        ("surprise", "surprize"),
        ("promise", "promize"),
        ("filling", "filing"),
        ("refilled", "refiled"),
        ("polling", "poling"),
        ("haem", "hem"),
        ("storey", "story"),
        ("timbre", "timber"),
        ("acre", "acer"),
        ("formally", "formaly"),
        ("does", "des"),
    ],
)
def test_other_words_stay_different(word: str, other: str) -> None:
    assert not same_spelling(word, other)
