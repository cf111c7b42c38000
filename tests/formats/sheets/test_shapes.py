"""The shapes of sheets that teachers have: each in a small one with other questions."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from tests.formats.sheets.sheets import answers_of, errors_of, read_rows, read_text, warnings_of, workbook_of
from tests.formats.sheets.sheets import read as read_file

RIVERS = ("Which river flows through Vienna?", "Danube", ["Rhine", "Elbe", "Oder"])
PEAKS = ("Which peak is in Tanzania?", "Kilimanjaro", ["Elbrus", "Denali", "Kosciuszko"])
TWO = [RIVERS, PEAKS]
SHAPES: dict[str, Sequence[Sequence[Any]]] = {
    "number of the option, Spanish": [
        ["Pregunta", "Opcion1", "Opcion2", "Opcion3", "Opcion4", "Correcta", "Explicación"],
        [RIVERS[0], "Rhine", "Danube", "Elbe", "Oder", 2, "It does."],
        [PEAKS[0], "Kilimanjaro", "Elbrus", "Denali", "Kosciuszko", 1, ""],
    ],
    "small letter, options named by letters alone": [
        ["fila", "pregunta", "a", "b", "c", "d", "correcta", "puntos"],
        [1, RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", "a", 1],
        [2, PEAKS[0], "Elbrus", "Denali", "Kosciuszko", "Kilimanjaro", "d", 1],
    ],
    "number of the choice, with two columns of topics": [
        ["Subject", "Class Group", "Question", "Choice 1", "Choice 2", "Choice 3", "Choice 4", "Correct Choice"],
        ["Geography", "Form 2", RIVERS[0], "Rhine", "Elbe", "Danube", "Oder", 3],
        ["Geography", "Form 2", PEAKS[0], "Elbrus", "Denali", "Kosciuszko", "Kilimanjaro", 4],
    ],
    "Chinese headings": [
        ["ID", "題型", "標題", "題目內容", "選項A", "選項B", "選項C", "選項D", "正確答案", "多組答案(`|`)", "圖片網址"],
        ["r1", "單選", "R", RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", "A", "", ""],
        ["p1", "單選", "P", PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", "B", "", ""],
    ],
    "many columns that mean nothing here": [
        [
            "ID",
            "Org",
            "Exam",
            "Block",
            "Era",
            "Lot",
            "Vol",
            "Law",
            "Url",
            "Question",
            "Choice A",
            "Choice B",
            "Choice C",
            "Choice D",
            "Key",
        ],
        [1, "x", "y", "z", "u", "v", "w", "k", "l", RIVERS[0], "Rhine", "Danube", "Elbe", "Oder", "B"],
        [2, "x", "y", "z", "u", "v", "w", "k", "l", PEAKS[0], "Kilimanjaro", "Elbrus", "Denali", "Kosciuszko", "A"],
    ],
    "all options in a cell, below a heading of their own": [
        ["id", "text", "options", "answer", "explanation"],
        ["r1", RIVERS[0], "Rhine,Danube,Elbe,Oder", "Danube", "It does."],
        ["p1", PEAKS[0], "Kilimanjaro,Elbrus,Denali,Kosciuszko", "Kilimanjaro", ""],
    ],
    "Korean headings": [
        ["문제", "보기1", "보기2", "보기3", "보기4", "정답", "해설"],
        [RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", 1, "It does."],
        [PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", 2, ""],
    ],
    "Arabic headings": [
        ["السؤال", "الخيار 1", "الخيار 2", "الخيار 3", "الخيار 4", "الإجابة الصحيحة"],
        [RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", 1],
        [PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", 2],
    ],
    "Vietnamese headings": [
        ["Câu hỏi", "Lựa chọn A", "Lựa chọn B", "Lựa chọn C", "Lựa chọn D", "Đáp án đúng"],
        [RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", "A"],
        [PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", "B"],
    ],
    "Russian headings": [
        ["Вопрос", "Вариант А", "Вариант Б", "Вариант В", "Вариант Г", "Правильный ответ"],
        [RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", "А"],
        [PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", "Б"],
    ],
    "Italian headings, wide and mostly empty": [
        ["Domanda", "Opzione A", "Opzione B", "Opzione C", "Opzione D", "Corretta", "Soluzione", *[""] * 46],
        [RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", "1", ""],
        [PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", "2", "A long explanation of this."],
    ],
    "the right one in a column of its own": [
        ["Domanda", "Corretta", "Falsa1", "Falsa2", "Falsa3"],
        [RIVERS[0], RIVERS[1], *RIVERS[2]],
        [PEAKS[0], PEAKS[1], *PEAKS[2]],
    ],
    "headings below two rows of titles": [
        ["Grupo:", "G1", "<-- check"],
        ["Tema:", "Geografia", "<-- a name"],
        ["Questão", "Pergunta", "Opção Correta", "Opção Errada 1", "Opção Errada 2", "Opção Errada 3"],
        [1, RIVERS[0], RIVERS[1], *RIVERS[2]],
        [2, PEAKS[0], PEAKS[1], *PEAKS[2]],
        [3, "", "", "", "", ""],
    ],
    "a row with the subject, headings with stars": [
        ["Geografia"],
        ["Pregunta*", "Respuesta correcta*", *[f"Respuesta incorrecta {n}" for n in (1, 2, 3)], "Retroacción general"],
        [RIVERS[0], RIVERS[1], *RIVERS[2], "Bien"],
        [PEAKS[0], PEAKS[1], *PEAKS[2], ""],
    ],
    "limits in the headings": [
        ["Question - max 95 characters", *[f"Answer {n}" for n in (1, 2, 3, 4)], "Time limit", "Correct answer(s)"],
        [RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", 20, 1],
        [PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", 20, 2],
    ],
    "right numbers, and the wrong ones beside them": [
        [
            "Theme",
            "Creator",
            "Year",
            "Question",
            *[f"Answer{n}" for n in (1, 2, 3, 4)],
            "CORRECT",
            "FALSE",
            "Kommentar",
        ],
        ["Rivers", "Me", 2020, RIVERS[0], "Rhine", "Danube", "Elbe", "Oder", "2", "1,3,4", ""],
        ["Peaks", "Me", 2020, PEAKS[0], "Elbrus", "Denali", "Kilimanjaro", "Kosciuszko", "3", "1,2,4", ""],
    ],
    "an answer beside distractors": [
        ["Question", "Answer", "Distractor 1", "Distractor 2", "Distractor 3"],
        [RIVERS[0], RIVERS[1], *RIVERS[2]],
        [PEAKS[0], PEAKS[1], *PEAKS[2]],
    ],
    "abbreviated headings": [
        ["titulo", "enunciado", "alt_a", "alt_b", "alt_c", "alt_d", "correta", "tipo-questao"],
        ["R", RIVERS[0], "Danube", "Rhine", "Elbe", "Oder", "A", "objetiva"],
        ["P", PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", "B", "objetiva"],
    ],
    "options in one cell, the key as text": [
        ["Dificulty", "Question Type", "Question Name", "Question Text", "Question Answers", "Correct_Awnser"],
        ["Facil", "multichoice", "1", RIVERS[0], "Rhine;Danube;Elbe;Oder", "Danube"],
        ["Facil", "multichoice", "2", PEAKS[0], "Elbrus;Kilimanjaro;Denali;Kosciuszko", "Kilimanjaro"],
    ],
    "the text of the option": [
        ["pregunta", "opcion1", "opcion2", "opcion3", "opcion4", "correcta"],
        [RIVERS[0], "Rhine", "Danube", "Elbe", "Oder", "danube "],
        [PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", "Kilimanjaro"],
    ],
    "a typo in a heading": [
        ["ID_Pregunta", "Texto_Pregunta", "Opcion_A", "Oposicion_B", "Opcion_C", "Opcion_D", "Respuesta_Correcta"],
        [1, RIVERS[0], "Rhine", "Danube", "Elbe", "Oder", "B"],
        [2, PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", "B"],
    ],
    "no headings: question, options, the right text": [
        [RIVERS[0], "Rhine", "Danube", "Elbe", "Oder", "Danube"],
        [PEAKS[0], "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko", "Kilimanjaro"],
    ],
    "no headings: question, the right text, options": [
        [RIVERS[0], "Danube", "Rhine", "Danube", "Elbe", "Oder"],
        [PEAKS[0], "Kilimanjaro", "Elbrus", "Kilimanjaro", "Denali", "Kosciuszko"],
    ],
    "no headings: a number last": [
        [RIVERS[0], "Rhine", "Danube", "Elbe", "Oder", 2],
        [PEAKS[0], "Kilimanjaro", "Elbrus", "Denali", "Kosciuszko", 1],
    ],
    "one line a row": [
        [1, f"1- {RIVERS[0]}"],
        [0, "a) Rhine"],
        [-1, "b) Danube"],
        [0, "c) Elbe"],
        [0, "d) Oder"],
        [1, f"2- {PEAKS[0]}"],
        [-1, "a) Kilimanjaro"],
        [0, "b) Elbrus"],
        [0, "c) Denali"],
        [0, "d) Kosciuszko"],
    ],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_understood(shape: str) -> None:
    reading = read_rows(SHAPES[shape])
    assert errors_of(reading) == []
    found = [(draft.values["prompt"], *answers_of(draft)) for draft in reading.drafts]
    assert [(prompt, right) for prompt, right, _ in found] == [(each[0], [each[1]]) for each in TWO]
    assert [set(wrong) for *_, wrong in found] == [set(each[2]) for each in TWO]
    assert [draft.values["type"] for draft in reading.drafts] == ["single_choice"] * 2
    assert reading.guess


def test_open_answers_with_formulas() -> None:
    reading = read_text(
        "enunciado,tema,tipo,nivel,gabarito,fonte\n"
        "What is the law?,Motion,aberta,1,$F = m \\vec{a}$,book\n"
        "What does it cost?,Motion,aberta,3,$5 or $6,book\n"
    )
    law, price = reading.drafts
    assert (law.values["type"], law.values["answer"]) == ("short_answer", "$F = m \\vec{a}$")
    assert price.values["answer"] == "$5 or $6"
    assert (law.values["difficulty"], law.category) == ("1", "Motion")


def test_what_else_a_row_says() -> None:
    first, _ = read_rows(SHAPES["number of the option, Spanish"]).drafts
    assert first.values["explanation"] == "It does."
    first, _ = read_rows(SHAPES["number of the choice, with two columns of topics"]).drafts
    assert first.category == "Geography/Form 2"
    first, _ = read_rows(SHAPES["Chinese headings"]).drafts
    assert (first.idnumber, first.name) == ("r1", "R")
    first, _ = read_rows(SHAPES["options in one cell, the key as text"]).drafts
    assert first.values["difficulty"] == "2"


def test_the_guess_says_what_each_column_was_taken_for() -> None:
    reading = read_rows(SHAPES["headings below two rows of titles"])
    assert reading.guess == (
        "quiz.xlsx: 2 rows with questions",
        "row 3: headings",
        'column B "Pergunta": question',
        'column C "Opção Correta": the right answer',
        "columns D-F: wrong answers",
        'if a column is wrong, name the right ones: `--columns "question=B, key=C, wrong=D-F"`',
    )
    guess = read_rows(SHAPES["right numbers, and the wrong ones beside them"]).guess
    assert 'column I "CORRECT": the number of the right option, counted from 1' in guess
    assert 'column A "Theme": topic' in guess


def test_columns_that_are_not_read_are_named() -> None:
    reading = read_rows(SHAPES["right numbers, and the wrong ones beside them"])
    assert [problem.message for problem in reading.problems] == [
        f"column {name} is not read" for name in ('B "Creator"', 'C "Year"', 'J "FALSE"')
    ]


def test_what_is_behind_the_key_of_a_sheet_without_headings_is_no_option() -> None:
    reading = read_text(
        f"{RIVERS[0]};Danube;Rhine;Elbe;A;rivers;Europe\n{PEAKS[0]};Elbrus;Denali;Kilimanjaro;C;peaks;\n"
    )
    assert [answers_of(draft) for draft in reading.drafts] == [
        (["Danube"], ["Rhine", "Elbe"]),
        (["Kilimanjaro"], ["Elbrus", "Denali"]),
    ]
    assert [problem.message for problem in reading.problems] == ["column F is not read", "column G is not read"]


def test_a_letter_that_becomes_two_in_lower_case_is_no_key() -> None:
    assert errors_of(read_text("One?;x;y;\u0130\nTwo?;x;y;\u0130\n")) == ["unknown-columns"]


def test_numbers_may_count_from_0() -> None:
    rows = [["Question", "A", "B", "C", "Key"], ["One?", "x", "y", "z", 0], ["Two?", "x", "y", "z", 2]]
    reading = read_rows(rows)
    assert [answers_of(draft)[0] for draft in reading.drafts] == [["x"], ["z"]]
    assert any("counted from 0" in line for line in reading.guess)


@pytest.mark.parametrize(
    ("key", "right"),
    [("1,3", ["x", "z"]), ("A;C", ["x", "z"]), ("AC", ["x", "z"]), ("a and c", ["x", "z"]), ("x; z", ["x", "z"])],
)
def test_several_keys(key: str, right: list[str]) -> None:
    (draft,) = read_rows([["Question", "A", "B", "C", "Key"], ["One?", "x", "y", "z", key]]).drafts
    assert draft.values["type"] == "multiple_choice"
    assert answers_of(draft) == (right, ["y"])


@pytest.mark.parametrize("key", ["(b)", "B.", "Option B", "b )"])
def test_letters_with_something_beside_them(key: str) -> None:
    rows = [["Question", "A", "B", "C", "Key"], ["One?", "x", "y", "z", key]]
    assert [answers_of(draft)[0] for draft in read_rows(rows).drafts] == [["y"]]


def test_cyrillic_letters() -> None:
    rows = [["Вопрос", "Вариант А", "Вариант Б", "Вариант В", "Правильный ответ"], ["Кто?", "x", "y", "z", "В"]]
    assert [answers_of(draft)[0] for draft in read_rows(rows).drafts] == [["z"]]


def test_a_key_that_is_no_option_is_reported_with_its_cell() -> None:
    rows = [["Question", "A", "B", "Key"], ["One?", "x", "y", "A"], ["Two?", "x", "y", "D"], ["Three?", "x", "y", ""]]
    reading = read_rows(rows)
    assert len(reading.drafts) == 1
    assert [(problem.name, problem.message, problem.place.line) for problem in reading.problems] == [
        (
            "key-not-an-option",
            "row 3, column D: the key `D` does not match any of the 2 options; expected the letter of the right option",
            3,
        ),
        ("no-right-answer", "row 4, column D: this row does not say which option is right", 4),
    ]
    place = reading.problems[0].place
    assert place.text[place.column - 1 :][: place.width] == "D"


def test_the_key_of_an_empty_option_is_reported() -> None:
    rows = [["Question", "A", "B", "C", "D", "Key"], ["One?", "x", "", "z", "w", "B"], ["Two?", "x", "", "z", "w", "C"]]
    reading = read_rows(rows)
    assert errors_of(reading) == ["key-not-an-option"]
    assert [answers_of(draft) for draft in reading.drafts] == [(["z"], ["x", "w"])]


def test_a_key_with_two_readings_is_a_doubt() -> None:
    rows = [["Question", "1", "2", "3", "Answer"], ["One?", "2", "3", "1", "2"], ["Two?", "1", "3", "2", "3"]]
    rows[0] = ["Question", "Option 1", "Option 2", "Option 3", "Correct"]
    reading = read_rows(rows)
    assert warnings_of(reading) == ["doubtful-key", "doubtful-key"]
    assert [answers_of(draft)[0] for draft in reading.drafts] == [["2"], ["3"]]
    assert reading.problems[0].message.endswith("the text of the right option, `2`; it may also mean `3`")


def test_true_and_false_in_several_ways() -> None:
    rows = [
        ["Type", "Question", "A", "B", "Correct"],
        ["truefalse", "It is wet.", "", "", "V"],
        ["tf", "It is dry.", "", "", "0"],
        ["multichoice", "It is hot.", "True", "False", "B"],
        ["truefalse", "It is cold.", "", "", True],
        ["是非題", "It is new.", "", "", "×"],
    ]
    reading = read_rows(rows)
    assert [draft.values["type"] for draft in reading.drafts] == ["true_false"] * 5
    assert [answers_of(draft)[0] for draft in reading.drafts] == [["true"], ["false"], ["false"], ["true"], ["false"]]


def test_true_and_false_without_a_column_of_types() -> None:
    reading = read_text("Statement;Key\nIt is wet.;W\nIt is dry.;F\n", "question=A, key=B")
    assert [draft.values["type"] for draft in reading.drafts] == ["true_false"] * 2
    # one answer that is no truth value: all are words to type
    reading = read_text("Pregunta;Respuesta\nSymbol of vanadium?;V\nSymbol of iron?;Fe\n")
    assert [(draft.values["type"], draft.values["answer"]) for draft in reading.drafts] == [
        ("short_answer", "V"),
        ("short_answer", "Fe"),
    ]


def test_numbers_and_words_without_options() -> None:
    rows = [["Question", "Answer"], ["How many?", 12], ["What share?", 0.5], ["Who?", "Ann|Anna"], ["When?", "3,5"]]
    drafts = read_rows(rows).drafts
    assert [draft.values["type"] for draft in drafts] == ["numeric", "numeric", "short_answer", "numeric"]
    assert [str(draft.values["answer"]) for draft in drafts] == ["12", "0.5", "Ann", "3.5"]
    assert list(drafts[2].values["accept"]) == ["Anna"]


def test_values_are_text_as_a_teacher_sees_them() -> None:
    rows = [["Question", "A", "B", "C", "D", "Key"], ["One?", 80.0, 0.1 + 0.2, True, date(2010, 2, 3), "A"]]
    reading = read_rows(rows)
    assert answers_of(reading.drafts[0]) == (["80"], ["0.3", "TRUE", "2010-02-03"])
    assert warnings_of(reading) == ["doubtful-text"]
    assert "column E: `2010-02-03` is a date in the file" in reading.problems[0].message


def test_html_line_feeds_and_letters_in_cells() -> None:
    reading = read_text(
        "Question,Option A,Option B,Key\n"
        '"Which <b>one</b>?\\nChoose.","A) x<sub>1</sub>","B) y",A\n'
        '"What is $\\nu$ in a < b?","a) one","c) two",B\n'
    )
    first, second = reading.drafts
    assert "**one**" in first.values["prompt"]
    assert answers_of(first) == (["x~1~"], ["y"])
    assert second.values["prompt"] == "What is $\\nu$ in a < b?"
    assert answers_of(second) == (["c) two"], ["a) one"])


def test_what_has_no_place_is_named() -> None:
    rows = [
        ["Type", "Question", "A", "B", "Key", "Points", "Penalty", "Image", "Difficulty"],
        ["mc", "One?", "x", "y", "A", 1, "", "", "easy"],
        ["mc", "Two?", "x", "y", "A", 1, 0.5, "", "easy"],
        ["mc", "Three?", "x", "y", "A", 5, "", "https://example.org/a.png", "3"],
        ["mc", "Four?", "x", "y", "A", 1, "", "", "fiendish"],
        ["essay", "Five?", "", "", "", 1, "", "", ""],
        ["mc", "", "x", "y", "A", 1, "", "", ""],
    ]
    reading = read_rows(rows)
    assert len(reading.drafts) == 4
    assert errors_of(reading) == ["unsupported-kind", "unreadable-question"]
    assert sorted(warnings_of(reading)) == ["lost-picture", "lost-setting", "other-scoring", "penalty"]


def test_each_sheet_is_read_and_named() -> None:
    rows = [["Question", "A", "B", "Key"], ["One?", "x", "y", "A"]]
    reading = read_file(workbook_of({"Rivers": rows, "Empty": [], "Notes": [["Ask Ann about it"]]}), "quiz.xlsx")
    assert [draft.place.file for draft in reading.drafts] == ["quiz.xlsx[Rivers]"]
    assert [(problem.name, problem.place.file) for problem in reading.problems] == [
        ("unknown-columns", "quiz.xlsx[Notes]")
    ]


def test_columns_that_nothing_explains_are_reported() -> None:
    reading = read_text("Capital of Peru?;Lima;Quito;La Paz\nCapital of Chile?;Santiago;Lima;Quito\n")
    assert errors_of(reading) == ["unknown-columns"]
    assert "--columns" in reading.problems[0].hint
    assert errors_of(read_text("\n\n")) == ["unknown-columns"]
    reading = read_text("Question,Option A,Option B\nOne?,x,y\nTwo?,x,y\n")
    assert errors_of(reading) == ["unknown-columns"]
    assert "no column of this sheet says which option is right" in reading.problems[0].message


def test_an_answer_beside_lettered_options_is_the_key() -> None:
    reading = read_text("Pregunta;Opción A;Opción B;Opción C;Respuesta\n¿Uno?;x;y;z;b\n¿Dos?;x;y;z;C\n")
    assert [answers_of(draft)[0] for draft in reading.drafts] == [["y"], ["z"]]
    reading = read_text("Question;Answer;Answer;Answer;Right\nOne?;x;y;z;2\n")
    assert [answers_of(draft) for draft in reading.drafts] == [(["y"], ["x", "z"])]


@pytest.mark.parametrize(
    ("columns", "right"),
    [
        ("question=A, key=B, wrong=C-D", [["Lima"], ["Santiago"]]),
        ("question=A,key=B,wrong=C,D", [["Lima"], ["Santiago"]]),
        ("question=A, key=B, wrong=C-D, first=2", [["Santiago"]]),
    ],
)
def test_the_user_says_which_column_is_which(columns: str, right: list[list[str]]) -> None:
    reading = read_text("Capital of Peru?;Lima;Quito;La Paz\nCapital of Chile?;Santiago;Lima;Quito\n", columns)
    assert [answers_of(draft)[0] for draft in reading.drafts] == right


def test_columns_by_their_headings() -> None:
    text = "Kysy,Eka,Toka,Oikein?,Muuta\nOne?,x,y,2,z\n"
    reading = read_text(text, "question=Kysy, options=Eka,Toka, key=Oikein?, explanation=Muuta")
    assert answers_of(reading.drafts[0]) == (["y"], ["x"])
    assert reading.drafts[0].values["explanation"] == "z"
    assert 'column A "Kysy": question' in reading.guess


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ("B and C", "`B and C` does not say which column means what"),
        ("question=A, kee=B", "`kee` is not a meaning of a column"),
        ("question=A, key=Z", "this sheet has no column `Z`"),
        ("key=B", "no column is named as that of the question"),
    ],
)
def test_wrong_columns_are_explained(columns: str, message: str) -> None:
    reading = read_text("One?;x\nTwo?;y\n", columns)
    assert reading.drafts == ()
    assert [problem.name for problem in reading.problems] == ["unknown-columns"]
    assert message in reading.problems[0].message
    assert "question=B, options=C-F, key=G" in reading.problems[0].hint


def test_a_key_of_very_many_digits_is_no_number_of_an_option() -> None:
    reading = read_text(f"question,A,B,correct\nq,x,y,1\nr,x,y,{'9' * 5000}\n")
    assert errors_of(reading) == ["key-not-an-option"]


def test_a_column_of_row_numbers_is_skipped_and_a_name_of_a_picture_reported() -> None:
    headings = ["Nr.", "Frage", "Antwort A", "Antwort B", "Lösung", "Bild", "Raum"]
    rows = [headings, [1, RIVERS[0], "Danube", "Rhine", "A", "river.png", "R 12"]]
    reading = read_rows([*rows, [2, PEAKS[0], "Elbrus", "Kilimanjaro", "B", "https://example.org/p.png", ""]])
    assert [problem.message for problem in reading.problems] == [
        'column G "Raum" is not read',
        "row 2, column F: the picture `river.png` is not in this file",
        "row 3, column F: the picture `https://example.org/p.png` is not downloaded",
    ]


def test_a_capital_is_the_letter_of_a_column_not_the_heading_of_an_option() -> None:
    text = "Question,A,B,C,Correct\nWho?,x,y,z,B\n"
    assert answers_of(read_text(text, "question=A, options=B-D, key=E").drafts[0]) == (["y"], ["x", "z"])
    assert answers_of(read_text(text, "question=Question, options=a,b,c, key=E").drafts[0]) == (["y"], ["x", "z"])


@pytest.mark.parametrize("shape", list(SHAPES))
def test_the_columns_that_were_guessed_can_be_given(shape: str) -> None:
    guessed = read_rows(SHAPES[shape])
    specs = re.findall(r'`--columns "(.*)"`', "\n".join(guessed.guess))
    for spec in specs:
        again = read_rows(SHAPES[shape], spec)
        assert again.guess[-1] == guessed.guess[-1]
        assert list(map(answers_of, again.drafts)) == list(map(answers_of, guessed.drafts))


@pytest.mark.parametrize("key", ["ab", "CAB"])
def test_a_word_is_not_the_letters_of_options(key: str) -> None:
    reading = read_text(f"question,A,B,C,correct\nq,x,y,z,A\nr,x,y,z,AC\ns,x,y,z,{key}\n")
    assert errors_of(reading) == ["key-not-an-option"]
    assert [answers_of(draft)[0] for draft in reading.drafts] == [["x"], ["x", "z"]]


def test_options_of_a_blank_without_a_key_are_all_accepted() -> None:
    reading = read_rows(
        [
            ["Question Text", "Question Type", "Option 1", "Option 2", "Correct Answer"],
            ["Capital of Peru?", "Multiple Choice", "Lima", "Quito", 1],
            ["Capital of Chile?", "Fill-in-the-Blank", "Santiago", "Santiago de Chile", ""],
        ]
    )
    assert errors_of(reading) == []
    values = reading.drafts[1].values
    assert (values["type"], values["answer"], values["accept"]) == ("short_answer", "Santiago", ["Santiago de Chile"])


@pytest.mark.parametrize("edge", ["|", ""])
def test_a_table_of_markdown_is_read(edge: str) -> None:
    rows = [
        "Question | A | B | Key",
        "--- | :--- | ---: | :---:",
        "Is `a \\| b` an or? | yes | no | A",
        "2 + 2? | 3 | 4 | B",
    ]
    reading = read_text("\n".join(["# Quiz", "", *(f"{edge} {row} {edge}".strip() for row in rows), ""]))
    assert errors_of(reading) == []
    first, second = reading.drafts
    assert (first.values["prompt"], *answers_of(first)) == ("Is `a | b` an or?", ["yes"], ["no"])
    assert (second.place.line, answers_of(second)) == (6, (["4"], ["3"]))
