"""French. Tasks and hints are infinitives, which address nobody."""

import re

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"


def _spaced(texts: dict[str, str]) -> dict[str, str]:
    """Put no-break spaces before double punctuation and inside guillemets, as French writes them."""
    return {key: re.sub(r" (?=[:;?!»%])|(?<=«) ", "\u00a0", text) for key, text in texts.items()}


FIELDS = _spaced(
    {
        # the task, one for each kind
        "choose_one": "Choisir une réponse",
        "choose_all": "Choisir toutes les bonnes réponses",
        "costs": "Chaque mauvais choix coûte {share} des points.",
        "costs_nothing": "Un mauvais choix ne coûte rien.",
        "costs_same": "Chaque mauvais choix coûte ce qu’un bon rapporte.",
        "judge": "Vrai ou faux ?",
        "type_words": "Saisir la réponse",
        "type_number": "Saisir un nombre",
        "type_digits": (
            "Saisir un nombre avec {n} chiffre significatif|Saisir un nombre avec {n} chiffres significatifs"
        ),
        "in_unit": "{task} ({unit})",
        "fill_gap": "Compléter le texte",
        "match": "Associer les éléments",
        "order": "Remettre dans l’ordre, du premier au dernier",
        "true": "Vrai",
        "false": "Faux",
        # what is strict in a typed answer
        "strict": "À respecter : {names}.",
        "strict_all": "Chaque caractère compte.",
        "strict_accents": "accents",
        "strict_case": "majuscules",
        "strict_spelling": "orthographe",
        "strict_articles": "articles",
        "strict_signs": "symboles",
        "comma": ", ",
        "period": ". ",
        "and": "{first} et {last}",
        # the answer
        "also_right": "Également correct : {forms}",
        "also_right_for": "Également correct à la place de « {gap} » : {forms}",
        "also_right_numbers": "Également correct : {numbers}.",
        "right_from": "Correct à partir de {low}.",
        "right_to": "Correct jusqu’à {high}.",
        "right_range": "Correct de {low} à {high}.",
        "right_within": "Écart admis : ± {tolerance}.",
        "no_longer_asked": "Cette question n’est plus posée.",
        "successor": "Remplacée par : {prompt} ({id})",
        "asked_otherwise": "Une nouvelle carte pose cette question autrement.",
        # where the answer is, and how hard it is
        "cited": "paragraphe {numbers}|paragraphes {numbers}",
        "paragraph_summary": "Paragraphe {n} : {summary}",
        "difficulty": "{level} · difficulté {n} sur 5",
        "remember": "Mémoriser",
        "understand": "Comprendre",
        "apply": "Appliquer",
        "analyze": "Analyser",
        "evaluate": "Évaluer",
        "date": "{day} {month} {year}",
        "first_day": "1er",
        "months": _MONTHS,
        "month_of_year": "{month} {year}",
        "months_alone": _MONTHS,
        # the page of the deck
        "questions_on": "Questions sur « {title} ».",
        "topic": "Thème : {title}.",
        "withdrawn_deck": "questions retirées",
        "withdrawn_questions": (
            "Questions retirées, pour qui les a déjà d’un paquet précédent ; le verso de chacune dit pourquoi. Sinon, "
            "ce paquet peut être supprimé."
        ),
        "read_first": (
            "À lire d’abord : ce que dit l’article ({n} minute)|À lire d’abord : ce que dit l’article ({n} minutes)"
        ),
        "article": "Article : {citation}",
        "speaker": "Propos de {name}",
        "as_of_date": "Situation au {date}",
        "number_is_paragraph": "Les numéros entre crochets renvoient aux paragraphes de l’article.",
        "corrected": "Réponses corrigées, dernière correction le {date}",
        "corrected_date": (
            "La dernière ligne au verso d’une carte indique la date de son texte. Si cette date est antérieure à "
            "celle de la liste, la carte n’a pas été corrigée : Anki ne met pas à jour une question modifiée ou "
            "étiquetée entre notre correction et l’importation, même si c’est Anki qui a ajouté l’étiquette "
            "leech."
        ),
        "corrected_import": (
            "Corriger soi-même une telle carte, ou importer de nouveau le paquet en réglant « Mettre à jour les "
            "notes » sur « Toujours ». Anki remplace alors aussi les modifications et étiquettes personnelles de "
            "toutes les autres questions du paquet."
        ),
    }
)

