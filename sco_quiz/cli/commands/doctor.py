"""`sco-quiz doctor`."""

from pathlib import Path

import click

from sco_quiz.cli.options import HELP, bank_option
from sco_quiz.cli.output import tell
from sco_quiz.cli.progress_file import progress_option


@click.command(context_settings=HELP)
@click.option("--repair", is_flag=True, help="Repair what can be repaired.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON array instead.")
@progress_option
@bank_option
@click.pass_context
def command(ctx: click.Context, /, repair: bool, as_json: bool, progress: Path | None, bank: Path | None) -> None:
    """Print what helps to find a fault: versions, paths, the terminal, and the state of the progress file.

    --repair sets a damaged progress file aside and recovers what can be read, schedules anew what does not fit the
    answers, and gives unused room back. Exit code 1 when something is wrong.

    \b
    Examples:
      sco-quiz doctor
      sco-quiz doctor --repair
    """
    import json
    from dataclasses import asdict

    from sco_quiz.cli.examination import examine, repaired

    if repair:
        for line in repaired(progress):
            tell(line, err=as_json)
    findings = []
    for finding in examine(bank, progress):
        findings.append(finding)
        if not as_json:  # at once: the last ones may take their time
            tell(f"{finding.state:>7}  {finding.what}: {finding.words}")
    if as_json:
        tell(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    ctx.exit(int(any(finding.state == "wrong" for finding in findings)))
