"""Whatever stands in a file, reading it ends in a receipt; and all tables read back equal."""

import csv
import io
from datetime import date

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.export import csv_of
from analysis.model import Log
from analysis.reading import Answers, Source, read
from analysis.reading.columns import FIELDS

TODAY = date(2026, 3, 31)
NAMES = st.sampled_from(
    [*FIELDS, "started", "vas", "pain (0-10)", "knee_pain", "added weight (lb)", "arm", "", "a{b}"]
)
CELLS = st.sampled_from(
    [
        "",
        "1",
        "15",
        "60",
        "1000",
        "-1",
        "7,5",
        "1,234",
        "2026-03-01",
        "3/4/2025",
        "25/3/2025",
        "left",
        "both",
        "flat",
        "morning",
        "yes",
        "rest",
        "n/a",
        "10 kg",
        "12 lb",
        "Anna",
        "'=1",
        "=1",
        "07:30",
        "heel drop",
        "2030-01-01",
        "{}",
        "insertional",
    ]
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "scale": st.sampled_from(["1", "10", "100"]),
        "unit": st.sampled_from(["kg", "lb"]),
        "date_order": st.sampled_from(["day", "month"]),
        "decimal": st.sampled_from([".", ","]),
        "both_reps": st.sampled_from(["each", "together"]),
        "pain": st.sampled_from(["knee_pain", "arm"]),
        "column:1": st.sampled_from(["", "pain", "reps"]),
    },
)


@st.composite
def files(draw):
    header = [*draw(st.lists(NAMES, min_size=1, max_size=6)), "date", "reps"]
    days = st.sampled_from(["2026-03-01", "2026-03-02 07:30"])
    row = st.tuples(*[CELLS] * (len(header) - 2), days, st.sampled_from(["15", "0", "x"]))
    out = io.StringIO()
    csv.writer(out).writerows([header, *draw(st.lists(row, min_size=1, max_size=5))])
    return Source("log.csv", out.getvalue().encode())


@settings(max_examples=60, deadline=None)
@given(st.lists(files(), min_size=1, max_size=2), ANSWERS)
def test_every_file_ends_in_a_receipt(sources, answers):
    found = read(sources, Answers({"*": answers}), today=TODAY)
    assert len(found.receipts) == len(sources)
    for told in found.receipts:
        assert told.rows_used <= told.rows_read
        assert bool(told.refused) or told.rows_read > 0
        keys = [question.key for question in told.questions]
        assert len(keys) == len(set(keys)) and not set(keys) & set(told.answered)
        assert all(2 <= row.line <= 6 for row in told.set_aside)


def test_all_seven_tables_read_back_equal():
    day = pd.Timestamp("2026-03-01")
    log = Log().with_tables(
        tendons=pd.DataFrame(
            {
                "person": ["a", "b"],
                "side": ["left", None],
                "site": ["insertional", None],
                "start": [day, pd.NaT],
                "left_reason": [None, "moved away"],
                "age": [40.0, 51.5],
                "arm": ["x", "y"],
            }
        ),
        prescriptions=pd.DataFrame(
            {
                "person": ["a", "a"],
                "side": "left",
                "from": [pd.NaT, day],
                "protocol": ["flat 90", "flat 180"],
                "surface": "flat",
                "knee": "straight",
                "drops_per_day": [90.0, 180.0],
            }
        ),
        sessions=pd.DataFrame(
            {
                "person": ["a", "b"],
                "started": [day, pd.NaT],
                "day": [None, 3.0],
                "side": ["left", None],
                "exercise": "heel drop",
                "lowering_only": "yes",
                "reps": [None, 60.0],
                "sets": [3.0, 1.0],
                "added_kg": [1.234, None],
                "stopped": ["early, it hurt", None],
            }
        ),
        pain=pd.DataFrame(
            {
                "person": ["a", "b"],
                "felt_at": [day, pd.NaT],
                "week": [None, 12.0],
                "side": ["left", None],
                "context": ["morning", "unspecified"],
                "vas": [5.0, 0.5],
            }
        ),
        measures=pd.DataFrame(
            {"person": "a", "on": [day], "measure": "body_mass_kg", "value": [1.0]}
        ),
        activities=pd.DataFrame(
            {"person": "a", "started": [day], "sport": "None", "minutes": [0.0]}
        ),
        events=pd.DataFrame(
            {"person": "a", "on": [day], "what": "injection", "note": '-then "rest"'}
        ),
    )
    sources = [Source(name, csv_of(frame).encode()) for name, frame in log.tables().items()]
    found = read(sources, today=TODAY)
    assert [(told.refused, told.set_aside, told.questions) for told in found.receipts] == [
        ("", (), ())
    ] * 7
    assert [told.kind for told in found.receipts] == [f"{name} table" for name in log.tables()]
    for name, frame in log.tables().items():
        pd.testing.assert_frame_equal(found.log.tables()[name], frame)
