"""Analyze the results of a class."""

from sco_quiz.core.class_results import ClassQuestion, ClassResults
from sco_quiz.core.interaction import Choice
from sco_quiz.core.item_analysis.analysis import AnalyzedQuestion, ClassAnalysis, analyze
from sco_quiz.core.item_analysis.matrix import matrix_of


def analyze_class(results: ClassResults) -> ClassAnalysis:
    """Return the analysis of the answers that count, each question with its points."""
    questions = [_analyzed(results, question) for question in results.questions]
    return analyze(results.title, matrix_of(results.matrix), questions)


def _analyzed(results: ClassResults, asked: ClassQuestion) -> AnalyzedQuestion:
    question = asked.question
    interaction = question.interaction()
    options = interaction.options if isinstance(interaction, Choice) else ()
    return AnalyzedQuestion(
        question.id,
        question.content(question.prompt),
        question.difficulty,
        tuple((option.content, option.right) for option in options),
        results.responses(asked),
        float(asked.points),
    )
