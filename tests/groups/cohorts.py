"""Small cohorts made for tests, in the shape that outcomes have."""

import numpy as np
import pandas as pd

from analysis.outcomes import Outcomes

EMPTY_TEXTS = ("site", "protocol", "variant", "knee", "surface", "returned_to_activity")


def outcomes_of(table: pd.DataFrame, week: int = 12) -> Outcomes:
    """Return outcomes of people given by what a test cares about; the rest is filled in."""
    n = len(table)
    filled = {
        "person": [f"p{i}" for i in range(n)],
        "side": pd.Series([None] * n, dtype="str"),
        **{name: pd.Series([None] * n, dtype="str") for name in EMPTY_TEXTS},
        "drops_per_day": np.nan,
        "left_out": "",
        "left": "no",
        **{name: table[name] for name in table},
    }
    frame = pd.DataFrame(filled)
    if "change" not in frame:
        frame = frame.assign(change=frame["end"] - frame["baseline"])
    return Outcomes(frame, "morning", "first week", week, ())


def two_arms(n: int, seed: int = 1, difference: float = 0.0) -> Outcomes:
    """Return two arms of n people whose end leans on their baseline."""
    rng = np.random.default_rng(seed)
    arm = np.repeat(["a", "b"], n)
    baseline = rng.normal(65, 12, 2 * n)
    end = 10 + 0.5 * baseline + difference * (arm == "a") + rng.normal(0, 10, 2 * n)
    return outcomes_of(pd.DataFrame({"arm": arm, "baseline": baseline, "end": end}))


def people_of(changes: dict[str, list[float]], baseline: float = 60.0) -> pd.DataFrame:
    """Return people by group, everyone from one baseline, with these changes."""
    rows = [(name, change) for name, group in changes.items() for change in group]
    told = pd.DataFrame(rows, columns=["group", "change"]).astype({"change": float})
    return told.assign(baseline=baseline, end=baseline + told["change"], left_out="")
