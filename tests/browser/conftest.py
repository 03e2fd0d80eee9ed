"""The system's Chromium and a running server, for tests of what only a browser shows."""

from pathlib import Path

import pytest

from tests.browser.served import CHROMIUM_FLAGS, chromium_path, serving


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {
        **browser_type_launch_args,
        "executable_path": chromium_path(),
        "args": CHROMIUM_FLAGS,
    }


@pytest.fixture
def fresh_server():
    """Give the address of a server that nobody has visited yet."""
    with serving() as address:
        yield address


@pytest.fixture(scope="session")
def server():
    """Give the address of one server for all tests that do not need a fresh one."""
    with serving() as address:
        yield address
