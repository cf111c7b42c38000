"""Examples of rules that count over a whole bank: a bank with the flaw and one without, as lists of questions."""

from typing import Any

MANY: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {}
