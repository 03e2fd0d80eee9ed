"""Each page through ``AppTest``: what it says with and without a log."""

import json
from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened import first_visit, open_all, show, texts

PAGES = ("log", "recovery", "cohorts", "evidence")


@pytest.fixture
def app() -> AppTest:
    """Return the app as a first visitor meets it."""
    return first_visit()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_what_to_do_without_a_log(app, name):
    show(app, name)
    assert app.title[0].value == name.capitalize()
    if name in ("recovery", "cohorts"):
        assert "No log is open yet" in texts(app)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("example", ["one", "trial", "aliased"])
def test_every_page_runs_with_every_example(app, name, example):
    show(app, "log").button(key=f"example-{example}").click().run()
    assert not app.exception
    show(app, name)
    assert "Simulated" in texts(app)


def test_one_person_opens_on_recovery_with_sentence_numbers_and_chart(app):
    show(app, "log").button(key="example-one").click().run()
    assert app.title[0].value == "Recovery"
    assert "of 100 over the last 7 days" in texts(app)
    assert len(app.metric) == 3
    assert len(app.get("vega_lite_chart")) == 1


def test_what_is_read_survives_a_change_of_page_and_goes_when_told(app):
    show(app, "log").button(key="example-one").click().run()
    show(app, "evidence")
    show(app, "recovery")
    assert len(app.metric) == 3
    next(b for b in app.sidebar.button if b.label == "Forget my data").click().run()
    assert "No log is open yet" in texts(app)


def test_a_sheet_that_leaves_the_scale_open_asks_before_it_uses_the_pain(app):
    sheet = "date,reps,pain\n2026-03-01,45,3\n2026-03-02,45,4\n2026-03-03,45,2\n"
    show(app, "log")
    app.file_uploader[0].upload("log.csv", sheet.encode(), "text/csv").run()
    assert any("scale" in radio.key for radio in app.radio)
    next(radio for radio in app.radio if "scale" in radio.key).set_value("10")
    next(b for b in app.button if b.label == "Use these answers").click().run()
    assert not app.exception
    assert not app.radio
    show(app, "recovery")
    assert len(app.get("vega_lite_chart")) == 1


def test_a_refused_file_says_one_sentence_and_keeps_what_is_open(app):
    show(app, "log")
    app.file_uploader[0].upload("good.csv", b"date,sets,reps\n2026-03-01,3,15\n", "text/csv").run()
    show(app, "log")
    app.file_uploader[0].upload("bad.csv", b"%PDF-1.4 not a log", "text/csv").run()
    assert "bad.csv" in app.error[0].value
    assert "good.csv" in texts(app)


def test_three_years_of_two_real_diaries_are_one_persons_recovery(app, real):
    show(app, "log")
    for name in ("pain.csv", "sport.csv"):
        data = real(f"hand_kept/{name}").read_bytes()
        app.file_uploader[0].upload(name, data, "text/csv").run()
    for radio in app.radio:
        radio.set_value("10" if "scale" in radio.key else "knee_pain")
    next(b for b in app.button if b.label == "Use these answers").click().run()
    show(app, "recovery")
    assert not app.selectbox
    assert "to 2024-06-24" in texts(app)
    assert len(app.get("vega_lite_chart")) == 1
    app.session_state["open-Did my change help?"] = True
    show(app, "recovery")
    marks = app.selectbox(key="mark")
    assert "a note" not in marks.value  # remarks are offered and are no changes
    assert "The log shows 1 change" in texts(app)
    assert any("a note: " in told for told in marks.options)


def test_a_second_file_joins_the_first_and_can_be_closed_again(app):
    show(app, "log")
    drops, pain = b"date,sets,reps\n2026-03-01,3,15\n", b"date,pain (0-100)\n2026-03-01,40\n"
    app.file_uploader[0].upload("drops.csv", drops, "text/csv").run()
    show(app, "log")
    app.file_uploader[0].upload("pain.csv", pain, "text/csv").run()
    show(app, "log")
    assert "drops.csv, pain.csv" in texts(app)
    next(b for b in app.button if b.label == "Close this file").click().run()
    assert "drops.csv" not in texts(app)
    assert "pain.csv" in texts(app)


