"""The example files are those the generator writes, and open without a question."""

import pandas as pd
import pytest

from analysis.days import reduce_log
from analysis.examples import ALIASED, TRIAL, examples
from analysis.groups.comparison import compare
from analysis.outcomes import Options, outcomes
from analysis.reading import Source, read
from analysis.simulate import Assumptions, as_log, simulate
from session import EXAMPLES

PEOPLE = {"one": 1, "trial": 60, "aliased": 40}


def opened(folder, key: str):
    return read([Source(name, (folder / name).read_bytes()) for name in EXAMPLES[key].files])


@pytest.mark.parametrize("name", sorted(examples()))
def test_each_file_is_what_the_generator_writes(examples, name):
    from analysis.examples import examples as made

    assert (examples / name).read_text(encoding="utf-8") == made()[name]


@pytest.mark.parametrize("key", EXAMPLES)
def test_each_opens_without_a_question_or_a_row_set_aside(examples, key):
    reading = opened(examples, key)
    assert len(reading.log.people) == PEOPLE[key]
    for receipt in reading.receipts:
        assert (receipt.questions, receipt.set_aside, receipt.refused) == ((), (), "")
        assert any("Simulated" in note for note in receipt.notes)


def test_the_trial_fills_all_four_cells(examples):
    table = outcomes(reduce_log(opened(examples, "trial").log), Options()).table
    cells = table.groupby(["surface", "drops_per_day"]).size()
    assert cells.tolist() == [15, 15, 15, 15]
    assert compare(outcomes(reduce_log(opened(examples, "trial").log)), "surface").refused == ()


def test_the_aliased_cohort_cannot_tell_volume_from_surface_knee_and_site(examples):
    found = compare(outcomes(reduce_log(opened(examples, "aliased").log)), "drops_per_day")
    assert {"surface", "knee", "site"} <= {item["what"] for item in found.refused}


def test_the_template_has_a_header_and_no_row(examples):
    (receipt,) = read([Source("t.csv", (examples / "template.csv").read_bytes())]).receipts
    assert "no row" in receipt.refused


@pytest.mark.parametrize(
    ("key", "told", "seed"), [("trial", TRIAL, 2026), ("aliased", ALIASED, 1998)]
)
def test_files_read_back_give_the_outcomes_of_the_log_they_were_written_from(
    examples, key: str, told: Assumptions, seed: int
):
    names = ["person", "baseline", "end", "change", "done_drops", "days_done", "sets_done", "left"]
    written = outcomes(reduce_log(as_log(simulate(told, seed)))).table[names]
    pd.testing.assert_frame_equal(
        outcomes(reduce_log(opened(examples, key).log)).table[names], written
    )


def test_a_sheet_is_light_enough_to_open_at_once(examples):
    assert max(path.stat().st_size for path in examples.iterdir()) < 450_000
