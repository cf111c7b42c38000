"""Russian."""

FIELDS = {
    # the task, one for each kind
    "choose_one": "Выберите один ответ",
    "choose_all": "Выберите все верные ответы",
    "costs": "Каждый неверный выбор отнимает {share} баллов.",
    "costs_nothing": "Неверный выбор ничего не отнимает.",
    "judge": "Верно или неверно?",
    "type_words": "Введите ответ",
    "type_number": "Введите число",
    "type_digits": (
        "Введите число с {n} значащей цифрой"
        "|Введите число с {n} значащими цифрами"
        "|Введите число с {n} значащими цифрами"
    ),
    "in_unit": "{task} ({unit})",
    "fill_gap": "Заполните пропуск",
    "match": "Установите соответствие",
    "order": "Расположите по порядку, от первого к последнему",
    "true": "Верно",
    "false": "Неверно",
    # what is strict in a typed answer
    "strict": "Учитывается: {names}.|Учитываются: {names}.|Учитываются: {names}.",
    "strict_all": "Учитывается каждый символ.",
    "strict_accents": "диакритические знаки",
    "strict_case": "заглавные буквы",
    "strict_spelling": "орфография",
    "strict_articles": "артикли",
    "strict_signs": "символы",
    "comma": ", ",
    "period": ". ",
    "and": "{first} и {last}",
    # the answer
    "also_right": "Также верно: {forms}",
    "also_right_for": "Также верно вместо «{gap}»: {forms}",
    "also_right_numbers": "Также верно: {numbers}.",
    "right_from": "Верно: от {low}.",
    "right_to": "Верно: до {high}.",
    "right_range": "Верно: от {low} до {high}.",
    "right_within": "Допустимое отклонение: ± {tolerance}.",
    "no_longer_asked": "Этот вопрос больше не задаётся.",
    "successor": "Вместо него: {prompt} ({id})",
    "asked_otherwise": "Новая карточка задаёт этот вопрос по-другому.",
    # where the answer is, and how hard it is
    "cited": "абзац {numbers}|абзацы {numbers}|абзацы {numbers}",
    "paragraph_summary": "Абзац {n}: {summary}",
    "difficulty": "{level} · сложность {n} из 5",
    "remember": "Запоминание",
    "understand": "Понимание",
    "apply": "Применение",
    "analyze": "Анализ",
    "evaluate": "Оценивание",
    "date": "{day} {month} {year} г.",
    "first_day": "1",
    "months": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    "month_of_year": "{month} {year} г.",
    "months_alone": "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь",
    # the page of the deck
    "questions_on": "Вопросы по теме «{title}».",
    "topic": "Тема: {title}.",
    "withdrawn_deck": "снятые вопросы",
    "withdrawn_questions": (
        "Снятые вопросы для тех, у кого они остались от прежней колоды; на обороте каждого указана причина. Если "
        "у вас прежней колоды не было, эту можно удалить."
    ),
    "read_first": (
        "Сначала прочитайте, о чём говорится в статье ({n} минута)"
        "|Сначала прочитайте, о чём говорится в статье ({n} минуты)"
        "|Сначала прочитайте, о чём говорится в статье ({n} минут)"
    ),
    "article": "Статья: {citation}",
    "speaker": "Выступает: {name}",
    "as_of_date": "По состоянию на {date}",
    "number_is_paragraph": "Числа в квадратных скобках — номера абзацев статьи.",
    "corrected": "Исправленные ответы (последнее исправление: {date})",
    "corrected_date": (
        "В последней строке на обороте карточки указана дата её текста. Если она раньше даты в этом списке, "
        "карточка не исправлена: Anki не обновляет вопрос, если после нашего исправления и до импорта вы его "
        "изменили или добавили к нему метку либо Anki добавила к нему метку leech."
    ),
    "corrected_import": (
        "Исправьте такую карточку сами или импортируйте колоду ещё раз, выбрав для «Обновить записи» значение "
        "«Всегда». Тогда Anki заменит также ваши правки и метки во всех остальных вопросах колоды."
    ),
}

SCRIPT = {
    # labels of the templates
    "hint": "Подсказка",
    "withdrawn": "Вопрос снят",
    "beyond": "За рамками статьи",
    "why_wrong": "Почему остальные ответы неверны",
    "as_of": "по состоянию на",
    # buttons; `option` is the text of one
    "check": "Проверить",
    "show_at_once": "Показывать сразу",
    "strike_out": "Вычеркнуть: {option}",
    "fill_gaps": "Заполните пропуски. Нажмите на пропуск, чтобы открыть его.",
    "left_over": "{n} лишний|{n} лишних|{n} лишних",
    # verdicts
    "right": "Верно",
    "partly_right": "Верно частично: {share}",
    "partly_chosen": "Частично верно: верных {right} из {n}, неверных {wrong}",
    "partly_ordered": "Частично верно: в правильном порядке {right} из {n}",
    "partly_matched": "Частично верно: правильных пар {right} из {n}",
    "almost_right": "Почти верно: {difference}",
    "not_right": "Неверно",
    "not_right_since": "Неверно: {difference}",
    "not_judged": "Не оценено: {sentence}",
    "your_answer": "Ваш ответ:",
    "your_choice": "ваш выбор",
    "right_answer": "верный ответ",
    "struck_out": "вычеркнуто",
    "not_placed": "пропущено",
    "you": "у вас: {answer}",
    "nothing": "ничего",
    # what keeps a typed answer from being right, or from being judged
    "semicolon": "; ",
    "typed_letters": "в слове {word} — «{right}», а у вас «{typed}»",
    "typed_accent": "слово {word} пишется с «{right}», а не с «{typed}»",
    "typed_word": "ожидалось {right}, а не {typed}",
    "typed_order": "слова стоят в другом порядке",
    "typed_symbol": "в {right} не хватает «{symbol}»",
    "typed_year": "не указан год",
    "typed_digits": "нужно значащих цифр: {digits}",
    "typed_unit": "ожидаемая единица измерения — {right}",
    "typed_number": "Введите число, например 12.",
    "typed_several": "Введите одно число, а не несколько чисел и не диапазон.",
    "typed_apart": "«{typed}» — не одно число: ставьте пробелы только между группами по три цифры.",
    "typed_glued": "В «{typed}» смешаны цифры и буквы: введите цифры, затем пробел и единицу измерения.",
    "typed_unknown": "«{word}» — неподходящая единица измерения: введите число без единицы или с нужной единицей.",
    "typed_only": "«{typed}» содержит не только число: введите число без единицы измерения или с ней.",
}
