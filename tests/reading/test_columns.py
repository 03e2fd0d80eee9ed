"""Columns are known by name, in six languages; no name stands for two fields."""

import tomllib

import pandas as pd
import pytest

from analysis.model import TABLES
from analysis.reading.columns import FIELDS, TABLE, is_known, match_columns, normalise, remark

TOLD = tomllib.loads(TABLE.read_text(encoding="utf-8"))
FULL = ("date", "sets", "reps", "added_kg", "pain_during", "pain_next_morning", "minutes")


def fields(header: str, sample: list[str] | None = None) -> list[str | None]:
    names = tuple(name.strip() for name in header.split(","))
    frame = None if sample is None else pd.DataFrame([sample])
    return [match.field for match in match_columns(names, frame)]


@pytest.mark.parametrize("field", FIELDS)
def test_every_name_finds_its_field(field):
    unit = " (km)" if field == "distance_km" else ""
    for name in [field, *(name + unit for name in TOLD[field]["names"])]:
        assert match_columns((name,))[0].field == field, name


@pytest.mark.parametrize(
    "header",
    [
        "Date,Sets,Reps,Added weight (kg),Pain during,Pain next morning,Minutes of sport",
        "Datum,Sätze,Wdh.,Zusatzgewicht,Schmerz während,Schmerz am nächsten Morgen,Minuten Sport",
        "Date,Séries,Répétitions,Lest,Douleur pendant,Douleur le lendemain matin,Minutes de sport",
        "Fecha,Series,Repeticiones,Peso añadido,Dolor durante,Dolor a la mañana siguiente,"
        "Minutos de deporte",
        "Data,Séries,Repetições,Carga,Dor durante,Dor na manhã seguinte,Minutos de esporte",
        "Datum,Sets,Herhalingen,Extra gewicht,Pijn tijdens,Pijn volgende ochtend,Minuten sport",
    ],
)
def test_a_whole_header_in_each_language(header):
    assert fields(header) == list(FULL)


@pytest.mark.parametrize(
    ("header", "field"),
    [("Distance (km)", "distance_km"), ("Strecke", "distance_km"), ("Distanced", None)],
)
def test_a_distance_is_told_by_its_whole_name(header, field):
    assert fields(header) == [field]


def test_the_headers_of_real_hand_kept_files():
    header = "date,knee_pain,pain_shoulder, leg_fatigue, total_fatigue, nsaids, colageno"
    assert fields(header) == ["date", "pain", "pain", None, None, None, None]
    header = "date,sport, total_intensity, knee_intensity, time, notes"
    sample = ["27-3-2021", "CF", "10", "10", "60.0", ""]
    expected = ["date", "sport", "intensity_0_10", None, "minutes", "note"]
    assert fields(header, sample) == expected
    assert fields("person,week,vas,laser") == ["person", "week", "pain", None]


def test_time_is_a_clock_where_its_values_are():
    assert fields("date,time", ["2026-03-04", "07:30"]) == ["date", "clock"]
    assert fields("date,time", ["2026-03-04", "45"]) == ["date", "minutes"]


@pytest.mark.parametrize("table", TABLES)
def test_the_logs_own_columns_are_known(table):
    for column in TABLES[table]:
        assert is_known(column.name), column.name


def test_reps_are_of_all_sets_only_beside_the_logs_own_started():
    assert fields("started,sets,reps") == ["date", "sets", "reps_total"]
    assert fields("date,sets,reps") == ["date", "sets", "reps"]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Pain after", "pain_after"),
        ("Morgenschmerz", "pain_morning"),
        ("VAS morning (0-100)", "pain_morning"),
        ("pain in activity", "pain_activity"),
        ("Ruheschmerz", "pain_rest"),
        ("douleur au repos", "pain_rest"),
        ("dolor al correr", "pain_activity"),
        ("Achilles pain", "pain"),
        ("painting", None),
        ("leg", "side"),
    ],
)
def test_pain_is_known_with_its_moment(header, field):
    assert fields(header) == [field]


@pytest.mark.parametrize(
    ("header", "unit", "scale"),
    [
        ("weight_lbs", "lb", None),
        ("Weight (kg)", "kg", None),
        ("pain 0-10", "", 10.0),
        ("VAS (0–100)", "", 100.0),
        ("Schmerz von 10", "", 10.0),
        ("pain (mm)", "", 100.0),
        ("background", "", None),
    ],
)
def test_units_and_scales_are_read_from_names(header, unit, scale):
    assert remark(header) == (unit, scale)


def test_a_name_without_its_remark_is_the_same_name():
    assert normalise("Added weight (kg)") == normalise("ADDED_WEIGHT") == "added weight"
