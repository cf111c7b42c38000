"""What a learner does on a card, with a mouse or a finger."""

from collections.abc import Iterator
from typing import Any

from tests.anki.card_apps import Viewer

STEPS = 8


def tap(viewer: Viewer, *texts: str) -> None:
    """Tap the options, items or sides with these texts."""
    for text in texts:
        viewer.page.locator(".tappable", has=viewer.page.locator(f'.text:text-is("{text}")')).click()


def tap_all(viewer: Viewer) -> None:
    """Tap every option, item and side that can be tapped when its turn comes."""
    for item in viewer.page.locator(".choices .tappable > .text").all():
        if item.is_visible():
            item.click()


def shown(viewer: Viewer, selector: str) -> list[str]:
    """Return the texts of the visible items."""
    found = viewer.page.locator(f"{selector}:visible > .text")
    return [text.strip() for text in found.all_text_contents()]


def middle(locator: Any) -> tuple[float, float]:
    """Return the middle of an element in its window, scrolled into view."""
    locator.scroll_into_view_if_needed()
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def way(start: tuple[float, float], end: tuple[float, float]) -> Iterator[tuple[float, float]]:
    for step in range(1, STEPS + 1):
        yield tuple(a + (b - a) * step / STEPS for a, b in zip(start, end, strict=True))  # type: ignore[misc]


def drag(viewer: Viewer, start: Any, end: tuple[float, float]) -> None:
    """Drag with a mouse from the middle of an element to a place in the window."""
    mouse = viewer.page.mouse
    at = middle(start)
    mouse.move(*at)
    mouse.down()
    for x, y in way(at, end):
        mouse.move(x, y)
    mouse.up()


def slide(viewer: Viewer, start: Any, end: tuple[float, float], cancel: bool = False) -> None:
    """Slide a finger from the middle of an element to a place in the window; the system may `cancel` it at last."""
    session = viewer.page.context.new_cdp_session(viewer.page)

    def touch(kind: str, *at: tuple[float, float]) -> None:
        points = [{"x": x, "y": y} for x, y in at]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    begin = middle(start)
    touch("touchStart", begin)
    for at in way(begin, end):
        touch("touchMove", at)
    touch("touchCancel" if cancel else "touchEnd")
    session.detach()
