"""`python -m sco_quiz` is the command `sco-quiz`."""

from sco_quiz.cli.main import main

if __name__ == "__main__":
    main()
