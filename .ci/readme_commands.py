"""Print the commands of a README's `sh` blocks, one per line."""

import re
import sys
from pathlib import Path

text = Path(sys.argv[1]).read_text(encoding="utf-8")
for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
    print(*(line for line in block.splitlines() if line.strip()), sep="\n")
