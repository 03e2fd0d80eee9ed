"""The simulated example logs: ``python -m analysis.examples DIR`` writes them again.

They are written the way people keep logs: a sheet with a row a day, and for a
study a second file with a row a person.
"""

import sys
from pathlib import Path

import pandas as pd

from analysis.simulate import Arm, Assumptions, Simulated, simulate

SAYS = "# Simulated: nobody's log. The numbers are invented to show the pages.\n"

ONE_PERSON = Assumptions(
    arms=(Arm("jonsson", "insertional", 1, slope=-0.8),),
    first_day="2026-08-24",
    leave=0.0,
    start_sd=4.0,
)
TRIAL = Assumptions(
    arms=(
        Arm("jonsson", "insertional", 15, slope=-0.8),
        Arm("doubled_flat", "insertional", 15, slope=-0.9),
        Arm("step_90", "insertional", 15, slope=0.6),
        Arm("step_180_straight", "insertional", 15, slope=0.5),
    )
)
ALIASED = Assumptions(
    arms=(
        Arm("jonsson", "insertional", 20, slope=0.2),
        Arm("alfredson", "midportion", 20, slope=-1.0),
    )
)
"""Flat always comes with 90, straight and the insertion; step with 180 and the midportion."""

SHEET = {
    "person": "person",
    "date": "date",
    "surface": "surface",
    "knee": "knee",
    "sets": "sets",
    "reps": "reps",
    "added_kg": "added weight (kg)",
    "during": "pain during (0-100)",
    "next_morning": "pain next morning (0-100)",
    "minutes": "minutes of sport",
    "rest_day": "rest day",
}
PEOPLE = {
    "person": "person",
    "side": "side",
    "site": "site",
    "protocol": "protocol",
    "drops_per_day": "drops per day",
    "start": "start",
    "body_mass": "body mass (kg)",
    "age": "age",
    "returned": "returned to activity",
    "left_on": "left on",
    "left_reason": "left reason",
}
TEMPLATE = """\
# One row a day or a session; leave blank what you did not note. Write 0 only where it was 0.
# sets x reps: reps are in one set. Pain next morning: of the morning after this date.
date,sets,reps,added weight (kg),surface,knee,pain during (0-100),pain next morning (0-100),\
minutes of sport,rest day,note
"""


def sheet(simulated: Simulated) -> pd.DataFrame:
    """Return the diary the way a sheet has it: one row a day and knee, blanks left blank."""
    rows = simulated.diary
    rest = rows["what"] == "rest"
    named = rows.assign(
        date=rows["date"].dt.strftime("%Y-%m-%d"),
        rest_day=rest.map({True: "yes", False: ""}),
        reps=rows["reps"].mask(rest),
        surface=rows["surface"].mask(rest),
        knee=rows["knee"].mask(rest),
    )
    return _whole(named[list(SHEET)].rename(columns=SHEET))


def people(simulated: Simulated) -> pd.DataFrame:
    """Return the people the way a study's list has them: one row a person."""
    told = simulated.people
    dates = {name: told[name].dt.strftime("%Y-%m-%d") for name in ("start", "left_on")}
    return _whole(told.assign(**dates)[list(PEOPLE)].rename(columns=PEOPLE))


def own_sheet(simulated: Simulated) -> pd.DataFrame:
    """Return one person's sheet: no names, pain as 0 to 10, the protocol in a column."""
    rows = sheet(simulated).drop(columns="person")
    for name in ("pain during (0-100)", "pain next morning (0-100)"):
        short = name.replace("0-100", "0-10")
        rows = rows.assign(**{name: (rows[name].astype("Float64") / 10).round(1)})
        rows = rows.rename(columns={name: short})
    told = simulated.people.iloc[0]
    return rows.assign(side=told["side"], protocol=told["protocol"])


def _whole(frame: pd.DataFrame) -> pd.DataFrame:
    """Write whole numbers without a decimal point, and leave what is missing blank."""
    numbers = frame.select_dtypes("number").columns
    return frame.assign(**{name: frame[name].astype("Int64") for name in numbers})


def examples() -> dict[str, str]:
    """Return every example file's text by its name; the same at every call."""
    one, trial, aliased = simulate(ONE_PERSON, 7), simulate(TRIAL, 2026), simulate(ALIASED, 1998)
    tables = {
        "one_person.csv": own_sheet(one),
        "trial_2x2_sheet.csv": sheet(trial),
        "trial_2x2_people.csv": people(trial),
        "aliased_sheet.csv": sheet(aliased),
        "aliased_people.csv": people(aliased),
    }
    texts = {name: SAYS + table.to_csv(index=False) for name, table in tables.items()}
    return {**texts, "template.csv": TEMPLATE}


def write(folder: Path) -> None:
    """Write the examples into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in examples().items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
