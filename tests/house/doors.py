"""Who imports whom: read from the code with the standard library alone."""

import ast
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

GROUND = ("core", "disk")
MIDDLE = ("loading", "lint", "anki", "formats", "history")
# the rooms that each room may enter; what is missing here, the roof, may enter all
DOORS = {
    **dict.fromkeys(GROUND, ()),
    **dict.fromkeys((*MIDDLE, "terminal"), GROUND),
    "app": (*GROUND, *MIDDLE),
    "cli": (*GROUND, *MIDDLE, "terminal", "app"),
}
ROOF = ("", "__main__")

# outside packages, and the files (relative to sco_quiz) that may import them
OUTSIDE = {
    "pydantic": ("core/", "loading/"),
    "pydantic_core": ("core/",),
    "yaml": ("loading/yaml_tree.py",),
    "genanki": ("anki/package.py",),
    "rapidfuzz": ("core/typed_answers.py",),
    "rich": ("terminal/",),
    "click": ("cli/", "terminal/"),
    "watchfiles": ("cli/watch.py",),
    "jsonschema": (),
    "anki": (),
    "fsrs": ("history/schedule.py",),
    "platformdirs": ("app/progress_file.py",),
    "plotext": ("terminal/charts.py",),
    "compression": ("anki/collection_reader.py",),
    "backports": ("anki/collection_reader.py",),
}
# standard modules that reach outside the process, and where they may be imported
REACHING = {
    "os": ("disk/", "terminal/keyboard.py", "app/progress_file.py", "app/shell.py", "app/diagnostics.py", "cli/"),
    "sys": ("terminal/keyboard.py", "app/diagnostics.py", "cli/"),
    "time": ("app/days.py", "app/stopwatch.py", "cli/", "terminal/keyboard.py"),
    "socket": (),
    "subprocess": (),
    "tempfile": ("anki/collection_reader.py", "history/recovery.py", "history/database.py"),
    "sqlite3": ("anki/package.py", "anki/previous_deck.py", "anki/collection_reader.py", "history/"),
    "zipfile": ("anki/package.py", "anki/previous_deck.py", "anki/collection_reader.py"),
}
# calls that write a file, and where they may stand: elsewhere, files are written through `disk/`; a name that ends in
# .py writes only into a folder of its own, which is deleted with it
WRITING = {"write_text", "write_bytes", "touch", "open"}
WRITERS = ("disk/", "anki/collection_reader.py", "history/recovery.py")


def imports_of(path: Path) -> Iterator[str]:
    """The dotted names that a file imports anywhere: lazily and for typing, too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def writes_of(path: Path) -> Iterator[str]:
    """The calls of a file that write to the disk: methods of paths, and `open` with a mode for writing."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        method = isinstance(node.func, ast.Attribute)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        modes = [*node.args[0 if method else 1 :][:1], *(word.value for word in node.keywords if word.arg == "mode")]
        mode = next((mode.value for mode in modes if isinstance(mode, ast.Constant)), "r")
        if (name == "open" and set(str(mode)) & set("wax+")) or (method and name in WRITING - {"open"}):
            yield name


def stray_writes(package: Path, paths: Iterable[Path]) -> Iterator[str]:
    """Every call that writes a file elsewhere than in the room disk."""
    for path in paths:
        inside = path.relative_to(package).as_posix()
        if not inside.startswith(WRITERS):
            yield from (f"{inside}: {name} writes a file past the room disk" for name in writes_of(path))


def modules(package: Path) -> dict[str, Path]:
    """Every module of a package by its dotted name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def open_door(here: str, there: str) -> bool:
    """Whether a room may import from another one."""
    return here == there or here in ROOF or there in DOORS.get(here, ())


def rooms_between(module: str, other: str, known: dict[str, Path]) -> tuple[str, str] | None:
    """The two rooms, side by side in the same folder, in which the modules are; None where one is in that folder."""
    one, two = (
        name.split(".") if known[name].name == "__init__.py" else name.split(".")[:-1] for name in (module, other)
    )
    shared = next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), None)
    return None if shared is None else (".".join(one[: shared + 1]), ".".join(two[: shared + 1]))


def circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle of a graph, from a node back to it; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def circles(arrows: dict[str, set[str]], known: dict[str, Path]) -> Iterator[str]:
    """A circle of files, and one of rooms or of rooms inside a room."""
    files = {module: {n for n in names if known[n].name != "__init__.py"} for module, names in arrows.items()}
    rooms: dict[str, set[str]] = {}
    for module, names in arrows.items():
        for pair in (rooms_between(module, name, known) for name in names):
            if pair:
                rooms.setdefault(pair[0], set()).add(pair[1])
    for what, graph in (("files", files), ("rooms", rooms)):
        if found := circle(graph):
            yield f"circle of {what}: {' <- '.join(found)}"


def faults(package: Path) -> list[str]:
    """Every arrow through a wall, every import out of place, every circle. Raises ValueError when it saw no file."""
    known = modules(package)
    if not known:
        raise ValueError(f"no module under {package}")
    found = list(stray_writes(package, known.values()))
    arrows: dict[str, set[str]] = {}
    for module, path in known.items():
        inside = path.relative_to(package).as_posix()
        arrows[module] = set()
        for name in imports_of(path):
            top = name.split(".")[0]
            if name.startswith("."):
                found.append(f"{inside}: relative import {name}")
            for table in (OUTSIDE, REACHING):
                if top in table and not inside.startswith(table[top]):
                    found.append(f"{inside}: {top} has no place here")
            if top == package.name and name in known and name != module:
                arrows[module].add(name)
                here, there = room_of(module), room_of(name)
                if not open_door(here, there):
                    found.append(f"{inside}: no door from {here} to {there}")
    return [*found, *circles(arrows, known)]
