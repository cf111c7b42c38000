"""Who imports whom: read from the code with the standard library alone."""

import ast
import sys
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

GROUND = ("core", "disk")
SHARED = ("card",)  # what two rooms in the middle share
MIDDLE = ("loading", "lint", "anki", "formats", "history")
# the rooms that each room may enter; what is missing here, the roof, may enter all
DOORS = {
    **dict.fromkeys(GROUND, ()),
    **dict.fromkeys((*MIDDLE, *SHARED, "terminal"), GROUND),
    **dict.fromkeys(("anki", "formats"), (*GROUND, *SHARED)),
    "app": (*GROUND, *MIDDLE),
    "cli": (*GROUND, *MIDDLE, "terminal", "app"),
}
ROOF = ("", "__main__")

# outside packages, and the files (relative to sco_quiz) that may import them; no other package is allowed
OUTSIDE = {
    "_typeshed": ("core/record_fields.py",),  # for the type checker alone
    "pydantic": ("core/", "loading/"),
    "pydantic_core": (
        "core/",
        "loading/messages.py",
        "loading/recall/stored.py",
        "formats/exchange/questions_json.py",
    ),
    "ruamel": ("loading/writing/format.py",),
    "yaml": ("loading/yaml_tree.py",),
    "genanki": ("anki/package.py",),
    "pint": ("core/typed/units.py",),
    "markdown_it": ("core/markup/", "formats/rich_text/"),
    "bs4": ("formats/rich_text/",),
    "markdownify": ("formats/rich_text/",),
    "openpyxl": ("formats/sheets/",),
    "lxml": ("formats/sheets/excel.py",),  # its errors, which openpyxl passes on
    "python_calamine": ("formats/sheets/",),
    "docx": ("formats/paper/",),
    "typst": ("formats/paper/typesetter.py",),
    "rapidfuzz": ("core/typed/typos.py", "core/typed/word_list.py"),
    "rich": ("terminal/",),
    "textual_image": ("terminal/inline_pictures.py",),
    "pygments": ("terminal/code_colors.py",),
    "click": ("cli/", "terminal/"),
    "watchfiles": ("cli/watch.py",),
    "fsrs": ("history/schedule.py",),
    "fsrs_rs_python": ("history/optimize.py",),
    "platformdirs": ("app/progress_file.py", "app/cache_folder.py"),
    "compression": ("anki/collection_reader.py", "formats/anki_notes/collection.py"),
    "backports": ("anki/collection_reader.py", "formats/anki_notes/collection.py"),
}
# standard modules that reach outside the process or import by name, and where they may be imported
REACHING = {
    "ctypes": ("disk/exchange.py",),
    "glob": (),
    "http": (),
    "importlib": (
        "__init__.py",
        "app/diagnostics.py",
        "cli/main.py",
        "core/kinds/__init__.py",
        "formats/format.py",
        "formats/output.py",
        "formats/paper/drawn.py",
        "formats/paper/pdf.py",
        "formats/paper/word.py",
        "formats/reports/report_sarif.py",
        "lint/rules/__init__.py",
        "lint/word_lists.py",
    ),
    "locale": ("cli/",),
    "multiprocessing": (),
    "pathlib": ("anki/", "app/", "card/scripts.py", "cli/", "disk/", "formats/", "history/", "loading/"),
    "secrets": ("disk/", "cli/commands/init.py", "cli/import_report.py"),
    "shutil": ("app/diagnostics.py", "app/shell.py", "cli/", "history/"),
    "signal": ("terminal/interrupts.py", "__main__.py"),
    "threading": (),
    "urllib": (
        "formats/moodle/pictures.py",
        "formats/qti/",
        "formats/rich_text/pictures.py",
        "loading/pictures.py",
        "formats/reports/report_sarif.py",
    ),
    "webbrowser": ("cli/",),
    "os": (
        "app/class_files.py",
        "disk/",
        "terminal/keyboard.py",
        "app/cache_folder.py",
        "app/progress_file.py",
        "app/shell.py",
        "app/diagnostics.py",
        "cli/",
        "loading/recall/fingerprint.py",
    ),
    "sys": (
        "disk/",
        "formats/paper/typesetter.py",
        "formats/paper/typesetting.py",
        "terminal/keyboard.py",
        "terminal/inline_pictures.py",
        "app/diagnostics.py",
        "app/shell.py",
        "cli/",
    ),
    "time": ("app/days.py", "app/stopwatch.py", "cli/", "disk/lock.py", "history/locks.py", "terminal/keyboard.py"),
    "socket": (),
    "subprocess": ("cli/viewer.py", "formats/paper/typesetting.py", "terminal/inline_pictures.py"),
    "tempfile": (
        "app/kept_answers.py",
        "cli/study.py",
        "cli/viewer.py",
        "anki/collection_reader.py",
        "history/recovery.py",
        "history/opening.py",
        "formats/sheets/excel.py",
    ),
    "sqlite3": (
        "anki/package.py",
        "anki/previous_deck.py",
        "anki/collection_reader.py",
        "formats/anki_notes/collection.py",
        "history/",
    ),
    "zipfile": (
        "disk/content_kind.py",
        "disk/stored_zip.py",
        "anki/previous_deck.py",
        "anki/collection_reader.py",
        "formats/",
    ),
}
# methods that change files, and the files that may call them, beside `open` with a mode for writing: elsewhere, files
# are written through `disk/`; history and anki also write into temporary folders, and beside a damaged file
WRITING = {
    *("write_text", "write_bytes", "touch", "rename", "unlink", "rmdir", "mkdir", "symlink_to", "hardlink_to", "chmod"),
    *("copyfile", "copytree", "rmtree"),
}
OS_WRITING = (
    *("open", "fdopen", "remove", "unlink", "rename", "renames", "replace", "link", "symlink", "truncate", "mkfifo"),
    *("mkdir", "makedirs", "rmdir", "removedirs", "chmod", "chown", "write"),
)
WRITERS = (
    "disk/",
    "anki/collection_reader.py",
    "app/progress_file.py",
    "history/recovery.py",
    "history/salvage.py",
    "history/opening.py",
)
# other calls that reach outside the process, and the files that may make them: functions, methods of a name, methods
CALLS = {
    "print": ("terminal/keyboard.py",),
    "input": ("terminal/keyboard.py",),
    "open": ("disk/",),
    "__import__": (),
    "eval": (),
    "exec": (),
    "date.today": ("app/", "cli/"),
    "datetime.now": ("app/", "cli/"),
    "random.choice": (),
    "random.random": (),
    "random.shuffle": (),
    **dict.fromkeys((f"os.{name}" for name in OS_WRITING), ("disk/",)),
    **dict.fromkeys(("os.open", "os.fdopen"), ("disk/", "cli/streams.py")),  # the null device for a closed stream
    **dict.fromkeys(("shutil.copy", "shutil.copy2", "shutil.move"), ()),
    # `disk/reading.py` has functions for what these lie about, or raise, depending on the version of Python
    **dict.fromkeys((".exists", ".is_file", ".is_symlink"), ("disk/",)),
    ".is_dir": ("disk/", "formats/exchange/archive.py"),  # of a zip archive
    ".resolve": ("disk/", "loading/writing/format.py"),  # of a tag of YAML
    # of a zip archive, or a browser
    ".open": (
        "disk/",
        "history/recovery.py",
        "history/salvage.py",
        "anki/collection_reader.py",
        "cli/commands/preview.py",
        "cli/streams.py",
    ),
    # what raises an error of the system, and where that is expected: it becomes a problem or HistoryError there, or the
    # command ends with it as its message; `tests/fuzz/faults.py` tries each of them
    ".stat": (
        "disk/",
        "anki/collection_reader.py",
        "app/diagnostics.py",
        "app/history_file.py",
        "app/progress_file.py",
        "cli/watch.py",
        "history/opening.py",
        "history/recovery.py",
        "history/salvage.py",
        "loading/pictures.py",
        "loading/recall/fingerprint.py",  # of the program itself
    ),
    ".lstat": ("disk/", "loading/load.py"),
    ".iterdir": (
        "disk/",
        "app/outcome.py",
        "cli/commands/init.py",
        "cli/watch.py",
        "loading/files.py",
        "loading/pictures.py",
        "loading/recall/fingerprint.py",
    ),
    **dict.fromkeys((".rglob", ".glob"), ("app/import_drafts.py", "app/import_writing.py")),
    ".samefile": ("app/bank_names.py", "history/recovery.py"),
    **dict.fromkeys((".readlink", ".scandir", ".listdir", ".is_fifo", ".is_socket", ".expanduser"), ("disk/",)),
    ".getcwd": ("app/shell.py",),  # of a folder that may be deleted
    ".cwd": ("app/bank_names.py", "cli/commands/export.py"),
    ".read_text": ("loading/files.py", "lint/word_lists.py", "anki/package.py", "card/scripts.py", "formats/"),
    ".read_bytes": (
        "disk/",
        "loading/files.py",
        "loading/recall/fingerprint.py",
        "loading/pictures.py",
    ),
}


