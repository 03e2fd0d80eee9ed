"""Hand-made frames in the form that charts are given."""

from types import SimpleNamespace

import numpy as np
import pandas as pd

from analysis.estimate import Estimate


def tendon_days(days: int = 84, dated: bool = True) -> pd.DataFrame:
    """One tendon: pain falling by a rule, an unlogged day in ten, a zero, an unknown number."""
    day = np.arange(days)
    logged = day % 10 != 9
    drops = np.where(logged, np.where(day % 7 == 3, 45.0, 90.0), np.nan)
    drops = np.select([day == 4, day == 5], [0.0, np.nan], drops)
    date = pd.Timestamp("2026-08-24") + pd.to_timedelta(day, unit="D")
    pain = np.where(day % 6 == 5, np.nan, np.maximum(70.0 - day / 2, 5.0))
    pain[14:21] = np.nan
    part = np.where(drops >= 90, "full", "part")
    frame = pd.DataFrame(
        {
            "day": day,
            "week": day // 7 + 1,
            "date": pd.Series(date if dated else pd.NaT, index=day).astype("datetime64[us]"),
            "logged": logged,
            "status": np.where(logged, np.where(drops == 0, "zero", part), "unlogged"),
            "drops": drops,
            "prescribed": np.where(day < 84, 90.0, np.nan),
            "added_kg": np.where(logged & (day > 20), 5.0, np.nan),
            "minutes": np.where(day % 4 == 0, 30.0, np.nan),
            "pain_morning": pain,
            "pain_during": pain + 10,
        }
    )
    return frame.assign(status=frame["status"].mask(frame["day"] == 19, "rest"))


def drops_of(frame: pd.DataFrame, variants=("flat straight",)) -> pd.DataFrame:
    known = frame[frame["drops"].notna()]
    parts = [
        pd.DataFrame(
            {
                "day": known["day"],
                "week": known["week"],
                "variant": variant,
                "drops": known["drops"] / len(variants),
            }
        )
        for variant in variants
    ]
    return pd.concat(parts, ignore_index=True)


def weekly_of(frame: pd.DataFrame, context: str) -> pd.DataFrame:
    weeks = frame.groupby("week").agg(
        mean=(f"pain_{context}", "mean"),
        n_days=(f"pain_{context}", "count"),
        first_day=("day", "min"),
        last_day=("day", "max"),
    )
    weeks = weeks[weeks["n_days"] > 0].reset_index()
    return weeks.assign(counted=weeks["n_days"] >= 3)


def people_of(groups=("active", "sham"), n: int = 12) -> pd.DataFrame:
    rows = [
        {"person": f"{group} {i}", "group": group, "change": -30.0 + 20 * place + i}
        for place, group in enumerate(groups)
        for i in range(n)
    ]
    return pd.DataFrame([*rows, {"person": "left early", "group": groups[0], "change": np.nan}])


def difference(name: str = "active minus sham") -> Estimate:
    return Estimate(
        name, "ANCOVA", -23.4755, "points", {"active": 12, "sham": 12}, low=-31.88, high=-15.07
    )


def weeks_of_people(n: int = 5, weeks=range(1, 13)) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [
        {
            "person": f"{group} {i}",
            "group": group,
            "week": week,
            "mean": 70.0 - 3 * week + i % 10,
            "left": i == 0,
        }
        for group in ("flat", "step")
        for i in range(n)
        for week in weeks
        if not (i == 0 and week > 6)
    ]
    lines = pd.DataFrame(rows)
    ends = lines["left"] & (lines["week"] == lines.groupby("person")["week"].transform("max"))
    lines = lines.assign(at=lines["week"] + 0.25 * ends, last=ends)
    means = lines.groupby(["group", "week"])["mean"].agg(mean="mean", n="size").reset_index()
    return lines, means.assign(low=means["mean"] - 4, high=means["mean"] + 4)


def doers(n: int) -> pd.DataFrame:
    """People of two groups, the second of which does twice as many drops."""
    rows = [
        {"person": f"{group} {i}", "group": group, "drops": drops - i % 7, "pain": 20.0 + i % 40}
        for group, drops in (("90", 80.0), ("180", 160.0))
        for i in range(n)
    ]
    return pd.DataFrame(rows)


