"""A sheet: what a test on paper shows of an exam form, for every writer of paper."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from sco_quiz.core.bank import Bank
from sco_quiz.core.content import Content
from sco_quiz.core.exam_form import ExamForm, FormItem
from sco_quiz.core.markup.parse import Markup
from sco_quiz.core.picture import Picture
from sco_quiz.core.words.language import Language
from sco_quiz.formats.paper.amounts import counted, shown_points
from sco_quiz.formats.paper.answer_space import AnswerSpace, answer_space
from sco_quiz.formats.paper.key import Key, key_of
from sco_quiz.formats.paper.settings import PaperSettings
from sco_quiz.formats.paper.tasks import task_of
from sco_quiz.formats.paper.words import paper_words


@dataclass(frozen=True, slots=True)
class Setting:
    """Who spoke, where and when: printed once above a run of questions. `label` says which these are."""

    label: str
    content: Content


@dataclass(frozen=True, slots=True)
class SheetItem:
    """A question as printed. In its prompt every GapMark is a space to fill; `gaps` counts them."""

    question_id: str
    number: int
    points: str
    setting: Setting | None
    prompt: Content
    task: str
    space: AnswerSpace
    key: Key
    markup: Markup

    @property
    def gaps(self) -> int:
        """How many gaps the prompt has."""
        return len(self.prompt.gaps)


@dataclass(frozen=True, slots=True)
class SheetSection:
    """Questions under a title (empty: none), with the sum of their points."""

    title: str
    points: str
    items: tuple[SheetItem, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form on paper. `label` tells versions apart (empty: there is one); `header` are the fields to fill in.

    `facts` are how many questions and points there are and how much time, in words; `scale` maps marks to the least
    points that give each; `most` is the number of all points.
    """

    title: str
    label: str
    lang: str
    words: Language
    header: tuple[str, ...]
    facts: tuple[str, ...]
    points: str
    most: str
    scale: tuple[tuple[str, str], ...]
    sections: tuple[SheetSection, ...]
    pictures: Mapping[str, Picture]

    @property
    def items(self) -> tuple[SheetItem, ...]:
        """The questions of all sections in their order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def version(self) -> str:
        """The version in words; empty if there is one only."""
        return self.words.word("version", label=self.label) if self.label else ""


def sheet_of(bank: Bank, form: ExamForm, settings: PaperSettings, label: str = "") -> Sheet:
    """Return a form as it is printed."""
    words = paper_words(bank.lang)
    names = ("name", "class", "day")
    header = tuple(words.word(name) for name in names) if settings.header is None else settings.header
    return Sheet(
        title=form.title,
        label=label,
        lang=bank.lang or "en",
        words=words,
        header=header,
        facts=tuple(_facts(form, words)),
        points=counted(form.most, words),
        most=shown_points(form.most, words),
        scale=tuple((mark, counted(form.most * least / 100, words)) for mark, least in form.rules.scale.items()),
        sections=tuple(_sections(form, words)),
        pictures=_pictures(bank, form),
    )


def _pictures(bank: Bank, form: ExamForm) -> dict[str, Picture]:
    """Return the pictures that the questions of a form show."""
    parts = (part for question in form.questions for part in question.parts())
    files = (image.file for part in parts for image in part.content.images)
    return {file: bank.pictures[file] for file in files if file in bank.pictures}


def _facts(form: ExamForm, words: Language) -> Iterator[str]:
    yield words.word("n_questions", n=len(form.items))
    yield counted(form.most, words)
    if form.rules.time_limit:
        yield words.word("n_minutes", n=-(-form.rules.time_limit // 60))


def _sections(form: ExamForm, words: Language) -> Iterator[SheetSection]:
    numbered = list(enumerate(form.items, start=1))
    settings = dict(_settings(numbered, words))
    runs = [(title, list(run)) for title, run in groupby(numbered, key=lambda pair: pair[1].section)]
    # in a shuffled form the questions of a section are apart: its title would be above single ones
    if len({title for title, _ in runs}) < len(runs):
        runs = [("", numbered)]
    for title, run in runs:
        items = tuple(_item(form, item, number, settings.get(number), words) for number, item in run)
        yield SheetSection(title, counted(sum((item.points for _, item in run), Fraction(0)), words), items)


def _settings(numbered: Iterable[tuple[int, FormItem]], words: Language) -> Iterator[tuple[int, Setting]]:
    """Yield the number of the first question of each run with the same setting, and the setting."""
    for (section_and_text), run in groupby(numbered, key=lambda pair: (pair[1].section, pair[1].question.setting)):
        pairs = list(run)
        (first, item), (last, _) = pairs[0], pairs[-1]
        if section_and_text[1]:
            label = words.word("for_one" if first == last else "for_run", first=first, last=last)
            yield first, Setting(label, item.question.content(item.question.setting))


def _item(form: ExamForm, item: FormItem, number: int, setting: Setting | None, words: Language) -> SheetItem:
    question = item.question
    interaction, shown = question.interaction(), form.options_of(question)
    space = answer_space(interaction, shown, words)
    return SheetItem(
        question_id=question.id,
        number=number,
        points=counted(item.points, words),
        setting=setting,
        prompt=question.stem,
        task=task_of(interaction, words),
        space=space,
        key=key_of(question, interaction, space, item.points, words),
        markup=question.markup,
    )
