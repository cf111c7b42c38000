"""The program: `sco-quiz`, or `python -m sco_quiz`."""

import gc
from signal import SIG_DFL, SIGINT, default_int_handler, getsignal, signal

COLLECTED_AFTER = 50_000
"""How many new objects before garbage is collected: the modules and models of a command are none."""

gc.set_threshold(COLLECTED_AFTER)  # first: importing click alone makes thousands
# in the first tenth of a second, nothing can say yet that Ctrl-C was pressed; it may also be ignored, in a script
is_heard = getsignal(SIGINT) is default_int_handler and bool(signal(SIGINT, SIG_DFL))

from sco_quiz.cli.main import main  # noqa: E402

if is_heard:
    signal(SIGINT, default_int_handler)

if __name__ == "__main__":
    main()
