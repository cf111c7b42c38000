"""The program: `sco-quiz`, or `python -m sco_quiz`."""

import gc

COLLECTED_AFTER = 50_000
"""How many new objects before garbage is collected: the modules and models of a command are none."""

gc.set_threshold(COLLECTED_AFTER)  # first: importing click alone makes thousands

from sco_quiz.cli.main import main  # noqa: E402

if __name__ == "__main__":
    main()