def imports_of(path: Path) -> Iterator[str]:
    """The dotted names that a file imports anywhere: lazily and for typing, too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls_of(path: Path) -> Iterator[ast.Call]:
    """The calls in a file."""
    return (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))


def names_of(call: ast.Call) -> tuple[str, ...]:
    """What a call may be listed under: `name` of a function; `.name` of a method, and `owner.name`."""
    match call.func:
        case ast.Name(name):
            return (name,)
        case ast.Attribute(ast.Name(owner), name):
            return (f".{name}", f"{owner}.{name}")
        case ast.Attribute(_, name):
            return (f".{name}",)
    return ()


def is_writing(call: ast.Call) -> bool:
    """Whether a call changes a file; `open` does with a mode for writing, the function also with an unknown one."""
    name = next(iter(names_of(call)), "")
    if name.removeprefix(".") != "open":
        return name.startswith(".") and name[1:] in WRITING
    where = 0 if name == ".open" else 1
    modes = [*call.args[where : where + 1], *(word.value for word in call.keywords if word.arg == "mode")]
    return any(
        set(str(mode.value)) & set("wax+") if isinstance(mode, ast.Constant) else name == "open" for mode in modes
    )


def stray_calls(package: Path, paths: Iterable[Path]) -> Iterator[str]:
    """Every call that reaches the disk, the terminal or the clock from a file that may not."""
    for path in paths:
        inside = path.relative_to(package).as_posix()
        for call in calls_of(path):
            names = names_of(call)
            if is_writing(call) and not inside.startswith(WRITERS):
                yield f"{inside}: {names[0].removeprefix('.')} writes a file past the room disk"
            yield from (
                f"{inside}: {name} has no place here"
                for name in names
                if name in CALLS and not inside.startswith(CALLS[name])
            )


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


def _may_import(inside: str, top: str) -> bool:
    """Whether a file may import from a package: one of OUTSIDE, or a standard module unless REACHING says no."""
    table = REACHING if top in sys.stdlib_module_names and top not in OUTSIDE else OUTSIDE
    return inside.startswith(table[top]) if top in table else table is REACHING


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
    found = list(stray_calls(package, known.values()))
    arrows: dict[str, set[str]] = {}
    for module, path in known.items():
        inside = path.relative_to(package).as_posix()
        arrows[module] = set()
        for name in imports_of(path):
            top = name.split(".")[0]
            if name.startswith("."):
                found.append(f"{inside}: relative import {name}")
            if not name.startswith(".") and top != package.name and not _may_import(inside, top):
                found.append(f"{inside}: {top} has no place here")
            if top == package.name and name in known and name != module:
                arrows[module].add(name)
                here, there = room_of(module), room_of(name)
                if not open_door(here, there):
                    found.append(f"{inside}: no door from {here} to {there}")
    return [*found, *circles(arrows, known)]
