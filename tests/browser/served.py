"""A server of the app as a visitor would start it, and the system's Chromium."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
STARTING_SECONDS = 60


def chromium_path() -> str:
    """Return where the system's Chromium is.

    Raises
    ------
    RuntimeError
        Where there is none; the message is the line to type.
    """
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise RuntimeError("Chromium is missing. Type: sudo apt-get install chromium")
    return path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving() -> Iterator[str]:
    """Give the address of a server that nobody has visited yet, for as long as it is needed."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    silent = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=REPO, stdout=silent, stderr=silent)
    address = f"http://localhost:{port}"
    try:
        _wait_until_healthy(address)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _wait_until_healthy(address: str) -> None:
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the server did not start within {STARTING_SECONDS} seconds")
