"""An import into a bank whose questions say what an answer gives."""

from pathlib import Path

from sco_quiz.loading.load import load_bank
from tests.command import sco_quiz


def test_points_of_an_option_that_the_file_renames_go_and_other_points_stay(tmp_path: Path) -> None:
    file = tmp_path / "quiz.gift"
    text = "::Seat::Where is it? {=Beijing ~%50%Shanghai ~Moscow}\n\n::Home::And that? {=Kyiv ~%25%Lviv ~Odesa}\n"
    for written in (text, text.replace("%50%Shanghai", "Shenzhen").replace("%25%", "")):
        file.write_text(written, encoding="utf-8")
        assert sco_quiz("import", file.name, "--bank", "bank", "--yes", cwd=tmp_path).returncode == 0
    seat, home = load_bank(tmp_path / "bank").questions
    assert (str(seat.grade(("Shenzhen",)).credit), str(home.grade(("Lviv",)).credit)) == ("0", "1/4")
    assert "Shanghai" not in (tmp_path / "bank" / "quiz.yaml").read_text("utf-8")
