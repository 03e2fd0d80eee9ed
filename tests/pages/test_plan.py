"""The Plan page through ``AppTest``: typed or from the open log, by formula and simulated."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from streamlit.testing.v1 import AppTest

from analysis.__main__ import cli

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"
SIMULATING = "open-simulate"


@pytest.fixture
def page() -> AppTest:
    """Return the Plan page as a first visitor meets it, with no log open."""
    return opened(AppTest.from_file(str(FRAME), default_timeout=60).run())


def opened(app: AppTest) -> AppTest:
    app.switch_page("plan.py").run()
    assert not app.exception, app.exception
    return app


def with_example(app: AppTest, name: str) -> AppTest:
    app.switch_page("log.py").run().button(key=f"example-{name}").click().run()
    return opened(app)


def texts(app: AppTest) -> str:
    kinds = ("title", "header", "markdown", "caption", "info", "warning", "error", "metric")
    return "\n".join(str(e.value) for kind in kinds for e in getattr(app, kind))


def asked(*words: str | Path) -> dict:
    done = CliRunner().invoke(cli, ["plan", *map(str, words), "--json"])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def numbers(app: AppTest) -> list[str]:
    return [metric.value for metric in app.metric]


def of_command(told: dict) -> list[str]:
    needed, least, seen = (one["estimate"] for one in told["estimates"][:3])
    return [f"{needed:.0f}", f"{least:.1f}", f"{seen:.1f}"]


def test_the_first_screen_is_a_sentence_a_picture_and_three_numbers(page):
    assert page.title[0].value == "Plan"
    assert page.header[0].value == (
        "With 14 people in each group, 20 % of them lost, differences of 22 points and more "
        "would be found in 8 of 10 such studies."
    )
    assert numbers(page) == ["28", "21.8", "48.7"]
    assert len(page.get("vega_lite_chart")) == 1


def test_typed_numbers_are_those_of_the_command_line(page):
    told = asked("--difference", 15, "--sd", 20, "--correlation", 0.5, "--dropout", 0.2)
    assert numbers(page) == of_command(told)
    page.number_input(key="plan_sd").set_value(25.0)
    page.selectbox(key="plan_design").set_value("2×2, one of the two factors")
    page.number_input(key="plan_people").set_value(40).run()
    words = "--difference 15 --sd 25 --baseline-sd 20 --correlation .5 --dropout .2 --people 40"
    told = asked(*words.split(), "--design", "one-factor")
    assert numbers(page) == of_command(told)
    assert page.header[0].value == told["sentence"]


def test_a_margin_is_planned_for_instead_of_a_difference(page):
    page.selectbox(key="plan_look").set_value("less than a margin").run()
    assert "it could be shown in 8 of 10" in page.header[0].value
    told = asked("--margin", 15, "--sd", 20, "--correlation", 0.5, "--dropout", 0.2)
    assert numbers(page) == of_command(told)


def test_the_open_log_tells_how_much_people_differ_and_from_how_many(page, examples):
    with_example(page, "trial")
    page.selectbox(key="plan_by").set_value("drops_per_day").run()
    files = [examples / "trial_2x2_sheet.csv", examples / "trial_2x2_people.csv"]
    words = ["--by", "drops_per_day", "--difference", 15, "--dropout", 0.2]
    told = asked(*files, *words, "--context", page.selectbox(key="plan_context").value)
    assert numbers(page) == of_command(told)
    assert page.header[0].value == told["sentence"]
    assert told["sentence"].startswith("With 30 people in each group")
    assert "54 people; within groups, chi-square" in texts(page)
    assert told["settings"]["chosen"]["scatter_from"].startswith("the log of 54 people")
    assert len(told["settings"]["files"]) == 2


def test_a_log_of_one_person_cannot_say_and_the_numbers_are_typed(page):
    with_example(page, "one")
    assert "The log cannot say." in texts(page)
    assert page.number_input(key="plan_sd").value == 20.0
    assert numbers(page) == ["28", "21.8", "48.7"]


def test_numbers_typed_stand_beside_an_open_log_where_chosen(page):
    with_example(page, "trial")
    page.segmented_control(key="plan_source").set_value("typed")
    page.number_input(key="plan_people").set_value(14).run()
    assert numbers(page) == ["28", "21.8", "48.7"]


def test_numbers_that_do_not_go_together_are_one_sentence(page):
    page.number_input(key="plan_power").set_value(50)
    page.number_input(key="plan_level").set_value(20.0).run()
    assert not page.error
    page.number_input(key="plan_people").set_value(2).run()
    assert "no difference could be found" in page.header[0].value
    assert not page.exception


def test_simulated_studies_run_to_their_end_and_are_those_of_the_command_line(page):
    page.session_state[SIMULATING] = True
    page.run()
    page.number_input(key="plan_simulated").set_value(12)
    page.number_input(key="plan_studies").set_value(20).run()
    page.button(key="simulate").click().run()
    assert not page.exception
    assert "of 20 simulated studies" in texts(page)
    assert not [button for button in page.button if button.key in ("simulate", "stop")]
    words = "--difference 15 --sd 20 --correlation .5 --dropout .2 --simulate 20"
    told = asked(*words.split(), "--simulate-people", 12)["estimates"][3]
    assert f"**Power**: {told['estimate']:.1f} %" in texts(page)
    chart = page.get("vega_lite_chart")[0].proto.spec
    assert "simulated" in chart


def test_what_was_simulated_is_kept_until_something_else_is_asked(page):
    page.session_state[SIMULATING] = True
    page.run()
    page.number_input(key="plan_studies").set_value(20).run()
    page.button(key="simulate").click().run()
    page.number_input(key="plan_seed").set_value(2).run()
    assert "simulated studies, Wilson" not in texts(page)
    page.number_input(key="plan_seed").set_value(1).run()
    assert "of 20 simulated studies, Wilson" in texts(page)


def test_choices_stay_when_one_goes_to_another_page_and_back(page):
    page.number_input(key="plan_difference").set_value(25.0).run()
    before = numbers(page)
    page.switch_page("evidence.py").run()
    opened(page)
    assert page.number_input(key="plan_difference").value == 25.0
    assert numbers(page) == before


SHARE = ["--outcome", "share", "--dropout", 0.2]


def for_share(app: AppTest) -> AppTest:
    app.selectbox(key="plan_outcome").set_value("share").run()
    assert not app.exception, app.exception
    return app


def test_a_share_is_planned_for_and_the_numbers_are_those_of_the_command_line(page):
    for_share(page)
    page.number_input(key="plan_share").set_value(50.0)
    page.number_input(key="plan_share_difference").set_value(25.0)
    page.number_input(key="plan_people").set_value(50).run()
    told = asked(*SHARE, "--share-of", 0.5, "--difference", 25, "--people", 50)
    assert numbers(page) == of_command(told)
    assert page.header[0].value == told["sentence"]
    assert "percentage points and more" in told["sentence"]
    assert "no margin" in texts(page)
    assert "interaction" not in page.selectbox(key="plan_share_design").options


def test_one_factor_of_a_2x2_is_planned_for_with_a_share(page):
    for_share(page).selectbox(key="plan_share_design").set_value(
        "2×2, one of the two factors"
    ).run()
    told = asked(*SHARE, "--share-of", 0.6, "--difference", 20, "--design", "one-factor")
    assert numbers(page) == of_command(told)


def test_fewer_than_five_of_an_answer_are_said_and_what_not_even_all_would_show(page):
    for_share(page).number_input(key="plan_share_difference").set_value(30.0).run()
    assert "not even 100 % against 60 %" in page.header[0].value
    assert "The formula is rough here" in texts(page)
    assert "Smallest difference: no number (Not even 100 % against 60 %" in texts(page)


def test_a_share_above_all_is_one_sentence(page):
    for_share(page).number_input(key="plan_share_difference").set_value(45.0).run()
    assert [error.value for error in page.error] == [
        "60 % and 45 percentage points come to 105 %; choose a smaller difference, or one to the "
        "other side of 0."
    ]


def test_the_open_log_tells_the_share_of_a_group_and_from_how_many(page, examples):
    with_example(page, "trial")
    for_share(page).selectbox(key="plan_by").set_value("drops_per_day").run()
    page.selectbox(key="plan_group").set_value("180").run()
    files = [examples / "trial_2x2_sheet.csv", examples / "trial_2x2_people.csv"]
    words = [*SHARE, "--by", "drops_per_day", "--group", "180", "--difference", 20]
    told = asked(*files, *words)
    assert numbers(page) == of_command(told)
    assert page.header[0].value == told["sentence"]
    assert "Returned to activity in 180" in texts(page) and "Wilson" in texts(page)
    source = told["settings"]["chosen"]["share_from"]
    assert source.startswith("the log of 27 people, Returned to activity in volume 180")


def test_a_fall_of_pain_in_the_open_log_can_be_what_counts(page, examples):
    with_example(page, "trial")
    for_share(page).selectbox(key="plan_counts").set_value("Pain fell by 30 % of the start or more")
    page.selectbox(key="plan_by").set_value("everyone").run()
    assert "come to 110.7 %" in texts(page)
    page.number_input(key="plan_share_difference").set_value(-20.0).run()
    files = [examples / "trial_2x2_sheet.csv", examples / "trial_2x2_people.csv"]
    context = page.selectbox(key="plan_context").value
    words = ["--counts", "30%", "--difference", -20, "--context", context]
    told = asked(*files, *SHARE, *words)
    assert numbers(page) == of_command(told)
    assert "Pain fell by 30 % of the start or more in everyone" in texts(page)


def test_studies_of_a_share_are_simulated_as_on_the_command_line(page):
    page.session_state[SIMULATING] = True
    for_share(page)
    page.checkbox(key="plan_noes").check()
    page.number_input(key="plan_simulated").set_value(30)
    page.number_input(key="plan_studies").set_value(20).run()
    page.button(key="simulate").click().run()
    assert not page.exception
    words = "--share-of .6 --difference 20 --simulate 20 --simulate-people 30 --sorer-leave"
    told = asked(*SHARE, *words.split())
    assert f"**Power**: {told['estimates'][3]['estimate']:.1f} %" in texts(page)
    assert told["settings"]["chosen"]["noes_leave"] is True


def test_the_outcome_stays_when_one_goes_to_another_page_and_back(page):
    for_share(page)
    before = numbers(page)
    page.switch_page("evidence.py").run()
    opened(page)
    assert page.selectbox(key="plan_outcome").value == "share"
    assert numbers(page) == before