def test_choices_stay_when_one_goes_to_another_page_and_back(app):
    show(app, "log").button(key="example-trial").click().run()
    show(app, "cohorts").number_input(key="week").set_value(8).run()
    show(app, "evidence")
    show(app, "cohorts")
    assert app.number_input(key="week").value == 8
    assert "At week 8" in texts(app)


ODD_LOGS = {
    "people.csv": b"person,protocol,age\na,Jonsson,40\nb,Alfredson,50\n",
    "sport.csv": b"date,sport,minutes\n2026-03-01,Run,30\n2026-03-02,None,0\n",
    "both.csv": b"date,side,sets,reps\n2026-03-01,both,3,15\n",
    "drops.csv": b"date,sets,reps\n2026-03-01,3,15\n2026-03-02,0,0\n",
    "one_day.csv": b"date,pain (0-10)\n2026-03-01,3\n",
    "two_sides.csv": b"date,side,reps,pain (0-10)\n2026-03-01,left,45,3\n2026-03-01,right,45,2\n",
    "visits.csv": b"person,week,vas (0-100),arm\na,0,50,x\na,12,20,x\nb,0,60,y\nb,12,50,y\n",
    "no_pain.csv": b"person,date,reps,arm\na,2026-03-01,45,x\nb,2026-03-01,45,y\n",
    "undated.csv": b"day,reps,pain (0-100)\n0,90,50\n1,90,40\n2,90,30\n",
}


@pytest.mark.parametrize("name", ODD_LOGS)
def test_a_log_that_holds_little_still_gets_every_page(app, name):
    show(app, "log")
    app.file_uploader[0].upload(name, ODD_LOGS[name], "text/csv").run()
    assert not app.exception
    for page in PAGES:
        show(app, page)
        assert app.title[0].value == page.capitalize()


QUESTIONS = (
    "Is it getting better?",
    "Am I doing the dose?",
    "Does a heavy day cost the next morning?",
    "Did my change help?",
    "What does the programme say about days like these?",
)


def test_every_folded_section_of_recovery_opens(app):
    show(app, "log").button(key="example-trial").click().run()
    show(app, "recovery")
    open_all(app)
    assert {box.label for box in app.expander} >= {*QUESTIONS}
    assert len(app.get("vega_lite_chart")) == 10
    assert "Both lines follow the calendar" in texts(app)
    assert "95 % interval" in texts(app)
    assert "of the course" in texts(app)
    assert texts(app).count("is for a doctor today") == 2


def test_every_year_of_a_long_course_has_its_calendar(app):
    long = sheet("date,reps", lambda d: "0" if d == 3 else "45", 800, date(2023, 1, 2))
    show(app, "log")
    app.file_uploader[0].upload("long.csv", long, "text/csv").run()
    for section in ("Am I doing the dose?", "The course as a calendar"):
        app.session_state[f"open-{section}"] = True
    show(app, "recovery")
    years = app.selectbox(key="weeks-The course as a calendar")
    assert years.options == ["weeks 1 to 52", "weeks 53 to 104", "weeks 105 to 115"]
    assert '"logged, 0 drops"' not in legend_of(app)
    years.select_index(0).run()
    assert '"logged, 0 drops"' in legend_of(app)


def test_the_line_is_drawn_through_all_days_of_a_long_log_where_asked(app):
    long = sheet(PAIN, lambda d: f"{40 + d * 7 % 11}")
    show(app, "log")
    app.file_uploader[0].upload("long.csv", long, "text/csv").run()
    app.session_state["open-Is it getting better?"] = True
    show(app, "recovery")
    assert "over 84 days" in texts(app) and "usual difference from day to day" in texts(app)
    app.segmented_control(key="span").set_value("all of the log").run()
    assert "over 120 days" in texts(app)
    assert "Drops this week" not in texts(app)  # of a log of pain alone nothing is said of drops


def legend_of(app: AppTest) -> str:
    spec = json.loads(app.get("vega_lite_chart")[-1].proto.spec)
    return json.dumps(spec["layer"][0]["encoding"]["shape"]["legend"])


def test_a_sore_day_opens_with_the_two_days_before_it(app):
    show(app, "log").button(key="example-one").click().run()
    app.session_state["open-Does a heavy day cost the next morning?"] = True
    show(app, "recovery")
    sorest = app.selectbox(key="sore-day")
    second = sorest.options[1]
    sorest.select_index(1).run()
    assert not app.exception
    told = app.table[0].value
    assert told.shape[1] == 4 and told.iloc[0, 3] == second.split(":")[0]
    assert told.iloc[1, 0] == "what the day was"
    assert "cannot say what brought it about" in texts(app)


