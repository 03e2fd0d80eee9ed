"""The Cohorts page: one picture and one sentence first, everything else on demand."""

import re

import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from analysis.__main__ import cli
from analysis.groups.dose.done_drops import BETWEEN_HEADING, REVERSE_HEADING, WITHIN_HEADING
from analysis.groups.methods.sections import RESAMPLED
from analysis.groups.parts import weeks
from analysis.groups.weeks.sections import GROUP_LINES, MODEL, SLOPES, STOPPED, TIPPING
from tests.pages.opened import first_visit, open_all, show, texts
from tests.test_house import CAUSAL

DONE = (WITHIN_HEADING, REVERSE_HEADING, BETWEEN_HEADING)
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


def test_where_groups_began_apart_both_differences_stand_on_the_first_screen(real):
    app = first_visit()
    show(app, "log")
    data = real("trial/neck_pain_by_week.csv").read_bytes()
    app.file_uploader[0].upload("trial.csv", data, "text/csv").run()
    next(radio for radio in app.radio if "scale" in radio.key).set_value("1")
    next(button for button in app.button if button.label == "Use these answers").click().run()
    show(app, "cohorts")
    assert [metric.value for metric in app.metric][:2] == ["−23", "−29"]
    assert "answer different questions" in texts(app)


def test_people_drawn_anew_are_a_picture_with_its_numbers(trial):
    trial.session_state["open-Other ways to ask"] = True
    trial.session_state[f"open-further-{RESAMPLED}"] = True
    trial.run()
    assert len(trial.get("vega_lite_chart")) == 2
    assert "9,999 resamples, BCa, seed 2018090" in texts(trial)


def test_looks_at_other_comparisons_are_counted_and_the_same_one_is_not(trial):
    assert "comparisons of this log" not in texts(trial)
    trial.number_input(key="week").set_value(6).run()
    assert "looked at 2 comparisons of this log" in texts(trial)
    trial.number_input(key="week").set_value(12).run()
    assert "looked at 2 comparisons of this log" in texts(trial)


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


def uploaded(name: str, table: str) -> AppTest:
    app = first_visit()
    show(app, "log")
    app.file_uploader[0].upload(name, table.encode(), "text/csv").run()
    return show(app, "cohorts")


def with_results() -> str:
    """Return a log whose people have an arm, and columns made from the result."""
    return "person,date,VAS (0-100),satisfied,back to activity,arm\n" + "".join(
        f"{person},2026-{3 + week // 4:02}-{1 + 7 * (week % 4) + day:02},"
        f"{60 - week * (4 if person % 2 else 1) + person % 5},{'yes' if person % 2 else 'no'},"
        f"{'yes' if person % 2 else 'no'},{'ab'[person % 3 % 2]}\n"
        for person in range(24)
        for week in range(12)
        for day in range(4)
    )


@pytest.mark.parametrize("by", ["satisfied", "returned_to_activity"])
def test_groups_made_from_the_result_have_no_p_anywhere(by):
    app = uploaded("made.csv", with_results())
    offered = app.selectbox(key="by").options
    if by not in offered:
        assert by == "returned_to_activity"
        return
    app.selectbox(key="by").set_value(by).run()
    open_all(app)
    assert not A_P_VALUE.search(texts(app))
    said = texts(app)
    assert "made from the result" in said and "open “Beside published results” below" in said
    assert "The fall is 39 points and not 49." in said
    assert not app.exception


def test_drops_are_told_as_prescribed_first_then_as_done_and_load_has_no_p():
    app = opened("aliased")
    app.session_state["open-Does it go with the drops?"] = True
    app.run()
    assert not app.exception
    said = texts(app)
    headings = ["As prescribed", *DONE, "Load so far"]
    places = [said.index(f"**{heading}**") for heading in headings]
    assert places == sorted(places)
    assert "cannot be told from surface, knee and site here" in said
    assert A_P_VALUE.search(said[places[1] : places[2]])
    assert not A_P_VALUE.search(said[places[3] :])
    assert "Both lines follow the calendar. This chart cannot tell load from time." in said
    assert len(app.get("vega_lite_chart")) == 3


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


def test_every_number_of_the_page_is_that_of_the_command_line(trial, examples):
    files = [str(examples / f"trial_2x2_{name}.csv") for name in ("sheet", "people")]
    trial.selectbox(key="by").set_value("drops_per_day").run()
    said = texts(open_all(trial))
    done = CliRunner().invoke(cli, ["compare", *files, "--by", "drops_per_day"])
    blocks = re.split(r"\n(?=\S)", done.stdout)
    in_tables = ("Beside published results", f"{weeks.TITLE} · {TIPPING}")
    listed = [block for block in blocks if not block.startswith(in_tables)]
    lines = [line.strip() for block in listed for line in block.splitlines() if " people" in line]
    lines = [line for line in lines if re.search(r" people(, \d+ left out)?; .*\)$", line)]
    lines = [line for line in lines if ": – " not in line]  # the page says why there is no number
    assert len(lines) > 30
    assert [line for line in lines if not any(text in said for text in as_shown(line))] == []


