"""Analyze the results of a class."""

from sco_quiz.core.class_results import ClassQuestion, ClassResults
from sco_quiz.core.interaction import Choice
from sco_quiz.core.item_analysis.analysis import AnalyzedQuestion, ClassAnalysis, analyze
from sco_quiz.core.item_analysis.matrix import matrix_of


def analyze_class(results: ClassResults) -> ClassAnalysis:
    """Return the analysis of the answers that count; each question counts the same, with any number of points."""
    questions = [_analyzed(results, question) for question in results.questions]
    return analyze(results.title, matrix_of(results.matrix), questions)


def _analyzed(results: ClassResults, asked: ClassQuestion) -> AnalyzedQuestion:
    question = asked.question
    interaction = question.interaction()
    prompt = question.content(question.prompt)
    if not isinstance(interaction, Choice):
        return AnalyzedQuestion(question.id, prompt, question.difficulty)
    options = tuple((option.content, option.right) for option in interaction.options)
    return AnalyzedQuestion(question.id, prompt, question.difficulty, options, results.responses(asked))
