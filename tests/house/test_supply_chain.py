"""What users and workflows install is what the project names, with reasons, bounds and versions."""

import ast
import re
import subprocess
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from sco_quiz.core.packages import EXTRAS, install_line
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = [Requirement(line) for line in PROJECT["dependencies"]]
OPTIONAL = {name: [Requirement(line) for line in lines] for name, lines in PROJECT["optional-dependencies"].items()}
WORKFLOWS = [*(ROOT / ".github/workflows").glob("*.yml"), ROOT / "sco_quiz/data/starter/workflow.yml"]
PINNED = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+")


def texts() -> dict[Path, str]:
    """Return the texts that users read: the program, the guides and the workflows; not the changes of the past."""
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    kept = [name for name in names if re.fullmatch(r"(?!tests/|CHANGELOG).*\.(py|md|ya?ml|txt|html|js)", name)]
    return {Path(name): (ROOT / name).read_text("utf-8") for name in kept}


def test_no_text_installs_a_program_of_our_name_from_an_index() -> None:
    named = re.compile(r"""pip[^\n`&;|]*install[^\n`&;|]*[ "'](?:sco-quiz|sco_quiz)(?:\[|["'`\s]|$)""", re.MULTILINE)
    assert named.search('run `pip install "sco-quiz[paper]"`')
    assert named.search("      - run: pip install sco-quiz\n")
    assert [str(path) for path, text in texts().items() if named.search(text)] == []


def test_extras_are_those_of_the_project() -> None:
    project = {name: {each.name for each in packages} for name, packages in OPTIONAL.items() if name != "dev"}
    assert {name: set(packages) for name, packages in EXTRAS.items()} == project
    assert install_line("paper") == "`pip install python-docx typst`"


def private_imports() -> set[str]:
    """Return the top-level packages whose private modules or names the program imports."""
    found = set()
    for path in (ROOT / "sco_quiz").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.module.startswith("sco_quiz"):
                names = [*node.module.split("."), *(each.name for each in node.names)]
                if any(re.match(r"_[a-z]", name) for name in names[1:]):
                    found.add(names[0])
    return found


def test_packages_with_private_parts_in_use_have_an_upper_bound() -> None:
    # genanki: `_req` of a model, the tables of a collection; rich: `_environ`; docx: the elements below its objects
    used = {"genanki", "rich", "docx"} | private_imports()
    assert "openpyxl" in used
    names = {canonicalize_name(name) for package in used for name in packages_distributions()[package]}
    every = [*NEEDED, *(each for packages in OPTIONAL.values() for each in packages)]
    bound = {each.name: any(part.operator == "<" for part in each.specifier) for each in every}
    assert [name for name in sorted(names) if not bound[name]] == []


def test_every_package_of_the_program_has_a_reason() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Dependencies")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([A-Za-z-]+) \| ([A-Za-z0-9-]+) \| (.+) \|$", text, re.MULTILINE)[1:]
    assert [name for name, _, _ in rows] == [each.name for each in NEEDED]
    assert {license for _, license, _ in rows} <= {"MIT", "BSD-3-Clause"}


def constraints() -> dict[str, str]:
    lines = (ROOT / ".ci/constraints.txt").read_text("utf-8").splitlines()
    return {canonicalize_name(name): version for name, _, version in (line.partition("==") for line in lines[1:])}


def test_the_constraints_name_one_version_of_every_package() -> None:
    fixed = constraints()
    wanted = [*NEEDED, *OPTIONAL["dev"]]
    assert [each.name for each in wanted if not each.specifier.contains(fixed[canonicalize_name(each.name)])] == []
    run = (ROOT / ".ci/run").read_text("utf-8")
    assert 'PIP_CONSTRAINT="$PWD/.ci/constraints.txt"' in run
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    assert workflow["jobs"]["tests"]["env"]["PIP_CONSTRAINT"] == ".ci/constraints.txt"
    assert any(step.get("run", "").endswith(".ci/run --newest") for step in workflow["jobs"]["newest"]["steps"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_pin_actions_by_commit_and_may_only_read(path: Path) -> None:
    text = path.read_text("utf-8")
    workflow: Any = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    used = [line.strip().removeprefix("- ") for line in text.splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_there_is_a_way_to_report_a_vulnerability() -> None:
    text = (ROOT / ".github/SECURITY.md").read_text("utf-8")
    assert "## Report a vulnerability" in text
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert (ROOT / ".github" / target).exists(), target