SCRIPT = _spaced(
    {
        # labels of the templates
        "hint": "Indice",
        "withdrawn": "Question retirée",
        "beyond": "Au-delà de l’article",
        "why_wrong": "Pourquoi les autres réponses sont fausses",
        "as_of": "situation au",
        # buttons; `option` is the text of one
        "check": "Vérifier",
        "show_at_once": "Afficher tout de suite",
        "strike_out": "Barrer : {option}",
        "fill_gaps": "Compléter le texte. Toucher un trou pour l’afficher.",
        "left_over": "{n} de trop",
        # verdicts
        "right": "Correct",
        "partly_right": "En partie juste : {share}",
        "partly_chosen": "Partiellement correct : {right} sur {n}, erreurs : {wrong}",
        "partly_ordered": "Partiellement correct : {right} sur {n} dans le bon ordre",
        "partly_matched": "Partiellement correct : {right} sur {n} bien associés",
        "almost_right": "Presque correct : {difference}",
        "not_right": "Incorrect",
        "not_right_since": "Incorrect : {difference}",
        "not_judged": "Non évalué : {sentence}",
        "your_answer": "Réponse saisie :",
        "your_choice": "réponse choisie",
        "right_answer": "bonne réponse",
        "struck_out": "barrée",
        "not_placed": "non placé",
        "you": "réponse donnée : {answer}",
        "nothing": "rien",
        # what keeps a typed answer from being right, or from being judged
        "semicolon": " ; ",
        "typed_letters": "{word} s’écrit avec « {right} », mais « {typed} » a été saisi",
        "typed_accent": "{word} s’écrit avec « {right} », et non avec « {typed} »",
        "typed_word": "il fallait {right}, et non {typed}",
        "typed_order": "les mots sont dans un autre ordre",
        "typed_symbol": "il manque « {symbol} » dans {right}",
        "typed_year": "il manque l’année",
        "typed_digits": "il fallait {digits} chiffres significatifs",
        "typed_unit": "l’unité attendue est {right}",
        "typed_number": "Saisir un nombre, par exemple 12.",
        "typed_several": "Saisir un seul nombre, ni plusieurs ni un intervalle.",
        "typed_apart": (
            "« {typed} » n’est pas un seul nombre : mettre des espaces uniquement entre les groupes de trois chiffres."
        ),
        "typed_glued": "« {typed} » mélange chiffres et lettres : saisir les chiffres, une espace, puis l’unité.",
        "typed_unknown": "« {word} » n’est pas une unité qui convient ici : saisir le nombre seul, ou avec son unité.",
        "typed_only": "« {typed} » contient autre chose qu’un nombre : saisir le nombre seul, ou avec son unité.",
    }
)

