"""What headings of columns mean, in the languages of teachers, with typos."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Literal, NamedTuple

Meaning = Literal[
    "question",
    "option",
    "options",
    "key",
    "wrong",
    "explanation",
    "feedback",
    "type",
    "topic",
    "tags",
    "difficulty",
    "points",
    "penalty",
    "picture",
    "hint",
    "id",
    "name",
    "row",
    "several",
    "other",
]

# each phrase without accents and in lower case, without the number or letter of an option at its end
_PHRASES: Mapping[Meaning, str] = {
    "question": """
        text; texto; texte; tekst; текст; statement; afirmacion; afirmacao; affermazione; stelling;
        question; question text; questions; text of the question; prompt; stem; item; question title; frage; fragen;
        fragetext; hauptfrage; aufgabe; aufgabentext; pregunta; preguntas; texto pregunta; texto de la pregunta;
        enunciado; pergunta; questao; texto da questao; texto da pergunta; domanda; domande; testo della domanda;
        testo; quesito; intitule; enonce; texte de la question; enunciat; kerdes; a kerdes szovege; vraag;
        vraagtekst; pytanie; tresc pytania; вопрос; текст вопроса; питання; запитання; 题目; 題目; 题干;
        題幹; 問題; 问题; 题目内容;
        題目內容; 質問; 문제; 질문; السؤال; soru; fraga; sporsmal; sporgsmal; kysymys; otazka; intrebare;
        ερωτηση; שאלה; soal; pertanyaan; cau hoi
    """,
    "option": """
        option; answer; answers; choice; alternative; opt; alt; possible answer; answer option; ans; antwort;
        antwortmoglichkeit; aussage; auswahl; opcion; respuesta; alternativa; opcao; resposta; opzione; risposta;
        reponse; choix; proposition; opcio; valasz; valaszlehetoseg; antwoord; optie; keuze; odpowiedz; opcja;
        вариант; вариант ответа; ответ; відповідь; варіант; 选项; 選項; 選択肢; 보기; secenek; svar; svarsalternativ;
        alternativ; vaihtoehto; odpoved; moznost; varianta; raspuns; επιλογη; الخيار; pilihan; opsi; lua chon; phuong an
    """,
    "options": """
        options; choices; question answers; all answers; options list; antwortmoglichkeiten; opciones; opcoes; opzioni;
        respuestas; respostas; risposte; choix possibles; alternativas; варианты; варианты ответов
    """,
    "key": """
        key; correct; correct answer; correct answers; right answer; answer key; correct choice; correct option;
        solution; right; correct answer s; correctanswer; richtig; richtige antwort; richtige antworten; losung;
        wahr; korrekt; korrekte antwort; correcta; respuesta correcta; opcion correcta; clave; correta; resposta
        correta; opcao correta; gabarito; alternativa correta; resposta certa; certa; corretta; risposta corretta;
        risposta esatta; esatta; bonne reponse; reponse correcte; correcte; juste; resposta correcta; solucion;
        helyes; helyes valasz; megoldas; goed; juist; juiste antwoord; goede antwoord; correct antwoord; poprawna;
        poprawna odpowiedz; prawidlowa odpowiedz; правильный ответ; верный ответ; правильно; правильна відповідь;
        答案; 正确答案; 正確答案; 正解; 정답; dogru cevap; cevap; ratt svar; facit; riktig svar;
        oikea vastaus; spravna odpoved;
        raspuns corect; σωστη απαντηση; الإجابة الصحيحة; 답; 답안; 答え; kunci jawaban; jawaban benar;
        đap an; đap an đung; correct index; correct answer index; answer index; indice correcto;
        indice de la respuesta correcta; indice correto
    """,
    "wrong": """
        wrong; wrong answer; incorrect answer; incorrect; incorrect option; distractor; false; falsch; falsche
        antwort; falsa; incorrecta; respuesta incorrecta; opcion incorrecta; errada; incorreta; opcao errada; opcao
        incorreta; resposta errada; alternativa errada; resposta incorreta; errata; sbagliata; risposta errata;
        risposta sbagliata; mauvaise reponse; reponse incorrecte; faux; fausse reponse; resposta incorrecta;
        incorrecte; rossz valasz; helytelen valasz; fout antwoord; foute antwoord; onjuist; bledna odpowiedz;
        неправильный ответ; неверный ответ; 错误答案; 錯誤答案; 干扰项; 誤答; fel svar; yanlis cevap
    """,
    "explanation": """
        explanation; answer explanation; rationale; reason; erklarung; begrundung; explicacion; justificacion;
        explicacao; justificativa; justificacao; resolucao; spiegazione; soluzione; explication; justification;
        explicacio; magyarazat; uitleg; toelichting; wyjasnienie; uzasadnienie; объяснение; пояснение; 解析;
        解释; 詳解;
        解説; 해설; aciklama; forklaring; penjelasan; giai thich; loi giai
    """,
    "feedback": """
        feedback; general feedback; ruckmeldung; retroalimentacion; retroaccion; retroaccion general;
        retroalimentacion general; realimentacion; feedback general; feedback geral; feedback generale; retroaccio;
        retroaccio general; visszajelzes; terugkoppeling; отзыв; comentario; comment; kommentar; commentaire;
        commento
    """,
    "type": """
        type; question type; kind; fragetyp; typ; art; tipo; tipo de pregunta; tipo de questao; tipo questao; tipo
        di domanda; type de question; tipus; kerdestipus; vraagtype; typ pytania; тип; тип вопроса; 题型; 題型; 類型
    """,
    "topic": """
        topic; category; theme; subject; chapter; unit; section; subcategory; lesson; class group; thema;
        themenblock; kategorie; kapitel; fach; tema; categoria; subcategoria; asignatura; materia; unidad; capitulo;
        assunto; disciplina; argomento; capitolo; sujet; categorie; chapitre; matiere; temakor; kategoria; temat;
        dzial; тема; категория; раздел; 主题; 分类; 類別; 章节; 單元; konu; bolum; onderwerp; hoofdstuk;
        amne; emne; aihe
    """,
    "tags": """
        tags; tag; labels; keywords; schlagworter; stichworter; etiquetas; palavras chave; etichette; etiquettes;
        mots cles; cimkek; trefwoorden; tagi; теги; метки; 标签; 標籤
    """,
    "difficulty": """
        difficulty; level; dificulty; schwierigkeit; schwierigkeitsgrad; dificultad; nivel; dificuldade; difficolta;
        livello; difficulte; niveau; dificultat; nivell; nehezseg; moeilijkheid; poziom; trudnosc; сложность; 难度;
        難度; zorluk
    """,
    "points": """
        points; point; score; mark; marks; weight; points given; punkte; puntos; puntuacion; pontos; pontuacao;
        valor; punti; punteggio; note; bareme; punts; pont; pontszam; punten; punkty; баллы; балл; 分值;
        分数; 分數; puan;
        poang
    """,
    "penalty": "penalty; points taken; negative marks; abzug; penalizacion; penalidade; penalita; штраф",
    "picture": """
        picture; image; image link; image url; picture url; bild; imagen; imagem; immagine; imatge; kep; afbeelding;
        obraz; рисунок; изображение; картинка; 图片; 圖片網址; 圖片; 图片链接; resim
    """,
    "hint": """
        hint; clue; hinweis; tipp; pista; dica; suggerimento; indice; sugo; podpowiedz; подсказка; 提示; ipucu
    """,
    "id": "id; identifier; question id; id pregunta; id questao; idnumber; code; codigo; kennung",
    "name": """
        name; question name; title; short name; titel; titulo; titolo; titre; titol; cim; tytul; название; 标题; 標題
    """,
    "row": """
        no; nr; num; number; question number; question nr; row; fila; linha; riga; numero; n; questao n; nummer;
        lp; ssz; номер; 序号; 編號; 题号; #; pos
    """,
    "several": "several answers; multiple answers; 多組答案; 多组答案; mehrfachauswahl",
    "other": """
        time; time limit; seconds; time in seconds; zeit; tiempo; tempo; year; jahr; ano; anno; annee; creator;
        author; ersteller; autor; autore; auteur; source; fonte; fuente; quelle; date; datum; fecha; data; notes
    """,
}
_SPELLING = 0.84  # of `Correct_Awnser`; `Oposicion` needs less, as the heading of a row of options
_OPTION_SPELLING = 0.74
MAX_HEADINGS = 200
_ENDING = re.compile(r"(.*?)\s*\b(\d{1,2}|[a-hа-д])", re.DOTALL)
_LONGEST = 80
# of Kahoot: `Question - max 120 characters`
_LIMITS = re.compile(r"(?<!\s)\s+(?:-|–|—)\s.*|(?:(?<!\s)\s+)?[(（].*", re.DOTALL)


class Heading(NamedTuple):
    """What a heading means; `number` is that of an option, from 0, or -1."""

    meaning: Meaning
    number: int = -1


@cache
def _known() -> dict[str, Meaning]:
    return {
        _without_marks(" ".join(phrase.split())): meaning
        for meaning, phrases in _PHRASES.items()
        for phrase in phrases.split(";")
    }


def _without_marks(text: str) -> str:
    """Return text without accents, among them that of `й`; the parts of a Korean syllable stay together."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain)


