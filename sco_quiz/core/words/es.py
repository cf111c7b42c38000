"""Spanish. Tasks and hints are infinitives, which address nobody."""

_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"

FIELDS = {
    # the task, one for each kind
    "choose_one": "Elegir una respuesta",
    "choose_all": "Elegir todas las respuestas correctas",
    "costs": "Cada elección incorrecta resta {share} de los puntos.",
    "costs_nothing": "Una elección incorrecta no resta nada.",
    "judge": "¿Verdadero o falso?",
    "type_words": "Escribir la respuesta",
    "type_number": "Escribir un número",
    "type_digits": "Escribir un número con {n} cifra significativa|Escribir un número con {n} cifras significativas",
    "in_unit": "{task} ({unit})",
    "fill_gap": "Completar el texto",
    "match": "Relacionar los elementos",
    "order": "Ordenar los elementos, del primero al último",
    "true": "Verdadero",
    "false": "Falso",
    # what is strict in a typed answer
    "strict": "Hay que respetar {names}.",
    "strict_all": "Cada carácter cuenta.",
    "strict_accents": "los acentos",
    "strict_case": "las mayúsculas",
    "strict_spelling": "la ortografía",
    "strict_articles": "los artículos",
    "strict_signs": "los símbolos",
    "comma": ", ",
    "period": ". ",
    "and": "{first} y {last}",
    # the answer
    "also_right": "También es correcto: {forms}",
    "also_right_for": "También es correcto en lugar de «{gap}»: {forms}",
    "also_right_numbers": "También es correcto: {numbers}.",
    "right_from": "Correcto a partir de {low}.",
    "right_to": "Correcto hasta {high}.",
    "right_range": "Correcto de {low} a {high}.",
    "right_within": "Margen admitido: ± {tolerance}.",
    "no_longer_asked": "Esta pregunta ya no se hace.",
    "successor": "Sustituida por: {prompt} ({id})",
    "asked_otherwise": "Una nueva tarjeta hace esta pregunta de otra forma.",
    # where the answer is, and how hard it is
    "cited": "párrafo {numbers}|párrafos {numbers}",
    "paragraph_summary": "Párrafo {n}: {summary}",
    "difficulty": "{level} · dificultad {n} de 5",
    "remember": "Recordar",
    "understand": "Comprender",
    "apply": "Aplicar",
    "analyze": "Analizar",
    "evaluate": "Evaluar",
    "date": "{day} de {month} de {year}",
    "first_day": "1",
    "months": _MONTHS,
    "month_of_year": "{month} de {year}",
    "months_alone": _MONTHS,
    # the page of the deck
    "questions_on": "Preguntas sobre «{title}».",
    "topic": "Tema: {title}.",
    "withdrawn_deck": "preguntas retiradas",
    "withdrawn_questions": (
        "Preguntas retiradas, para quien ya las tiene de un mazo anterior; el reverso de cada una explica por qué. "
        "Si no es el caso, este mazo se puede eliminar."
    ),
    "read_first": (
        "Leer primero: lo que dice el artículo ({n} minuto)|Leer primero: lo que dice el artículo ({n} minutos)"
    ),
    "article": "Artículo: {citation}",
    "speaker": "Intervención de {name}",
    "as_of_date": "Situación a {date}",
    "number_is_paragraph": "Los números entre corchetes indican el párrafo del artículo.",
    "corrected": "Respuestas corregidas, la última el {date}",
    "corrected_date": (
        "La última línea del reverso de una tarjeta muestra la fecha de su texto. Si es anterior a la fecha "
        "de esta lista, la tarjeta no se ha corregido: Anki no actualiza una pregunta que se editó o etiquetó"
        " entre nuestra corrección y la importación, aunque fuera Anki quien añadió la etiqueta leech."
    ),
    "corrected_import": (
        "Corregir esa tarjeta a mano o volver a importar el mazo con la opción «Actualizar notas» (en versiones "
        "anteriores de Anki, «Update notes») en «Siempre». Anki sustituye entonces también las ediciones y etiquetas "
        "propias de todas las demás preguntas del mazo."
    ),
}

SCRIPT = {
    # labels of the templates
    "hint": "Pista",
    "withdrawn": "Pregunta retirada",
    "beyond": "Más allá del artículo",
    "why_wrong": "Por qué las demás son incorrectas",
    "as_of": "situación a",
    # buttons; `option` is the text of one
    "check": "Comprobar",
    "show_at_once": "Mostrar al instante",
    "strike_out": "Tachar: {option}",
    "fill_gaps": "Completar el texto. Tocar un hueco para mostrarlo.",
    "left_over": "sobra {n}|sobran {n}",
    # verdicts
    "right": "Correcto",
    "partly_right": "Parcialmente correcto: {share}",
    "partly_chosen": "Parcialmente correcto: {right} de {n}, errores: {wrong}",
    "partly_ordered": "Parcialmente correcto: {right} de {n} en el orden correcto",
    "partly_matched": "Parcialmente correcto: {right} de {n} parejas",
    "almost_right": "Casi correcto: {difference}",
    "not_right": "Incorrecto",
    "not_right_since": "Incorrecto: {difference}",
    "not_judged": "Sin evaluar: {sentence}",
    "your_answer": "Respuesta dada:",
    "your_choice": "respuesta elegida",
    "right_answer": "respuesta correcta",
    "struck_out": "tachada",
    "not_placed": "sin colocar",
    "you": "respuesta dada: {answer}",
    "nothing": "nada",
    # what keeps a typed answer from being right, or from being judged
    "semicolon": "; ",
    "typed_letters": "{word} lleva «{right}» donde se escribió «{typed}»",
    "typed_accent": "{word} se escribe con «{right}», no con «{typed}»",
    "typed_word": "se esperaba {right}, no {typed}",
    "typed_order": "las palabras están en otro orden",
    "typed_symbol": "falta «{symbol}» en {right}",
    "typed_year": "falta el año",
    "typed_digits": "se esperaban {digits} cifras significativas",
    "typed_unit": "la unidad esperada es {right}",
    "typed_number": "Escribir un número, por ejemplo 12.",
    "typed_several": "Escribir un solo número, no varios ni un intervalo.",
    "typed_apart": "«{typed}» no es un solo número: poner espacios solo entre grupos de tres cifras.",
    "typed_glued": "«{typed}» mezcla cifras y letras: escribir las cifras, un espacio y después la unidad.",
    "typed_unknown": "«{word}» no es una unidad adecuada aquí: escribir el número solo o con su unidad.",
    "typed_only": "«{typed}» contiene algo más que un número: escribir el número solo o con su unidad.",
}
