"""Added weights above the body mass: perhaps the body's own mass was counted in."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.reading.one_file import Draft
from analysis.reading.raw import SetAside
from analysis.wording import plural

CHOICES = (
    ("yes", "Yes, so much was added"),
    ("no", "No, set these sessions aside"),
)
REASON = "the added weight is above the body mass"


def settle_heavy(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Ask of every file whose added weights exceed the person's body mass whether that is so."""
    mass = _body_mass(drafts)
    return tuple(_settled(draft, mass) for draft in drafts)


def _body_mass(drafts: Sequence[Draft]) -> pd.Series:
    """Return each person's largest body mass in kilograms."""
    found = []
    for draft in drafts:
        measures = draft.tables.get("measures")
        if measures is not None:
            rows = measures[measures["measure"].eq("body_mass_kg")]
            found.append(rows.set_index("person")["value"])
        people = draft.tables.get("tendons")
        if people is not None and "body_mass_kg" in people:
            found.append(people.set_index("person")["body_mass_kg"])
    if not found:
        return pd.Series(dtype="float64")
    return pd.concat(found).groupby(level=0).max()


def _settled(draft: Draft, mass: pd.Series) -> Draft:
    sessions = draft.tables.get("sessions")
    if sessions is None or draft.own or mass.empty:
        return draft
    their_mass = sessions["person"].map(mass).astype("float64")
    heavy = (sessions["added_kg"] > their_mass).to_numpy(dtype=bool)
    if not heavy.any():
        return draft
    told = draft.ledger.ask(
        "added_above_body_mass",
        f"Some added weights, up to {np.max(sessions['added_kg'][heavy]):g} kg, are above the "
        "body mass. Was so much added?",
        CHOICES,
        plural(int(heavy.sum()), "session"),
    )
    if told == "yes":
        return draft
    if told == "no":
        draft.ledger.aside.extend(SetAside(int(n), REASON) for n in sessions["line"][heavy])
    kept = sessions[~heavy].reset_index(drop=True)
    return replace(draft, tables={**draft.tables, "sessions": kept})