PAGE = {
    "due": "À revoir aujourd’hui",
    "new": "Nouvelles",
    "known": "Sues pour l’instant",
    "practice": "S’entraîner",
    "by_topic": "Par thème",
    "seen_of": "{n} vue sur {all}|{n} vues sur {all}",
    "own_progress": "Ta progression",
    "about_progress": (
        "Ta progression reste dans ce navigateur. Enregistre-la dans un fichier pour l’emporter ailleurs."
    ),
    "save_progress": "Enregistrer dans un fichier",
    "load_progress": "Ouvrir un fichier",
    "forget_progress": "Effacer",
    "sure_forget": "Effacer ta progression pour ces questions ?",
    "progress_loaded": "Progression chargée.",
    "no_progress": "Ce fichier ne contient pas de progression pour ces questions.",
    "question_of": "Question {n} sur {all}",
    "skip": "Passer",
    "stop": "Arrêter",
    "next": "Suivant",
    "round_over": "Terminé",
    "right_of": "{right} juste sur {n}",
    "outcome_right": "juste",
    "outcome_almost": "presque juste",
    "outcome_partly": "en partie juste",
    "outcome_wrong": "pas juste",
    "outcome_skipped": "passée",
    "retry_missed": "Reprendre les erreurs",
    "back_to_start": "Retour au début",
    "show_teacher": "Pour ton enseignant",
    "about_practice_file": "Un fichier avec tes dernières réponses. Rien n’est envoyé : tu le donnes toi-même.",
    "answers_today": "Aujourd’hui : {n} réponse|Aujourd’hui : {n} réponses",
    "answers_all": "En tout : {n} réponse|En tout : {n} réponses",
    "fill_gaps": "Compléter le texte",
    "next_row": "Ensuite : {row}",
    "gap": "Blanc {n} sur {all}",
    "partly_filled": "En partie juste : {right} blanc sur {n}|En partie juste : {right} blancs sur {n}",
    "not_kept": "Ce navigateur n’enregistre rien ici : ne ferme pas et ne recharge pas la page avant d’avoir fini.",
    "too_long": "Tes réponses sont trop longues pour être enregistrées : ne ferme pas la page avant de rendre.",
    "no_script": "Cette page a besoin de JavaScript.",
    "questions": "Questions",
    "time_limit": "Durée",
    "pass_mark": "Pour réussir",
    "about_test": "Tu verras ce qui était juste après avoir rendu. D’ici là, tu peux changer tes réponses.",
    "about_test_without_key": "Ton enseignant évalue tes réponses. Tu peux les changer jusqu’à ce que tu les rendes.",
    "your_name": "Ton nom",
    "about_name": "Comme ton enseignant doit le voir.",
    "begin": "Commencer",
    "points": "{n} point|{n} points",
    "time_left": "Temps restant",
    "minutes_left": "Encore {n} minute|Encore {n} minutes",
    "previous": "Retour",
    "flag": "Marquer",
    "to_overview": "Vue d’ensemble",
    "overview": "Vue d’ensemble",
    "without_answer": "{n} question est sans réponse.|{n} questions sont sans réponse.",
    "all_answered": "Toutes les questions ont une réponse.",
    "answered": "répondue",
    "open": "sans réponse",
    "flagged": "marquée",
    "hand_in": "Rendre",
    "back_to_test": "Retour aux questions",
    "sure_hand_in": "Rendre maintenant ?",
    "no_way_back": "Ensuite, tu ne pourras plus changer tes réponses.",
    "time_is_up": "Le temps est écoulé. Tes réponses ont été rendues.",
    "result": "Ton résultat",
    "passed": "Réussi",
    "failed": "Non réussi",
    "points_of": "{points} point sur {n}|{points} points sur {n}",
    "mark": "Note : {mark}",
    "teacher_judges": "Tes réponses sont complètes. Ton enseignant les évalue.",
    "give_result": "Télécharge ton résultat et donne le fichier à ton enseignant.",
    "sent": "Ton résultat a été envoyé à ton enseignant. Tu peux aussi le télécharger.",
    "not_sent": "Le résultat n’a pas pu être envoyé : télécharge-le et donne le fichier à ton enseignant.",
    "nothing_sent": "Ce test a déjà été rendu ou est seulement montré : ce que tu fais maintenant n’est pas envoyé.",
    "download": "Télécharger",
    "copy": "Copier",
    "copied": "Copié.",
    "copy_yourself": "Copie le texte sélectionné.",
    "show_answers": "Voir les réponses",
    "answers": "Réponses",
    "back_to_result": "Retour au résultat",
    "another_pupil": "Une autre personne passe le test",
    "sure_another": "Le résultat est-il enregistré ? Il sera effacé de ce navigateur.",
    "is_saved": "Oui, il est enregistré",
}
