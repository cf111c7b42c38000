"""A theme that changes within a session: Anki then has Chromium darken the page, which cards must survive."""

from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import pytest

from tests.anki.card_apps import ARGUMENTS, DESKTOP, Deck, Viewer, chromium, open_viewer
from tests.browsing import Browser

FORCED = "--blink-settings=forceDarkModeEnabled=true"
# The contrast (as in WCAG) between the lightest and the darkest of the pixels of a picture.
CONTRAST = """async picture => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + picture)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const {data} = context.getImageData(0, 0, image.width, image.height);
  const lights = [];
  for (let at = 0; at < data.length; at += 4) {
    const [r, g, b] = [0, 1, 2].map(c => data[at + c] / 255).map(
      v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    lights.push(0.2126 * r + 0.7152 * g + 0.0722 * b);
  }
  lights.sort((a, b) => a - b);
  return (lights[lights.length - 1] + 0.05) / (lights[0] + 0.05);
}"""


@pytest.fixture(scope="module")
def darkened(browser: Any) -> Iterator[Viewer]:
    """A dark desktop program whose Chromium darkens pages."""
    running = browser.running.browser_type.launch(executable_path=chromium(), args=[*ARGUMENTS, FORCED])
    viewer = open_viewer(Browser(running), DESKTOP)
    viewer.begin(night=True, width=400, media=None, mathjax=False)
    yield viewer
    running.close()


def contrast(browser: Any, viewer: Viewer, area: dict[str, float]) -> float:
    """Return the contrast between the lightest and the darkest pixel of an area of the page."""
    picture = b64encode(viewer.page.screenshot(clip=area, full_page=True)).decode()
    page = browser.new_page()
    found = float(page.evaluate(CONTRAST, picture))
    browser.close(page)
    return found


def badge(viewer: Viewer, selector: str, inset: float) -> dict[str, float]:
    """Return the area of an option's number, without so much of its edge."""
    box: dict[str, float] = viewer.page.eval_on_selector(
        selector,
        """(item, inset) => {
          const style = getComputedStyle(item, "::before"), box = item.getBoundingClientRect();
          const width = parseFloat(style.width), height = parseFloat(style.height);
          const left = box.left + parseFloat(getComputedStyle(item).paddingLeft) + 1;
          const top = box.top + scrollY + (box.height - height) / 2;
          return {x: left + inset, y: top + inset, width: width - 2 * inset, height: height - 2 * inset};
        }""",
        inset,
    )
    return box


def test_numbers_of_options_are_readable(browser: Any, cards: Deck, darkened: Viewer) -> None:
    darkened.show(cards.side("truefalse", "front"))
    darkened.page.locator(".options > li").first.click()
    darkened.page.mouse.move(0, 0)
    assert contrast(browser, darkened, badge(darkened, ".options > li.chosen", inset=4)) > 4.5
    assert contrast(browser, darkened, badge(darkened, ".options > li:not(.chosen)", inset=4)) > 4.5
    darkened.assert_clean()


def test_the_rings_around_numbers_are_visible(browser: Any, cards: Deck, darkened: Viewer) -> None:
    darkened.show(cards.side("truefalse", "front"))
    ring = badge(darkened, ".options > li", inset=0)
    left = ring | {"width": 3, "y": ring["y"] + ring["height"] / 2 - 1, "height": 2}
    assert contrast(browser, darkened, left) > 2