def sheet(rows: str, line, days: int = 120, first: date = date(2026, 1, 5)) -> bytes:
    """Return a sheet of some days, a line of it by its day; days without a line are absent."""
    lines = ((first + timedelta(days=day), line(day)) for day in range(days))
    return "\n".join([rows, *(f"{on},{told}" for on, told in lines if told)]).encode()


PAIN = "date,VAS (0-100)"
BOTH = "date,protocol,reps,VAS (0-100)"
SPECIAL = {
    "pain alone": (sheet(PAIN, lambda d: f"{40 + d * 7 % 11}"), "Is it getting better?", 3),
    "sessions alone": (sheet("date,reps", lambda d: "45"), "Am I doing the dose?", 2),
    "a switch of protocol": (
        sheet(BOTH, lambda d: f"{'Jonsson' if d < 60 else 'Alfredson'},90,{50 + d * 7 % 11}"),
        "Alfredson step 180",
        6,
    ),
    "stopped and relapsed": (
        sheet(BOTH, lambda d: f",{'45' if d < 50 else ''},{(20, 60)[d > 90] + d * 7 % 11}"),
        "no more sessions logged",
        6,
    ),
}


@pytest.mark.parametrize("name", SPECIAL)
def test_a_log_out_of_the_ordinary_has_every_answer_it_can_give(app, name):
    data, expected, charts = SPECIAL[name]
    show(app, "log")
    app.file_uploader[0].upload("special.csv", data, "text/csv").run()
    show(app, "recovery")
    open_all(app)
    options = [told for box in app.selectbox for told in box.options]
    assert expected in "\n".join([texts(app), *(box.label for box in app.expander), *options])
    assert len(app.get("vega_lite_chart")) >= charts


TWO_TENDONS = "date,side,reps,VAS (0-100),VISA-A\n" + "".join(
    f"2026-{month:02}-{day:02},{side},45,{pain},{40 + day if day % 14 == 0 else ''}\n"
    for month in (3, 4)
    for day in range(1, 29)
    for side, pain in (("left", 60 - day), ("right", 30 - day))
)


def test_two_tendons_stand_side_by_side_and_scores_on_their_own_scale(app):
    show(app, "log")
    app.file_uploader[0].upload("both.csv", TWO_TENDONS.encode(), "text/csv").run()
    for section in ("The tendons of this person side by side", "VISA-A and global rating"):
        app.session_state[f"open-{section}"] = True
    show(app, "recovery")
    assert len(app.get("vega_lite_chart")) == 3
    assert "VISA-A was 54 on 2026-03-14 and 68 on 2026-04-28 (4 scores)." in texts(app)
    assert "No difference between them is tested" in texts(app)
    assert texts(app).count("drops are logged on 56 days") == 2
    assert "**left.**" in texts(app) and "**right.**" in texts(app)


def test_a_day_of_ones_own_is_marked_beside_those_found(app):
    show(app, "log").button(key="example-one").click().run()
    app.session_state["open-Did my change help?"] = True
    show(app, "recovery")
    found = app.selectbox(key="mark")
    assert found.options[-1] == "A day of your own" and any(
        "added weight" in told for told in found.options
    )
    found.set_value("A day of your own").run()
    app.text_input(key="mark-what").set_value("new shoes").run()
    assert not app.exception
    assert "(new shoes)" in texts(app) and "chosen after the data were seen" in texts(app)


def test_day_0_is_changed_for_one_person_and_taken_back(app):
    show(app, "log").button(key="example-trial").click().run()
    app.session_state["open-start"] = True
    show(app, "recovery")
    first = app.date_input[0].value
    app.date_input[0].set_value(first + timedelta(days=7)).run()
    assert not app.exception
    opened = app.session_state["open_log"]
    assert opened.start == {"S001": first + timedelta(days=7)}
    assert f"Day 0 is {first + timedelta(days=7)}" in [box.label for box in app.expander][1]
    next(b for b in app.button if b.label == "Take it from the log again").click().run()
    assert app.session_state["open_log"].start == {}
    assert app.date_input[0].value == first
