"""A file as text in cells, before anything is known of what the cells mean."""

from dataclasses import dataclass

import numpy as np
import pandas as pd


class Refused(ValueError):
    """The file cannot be used at all; the message is one sentence that says what to do."""


@dataclass(frozen=True)
class Source:
    """A file as it arrived: its name, which decides nothing but the words said, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class SetAside:
    """One row, or one reading of a row, that was not used: its line in the file and why."""

    line: int
    reason: str


@dataclass(frozen=True)
class RawTable:
    """The rows of a file as text.

    Attributes
    ----------
    header : tuple of str
        Column names as the file has them, stripped of surrounding blanks; a name
        may be empty or stand twice, so columns are addressed by position.
    cells : pandas.DataFrame
        One row per record, columns 0 to k-1, dtype ``str``. A blank cell is an
        empty string; a cell that a short row does not have is missing.
    lines : numpy.ndarray
        Line of the file (first line is 1) on which each record begins.
    set_aside : tuple of SetAside
        Records that do not fit the header.
    notes : tuple of str
        What was decided on the way, in plain sentences (encoding, sheet chosen).
    repeats : tuple of int
        Lines on which the header stands again with rows below it.
    """

    header: tuple[str, ...]
    cells: pd.DataFrame
    lines: np.ndarray
    set_aside: tuple[SetAside, ...] = ()
    notes: tuple[str, ...] = ()
    repeats: tuple[int, ...] = ()
