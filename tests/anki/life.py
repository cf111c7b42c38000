"""Five versions of a deck in the hands of students and teachers: what was expected of each import, and what happened.

`python -m tests.anki.life` prints the table for the installed Anki, with everything unexpected in bold.
"""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.anki import life_of_releases, life_of_students, life_of_teachers
from tests.anki.life_world import LIVES, expected_of, run

__all__ = ["LIVES", "expected_of", "life_of_releases", "life_of_students", "life_of_teachers", "run"]


def main() -> None:
    """Print the table."""
    from anki.buildinfo import version

    print(f"Anki {version}\n\n| life | step | notes | expected | got |\n|---|---|---|---|---|")
    with TemporaryDirectory() as folder:
        for name in LIVES:
            with redirect_stdout(StringIO()):  # Anki prints where it waited for its database
                happened = run(name, Path(folder))
            for step, outcome in happened.items():
                counts = ", ".join(f"{what} {count}" for what, count in outcome.counts.items())
                wanted = expected_of(name, step)
                mark = "" if str(outcome) == wanted else "**"
                print(f"| {name} | {step} | {counts} | {wanted} | {mark}{outcome}{mark} |", flush=True)


if __name__ == "__main__":
    main()
