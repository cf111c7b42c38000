"""No command ends in a traceback, or silently, where files may not be read or written, or too many are open."""

import json
import os
import shutil
import subprocess
import sys
from typing import Any

import pytest

from tests.conftest import ROOT

# the rights of the superuser go past the modes of files
AS_ROOT = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="modes and limits of Linux")
def test_every_command_says_what_it_may_not_do() -> None:
    prefix = AS_ROOT if os.getuid() == 0 else []
    if prefix and not shutil.which("setpriv"):
        pytest.skip("setpriv, which takes the rights of the superuser, is missing")
    command = [*prefix, sys.executable, "-m", "tests.cli.without_rights"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each for each in found if "fault" in each] == []
    assert {each["code"] for each in found} <= {0, 1, 2, 130}
    assert [each for each in found if each["code"] and not each["said"].strip()] == []
    said: dict[str, list[Any]] = {}
    for each in found:
        said.setdefault(each["lock"], []).append(each)
    for lock, expected in {
        "bank without writing": "cannot be written: permission denied",
        "files without reading": "it cannot be read: permission denied",
        "outputs in a locked folder": "cannot be written: permission denied",
        "0 files": "too many open files",
    }.items():
        assert sum(expected in each["said"] for each in said[lock]) >= 4, lock
    # students learn where nothing can be saved, and what they answered is in another file
    for each in said["progress in a locked folder"]:
        if each["command"][0] in ("quiz", "review"):
            assert "Error" not in each["said"], each
