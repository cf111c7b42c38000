"""What axe-core finds wrong on a page."""

from typing import Any

from tests.conftest import absent


def violations(page: Any, context: str = "html") -> list[str]:
    """Return what axe-core finds wrong inside an element; what is around it is the test's."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        absent("the axe-playwright-python package")
    loaded = page.evaluate("typeof axe === 'object'")  # it is as long as a book, so that each document reads it once
    found: Any = Axe("" if loaded else Axe().axe_script).run(page, context=context).response["violations"]
    return [f"{rule['id']} ({rule['impact']}): {node['html']}" for rule in found for node in rule["nodes"]]
