"""Real sheets of teachers, where they are beside the checkout: every row with a question comes in."""

import pytest

from tests.formats.exchange_table import FOLDER
from tests.formats.sheets.sheets import errors_of, read

COUNTS = {
    "GonZiin--quiz.csv": 30,
    "JoaCordova--questions.csv": 45,
    "ProfessorSantiagoLopes--Moodle-Q.xlsx": 1,
    "prasys--template_ba1.csv": 10,
    "prasys--template_ba1.xlsx": 1,
}


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the real files are not here")
@pytest.mark.parametrize("name", COUNTS)
def test_a_real_sheet_comes_in(name: str) -> None:
    reading = read((FOLDER / "sheet" / name).read_bytes(), name)
    assert len(reading.drafts) == COUNTS[name]
    assert errors_of(reading) == []
