"""Script time of each page, warm, and what each sends to the browser."""

import time
from collections.abc import Iterator

from playwright.sync_api import sync_playwright
from streamlit.testing.v1 import AppTest

from tests.bench.made import diary_of_years
from tests.browser.served import CHROMIUM_FLAGS, REPO, chromium_path, serving

PAGES = ("log", "recovery", "cohorts", "evidence")


def script_times() -> Iterator[str]:
    """Yield the script time of each page with the simulated trial open, against a bare page."""
    app = AppTest.from_file(str(REPO / "pages" / "frame.py"), default_timeout=60).run()
    app.button(key="example-trial").click().run()
    bare = AppTest.from_string("import streamlit as st; st.title('bare')").run()
    floor = min(_timed(bare) for _ in range(5))
    for page in PAGES:
        app.switch_page(f"{page}.py").run()
        took = min(_timed(app) for _ in range(5))
        yield f"script of /{page:<38} {took / floor:6.1f} x a bare page ({1000 * took:.0f} ms)"


def three_years() -> Iterator[str]:
    """Yield the script time of Recovery for three years of daily rows, when it is first opened."""
    app = AppTest.from_file(str(REPO / "pages" / "frame.py"), default_timeout=60).run()
    app.switch_page("log.py").run()
    app.file_uploader[0].upload("years.csv", diary_of_years().encode(), "text/csv").run()
    app.switch_page("recovery.py").run()
    for section in ("", *SECTIONS):
        app.session_state["kept"] = {}
        for other in SECTIONS:
            app.session_state[f"open-{other}"] = other == section
        took = _timed(app)
        yield f"recovery of three years: {section or 'first screen':<46} {1000 * took:.0f} ms"


SECTIONS = (
    "Is it getting better?",
    "Am I doing the dose?",
    "Does a heavy day cost the next morning?",
    "Did my change help?",
    "What does the programme say about days like these?",
    "Pain against load so far",
)


def _timed(app: AppTest) -> float:
    began = time.perf_counter()
    app.run()
    return time.perf_counter() - began


def bytes_sent() -> Iterator[str]:
    """Yield how much each page sends over the socket with the simulated trial open."""
    with serving() as address, sync_playwright() as driver:
        flags = {"executable_path": chromium_path(), "args": CHROMIUM_FLAGS}
        page = driver.chromium.launch(**flags).new_page()
        sizes: list[int] = []
        page.on("websocket", lambda s: s.on("framereceived", lambda f: sizes.append(len(f))))
        page.goto(f"{address}/log")
        page.get_by_role("button", name="A trial of 60").click()
        page.get_by_role("heading", name="Cohorts").wait_for()
        for name in PAGES:
            page.wait_for_timeout(1500)
            sizes.clear()
            page.get_by_role("link", name=name.capitalize(), exact=True).click()
            page.get_by_role("heading", name=name.capitalize(), exact=True).wait_for()
            page.wait_for_timeout(2000)
            yield f"/{name:<42} {sum(sizes) / 1000:8.0f} kB sent"


def report() -> Iterator[str]:
    """Yield the lines of all of them."""
    yield from script_times()
    yield from three_years()
    yield from bytes_sent()
