"""Words by which lists of questions name answers, explanations and keys, in several languages."""

import re

_ANSWER = """
    answers? | ans | correct answers? | right answers? | correct | correct options? | key | solutions?
    antwort | antworten | richtige antwort | richtig | lösung
    respuestas? | respuestas? correctas? | solución | correcta
    réponses? | bonnes? réponses? | réponses? correctes? | bonne
    risposta | risposte | risposta corretta | risposta esatta | soluzione
    respostas? | respostas? corretas? | resposta correta | gabarito | resposta correcta
    antwoord | juiste antwoord | svar | rätt svar | riktig svar | vastaus
    odpowiedź | poprawna odpowiedź | odpověď | správná odpověď | odpoveď | válasz | helyes válasz | megoldás
    răspuns | răspuns corect | odgovor | točan odgovor
    ответ | ответы | правильный ответ | верный ответ | відповідь | правильна відповідь | отговор
    cevap | doğru cevap | yanıt | doğru yanıt | απάντηση | σωστή απάντηση
    答案 | 正确答案 | 正確答案 | 标准答案 | 答え | 正解 | 解答 | 정답 | 답
    الإجابة | الجواب | الإجابة الصحيحة | תשובה | תשובה נכונה | jawaban | kunci jawaban | đáp án
"""
_EXPLANATION = """
    explanation | feedback | rationale | reason | why | comment | note
    erklärung | begründung | erläuterung | explicación | justificación | retroalimentación
    explication | justification | spiegazione | explicação | justificativa | uitleg | wyjaśnienie
    пояснение | объяснение | açıklama | 解析 | 解说 | 解説 | 해설 | شرح | penjelasan | giải thích
"""
_KEY = """
    answer key | answers | key | solutions | answer keys | key answers | answers key
    lösungen | lösungsschlüssel | antworten | lösung | respuestas | soluciones | solucionario | clave de respuestas
    clave | réponses | corrigé | solutions | risposte | soluzioni | respostas | gabarito | chave de respostas
    antwoorden | klucz | klucz odpowiedzi | odpowiedzi | ответы | ключ | ключи | cevap anahtarı | cevaplar | yanıtlar
    答案 | 参考答案 | 正解 | 정답 | kunci jawaban
"""
_QUESTION = (
    "question|frage|pregunta|domanda|questão|pergunta|vraag|pytanie|вопрос|питання|soru|問題|问题|soal|q|questio"
)
_TRUE = "t true wahr richtig vrai verdadero vero verdadeiro waar prawda верно правда да doğru 对 正确 yes"
_FALSE = "f false falsch faux falso onwaar fałsz неверно ложь нет yanlış 错 错误 no"
TRUE, FALSE = frozenset(re.split(" ", _TRUE)), frozenset(re.split(" ", _FALSE))


def _one_of(words: str) -> str:
    # the longest first, so that "correct answer" is not taken for "correct"
    phrases = sorted({" ".join(word.split()) for word in words.replace("\n", "|").split("|")} - {""}, key=len)
    return "|".join(phrase.replace(" ", r"\s+") for phrase in reversed(phrases))


_ANSWER_LINE = re.compile(rf"\W{{0,4}}(?:{_one_of(_ANSWER)})\s?(?:\(s\))?\**\s?[:：=]", re.IGNORECASE)
_EXPLANATION_LINE = re.compile(rf"\W{{0,4}}(?:{_one_of(_EXPLANATION)})\s?[:：]", re.IGNORECASE)
_KEY_HEADING = re.compile(rf"\W{{0,4}}(?:{_one_of(_KEY)})\W{{0,4}}", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?:#{{1,6}}\s+)?(?:(?:{_QUESTION})\s?)?#?(?P<number>\d{{1,5}})\s?(?:[.)、．:：](?!\d)|[-–—](?=\s))"
    rf"|(?:{_QUESTION})\s?#?(?P<after>\d{{1,5}})(?=\s|$)",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?P<number>\d{1,5})\s?[.):：=–—-]?\s{0,3}\(?(?P<letters>[^\W\d_](?:\s?[,&+/]\s?[^\W\d_]){0,9})\)?(?=[\s,;.|]|$)[\s,;.|]{0,9}"
)
_LABEL_LENGTH = 50  # characters: the word for an answer and the colon after it are at the start of a line


def answer_in(line: str) -> str | None:
    """Return what a line names as the answer, empty if the next line does; None if it is no such line."""
    return _said(_ANSWER_LINE, line)


def explanation_at(line: str) -> int:
    """Return where an explanation begins in a line; 0 if the line begins none."""
    found = _EXPLANATION_LINE.match(line) if _has_colon(line) else None
    return found.end() if found else 0


def is_key_heading(line: str) -> bool:
    """Return whether a line is the heading of the answers to all questions."""
    return len(line) <= _LABEL_LENGTH and bool(_KEY_HEADING.fullmatch(line))


def number_in(line: str) -> tuple[int, int] | None:
    """Return the number of a question at the start of a line, and where the number ends."""
    found = _NUMBER.match(line)
    return (int(found["number"] or found["after"]), found.end()) if found else None


def key_pairs(line: str) -> list[tuple[int, str]]:
    """Return the answers in a line such as `1. B  2-C`: numbers with letters; nothing if anything else is in it."""
    pairs, at = [], 0
    while at < len(line):
        found = _PAIR.match(line, at)
        if not found:
            return []
        pairs.append((int(found["number"]), found["letters"]))
        at = found.end()
    return pairs


def _has_colon(line: str) -> bool:
    start = line[:_LABEL_LENGTH]
    return ":" in start or "：" in start or "=" in start


def _said(pattern: re.Pattern[str], line: str) -> str | None:
    found = pattern.match(line) if _has_colon(line) else None
    return line[found.end() :].strip().removesuffix("]").strip("*").strip() if found else None
