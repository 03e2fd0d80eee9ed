"""The command line: one JSON object, the same numbers, one line where nothing can be read."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import analysis.__main__ as command_line
from analysis.__main__ import cli
from analysis.reading import Answers, Source, read
from analysis.reading.answers_file import write_answers
from analysis.reading.one_file import layout_of

ESTIMATE_KEYS = {
    "name", "method", "estimate", "low", "high", "level", "unit", "p", "n", "left_out", "warnings",
}  # fmt: skip


def run(*words: str | Path, code: int = 0) -> dict:
    result = CliRunner().invoke(cli, [str(word) for word in words])
    assert result.exit_code == code, result.output
    return json.loads(result.stdout)


def test_read_counts_the_real_diary(real):
    path = real("hand_kept/pain.csv")
    told = run("read", path, "--pain", "knee_pain", "--scale", "10", "--json")
    assert told["pain_readings"] == 1196
    assert (told["first_day"], told["last_day"]) == ("2021-03-25", "2024-06-24")
    assert told["files"][0]["set_aside"] == []


def test_read_lists_what_the_diary_leaves_open(real):
    told = run("read", real("hand_kept/pain.csv"), "--json")
    assert {question["key"] for question in told["files"][0]["questions"]} == {"pain", "scale"}
    assert told["pain_readings"] == 0


def test_two_real_files_are_one_person_over_three_years(real):
    files = [real("hand_kept/pain.csv"), real("hand_kept/sport.csv")]
    told = run("read", *files, "--pain", "knee_pain", "--scale", "10", "--json")
    assert (told["people"], told["tendons"], told["activities"]) == (1, 1, 1442)
    shown = run("recovery", *files, "--pain", "knee_pain", "--scale", "10", "--json")
    assert shown["estimates"]


def test_compare_gives_the_trial_its_published_like_numbers(real):
    path = real("trial/neck_pain_by_week.csv")
    told = run("compare", path, "--scale", "1", "--by", "laser", "--week", "12", "--json")
    ancova, welch = told["estimates"][:2]
    assert ancova["n"] == welch["n"] == {"active": 45, "sham": 45}
    rounded = [round(ancova[key], 2) for key in ("estimate", "low", "high")]
    assert rounded == [-23.48, -31.88, -15.07]
    rounded = [round(welch[key], 2) for key in ("estimate", "low", "high")]
    assert rounded == [-29.33, -38.22, -20.45]


@pytest.mark.parametrize("outcome", ["change", "returned_to_activity"])
def test_every_estimate_has_the_one_shape(examples, outcome):
    files = [examples / "trial_2x2_sheet.csv", examples / "trial_2x2_people.csv"]
    told = run("compare", *files, "--by", "drops_per_day", "--outcome", outcome, "--json")
    assert set(told) >= {"by", "outcome", "context", "estimates", "warnings", "refused"}
    assert all(set(estimate) == ESTIMATE_KEYS for estimate in told["estimates"])


def test_recovery_names_its_tendon(examples):
    told = run("recovery", examples / "one_person.csv", "--json")
    assert told["side"] == "right"
    assert len(told["estimates"]) >= 3


def test_several_tendons_and_no_name_is_one_line_and_exit_2(examples):
    files = [str(examples / "trial_2x2_sheet.csv"), str(examples / "trial_2x2_people.csv")]
    result = CliRunner().invoke(cli, ["recovery", *files])
    assert result.exit_code == 2
    assert "name one with --person" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_nothing_readable_is_one_line_and_exit_2(tmp_path):
    bad = tmp_path / "log.csv"
    bad.write_bytes(b"%PDF-1.7 nothing")
    command = [sys.executable, "-m", "analysis", "read", str(bad)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_tables_written_read_back_the_same(examples, tmp_path):
    first = run("read", examples / "one_person.csv", "--out", tmp_path, "--json")
    again = run("read", *sorted(tmp_path.glob("*.csv")), "--json")
    for name in ("people", "tendons", "sessions", "drops", "pain_readings", "activities"):
        assert again[name] == first[name], name


def test_answers_come_from_a_file(real, tmp_path):
    answers = tmp_path / "answers.toml"
    answers.write_text('scale = "10"\n[files."pain.csv"]\npain = "knee_pain"\n')
    told = run("read", real("hand_kept/pain.csv"), "--answers", answers, "--json")
    assert told["pain_readings"] == 1196


def test_a_mapping_confirmed_once_opens_the_next_redcap_export(tmp_path):
    own = "record_id,redcap_repeat_instrument,redcap_repeat_instance"
    header = f"{own},date,sets,reps,side,d_complete"
    for month in (1, 2):
        row = f"1,drops,1,2026-0{month}-03,3,15,1,2"
        (tmp_path / f"m{month}.csv").write_text(f"{header}\n{row}\n")
    first = Source("m1.csv", (tmp_path / "m1.csv").read_bytes())
    asked = read([first]).receipts[0]
    assert {question.key for question in asked.questions} == {"mapping", "code:side:1"}
    given = Answers({asked.digest: {"mapping": "yes", "code:side:1": "left"}})
    (tmp_path / "answers.toml").write_text(write_answers(given, read([first], given).receipts))
    told = run("read", tmp_path / "m2.csv", "--answers", tmp_path / "answers.toml", "--json")
    assert (told["files"][0]["questions"], told["drops"]) == ([], 45)


def test_answers_given_for_a_layout_hold_for_next_months_export(tmp_path):
    header = "Date;Workout Name;Exercise Name;Set Order;Weight;Reps;RPE;Distance;Seconds;Notes\n"
    for month in (1, 2):
        (tmp_path / f"m{month}.csv").write_text(
            f"{header}2026-0{month}-03 07:00:00;Legs;Seated calf raise;1;20;15;;0;0;\n"
        )
    asked = run("read", tmp_path / "m1.csv", "--json")
    layout = layout_of(tuple(header.strip().split(";")))
    answers = tmp_path / "answers.toml"
    answers.write_text(
        f'[layouts.{layout}]\nunit = "lb"\n"exercise:seated calf raise" = "heel drop"\n'
        '"variant:seated calf raise" = "flat bent"\n'
    )
    told = run("read", tmp_path / "m2.csv", "--answers", answers, "--json")
    assert asked["drops"] == 0 and asked["files"][0]["questions"]
    assert told["drops"] == 15 and not told["files"][0]["questions"]


OF_SHARE = ["--outcome", "share"]
PLANNED = ["--difference", "15", "--sd", "20", "--correlation", ".5", "--dropout", ".2"]


def test_plan_says_how_many_people_and_what_those_there_are_could_show():
    told = run("plan", *PLANNED, "--json")
    needed, least, seen = told["estimates"]
    assert (needed["name"], needed["estimate"], needed["n"]) == ("People needed", 28, {"group": 28})
    assert (least["unit"], round(least["estimate"], 1)) == ("points VAS 0-100", 21.8)
    assert round(seen["estimate"], 1) == 48.7
    assert all(set(estimate) == ESTIMATE_KEYS for estimate in told["estimates"])
    assert {"people": 28.0, "power": 80.1} in [
        {"people": row["people"], "power": round(row["power"], 1)} for row in told["curve"]
    ]
    assert told["settings"]["chosen"]["end_sd"] == 20.0
    assert set(told["settings"]["versions"]) >= {"scipy", "numpy"}


def test_plan_without_adjustment_is_the_t_test_that_r_plans():
    # power.t.test(delta = 10, sd = 20, power = .8): n = 63.76576
    words = ["--difference", "10", "--sd", "20", "--correlation", ".5", "--changes"]
    assert run("plan", *words, "--json")["estimates"][0]["estimate"] == 64


def test_plan_for_a_share_is_the_test_of_proportions_that_r_plans():
    # power.prop.test(p1 = .5, p2 = .75, power = .9): n = 76.7
    words = [*OF_SHARE, "--share-of", ".5", "--difference", "25", "--power", ".9", "--json"]
    told = run("plan", *words)
    assert (told["estimates"][0]["estimate"], told["estimates"][1]["unit"]) == (
        77,
        "percentage points",
    )
    chosen = told["settings"]["chosen"]
    assert (chosen["outcome"], chosen["share"], chosen["share_from"]) == ("share", 0.5, "typed")


def test_plan_takes_a_share_from_a_file_or_typed_and_not_both(trial):
    words = [*map(str, trial), *OF_SHARE, "--difference", "20"]
    told = run("plan", *words, "--by", "drops_per_day", "--json")
    assert told["estimates"][3]["name"] == "Returned to activity in 90"
    for more, said in (("--share-of=.5", "not both"), ("--counts=most", "Write --counts as")):
        result = CliRunner().invoke(cli, ["plan", *words, more])
        assert (result.exit_code, result.stdout) == (2, "") and said in result.stderr


def test_plan_simulates_the_same_studies_from_the_same_seed():
    words = [*PLANNED, "--simulate", "3", "--simulate-people", "12", "--json"]
    one, same = (run("plan", *words, "--seed", "4")["estimates"][3] for _ in range(2))
    assert one == same
    assert one["method"].endswith("of 3 simulated studies, Wilson")
    told = run("plan", *words, "--seed", "5", "--sorer-leave", "--fall", "20")
    chosen = told["settings"]["chosen"]
    assert (chosen["seed"], chosen["sorer_leave"], chosen["fall"]) == (5, True, 20.0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--difference", "15"], "Give --sd and --correlation"),
        (["--sd", "20", "--correlation", ".5"], "Give --difference"),
        (["--difference", "15", "--sd", "20", "--correlation", "1"], "lies between"),
        (["--difference", "9", "--margin", "8", "--sd", "20", "--correlation", "0"], "A margin"),
        (["--difference", "15", "--share-of", ".6"], "--share-of goes with --outcome share"),
        ([*OF_SHARE, "--difference", "15"], "Give --share-of"),
        ([*OF_SHARE, "--share-of", ".6"], "Give --difference in percentage points"),
        ([*OF_SHARE, "--share-of", ".6", "--margin", "9"], "holds no margin"),
        ([*OF_SHARE, "--share-of", ".6", "--difference", "50"], "come to 110 %"),
        ([*OF_SHARE, "--share-of", ".6", "--sd", "9"], "--sd goes with --outcome pain"),
        (
            [*OF_SHARE, "--share-of", ".6", "--difference", "9", "--design", "interaction"],
            "no test of it for shares",
        ),
    ],
)
def test_a_plan_that_lacks_something_is_one_line_and_exit_2(words, said):
    result = CliRunner().invoke(cli, ["plan", *words])
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr and len(result.stderr.strip().splitlines()) == 1


def test_a_log_too_small_to_learn_from_is_one_line_and_exit_2(examples):
    words = ["plan", str(examples / "one_person.csv"), "--difference", "15"]
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 2
    assert "Type the numbers instead" in result.stderr


@pytest.fixture
def trial(examples) -> list[Path]:
    """Return the files of the simulated trial."""
    return [examples / "trial_2x2_sheet.csv", examples / "trial_2x2_people.csv"]


def test_compare_gives_every_part_of_the_page_with_methods_and_settings(trial):
    told = run("compare", *trial, "--by", "drops_per_day", "--margin", "10", "--json")
    parts = {section["part"] for section in told["sections"]}
    assert {"Is it the variant or the volume?", "Time to pain free and to return"} <= parts
    assert all(
        set(one) == ESTIMATE_KEYS for section in told["sections"] for one in section["estimates"]
    )
    assert {banner["key"] for banner in told["banners"]} >= {"leavers", "windows"}
    assert told["methods"].startswith("60 people started")
    assert told["settings"]["chosen"]["margin"] == 10.0
    assert [file["rows_used"] > 0 for file in told["settings"]["files"]] == [True, True]


def test_compare_writes_results_people_methods_and_settings(trial, tmp_path):
    told = run("compare", *trial, "--by", "surface", "--out", tmp_path, "--json")
    results = pd.read_csv(tmp_path / "results.csv")
    row = results[results["name"] == "flat minus step"].iloc[0]
    assert row["value"] == pytest.approx(told["estimates"][0]["estimate"])
    assert len(pd.read_csv(tmp_path / "people.csv")) == 60
    assert (tmp_path / "methods.txt").read_text().strip() == told["methods"]
    assert json.loads((tmp_path / "settings.json").read_text()) == told["settings"]


def test_compare_keeps_to_people_and_counts_a_fall_as_asked(trial):
    words = ["--by", "drops_per_day", "--only", "surface=flat", "--fall", "30%", "--json"]
    told = run("compare", *trial, *words)
    assert sum(told["estimates"][0]["n"].values()) == 26
    assert "A filter is on: 30 people are not in here." in [b["sentence"] for b in told["banners"]]
    titles = [section["title"] for section in told["sections"]]
    assert "Pain fell by 30 % of the start or more" in titles


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--only", "flat"], "COLUMN=VALUE"),
        (["--only", "surface=stairs"], "the log has flat, step"),
        (["--fall", "much"], "20 or 30%"),
        (["--outcome", "p"], "change or returned_to_activity"),
        (["--margin", "-1"], "above 0"),
    ],
)
def test_a_comparison_that_cannot_be_is_one_line_and_exit_2(trial, words, said):
    files = [str(path) for path in trial]
    result = CliRunner().invoke(cli, ["compare", *files, "--by", "drops_per_day", *words])
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr and len(result.stderr.strip().splitlines()) == 1


def test_groups_made_from_the_result_have_no_p_anywhere_in_the_output(trial, tmp_path):
    words = ["--by", "returned_to_activity", "--out", tmp_path]
    told = run("compare", *trial, *words, "--json")
    everything = [*told["estimates"], *(e for s in told["sections"] for e in s["estimates"])]
    assert everything and {one["p"] for one in everything} == {None}
    assert pd.read_csv(tmp_path / "results.csv")["p"].isna().all()
    text = CliRunner().invoke(cli, ["compare", *map(str, trial), *words[:2]]).stdout
    assert not re.search(r"\bp [=<] ?0", text)


@pytest.mark.parametrize(("terminal", "lines"), [(True, 2), (False, 0)])
def test_a_person_at_a_terminal_is_told_how_far_a_large_file_is(
    tmp_path, monkeypatch, terminal, lines
):
    path = tmp_path / "log.csv"
    path.write_text("date,reps\n2025-03-01,90\n")
    monkeypatch.setattr(command_line, "LARGE", 20)
    monkeypatch.setattr(command_line, "_at_a_terminal", lambda: terminal)
    result = CliRunner().invoke(cli, ["read", str(path), "--json"])
    assert len(result.stderr.splitlines()) == lines
    assert json.loads(result.stdout)["drops"] == 90


def test_the_command_line_has_no_limit_on_the_size_of_a_file(tmp_path, monkeypatch):
    seen = {}

    def reading(sources, answers, **options):
        seen.update(options)
        return read(sources, answers, **options)

    monkeypatch.setattr(command_line, "read", reading)
    path = tmp_path / "log.csv"
    path.write_text("date,reps\n2025-03-01,90\n")
    run("read", path, "--json")
    assert seen.get("limit") is None
