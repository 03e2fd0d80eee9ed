"""The sessions of a sheet: how many repetitions, of what, with how much added."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.reading.exercises import DROP, exercises, note_others, variants_told
from analysis.reading.ledger import Fault, Ledger
from analysis.reading.rows import Rows
from analysis.reading.sheet import Sheet, number_faults, word_faults
from analysis.reading.values import Parsed
from analysis.reading.weight import Weights, weights
from analysis.reading.words import Words, read_variants
from analysis.wording import plural

COUNTED = ("sets", "reps", "reps_total")
REPS = COUNTED[1:]
SAID_OF_IT = ("exercise", "variant", "surface", "knee", "lowering_only")
SHORT_SET = 50
TOO_MANY_IN_A_SET = 1000
NO_DAY = "a session needs a date or a programme day, and the row has only a week"
PER_SET = (
    ("yes", "Reps in one set: 3 sets of 60 are 180"),
    ("no", "All sets together: 3 sets and 60 are 60"),
)
BLANK_WEIGHT = (("none", "Nothing was added: 0 kg"), ("unknown", "Not noted"))


@dataclass(frozen=True)
class Counted:
    """Repetitions as counted: sets, all sets together, the most a set had, what was written."""

    sets: np.ndarray
    reps: np.ndarray
    in_a_set: np.ndarray
    written: np.ndarray
    faults: list[Fault]


def sessions_of(sheet: Sheet, rows: Rows, unit: str | None, ledger: Ledger) -> pd.DataFrame | None:
    """Return the sessions of a sheet, or None where it counts none or they wait.

    A row without anything counted holds no session: it is unlogged, not zero.
    """
    if not sheet.has(*COUNTED) or sheet.waits(*COUNTED, *SAID_OF_IT):
        return None
    counted = _count(sheet, ledger)
    if counted is None:
        return None
    done = _how(sheet, ledger)
    added = weights(sheet, "added_kg", unit, ledger)
    stopped = sheet.text("stopped")
    here = rows.sound & _present(sheet, counted, done, stopped)
    faults = [*counted.faults, *done.faults, *added.faults]
    standing = ledger.sound(here, [Fault(rows.without_a_day(), NO_DAY), *faults])
    _note_unknown(counted, standing, ledger)
    note_others(sheet, standing, ledger)
    kg = _blank_weight(sheet, added, counted, standing, ledger)
    return rows.entries(
        standing,
        started=rows.at,
        day=rows.day,
        **done.values,
        sets=counted.sets,
        reps=counted.reps,
        added_kg=kg,
        stopped=stopped,
        source=sheet.text("source"),
    )


def _count(sheet: Sheet, ledger: Ledger) -> Counted | None:
    """Return the repetitions of all sets together; None while it is open what reps count."""
    parsed = {name: sheet.numbers(name) for name in COUNTED}
    sets, each, told = (parsed[name].values for name in COUNTED)
    if sheet.row_is_a_set:
        sets = np.where(each > 0, 1.0, np.nan)
    beside_sets = sheet.has("sets") and not sheet.own and not sheet.row_is_a_set
    if beside_sets and np.any(each > SHORT_SET):
        answer = _ask_per_set(sheet, each, ledger)
        if answer is None:
            return None
        beside_sets = answer == "yes"
    # Nothing done is nothing done, however many sets were meant.
    product = np.where((sets == 0) | (each == 0), 0.0, sets * each) if beside_sets else each
    reps = np.where(np.isnan(told), product, told)
    shared = reps / np.where(sets > 0, sets, 1.0)
    in_a_set = np.where(np.isnan(each) | (not beside_sets), shared, each)
    written = np.any([np.isfinite(p.values) | p.bad for p in parsed.values()], axis=0)
    faults = [fault for name in COUNTED for fault in number_faults(sheet, name, parsed[name])]
    if not sheet.own:  # our own tables may share the reps of both legs between them
        faults += [_in_parts(sheet, name, parsed[name]) for name in REPS if sheet.has(name)]
    most = f"{TOO_MANY_IN_A_SET:,} reps or more in one set"
    faults.append(Fault(in_a_set >= TOO_MANY_IN_A_SET, most))
    return Counted(sets, reps, in_a_set, written, faults)


def _in_parts(sheet: Sheet, name: str, parsed: Parsed) -> Fault:
    """Return where repetitions are no whole number: it is a weight, or of another column."""
    reason = f"{sheet.name(name)}: {{}} is not a whole number"
    return Fault(parsed.values % 1 > 0, reason, sheet.texts(name))


def _ask_per_set(sheet: Sheet, each: np.ndarray, ledger: Ledger) -> str | None:
    return ledger.ask(
        "reps_over_50",
        f"Some rows have more than {SHORT_SET} in “{sheet.name('reps')}”, up to "
        f"{np.nanmax(each):g}, beside their sets. Are these reps in one set?",
        PER_SET,
        plural(int(np.isfinite(each).sum()), "session"),
    )


@dataclass(frozen=True)
class How:
    """How the repetitions were done."""

    values: dict[str, object]
    seconds: Parsed
    faults: list[Fault]


def _how(sheet: Sheet, ledger: Ledger) -> How:
    words = {name: sheet.words(name) for name in ("surface", "knee", "lowering_only")}
    words["exercise"] = exercises(sheet, ledger)
    numbers = {name: sheet.converted(name) for name in ("lift_cm", "seconds")}
    surface, knee = words["surface"].values, words["knee"].values
    variant = sheet.variants("variant")
    for told in (variant, sheet.variants("exercise")):
        surface, knee = surface.fillna(told.surface), knee.fillna(told.knee)
    if sheet.row_is_a_set:
        vague = words["exercise"].values.eq(DROP).fillna(False) & surface.isna() & knee.isna()
        told = read_variants(variants_told(sheet, vague, ledger))
        surface, knee = surface.fillna(told.surface), knee.fillna(told.knee)
    values: dict[str, object] = {
        **{name: found.values for name, found in words.items()},
        **{name: parsed.values for name, parsed in numbers.items()},
        "surface": surface,
        "knee": knee,
    }
    faults = word_faults(sheet, "variant", Words(variant.surface, variant.bad))
    faults += [fault for name in words for fault in word_faults(sheet, name, words[name])]
    faults += [fault for name in numbers for fault in number_faults(sheet, name, numbers[name])]
    return How(values, numbers["seconds"], faults)


def _present(sheet: Sheet, counted: Counted, done: How, stopped: pd.Series) -> np.ndarray:
    if sheet.own:
        return np.ones(len(stopped), dtype=bool)
    timed = np.isfinite(done.seconds.values) | done.seconds.bad
    return counted.written | timed | stopped.notna().to_numpy()


def _note_unknown(counted: Counted, standing: np.ndarray, ledger: Ledger) -> None:
    n = int((standing & np.isnan(counted.reps)).sum())
    if n:
        ledger.note(
            f"{plural(n, 'session')} without sets or reps: how many repetitions they had "
            "is not known."
        )


def _blank_weight(
    sheet: Sheet, added: Weights, counted: Counted, standing: np.ndarray, ledger: Ledger
) -> np.ndarray:
    blank = standing & ~added.written & (counted.reps > 0)
    if sheet.own or not sheet.has("added_kg") or not blank.any():
        return added.kg
    answer = ledger.ask(
        "blank_added",
        f"“{sheet.name('added_kg')}” is blank beside some repetitions. What does blank mean?",
        BLANK_WEIGHT,
        f"nothing; the weight of {plural(int(blank.sum()), 'session')} is not known until then",
        optional=True,
    )
    return np.where(blank, 0.0, added.kg) if answer == "none" else added.kg
