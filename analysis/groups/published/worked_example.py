"""Why means of the satisfied alone are set beside nothing: Fahlström and Jonsson worked out."""

import pandas as pd

from analysis.groups.section import Section
from analysis.studies import studies
from analysis.wording import number, plural

TITLE = "Why means of the satisfied alone stand beside nothing"
WHOSE = {
    "satisfied only": "satisfied",
    "not satisfied only": "not satisfied",
    "all (pooled)": "everyone",
}
NOTE = (
    "Points are of VAS 0-100. No interval is given, for nothing is compared: these means show how "
    "the choice of whose pain is counted moves a mean. Groups made by asking who did well are "
    "apart even if nothing worked; those by what was prescribed, everyone in them, need not be."
)


def falls() -> pd.DataFrame:
    """Return the fall of mean pain in every row that Fahlström and Jonsson tell of.

    Returns
    -------
    pandas.DataFrame
        ``study``, ``site``, ``subset``, ``unit``, ``n`` (in the means), ``k`` and ``of``
        (successes of all), ``start``, ``end``, ``fall`` (points VAS 0-100) and
        ``percent`` (of the start).

    Examples
    --------
    >>> told = falls().query("study == 'Jonsson'").set_index("subset")["fall"]
    >>> round(told["satisfied only"]), round(told["all (pooled)"])
    (49, 39)
    """
    told = studies()
    told = told[told["subset"].isin(WHOSE) & told["study"].isin(["Fahlström", "Jonsson"])]
    fall = told["base_mean"] - told["fu_mean"]
    kept = told[["study", "year", "site", "subset", "unit", "n"]]
    return kept.assign(
        k=told["success_k"],
        of=told["success_n"],
        start=told["base_mean"],
        end=told["fu_mean"],
        fall=fall,
        percent=100 * fall / told["base_mean"],
    )


def worked_example() -> Section:
    """Return both studies worked out from the table of studies, as one section."""
    told = falls()
    return Section(
        title=TITLE,
        sentence=f"{_fahlstrom(told)}\n\n{_jonsson(told)}",
        table=_table(told),
        note=NOTE,
    )


def _fahlstrom(told: pd.DataFrame) -> str:
    rows = told[told["study"] == "Fahlström"].set_index("site")
    insertion, middle = rows.loc["insertional"], rows.loc["midportion"]
    return (
        f"Fahlström {insertion['year']} tells pain before and after step drops for the satisfied "
        f"alone. Among them it fell by {number(insertion['percent'], 0)} % at the insertion and by "
        f"{number(middle['percent'], 0)} % at the midportion, as if both had fared alike. Yet "
        f"{_of(insertion)} were satisfied at the insertion and {_of(middle)} at the midportion: "
        "the pain of all the others is in neither mean."
    )


def _of(row: pd.Series) -> str:
    return f"{int(row['k'])} of {plural(int(row['of']), row['unit'])}"


def _jonsson(told: pd.DataFrame) -> str:
    rows = told[told["study"] == "Jonsson"].set_index("subset")
    happy, rest, everyone = (rows.loc[name] for name in WHOSE)
    return (
        f"Jonsson {happy['year']} tells both: pain of the {int(happy['n'])} people who were "
        f"satisfied fell from {_from_to(happy)}, that of the {int(rest['n'])} who were not from "
        f"{_from_to(rest)}, and that of all {int(everyone['n'])} together from "
        f"{_from_to(everyone)}. The fall is {number(everyone['fall'], 0)} points and not "
        f"{number(happy['fall'], 0)}."
    )


def _from_to(row: pd.Series) -> str:
    return f"{number(row['start'], 1)} to {number(row['end'], 1)}"


def _table(told: pd.DataFrame) -> pd.DataFrame:
    rows = told.to_dict("records")
    table = {
        "study": [f"{row['study']} {row['year']}, {row['site']}" for row in rows],
        "whose pain": [WHOSE[row["subset"]] for row in rows],
        "in the mean": [plural(int(row["n"]), row["unit"]) for row in rows],
        "start": told["start"].to_numpy(),
        "end": told["end"].to_numpy(),
        "fall (points)": told["fall"].round(1).to_numpy(),
        "fall (%)": told["percent"].round(0).to_numpy(),
    }
    return pd.DataFrame(table).set_index("study")
