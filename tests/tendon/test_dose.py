"""The dose of each week: what was logged, never what was not."""

import numpy as np
import pandas as pd

from analysis.days import reduce_log
from analysis.model import Log
from analysis.tendon.dose import dose_by_week, dose_sentence


def of(rows, prescribed=None):
    day, knee, reps = zip(*rows, strict=True)
    sessions = pd.DataFrame(
        {
            "person": "a",
            "started": pd.Timestamp("2026-03-01") + pd.to_timedelta(day, unit="D"),
            "side": "left",
            "surface": "flat",
            "knee": knee,
            "reps": reps,
        }
    )
    tables = {"sessions": sessions}
    if prescribed is not None:
        tables["prescriptions"] = pd.DataFrame(
            {
                "person": ["a"],
                "side": ["left"],
                "protocol": ["jonsson"],
                "drops_per_day": [prescribed],
            }
        )
    return reduce_log(Log().with_tables(**tables))


def test_weeks_are_sums_of_logged_days_by_variant():
    one = of([(0, "straight", 45.0), (0, "bent", 45.0), (8, "straight", 90.0)], prescribed=90)
    weeks = dose_by_week(one)
    assert weeks["week"].tolist() == [1, 2]
    assert weeks["flat straight"].tolist() == [45, 90]
    assert weeks["flat bent"].tolist() == [45, 0]
    assert weeks["done"].tolist() == [90, 90]
    assert weeks["days_logged"].tolist() == [1, 1]
    assert weeks["prescribed"].tolist() == [630, 180]


def test_a_logged_zero_is_a_zero_and_a_week_without_rows_is_unknown():
    weeks = dose_by_week(of([(0, "straight", 0.0), (15, "straight", 90.0)]))
    assert weeks["done"].iloc[0] == 0
    assert np.isnan(weeks["done"].iloc[1])
    assert weeks["days_logged"].tolist() == [1, 0, 1]


def test_the_sentence_sets_the_logged_beside_the_whole_course():
    said = dose_sentence(of([(0, "straight", 90.0), (1, "straight", 90.0)], prescribed=90))
    assert said.startswith("180 drops are logged on 2 days of the course, 2 % of the 7,560")
    assert "prescribes no dose" in dose_sentence(of([(0, "straight", 90.0)]))
    assert "not in the log" in dose_sentence(of([(0, "straight", np.nan)]))
