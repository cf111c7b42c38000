"""Feedback that only says whether an answer is right: the program says that itself."""

import re

# what Moodle, teachers and other programs write, in the languages of the files that were seen
_VERDICTS = frozenset(
    """
    correct | that is correct | that's correct | your answer is correct | correct answer | right | that's right
    right answer | yes | yes that's correct | good | very good | good job | well done | great | great job | excellent
    perfect | exactly | bravo | ok | wrong | that's wrong | wrong answer | incorrect | that is incorrect
    that's incorrect | your answer is incorrect | incorrect answer | not correct | no | nope | sorry | try again
    please try again | partially correct | your answer is partially correct
    richtig | das ist richtig | die antwort ist richtig | korrekt | genau | sehr gut | gut gemacht | ja | falsch
    das ist falsch | leider falsch | nicht richtig | die antwort ist falsch | nein | teilweise richtig
    die antwort ist teilweise richtig
    correcto | muy bien | bien hecho | respuesta correcta | su respuesta es correcta | incorrecto
    respuesta incorrecta | su respuesta es incorrecta | parcialmente correcto | su respuesta es parcialmente correcta
    correct | exact | très bien | bien joué | bonne réponse | votre réponse est correcte | faux | mauvaise réponse
    votre réponse est incorrecte | non | oui
    correto | muito bem | certo | resposta correta | sua resposta está correta | errado | incorreto
    resposta incorreta | sua resposta está incorreta
    corretto | esatto | risposta corretta | giusto | sbagliato | errato | risposta errata
    goed | juist | fout | onjuist
    верно | правильно | неверно | неправильно | ваш ответ верный | ваш ответ неправильный
    doğru | yanlış | correcte | incorrecte
    """.replace("\n", "|").split("|")
)
_KNOWN = frozenset(" ".join(verdict.split()) for verdict in _VERDICTS) - {""}
_NOT_WORDS = re.compile(r"[^\w\s']|_")


def is_mere_verdict(text: str) -> bool:
    """Return whether feedback says no more than right or wrong.

    >>> is_mere_verdict("**Correct!**"), is_mere_verdict("Leider falsch."), is_mere_verdict("No, Oslo is in Norway.")
    (True, True, False)
    """
    return " ".join(_NOT_WORDS.sub(" ", text.replace("’", "'").lower()).split()) in _KNOWN
