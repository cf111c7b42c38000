"""The workflow files call commands that exist, on every system and version that is promised."""

import os
import re
import shlex
import tomllib
from importlib.util import find_spec
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def read(name: str) -> Any:
    # YAML 1.1 reads the key `on` as true
    return yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text("utf-8"))


def steps_of(workflow: Any) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def fault(command: str) -> str:
    """What is wrong with a command of a step; empty when it can be run."""
    words = shlex.split(command.removeprefix('sudo env "PATH=$PATH" '))
    match words:
        case ["python", "-m", "pip", "install", *_, target]:
            extras = set(re.findall(r"\w+", target.partition("[")[2]))
            return "" if extras <= set(PROJECT["optional-dependencies"]) else f"no such extra: {target}"
        case ["python", "-m", module, *_]:
            return "" if find_spec(module) else f"no module {module}"
        case [name, *_] if name in PROJECT["scripts"]:
            return "" if all(word.startswith("-") or (ROOT / word).exists() for word in words[2:]) else "no such path"
        case [script] | [script, "--newest"] if (ROOT / script).is_file() and os.access(ROOT / script, os.X_OK):
            return ""
    return f"unknown command: {command}"


def test_there_is_a_workflow() -> None:
    assert [path.name for path in FILES] == ["ci.yml"]


@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_each_command_exists(name: str) -> None:
    commands = [line for step in steps_of(read(name)) for line in step.get("run", "").splitlines()]
    assert commands
    assert [found for command in commands if (found := fault(command))] == []


@pytest.mark.parametrize("command", ["python -m nosuch", "make", ".ci/walk", 'python -m pip install ".[no]"'])
def test_unknown_commands_are_found(command: str) -> None:
    assert fault(command)


def test_linux_runs_what_guards_the_project() -> None:
    assert any(step.get("run", "").endswith(".ci/run") for step in steps_of(read("ci.yml")))


def test_every_system_and_version_is_tested() -> None:
    matrix = read("ci.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert {name.split("-")[0] for name in matrix["os"]} == {"ubuntu", "macos", "windows"}
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert PROJECT["requires-python"] == f">={matrix['python'][0]}"
