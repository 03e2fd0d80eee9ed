"""The example files are those the generator writes, and open without a question."""

import pytest

from analysis.days import reduce_log
from analysis.examples import examples
from analysis.groups.comparison import compare
from analysis.outcomes import Options, outcomes
from analysis.reading import Source, read
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