def as_shown(line: str) -> list[str]:
    """Return a line of the command line as the page writes it: the name, colons and all, bold."""
    cuts = [found.start() for found in re.finditer(": ", line)]
    return [f"**{line[:at]}**{line[at:]}" for at in cuts]


def test_people_can_be_kept_to_one_value_and_the_page_says_how_many_are_not_in_it(trial):
    trial.selectbox(key="by").set_value("drops_per_day").run()
    trial.selectbox(key="only").set_value("surface: flat").run()
    assert "26** are in this number" in texts(trial)
    assert "A filter is on: 30 people are not in here." in texts(trial)


def test_choices_beside_a_section_hold_for_all_of_the_page_and_over_pages(trial):
    section = "How many people's pain fell by so much?"
    trial.session_state[f"open-{section}"] = True
    trial.run()
    trial.number_input(key="responder-size-points").set_value(35).run()
    assert "Pain fell by 35 points or more in" in texts(trial)
    show(trial, "evidence")
    trial.session_state[f"open-{section}"] = False
    show(trial, "cohorts")
    trial.session_state["open-Take it away: results, people, methods"] = True
    trial.run()
    trial.session_state[f"open-{section}"] = True
    trial.run()
    assert "Pain fell by 35 points or more in" in texts(trial)


@pytest.mark.parametrize("example", ["trial", "aliased"])
def test_own_people_stand_beside_published_results_and_the_rest_is_named(example):
    app = opened(example)
    app.session_state["open-Beside published results"] = True
    app.session_state["open-published-left-out"] = True
    app.run()
    assert not app.exception
    assert len(app.get("vega_lite_chart")) == 3
    said = texts(app)
    assert "nothing here is tested and no difference is given" in said
    assert "Fahlström 2003, insertional, step straight+bent, pain 68.3 to 13.3" in said
    assert "**of those satisfied alone; counts tendons, yours are people**" in said
    assert "open “Beside published results” below" not in said


@pytest.fixture
def fits(monkeypatch) -> list:
    """Return a list that grows by one with each fit of the mixed model."""
    done: list = []
    fit = weeks.mixed
    monkeypatch.setattr(weeks, "mixed", lambda *told: done.append(1) or fit(*told))
    return done


def opened_weeks(app: AppTest) -> AppTest:
    app.session_state["open-Week by week"] = True
    app.run()
    assert not app.exception, app.exception
    return app


def test_week_by_week_opens_with_the_model_and_fits_it_once(trial, fits):
    opened_weeks(trial)
    said = texts(trial)
    for title in (SLOPES, GROUP_LINES, STOPPED, MODEL, TIPPING):
        assert f"**{title}**" in said
    assert "6 of 60 people stopped before week 12" in said
    assert "the finding stays" in said and "Nobody knows the pain of those missing" in said
    assert "as the model expects" in said and "Mean of all who began, week 12" in said
    trial.session_state["open-How many people's pain fell by so much?"] = True
    trial.run()
    trial.number_input(key="responder-size-points").set_value(33).run()
    show(trial, "evidence")
    opened_weeks(show(trial, "cohorts"))
    assert "as the model expects" in texts(trial)
    assert len(fits) == 1


def test_another_week_and_another_log_have_a_model_of_their_own(trial, fits):
    opened_weeks(trial).number_input(key="week").set_value(10).run()
    assert "Mean of all who began, week 10" in texts(trial)
    show(trial, "log").button(key="example-aliased").click().run()
    opened_weeks(show(trial, "cohorts"))
    assert len(fits) == 3


def test_groups_made_from_the_result_have_no_p_by_the_model_either():
    app = uploaded("made.csv", with_results())
    app.selectbox(key="by").set_value("satisfied").run()
    said = texts(open_all(app))
    assert "Mean of all who began, week 12" in said
    assert not A_P_VALUE.search(said)
    assert "Bands are 95 %" not in said and "each group's mean without an interval" in said


def test_who_logs_too_seldom_for_a_week_gets_a_sentence_and_no_chart():
    table = "person,date,VAS (0-100),arm\n" + "".join(
        f"{person},2026-{3 + week // 4:02}-{1 + 7 * (week % 4) + day:02},{60 - week},"
        f"{'ab'[person % 2]}\n"
        for person in range(12)
        for week in range(12)
        for day in range(2)
    )
    app = opened_weeks(uploaded("seldom.csv", table))
    assert "so there is no line to draw" in texts(app)
