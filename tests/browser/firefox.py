"""A real Firefox without a driver in between: it speaks WebDriver BiDi itself, as JSON over a WebSocket.

Only what a few tests need: open a page, run a function in it, press keys. The WebSocket is RFC 6455 from a client's
side: text frames, masked, whole messages.
"""

import base64
import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

COMMANDS = ("firefox-esr", "firefox")
PATIENCE = 20.0
"""Seconds for one answer."""
_LISTENS = re.compile(r"WebDriver BiDi listening on ws://([\d.]+):(\d+)")
_TEXT, _FINAL, _MASKED = 1, 0x80, 0x80
PREFERENCES = {
    "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
    "network.proxy.allow_hijacking_localhost": False, "app.normandy.enabled": False, "datareporting.policy.dataSubmissionEnabled": False, "browser.shell.checkDefaultBrowser": False,
    "ui.prefersReducedMotion": 1,
}  # fmt: skip
"""Nothing leaves the machine: whatever asks for the network meets a closed door."""


def command() -> str | None:
    """The installed Firefox (``FIREFOX`` names one), None where there is none."""
    return os.environ.get("FIREFOX") or next((found for found in map(shutil.which, COMMANDS) if found), None)


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), timeout=PATIENCE)
        self._number = 0
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (
            "GET /session HTTP/1.1",
            f"Host: {host}:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
        )
        self._socket.sendall("\r\n".join((*lines, "", "")).encode())
        self._input = self._socket.makefile("rb")
        while self._input.readline().strip():
            pass
        self.send("session.new", capabilities={})
        self._window = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def close(self) -> None:
        self._input.close()
        self._socket.close()

    def send(self, method: str, **params: Any) -> Any:
        """Do something and give what it gives; what Firefox tells by itself in between is passed over."""
        self._number += 1
        self._write(json.dumps({"id": self._number, "method": method, "params": params}).encode())
        while (told := json.loads(self._read())).get("id") != self._number:
            pass
        assert told["type"] == "success", told
        return told["result"]

    def open(self, url: str, width: int, height: int) -> None:
        self.send("browsingContext.setViewport", context=self._window, viewport={"width": width, "height": height})
        self.send("browsingContext.navigate", context=self._window, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        """What an expression gives, as JSON has it."""
        target = {"context": self._window}
        whole = f"(async () => JSON.stringify(await ({expression})))()"
        told = self.send("script.evaluate", expression=whole, target=target, awaitPromise=True)
        assert told["type"] == "success", told
        return json.loads(told["result"].get("value", "null"))

    def until(self, expression: str, wanted: Any = True) -> None:  # noqa: FBT002 - most are asked whether
        """Wait until an expression gives what is wanted."""
        end = time.monotonic() + PATIENCE
        while (found := self.evaluate(expression)) != wanted:
            assert time.monotonic() < end, (expression, found)
            time.sleep(0.05)

    def press(self, key: str) -> None:
        actions = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")]
        keys = {"type": "key", "id": "keys", "actions": actions}
        self.send("input.performActions", context=self._window, actions=[keys])

    def _write(self, told: bytes) -> None:
        mask = os.urandom(4)
        size = len(told)
        length = bytes([_MASKED | size]) if size < 126 else bytes([_MASKED | 126]) + size.to_bytes(2, "big")
        self._socket.sendall(
            bytes([_FINAL | _TEXT]) + length + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(told))
        )

    def _read(self) -> bytes:
        """One whole message, of as many frames as it has."""
        told, final = b"", False
        while not final:
            first, second = self._input.read(2)
            size = second & 0x7F
            if size >= 126:
                size = int.from_bytes(self._input.read(2 if size == 126 else 8), "big")
            told += self._input.read(size)
            final = bool(first & _FINAL)
        return told


@contextmanager
def started(folder: Path) -> Iterator[Firefox]:
    """A Firefox with a profile of its own in ``folder``, without a window on the screen."""
    profile = folder / "profile"
    profile.mkdir()
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    options = ("--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", str(profile))
    log = folder / "firefox.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            (str(command()), *options), stdout=said, stderr=said, env={**os.environ, "HOME": str(folder)}
        )
    try:
        firefox = Firefox(*_address(log))
        yield firefox
        firefox.close()
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _address(log: Path) -> tuple[str, int]:
    end = time.monotonic() + 3 * PATIENCE
    while not (found := _LISTENS.search(log.read_text(errors="replace"))):
        assert time.monotonic() < end, log.read_text(errors="replace")
        time.sleep(0.1)
    return found[1], int(found[2])
