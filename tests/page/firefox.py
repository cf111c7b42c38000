"""Firefox over WebDriver BiDi: what tests need of it."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tests.conftest import absent

_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")


class Firefox:
    """A tab of a running Firefox, and the errors that its pages wrote."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._numbers = count(1)
        self.errors: list[str] = []
        self._send("session.new", capabilities={})
        self._send("session.subscribe", events=["log.entryAdded"])
        self._tab = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def open(self, address: str) -> None:
        """Open a page, and wait until it is there."""
        self._send("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def run(self, script: str) -> Any:
        """Return what an expression, or the promise that it gives, becomes as JSON."""
        expression = f"Promise.resolve({script}).then(value => JSON.stringify(value === undefined ? null : value))"
        found = self._send("script.evaluate", expression=expression, target={"context": self._tab}, awaitPromise=True)
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])

    def press(self, name: str) -> None:
        """Press the button with that text."""
        found = f"Array.from(document.querySelectorAll('button')).find(each => each.textContent === {json.dumps(name)})"
        self.run(f"{found}.click()")

    def _send(self, method: str, **parameters: object) -> Any:
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._connection.recv(timeout=60))
            if message.get("id") == number:
                assert message["type"] == "success", message
                return message["result"]
            if message.get("method") == "log.entryAdded":
                self.errors.append(message["params"]["text"])


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """Run Firefox with an empty profile and without a network."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        absent("firefox")
    try:
        from websockets.sync.client import connect
    except ImportError:
        absent("the websockets package")
    profile.mkdir()
    offline = ("network.proxy.type", 1), ("network.proxy.http", "127.0.0.1"), ("network.proxy.http_port", 9)
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in offline)
    (profile / "user.js").write_text("".join(lines), "utf-8")
    arguments = (program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0")
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    assert process.stderr
    try:
        found = next(filter(None, map(_LISTENING.search, process.stderr)), None)
        assert found, "Firefox ended at once"
        with connect(f"{found[1]}/session", max_size=None) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        process.wait(30)
        process.stderr.close()
