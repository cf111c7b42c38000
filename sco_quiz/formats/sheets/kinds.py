"""Kinds of question as a column of a sheet names them, and statements that are true or false."""

from functools import cache
from typing import Literal

from sco_quiz.formats.sheets.headings import normalized

SheetKind = Literal["choice", "several", "truth", "short", "number", "unsupported", ""]

_NAMES: dict[SheetKind, str] = {
    "choice": """
        multichoice; multiple choice; mc; mcq; single choice; single; sc; choice; quiz; radio; multiplechoice;
        opcion multiple; seleccion multiple; multipla escolha; objetiva; scelta multipla; choix multiple; qcm; 单选;
        單選; 单选题; 單選題; 選擇題; test; выбор; feleletvalasztos; meerkeuze; single answer;
        единственный выбор; wielokrotny
        wybor
    """,
    "several": """
        multiple answer; multiple answers; multiple response; multi select; multiselect; ma; checkbox;
        mehrfachauswahl; 多选; 多選; 多选题; 多選題; множественный выбор
    """,
    "truth": """
        truefalse; true false; tf; t f; boolean; true or false; wahr falsch; richtig falsch; verdadero falso;
        verdadero o falso; verdadeiro falso; verdadeiro ou falso; vf; v f; vero falso; vrai faux; juist onjuist;
        prawda falsz; igaz hamis; да нет; верно неверно; 判断; 判斷; 是非; 是非題; 判断题
    """,
    "short": """
        short; shortanswer; short answer; text; sa; fill in; fill in the blank; fib; open; kurzantwort; respuesta
        corta; resposta curta; discursiva; aberta; risposta breve; reponse courte; open ended; 填空; 填空题;
        簡答; 简答;
        краткий ответ
    """,
    "number": "number; numeric; numerical; numerisch; numerica; numerico; numerique; 数值; числовой",
    "unsupported": """
        essay; description; matching; match; ordering; order; cloze; hotspot; drag and drop; calculated; poll;
        ensayo; redacao; ensaio; tema aberto; zuordnung; relacionar; associacao; 问答题; 問答題; эссе; survey; draw;
        slider
    """,
}
_TRUE = """
    true t 1 wahr richtig w r verdadero verdadera v verdadeiro verdadeira certo vero vrai juist waar prawda p igaz да
    верно правда истина 对 正确 正確 是 yes y ja si sim oui tak igen correct sant vertader cert adevarat dogru 真
    ○ ✓ √ ✔
"""
_FALSE = """
    false f 0 falsch falso falsa errado faux onjuist onwaar falsz hamis h нет неверно ложь 错 錯 错误 錯誤 否 no n
    nein nao non nie nem incorrect usann fals fałsz yanlis 假 × ✗ ✕ ✘
"""
# letters, numbers, yes and no: as two options of a question, they are options like any other
_SHORT = frozenset(["t", "f", "1", "0", "v", "w", "r", "p", "h", "y", "n"])
_ANSWERS = frozenset(["yes", "no", "ja", "nein", "si", "sim", "oui", "non", "tak", "igen", "nie", "nem", "nao"])


def kind_of(name: str) -> SheetKind | None:
    """Return the kind that a cell names, an empty string for an empty cell, None for anything else."""
    words = normalized(name).removesuffix(" question")
    if not words:
        return ""
    return _kinds().get(words)


@cache
def _kinds() -> dict[str, SheetKind]:
    return {" ".join(name.split()): kind for kind, names in _NAMES.items() for name in names.split(";")}


def truth_of(text: str) -> bool | None:
    """Return whether text says true or false in one of several languages, or None."""
    return _truths().get(normalized(text) or text.strip())


@cache
def _truths() -> dict[str, bool]:
    return {**dict.fromkeys(_TRUE.split(), True), **dict.fromkeys(_FALSE.split(), False)}


def is_truth_pair(options: list[str]) -> bool:
    """Return whether two options are the words true and false."""
    words = [normalized(option) for option in options]
    return (
        len(words) == 2
        and {truth_of(word) for word in words} == {True, False}
        and (_SHORT | _ANSWERS).isdisjoint(words)
    )
