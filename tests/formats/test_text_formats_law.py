"""What GIFT and Aiken write comes back, but for what they declare as lost."""

from pathlib import Path

import pytest

from sco_quiz.loading.load import load_bank
from tests.conftest import ROOT
from tests.formats.round_trip import assert_round_trip


@pytest.mark.parametrize("name", ["gift", "aiken"])
@pytest.mark.parametrize("bank", ["questions", "tests/other_article/bank", "tests/hostile_bank", "tests/marked_up"])
def test_law(name: str, bank: str) -> None:
    pytest.importorskip("bs4")
    pytest.importorskip("markdownify")
    assert_round_trip(name, load_bank(Path(ROOT / bank)))
