"""German. Tasks and hints are infinitives, which address nobody."""

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"

FIELDS = {
    # the task, one for each kind
    "choose_one": "Eine Antwort auswählen",
    "choose_all": "Alle richtigen Antworten auswählen",
    "costs": "Jede falsche Wahl kostet {share} der Punkte.",
    "costs_nothing": "Eine falsche Wahl kostet nichts.",
    "judge": "Wahr oder falsch?",
    "type_words": "Antwort eingeben",
    "type_number": "Zahl eingeben",
    "type_digits": "Zahl mit {n} signifikanten Stelle eingeben|Zahl mit {n} signifikanten Stellen eingeben",
    "in_unit": "{task} ({unit})",
    "fill_gap": "Lücke ausfüllen",
    "match": "Passende Paare bilden",
    "order": "In die richtige Reihenfolge bringen, vom Ersten zum Letzten",
    "true": "Wahr",
    "false": "Falsch",
    # what is strict in a typed answer
    "strict": "Zu beachten: {names}.",
    "strict_all": "Jedes Zeichen zählt.",
    "strict_accents": "Akzente",
    "strict_case": "Groß-/Kleinschreibung",
    "strict_spelling": "Rechtschreibung",
    "strict_articles": "Artikel",
    "strict_signs": "Sonderzeichen",
    "comma": ", ",
    "period": ". ",
    "and": "{first} und {last}",
    # the answer
    "also_right": "Auch richtig: {forms}",
    "also_right_for": "Auch richtig statt „{gap}“: {forms}",
    "also_right_numbers": "Auch richtig: {numbers}.",
    "right_from": "Richtig ab {low}.",
    "right_to": "Richtig bis {high}.",
    "right_range": "Richtig von {low} bis {high}.",
    "right_within": "Zulässige Abweichung: ± {tolerance}.",
    "no_longer_asked": "Diese Frage wird nicht mehr gestellt.",
    "successor": "Ersetzt durch: {prompt} ({id})",
    "asked_otherwise": "Eine neue Karte stellt diese Frage auf andere Weise.",
    # where the answer is, and how hard it is
    "cited": "Absatz {numbers}|Absätze {numbers}",
    "paragraph_summary": "Absatz {n}: {summary}",
    "difficulty": "{level} · Schwierigkeit {n} von 5",
    "remember": "Erinnern",
    "understand": "Verstehen",
    "apply": "Anwenden",
    "analyze": "Analysieren",
    "evaluate": "Bewerten",
    "date": "{day}. {month} {year}",
    "first_day": "1",
    "months": _MONTHS,
    "month_of_year": "{month} {year}",
    "months_alone": _MONTHS,
    # the page of the deck
    "questions_on": "Fragen zu „{title}“.",
    "topic": "Thema: {title}.",
    "withdrawn_deck": "zurückgezogene Fragen",
    "withdrawn_questions": (
        "Zurückgezogene Fragen für alle, die sie aus einem früheren Stapel haben; die Rückseite nennt jeweils den "
        "Grund. Wer neu beginnt, kann diesen Stapel löschen."
    ),
    "read_first": "Zuerst lesen: was im Artikel steht ({n} Minute)|Zuerst lesen: was im Artikel steht ({n} Minuten)",
    "article": "Artikel: {citation}",
    "speaker": "Es spricht: {name}",
    "as_of_date": "Stand: {date}",
    "number_is_paragraph": "Die Zahlen in eckigen Klammern geben den Absatz des Artikels an.",
    "corrected": "Korrigierte Antworten, zuletzt am {date}",
    "corrected_date": (
        "Die letzte Zeile auf der Rückseite einer Karte zeigt das Datum ihres Textes. Ist es älter als das "
        "Datum in dieser Liste, wurde die Karte nicht korrigiert: Anki aktualisiert keine Frage, die zwischen"
        " unserer Korrektur und dem Import bearbeitet oder mit einem Schlagwort versehen wurde, auch nicht, "
        "wenn Anki selbst das Schlagwort leech vergeben hat."
    ),
    "corrected_import": (
        "Eine solche Karte selbst korrigieren oder den Stapel noch einmal importieren und dabei „Notizinhalt "
        "aktualisieren“ auf „Immer“ stellen. Anki ersetzt dann auch eigene Änderungen und Schlagwörter bei allen "
        "anderen Fragen des Stapels."
    ),
}

SCRIPT = {
    # labels of the templates
    "hint": "Hinweis",
    "withdrawn": "Zurückgezogen",
    "beyond": "Über den Artikel hinaus",
    "why_wrong": "Warum die anderen falsch sind",
    "as_of": "Stand:",
    # buttons; `option` is the text of one
    "check": "Prüfen",
    "show_at_once": "Sofort anzeigen",
    "strike_out": "Streichen: {option}",
    "fill_gaps": "Lücken ausfüllen. Zum Anzeigen auf eine Lücke tippen.",
    "left_over": "{n} bleibt übrig|{n} bleiben übrig",
    # verdicts
    "right": "Richtig",
    "partly_right": "Teilweise richtig: {share}",
    "partly_chosen": "Teilweise richtig: {right} von {n} richtig, {wrong} falsch",
    "partly_ordered": "Teilweise richtig: {right} von {n} in der richtigen Reihenfolge",
    "partly_matched": "Teilweise richtig: {right} von {n} Paaren",
    "almost_right": "Fast richtig: {difference}",
    "not_right": "Nicht richtig",
    "not_right_since": "Nicht richtig: {difference}",
    "not_judged": "Nicht bewertet: {sentence}",
    "your_answer": "Eingegeben:",
    "your_choice": "gewählt",
    "right_answer": "richtige Antwort",
    "struck_out": "gestrichen",
    "not_placed": "nicht eingeordnet",
    "you": "gewählt: {answer}",
    "nothing": "nichts",
    # what keeps a typed answer from being right, or from being judged
    "semicolon": "; ",
    "typed_letters": "in {word} steht „{right}“, eingegeben wurde „{typed}“",
    "typed_accent": "{word} schreibt man mit „{right}“, nicht mit „{typed}“",
    "typed_word": "erwartet wird {right}, nicht {typed}",
    "typed_order": "die Reihenfolge der Wörter ist anders",
    "typed_symbol": "in {right} fehlt „{symbol}“",
    "typed_year": "das Jahr fehlt",
    "typed_digits": "erwartet werden {digits} signifikante Stellen",
    "typed_unit": "die erwartete Einheit ist {right}",
    "typed_number": "Eine Zahl eingeben, zum Beispiel 12.",
    "typed_several": "Nur eine Zahl eingeben, nicht mehrere und keinen Bereich.",
    "typed_apart": "„{typed}“ ist keine einzelne Zahl: Leerzeichen nur zwischen Gruppen von drei Ziffern setzen.",
    "typed_glued": "„{typed}“ mischt Ziffern und Buchstaben: zwischen Zahl und Einheit ein Leerzeichen eingeben.",
    "typed_unknown": "„{word}“ ist hier keine passende Einheit: die Zahl allein oder mit ihrer Einheit eingeben.",
    "typed_only": "„{typed}“ enthält mehr als eine Zahl: die Zahl allein oder mit ihrer Einheit eingeben.",
}
