"""How many people's pain fell by so much: at a threshold of one's own, and at all of them."""

import pandas as pd

from analysis.charts.proportions import proportions
from analysis.charts.responder_curve import responder_curve
from analysis.groups.cohort import Cohort
from analysis.groups.methods.proportions import RETURNED
from analysis.groups.methods.responders import USUAL, Threshold
from analysis.groups.parts import shares
from pages.groups.choices import choose_threshold
from pages.parts import show_picture, show_section

USUAL_WORDS, OWN_WORDS = "usual", "yours"


def show(cohort: Cohort, told: shares.Shares) -> None:
    """Show the curve over all thresholds, the shares at one, and those back in activity."""
    choose_threshold()
    marked = _marked(cohort.asked.threshold)
    show_picture(responder_curve(curves=told.curve, marked=marked), "responders")
    for section in shares.say(told):
        if section.title == RETURNED and any(e.estimate is not None for e in section.estimates):
            show_picture(proportions(section.estimates), "returned")
        show_section(section)


def _marked(own: Threshold) -> pd.DataFrame:
    rules = {(at.unit, at.size): USUAL_WORDS for at in USUAL}
    rules.setdefault((own.unit, own.size), OWN_WORDS)
    rows = [(unit, size, what) for (unit, size), what in rules.items()]
    return pd.DataFrame(rows, columns=["unit", "threshold", "what"])
