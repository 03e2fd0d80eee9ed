"""One tendon's pain beside the load done so far: a picture, never a test."""

import pandas as pd

from analysis.days import Days

LOAD_CAUTION = "Both lines follow the calendar. This chart cannot tell load from time."
COLUMNS = {"drops": "cumulative_drops", "kg": "cumulative_kg"}


def cumulative(days: Days, tendon: int, context: str, load: str = "drops") -> pd.DataFrame:
    """Return one tendon's days with a pain reading, and the load logged up to each.

    Load only rises and pain mostly changes with time, so the two go together in
    anybody whose pain changes: no correlation and no p value is worked out.

    Parameters
    ----------
    context : str
        A key of ``days.pain``.
    load : {'drops', 'kg'}
        Drops, or drops x (body mass + added mass) in kg.

    Returns
    -------
    pandas.DataFrame
        ``day``, ``week``, ``date`` (NaT where undated), ``load`` and ``pain`` (VAS 0-100).

    Raises
    ------
    ValueError
        Where the load or the pain is not in the log.
    """
    frame = days.frame(tendon)
    if not frame["drops"].notna().any():
        raise ValueError("No drops are logged, so there is no load to show.")
    if context not in days.pain:
        raise ValueError(f"The log has no pain of the context {context!r}.")
    done = frame[COLUMNS[load]]
    if load == "kg" and (frame["volume_load_kg"].notna().sum() == 0 or done.isna().all()):
        raise ValueError("Kilograms need the body mass and the added mass: add them to the log.")
    told = frame[["day", "week", "date"]].assign(load=done, pain=frame[f"pain_{context}"])
    return told.dropna(subset=["load", "pain"]).reset_index(drop=True)
