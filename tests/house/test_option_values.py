"""What an option lets in, its command can use: numbers have limits and are finite, stored text is that of a bank."""

import math
from collections.abc import Iterator

import click
import pytest

from sco_quiz.cli.main import cli
from tests.command import sco_quiz

NUMBERS = (click.types.IntParamType, click.types.FloatParamType)
HOSTILE = ["1" + "0" * 23, "nan", "inf", "-inf", "-1", "1e400", "9" * 5000, "0x1", "", " ", "\udcff"]


def options(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Parameter]]:
    """Yield each parameter of a command and of those below it, with the words of its command."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below
            yield from options(below, (*path, name))
    yield from ((path, parameter) for parameter in command.params)


NUMERIC = [
    (*path, parameter.opts[0])
    for path, parameter in options(cli)
    if isinstance(parameter.type, NUMBERS) and not getattr(parameter, "is_flag", False)
]


def test_every_number_has_limits() -> None:
    found = {
        "/".join((*path, each.opts[0])): each.type for path, each in options(cli) if isinstance(each.type, NUMBERS)
    }
    numbers = {name: kind for name, kind in found.items() if isinstance(kind, click.IntRange | click.FloatRange)}
    assert set(found) == set(numbers)
    assert len(numbers) > 15
    for name, kind in numbers.items():
        assert None not in (kind.min, kind.max), name
        assert kind.max < 2**53, name
        if isinstance(kind, click.FloatRange):
            with pytest.raises(click.BadParameter):
                kind.convert(math.nan, None, None)


@pytest.mark.parametrize("words", NUMERIC, ids="/".join)
def test_a_hostile_number_is_a_usage_error(words: tuple[str, ...]) -> None:
    for value in HOSTILE:
        done = sco_quiz(*words[:-1], f"{words[-1]}={value}")
        assert done.returncode == 2, value
        assert words[-1] in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["init", "new", "--title", "x" * 50_001], "the text has 50001 characters; the maximum is 50000"),
        (["init", "new", "--title", "a\udcff"], "control character U+DCFF is not allowed"),
        (["init", "new", "--title", " "], "must not be empty"),
        (["source", "add", "README.md", "--title", "a\x07"], "control character U+0007 is not allowed"),
        (["quiz", "--exam", "--name", "\udcff"], "control character U+DCFF is not allowed"),
        (["quiz", "--exam", "--name", "x" * 201], "the text has 201 characters; the maximum is 200"),
        (["export", "paper", "--header", "\x1b[2J"], "control character U+001B is not allowed"),
    ],
)
def test_text_that_no_bank_may_have_is_a_usage_error(words: list[str], said: str) -> None:
    done = sco_quiz(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
