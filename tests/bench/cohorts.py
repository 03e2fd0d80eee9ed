"""Seconds of the Cohorts and Plan pages, and of each part of a comparison, by people."""

import time
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

from analysis.days import reduce_log
from analysis.groups.asked import Asked
from analysis.groups.cohort import cohort
from analysis.groups.limits.banners import banners
from analysis.groups.limits.specification import specification
from analysis.groups.parts import PARTS
from analysis.model import Log
from analysis.reading import Reading
from session import OpenLog
from tests.bench.made import made_log
from tests.browser.served import REPO

LIMITS = {300: 1.0, 3000: 2.0}
"""Seconds of script time a page may take, by people."""
TIMED = "{name:<60} {took:6.2f} s ({cpu:.2f} s of it computing; limit {limit:.0f} s)"


def made_cohort(people: int) -> Log:
    """Return the log of :func:`tests.bench.made.made_log` with surface x volume crossed."""
    log = made_log(people)
    at = np.arange(people)
    names = log.sessions["person"].unique()
    told = pd.DataFrame({"person": names, "side": "left"})
    return log.with_tables(
        tendons=told.assign(
            site=np.array(["insertional", "midportion"])[at // 4 % 2],
            returned_to_activity=np.array(["yes", "no"])[at // 3 % 2],
        ),
        prescriptions=told.assign(
            day=0.0,
            surface=np.array(["flat", "step"])[at % 2],
            drops_per_day=np.array([90.0, 180.0])[at // 2 % 2],
        ),
    )


def parts(people: int) -> Iterator[str]:
    """Yield the time of the comparison, of what limits it, and of each part's work."""
    days = reduce_log(made_cohort(people))
    asked = Asked("surface", margin=10.0)
    told = cohort(days, asked)
    strip = specification(days, told.outcomes, asked.by)
    work = {
        "comparison": lambda: cohort(days, asked),
        "what limits it": lambda: banners(told.outcomes, told.found, days, strip),
        **{part.TITLE: lambda part=part: part.say(part.work(told)) for part in PARTS},
    }
    for name, one in work.items():
        one()  # what is imported late is no part of it
        yield _line(f"cohort of {people:,}: {name}", one, people)


def pages(people: int) -> Iterator[str]:
    """Yield the script time of Cohorts and Plan: first opened, and each section opened after."""
    app = AppTest.from_file(str(REPO / "pages" / "frame.py"), default_timeout=120).run()
    app.session_state["open_log"] = OpenLog(Reading(made_cohort(people), ()), ())
    for page in ("cohorts", "plan"):
        app.session_state["kept"] = {}
        app.switch_page(f"{page}.py")
        yield _line(f"/{page} of {people:,}: days and first screen", app.run, people)
        yield _line(f"/{page} of {people:,}: again", app.run, people)
        for key in sorted({box.proto.id.split("-", 2)[2] for box in app.expander}):
            app.session_state[key] = True
            yield _line(f"/{page} of {people:,}: {key}", app.run, people)
            app.session_state[key] = False
    assert not app.exception, app.exception


def _line(name: str, work: Callable[[], object], people: int) -> str:
    """Return how long one run took, and how long the processor was at it."""
    began, at = time.perf_counter(), time.process_time()
    work()
    took, cpu = time.perf_counter() - began, time.process_time() - at
    return TIMED.format(name=name, took=took, cpu=cpu, limit=LIMITS[people])


def report() -> Iterator[str]:
    """Yield the lines for every size."""
    for people in LIMITS:
        yield from parts(people)
        yield from pages(people)
