"""Print the commands of a README, one per line: those of its `sh` blocks; with --inline, those inside its sentences.

Inline commands with a placeholder, such as `sco-quiz show ID`, are no commands as printed, and are skipped.
"""

import re
import sys
from pathlib import Path

PLACEHOLDER = re.compile(r"[A-Z]{2,}|…")
OPTIONAL = re.compile(r" \[[^]]*\]")

text = Path(sys.argv[1]).read_text(encoding="utf-8")
if "--inline" in sys.argv:
    inline = (OPTIONAL.sub("", command) for command in re.findall(r"`(sco-quiz [^`]*)`", text))
    print(*dict.fromkeys(command for command in inline if not PLACEHOLDER.search(command)), sep="\n")
else:
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        print(*(line for line in block.splitlines() if line.strip()), sep="\n")
