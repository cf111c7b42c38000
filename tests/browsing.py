"""A running Chromium whose contexts serve several tests, since a new one takes a second of processor time."""

from collections import defaultdict
from typing import Any


class Browser:
    """Pages for tests; none finds what another test kept."""

    def __init__(self, running: Any) -> None:
        self.running = running
        self._contexts: defaultdict[tuple[tuple[str, Any], ...], list[Any]] = defaultdict(list)

    def new_page(self, *, width: int = 1280, height: int = 720, own: bool = False, **options: Any) -> Any:
        """Return a page in a context of these options without other pages.

        What changes more than its page, such as a clock, needs an `own` context.
        """
        contexts = [] if own else self._contexts[tuple(sorted(options.items()))]
        unused = [context for context in contexts if not context.pages]
        if not unused:
            unused = [self.running.new_context(**options)]
            contexts += unused
        page = unused[0].new_page()
        page.set_viewport_size({"width": width, "height": height})
        _forget(page)
        return page

    def close(self, page: Any) -> None:
        """Close a page with the others of its context, and a context of its own."""
        context = page.context
        for each in context.pages:
            each.close()
        if not any(context in contexts for contexts in self._contexts.values()):
            context.close()


def _forget(page: Any) -> None:
    """Clear what pages of the context have kept."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
    session.detach()