@lru_cache(maxsize=4096)
def heading_of(text: str) -> Heading | None:
    """Return what a heading means, or None.

    >>> heading_of("Opción A"), heading_of("alt_b"), heading_of("Correct_Awnser"), heading_of("Notiz")
    (Heading(meaning='option', number=0), Heading(meaning='option', number=1), Heading(meaning='key', number=-1), None)
    """
    words = normalized(text) if len(text) <= _LONGEST else ""
    if not words:
        return None
    if meaning := _known().get(words):
        return Heading(meaning)
    if (ending := _ENDING.fullmatch(words)) and (found := _numbered(ending[1].strip(), ending[2])):
        return found
    near = get_close_matches(words, _known(), 1, _SPELLING) if len(words) > 4 else []
    return Heading(_known()[near[0]]) if near else None


def _numbered(words: str, ending: str) -> Heading | None:
    number = int(ending) - 1 if ending.isdigit() else "abcdefgh".find(ending)
    number = number if number >= 0 or ending.isdigit() else "абвгд".find(ending)
    if not words:
        return None if ending.isdigit() else Heading("option", number)
    meaning = _known().get(words)
    if meaning is None:
        near = get_close_matches(words, _known(), 1, _OPTION_SPELLING) if len(words) > 3 else []
        meaning = _known()[near[0]] if near else None
    return Heading(meaning, number) if meaning else None


@lru_cache(maxsize=4096)
def normalized(text: str) -> str:
    """Return a heading in lower case without accents, punctuation and limits, its number or letter apart."""
    plain = _without_marks(_LIMITS.sub("", text))
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z\d])|(?<=[\u0400-\uffff])(?=[A-Za-z\d])", " ", plain)
    return " ".join(re.sub(r"[\W_]+", " ", spaced.replace("#", " # ").casefold().replace(" # ", " nr ")).split())


def headings_in(cells: Sequence[str]) -> dict[int, Heading]:
    """Return what the headings of a row mean, by column."""
    if sum(map(bool, cells)) > MAX_HEADINGS:  # finding out what each might mean takes time
        return {}
    found = ((column, heading_of(cell.strip())) for column, cell in enumerate(cells))
    return {column: heading for column, heading in found if heading}
