"""Column charts."""

import pytest

from sco_quiz.terminal.charts import HEIGHT, columns


def test_columns_are_as_high_as_their_values_and_stand_above_their_labels() -> None:
    lines = columns([7, 0, 14, 0.01], 30, labels=["1", "2", "3", "4"]).split("\n")
    assert len(lines) == HEIGHT + 1
    assert lines[0] == "14 │          ████"
    assert lines[3] == "   │▄▄▄▄      ████"
    assert lines[-2] == " 0 │████      ████ ▁▁▁▁"
    assert lines[-1] == "    1    2    3    4"


def test_a_share_is_drawn_out_of_a_hundred() -> None:
    lines = columns([50, 100], 30, 100).split("\n")
    assert lines[0] == "100 │     ████"
    assert sum("████ ████" in line for line in lines) == HEIGHT // 2


@pytest.mark.parametrize("width", [30, 36, 76, 96])
@pytest.mark.parametrize("count", [1, 2, 15, 24])
def test_it_fits_the_width(width: int, count: int) -> None:
    labels = [str(10 + number) for number in range(count)]
    lines = columns(list(range(1, count + 1)), width, labels=labels).split("\n")
    assert max(map(len, lines)) <= width
    assert set("".join(lines[:-1])) <= set(" 0123456789│▁▂▃▄▅▆▇█")
    assert len(set(lines[-1].split())) >= min(count, 3)


def test_nothing_but_zeros_is_drawn_empty() -> None:
    assert "█" not in columns([0, 0], 30)
