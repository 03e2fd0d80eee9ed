"""Taking it away: every result, the people behind it, the methods in words, and the settings."""

import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import streamlit as st

from analysis.export import csv_of
from analysis.groups.cohort import Cohort
from analysis.groups.findings import Findings, chosen, findings, taken_away
from analysis.groups.written import written
from analysis.settings import settings, versions
from pages.parts import download, download_text, show_table, the_open_log

TITLE = "Take it away: results, people, methods"


def show(cohort: Cohort, work: Callable[[ModuleType], Any]) -> None:
    """Offer all results with how they were made; the same numbers as on the command line."""
    found = findings(cohort, work)
    methods = written(found, versions())
    st.caption("The methods, for a paper or a report:")
    st.markdown(methods)
    made = _settings(cohort)
    download_text("All results as CSV", lambda: _results(found, methods, made), "results.csv")
    download_text("The settings as JSON", lambda: json.dumps(made, indent=2), "settings.json")
    st.caption("One row for each tendon:")
    show_table(cohort.outcomes.table, alt="one row for each tendon")
    download(cohort.outcomes.table, "people.csv", "people")


def _settings(cohort: Cohort) -> dict[str, Any]:
    opened = the_open_log()
    choices = {**chosen(cohort.asked), "outcome": "change"}
    return settings(opened.reading.receipts, opened.answers, opened.start, choices)


def _results(found: Findings, methods: str, made: dict[str, Any]) -> str:
    return csv_of(taken_away(found, methods, made))
