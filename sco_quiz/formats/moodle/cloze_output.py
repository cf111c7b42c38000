"""Write gaps in Moodle's notation: `{1:SHORTANSWER:=Oslo#right~%50%Christiania}`."""

import re

from sco_quiz.core.interaction import TextEntry, TextGap
from sco_quiz.core.kinds import Question
from sco_quiz.core.markup.html import HtmlRenderer
from sco_quiz.core.nodes import GapMark
from sco_quiz.core.parts import Role
from sco_quiz.core.place import KeyPath
from sco_quiz.formats.moodle.our_marks import hint_element
from sco_quiz.formats.moodle.question_sheet import QuestionSheet
from sco_quiz.formats.moodle.xml_bodies import answer_paths, is_case_sensitive, typed_words, without_wildcards

# Moodle reads these as a gap, or as the place where it puts one
_LIKE_GAP = re.compile(r"\{(?=#|\d*:)")
_MEANT = re.compile(r"[&<>\"'~#{}]|\\(?!\*)")
_NOT_ASKED = re.compile(r"\\[}#]")


def cloze_html(question: Question, entry: TextEntry, sheet: QuestionSheet) -> str:
    """Return the prompt of a cloze with its gaps in Moodle's notation."""
    stem = question.stem
    numbers = [gap.number for gap in stem.gaps]
    if numbers != list(range(1, len(numbers) + 1)):
        sheet.lose(("prompt",), "lost-setting", "the numbers of the gaps, by which cards hide them together, are lost")
    gaps = [_gap(gap, entry, question, sheet) for gap in entry.gaps]
    hints = [hint_element(gap.hint) if gap.hint else "" for gap in stem.gaps]
    waiting = iter(range(len(gaps)))

    def placeholder(_html: HtmlRenderer, _gap: GapMark) -> str:
        return f"\ue010{next(waiting)}\ue011"

    html = _LIKE_GAP.sub("&#123;", sheet.html(stem, placeholder))
    return re.sub("\ue010(\\d+)\ue011", lambda found: gaps[int(found[1])] + hints[int(found[1])], html)


def _gap(gap: TextGap, entry: TextEntry, question: Question, sheet: QuestionSheet) -> str:
    kind = "SHORTANSWER_C" if is_case_sensitive(entry) else "SHORTANSWER"
    paths: list[KeyPath] = [("prompt",), *(("accept",) for _ in gap.accepted[1:])]
    right = typed_words(zip(gap.accepted, paths, strict=True), sheet)
    wrong = []
    for option, path in zip(gap.rejected, answer_paths(question, Role.REJECTED), strict=True):
        note = f"#{_entities(sheet.html(option.note))}" if option.note else ""
        if option.note and option.note.images:
            sheet.lose((*path, "note"), "lost-picture", "feedback on a gap has no pictures in Moodle")
        wrong.append(f"{_typed(sheet.plain(option.content, path, 'typed answers'), sheet)}{note}")
    return f"{{1:{kind}:{'~'.join((*(f'={_typed(words, sheet)}' for words in right), *wrong))}}}"


def _typed(words: str, sheet: QuestionSheet) -> str:
    if _NOT_ASKED.search(words):
        sheet.lose(("prompt",), "lost-markup", r"Moodle drops the backslash of \} and \# in a gap")
    return _entities(without_wildcards(words))


def _entities(text: str) -> str:
    """Escape text inside a gap: Moodle undoes entities after it has found the ends of answers."""
    return _MEANT.sub(lambda found: f"&#{ord(found[0])};", text)
