"""A running Chromium whose pages serve several tests, since a new one takes a second of processor time."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

Kind = tuple[tuple[str, ...], tuple[tuple[str, Any], ...]]
Hears = Mapping[str, Callable[[Any], object]]
NORMAL_MEDIA = {"media": "null", "forced_colors": "null", "reduced_motion": "null"}


class Browser:
    """Pages for tests; none finds what another test kept."""

    def __init__(self, running: Any) -> None:
        self.running = running
        self._unused: defaultdict[Kind, list[Any]] = defaultdict(list)
        self._kinds: dict[Any, Kind] = {}
        self._heard: dict[Any, Hears] = {}

    def new_page(
        self,
        *,
        width: int = 1280,
        height: int = 720,
        own: bool = False,
        scripts: tuple[str, ...] = (),
        hears: Hears | None = None,
        **options: Any,
    ) -> Any:
        """Return a page, alone in a context of these options, where `scripts` run first and `hears` gets events.

        What changes more than its page, such as a clock, needs a context of its `own`.
        """
        kind = scripts, tuple(sorted(options.items()))
        if self._unused[kind] and not own:
            page = self._unused[kind].pop()
        else:
            page = self.running.new_context(**options).new_page()
            for script in scripts:
                page.add_init_script(script)
        if not own:
            self._kinds[page] = kind
        page.set_viewport_size({"width": width, "height": height})
        self._heard[page] = hears or {}
        for event, handler in self._heard[page].items():
            page.on(event, handler)
        return page

    def close(self, page: Any) -> None:
        """Keep a page for another test; close the others of its context, and a context of its own."""
        for event, handler in self._heard.pop(page).items():
            page.remove_listener(event, handler)
        kind = self._kinds.pop(page, None)
        if kind is None or page.is_closed():
            page.context.close()
            return
        for other in page.context.pages:
            if other is not page:
                other.close()
        _forget(page)
        self._unused[kind].append(page)


def _forget(page: Any) -> None:
    """Clear what a page has done and kept, but for its init scripts."""
    page.unroute_all()
    page.goto("about:blank")
    page.evaluate("window.name = ''")
    page.emulate_media(**NORMAL_MEDIA)
    page.mouse.move(-1, -1)
    session = page.context.new_cdp_session(page)
    session.send("Page.resetNavigationHistory")
    session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    session.detach()
