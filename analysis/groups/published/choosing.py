"""Which published results are of the same kind as one's own, and why each other one is not."""

from dataclasses import dataclass

import pandas as pd

from analysis.wording import number, plural

PAIN, BACK, SATISFIED = "pain", "returned_to_activity", "satisfied"
EVERYONE = ("all", "all (pooled)")
"""Subsets that are everyone of a study; any other one may have been chosen by the result."""
OF_THE_SAME = ["study", "year", "site", "arm", "success_k", "success_n"]
OTHER_SUBSET = {
    "satisfied only": "of those satisfied alone",
    "not satisfied only": "of those not satisfied alone",
    "followed": "of those still followed alone",
}
YOURS_BY_RESULT = "yours were grouped or kept by their result"
NO_PAIN = "your log has no pain at start and end"
TENDONS = "counts tendons, yours are people"
NO_SPREAD = "its spread was not found"


@dataclass(frozen=True)
class Own:
    """What a published result has to be like to stand beside one's own people.

    Attributes
    ----------
    measures : tuple of str
        What the log knows of them: "pain", "returned_to_activity", "satisfied".
    site : str
        Where everyone has the same one; "" where there are several, or one is not known.
    by_result : bool
        Whether the people, or their groups, were chosen by their result.
    """

    measures: tuple[str, ...]
    site: str = ""
    by_result: bool = False


def judged(own: Own, studies: pd.DataFrame) -> pd.DataFrame:
    """Return every published result with the measures it is of, and why it is not shown.

    A row of the studies has a mean at start and end, a share of successes, or both; each
    is a result. A share that several rows of one study repeat is one, told by the row
    of everyone. A result that is not shown has every reason named.

    Parameters
    ----------
    studies : pandas.DataFrame
        As :func:`analysis.studies.studies` gives them.

    Returns
    -------
    pandas.DataFrame
        The columns of ``studies`` with ``what`` (the result in words), ``measures`` (of
        :class:`Own`; none where it is of something else) and ``why`` ("" where shown).
        The index is that of ``studies``.

    Examples
    --------
    >>> from analysis.studies import studies
    >>> told = judged(Own(("pain",), "insertional"), studies())
    >>> told.loc[told["why"] == "", ["study", "subset"]].to_numpy().tolist()
    [['Jonsson', 'all (pooled)']]
    """
    both = pd.concat([_means(studies), _shares(studies)])
    why = ["; ".join(_reasons(row, own)) for row in both.to_dict("records")]
    return both.assign(why=why)


def _means(studies: pd.DataFrame) -> pd.DataFrame:
    told = studies.dropna(subset=["base_mean", "fu_mean"])
    rows = told.to_dict("records")
    of_pain = (told["measure"] == "VAS100").map({True: (PAIN,), False: ()})
    return told.assign(is_mean=True, what=[_mean_words(row) for row in rows], measures=of_pain)


def _mean_words(row: dict) -> str:
    name = PAIN if row["measure"] == "VAS100" else row["measure"]
    who = "" if pd.isna(row["n"]) else f", {plural(int(row['n']), counted_in(row))}"
    return f"{name} {number(row['base_mean'])} to {number(row['fu_mean'])}{who}"


def counted_in(row: dict) -> str:
    """Return what a study counted, as one of them is called: a tendon, or a patient."""
    return str(row["unit"])


def _shares(studies: pd.DataFrame) -> pd.DataFrame:
    told = studies.dropna(subset=["success_k", "success_n"])
    first = told.sort_values("subset", key=lambda of: ~of.isin(EVERYONE), kind="stable")
    once = first.drop_duplicates(OF_THE_SAME).sort_index()
    rows = once.to_dict("records")
    of = pd.Series([_measures(row) for row in rows], index=once.index, dtype="object")
    return once.assign(is_mean=False, what=[_share_words(row) for row in rows], measures=of)


def _measures(row: dict) -> tuple[str, ...]:
    """Return which of the log's answers count the same thing as a study's success."""
    words = str(row["counted_as"]).split()
    return tuple(name for name, word in ((BACK, "back"), (SATISFIED, "satisfied")) if word in words)


def _share_words(row: dict) -> str:
    k, n = int(row["success_k"]), int(row["success_n"])
    return f"{k:,} of {plural(n, counted_in(row))} {row['counted_as']}"


def _reasons(row: dict, own: Own) -> list[str]:
    found = [
        YOURS_BY_RESULT if own.by_result else "",
        _subset(row),
        "" if row["unit"] == "patient" else TENDONS,
        "" if {*row["measures"]} & {*own.measures} else _other_measure(row, own),
        f"{row['site']}, yours {own.site}" if own.site not in ("", row["site"]) else "",
        NO_SPREAD if row["is_mean"] and not _has_spread(row) else "",
    ]
    return [reason for reason in found if reason]


def _subset(row: dict) -> str:
    subset = row["subset"]
    if subset in EVERYONE:
        return ""
    whose = OTHER_SUBSET.get(subset, f"of {subset} alone")
    return whose if row["is_mean"] else f"told beside means {whose}"


def _other_measure(row: dict, own: Own) -> str:
    if row["is_mean"]:
        return NO_PAIN if row["measures"] else f"{row['measure']}, another measure than pain"
    return f"success is “{row['counted_as']}”, which your log does not tell"


def _has_spread(row: dict) -> bool:
    return bool(row["n"] > 1 and row["base_sd"] > 0 and row["fu_sd"] > 0)
