"""The Cohorts page: one picture and one sentence first, everything else on demand."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened import first_visit, open_all, show, texts
from tests.test_house import CAUSAL

A_P_VALUE = re.compile(r"\bp [=<] ?0")


@pytest.fixture
def trial() -> AppTest:
    """Return the simulated trial open on Cohorts."""
    return opened("trial")


def opened(example: str) -> AppTest:
    app = first_visit()
    show(app, "log").button(key=f"example-{example}").click().run()
    return show(app, "cohorts")


def test_the_first_screen_is_a_sentence_a_picture_and_a_row_of_numbers(trial):
    assert len(trial.header) == 1 and trial.header[0].value.startswith("At week 12")
    assert len(trial.get("vega_lite_chart")) == 1
    assert len(trial.metric) == 3
    assert not any(box.children for box in trial.expander)


def test_variant_and_volume_are_told_apart_where_all_four_cells_are_filled(trial):
    trial.session_state["open-Is it the variant or the volume?"] = True
    trial.run()
    said = texts(trial)
    assert "averaged over volume" in said and "averaged over surface" in said
    assert "Not attributed to" not in said


@pytest.mark.parametrize("by", ["surface", "drops_per_day", "protocol", "site"])
def test_flat_with_90_against_step_with_180_is_attributed_to_nothing(by):
    app = opened("aliased")
    app.selectbox(key="by").set_value(by).run()
    assert "Cannot be told apart" in texts(app)
    assert "belongs to no one factor" in texts(app)
    app.session_state["open-Is it the variant or the volume?"] = True
    app.run()
    said = texts(app)
    for factor in ("volume", "surface", "knee", "site"):
        assert f"Not attributed to {factor}." in said
    assert "flat at 180 a day (0 now) and step at 90 a day (0 now)" in said


@pytest.mark.parametrize("by", ["satisfied", "returned_to_activity"])
def test_groups_made_from_the_result_have_no_p_anywhere(trial, by):
    table = "person,date,VAS (0-100),satisfied,back to activity,arm\n" + "".join(
        f"{person},2026-{3 + week // 4:02}-{1 + 7 * (week % 4) + day:02},"
        f"{60 - week * (4 if person % 2 else 1) + person % 5},{'yes' if person % 2 else 'no'},"
        f"{'yes' if person % 2 else 'no'},{'ab'[person % 3 % 2]}\n"
        for person in range(24)
        for week in range(12)
        for day in range(4)
    )
    app = first_visit()
    show(app, "log")
    app.file_uploader[0].upload("made.csv", table.encode(), "text/csv").run()
    show(app, "cohorts")
    offered = app.selectbox(key="by").options
    if by not in offered:
        assert by == "returned_to_activity"
        return
    app.selectbox(key="by").set_value(by).run()
    open_all(app)
    assert not A_P_VALUE.search(texts(app))
    assert "made from the result" in texts(app)
    assert not app.exception


def test_no_sentence_of_the_page_has_a_causal_word(trial):
    assert CAUSAL.findall(texts(open_all(trial))) == []


def test_a_margin_set_beforehand_gives_an_answer_on_equivalence(trial):
    trial.session_state["open-Other ways to ask"] = True
    trial.session_state["open-further-Are the groups alike?"] = True
    trial.run()
    assert "No margin was set" in texts(trial)
    trial.number_input(key="margin").set_value(10.0).run()
    assert not trial.exception
    assert "90 % interval" in texts(trial) and "No margin was set" not in texts(trial)


@pytest.mark.parametrize("by", ["protocol", "variant", "surface", "drops_per_day", "site"])
def test_everything_opens_by_every_column(by):
    app = opened("trial")
    if by not in app.selectbox(key="by").options:
        app = opened("aliased")
    app.selectbox(key="by").set_value(by).run()
    open_all(app)
    assert len(app.get("vega_lite_chart")) > 1