def loads(weeks: int) -> pd.DataFrame:
    """Pain by week and drops so far of two groups, without a week 3 of the second."""
    rows = [
        {"group": group, "week": week, "pain": 70.0 - week / 2, "drops": 7 * a_day * week, "n": 9}
        for group, a_day in (("90", 80.0), ("180", 160.0))
        for week in range(1, weeks + 1)
        if not (group == "180" and week == 3)
    ]
    return pd.DataFrame(rows)


def modelled(means: pd.DataFrame) -> pd.DataFrame:
    """Means that a model expects of all who began, a little above the bare ones."""
    moved = {name: means[name] + 3 for name in ("mean", "low", "high")}
    return means[["group", "week"]].assign(**moved)


def shares() -> list[Estimate]:
    return [
        Estimate("flat", "Wilson", 70.0, "%", {"flat": 80}, low=59.2, high=78.9),
        Estimate("step", "Wilson", 60.0, "%", {"step": 80}, low=49.0, high=70.0),
        Estimate("flat minus step", "N", 10.0, "%", {"flat": 80, "step": 80}, low=-4.7, high=24.2),
    ]


def published() -> tuple[pd.DataFrame, list[Estimate]]:
    columns = ["study", "year", "site", "arm", "unit", "measure", "subset"]
    rows = [
        ["One", 2008, "insertional", "flat", "patient", "VAS100", "satisfied only"],
        ["One", 2008, "insertional", "flat", "patient", "VAS100", "all (pooled)"],
        ["Two", 2003, "insertional", "step", "tendon", "VAS100", "satisfied only"],
        ["Three", 2007, "midportion", "step", "patient", "VISA-A", "all"],
    ]
    shares = [
        Estimate(
            "One 2008, insertional, flat",
            "18 of 27 patients, Wilson",
            66.7,
            "%",
            {"": 27},
            low=47.8,
            high=81.4,
        ),
        Estimate(
            "Two 2003, insertional, step",
            "10 of 31 tendons, Wilson",
            32.3,
            "%",
            {"": 31},
            low=18.6,
            high=49.9,
        ),
    ]
    return pd.DataFrame(rows, columns=columns), shares


def days_of(tendons: int = 2, n: int = 84) -> SimpleNamespace:
    day = np.tile(np.arange(n), tendons)
    return SimpleNamespace(
        tendons=pd.DataFrame({"person": [f"p{i}" for i in range(tendons)]}),
        day=day,
        sessions=(day % 2 == 0).astype(int),
        pain={"morning": SimpleNamespace(n=(day % 3 == 0).astype(int))},
    )


def units(spec: dict) -> list[dict]:
    """Every unit of a specification, whatever has a mark, each with its data."""
    parts = [*spec.get("layer", ()), *spec.get("vconcat", ())]
    data = {"data": spec["data"]} if "data" in spec else {}
    return [unit for part in parts for unit in units({**data, **part})] or [spec]


def rows_of(spec: dict, mark: str) -> list[dict]:
    """The data rows behind the marks of one kind, over the whole picture."""
    return [
        row
        for unit in units(spec)
        if unit["mark"]["type"] == mark
        for row in spec["datasets"][unit["data"]["name"]]
    ]


def beside_of(share: bool = False) -> pd.DataFrame:
    """Return a group of one's own, one without a number, and a study whose interval is wide."""
    groups = [("flat", "your people"), ("step", "your people"), ("One 2008, flat", "published")]
    rows = [(at, *group, when) for at, group in enumerate(groups) for when in ("start", "end")]
    told = pd.DataFrame(rows, columns=["row", "name", "whose", "when"])
    value = np.array([64.2, 30.0, np.nan, np.nan, 70.0, 5.0])
    told = told.assign(about="90 drops a day, 12 weeks", who="9 of 12 people", value=value)
    told = told.assign(low=value - 10, high=value + 10, people=9, method="t", note="", source="")
    return told[told["when"] == "end"].assign(when="") if share else told
