"""The sentences that Moodle itself writes, in its most common languages; no question has anything of them."""

_SENTENCES = frozenset(
    sentence.strip()
    for sentence in """
    your answer is correct | your answer is partially correct | your answer is incorrect
    die antwort ist richtig | die antwort ist teilweise richtig | die antwort ist falsch
    ihre antwort ist richtig | ihre antwort ist teilweise richtig | ihre antwort ist falsch
    respuesta correcta | respuesta parcialmente correcta | respuesta incorrecta
    su respuesta es correcta | su respuesta es parcialmente correcta | su respuesta es incorrecta
    votre réponse est correcte | votre réponse est partiellement correcte | votre réponse est incorrecte
    risposta corretta | risposta parzialmente corretta | risposta parzialmente esatta | risposta errata
    la tua risposta è corretta | la tua risposta è parzialmente corretta | la tua risposta è errata
    sua resposta está correta | sua resposta está parcialmente correta | sua resposta está incorreta
    a sua resposta está correta | a sua resposta está parcialmente correta | a sua resposta está incorreta
    je antwoord is correct | je antwoord is gedeeltelijk correct | je antwoord is niet correct
    je antwoord is juist | je antwoord is gedeeltelijk juist | je antwoord is fout | je antwoord is onjuist
    ваш ответ верный | ваш ответ частично правильный | ваш ответ неправильный
    twoja odpowiedź jest poprawna | twoja odpowiedź jest częściowo poprawna | twoja odpowiedź jest niepoprawna
    la resposta és correcta | la resposta és parcialment correcta | la resposta és incorrecta
    la teva resposta és correcta | la teva resposta és parcialment correcta | la teva resposta és incorrecta
    a túa resposta é correcta | a túa resposta é parcialmente correcta | a túa resposta é incorrecta
    cevabınız doğru | cevabınız kısmen doğru | cevabınız yanlış
    ditt svar är korrekt | ditt svar är delvis korrekt | ditt svar är felaktigt
    您的答案是正确的 | 您的答案部分正确 | 您的答案是错误的 | 回答正确 | 部分正确 | 回答错误
    """.replace("\n", "|").split("|")
) - {""}

_DESCRIPTIONS = (
    "the default category for questions shared in context",
    "die standardkategorie für fragen",
    "standardkategorie für fragen",
    "la categoría por defecto para preguntas",
    "catégorie par défaut pour les questions",
    "la catégorie par défaut pour les questions",
    "la categoria predefinita per le domande",
    "a categoria padrão para",
    "categoria padrão para",
    "a categoria predefinida para",
    "de standaardcategorie voor vragen",
    "категория по умолчанию для вопросов",
    "domyślna kategoria pytań",
    "la categoria per defecte",
    "a categoría predeterminada",
)


def is_default_feedback(sentence: str) -> bool:
    """Return whether Moodle wrote the feedback on a whole question."""
    return sentence.strip().rstrip(".!。").casefold() in _SENTENCES


def is_default_description(text: str) -> bool:
    """Return whether Moodle wrote the description of a category."""
    return text.casefold().startswith(_DESCRIPTIONS)
