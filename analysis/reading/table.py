"""The one way from a file to a table of texts."""

from collections.abc import Callable
from dataclasses import replace

from analysis.reading.decode import decode, is_workbook
from analysis.reading.delimited import read_delimited
from analysis.reading.foreign import refuse_large
from analysis.reading.raw import RawTable, Source
from analysis.reading.workbook import read_workbook
from analysis.reading.writers.jefit import log_section


def read_table(source: Source, known: Callable[[str], bool], limit: int | None) -> RawTable:
    """Return a file's table; its bytes alone decide how it is read, never its name.

    Parameters
    ----------
    source : Source
        The file.
    known : callable
        Whether a cell is a known column name; it finds the delimiter, the sheet
        and the line of column names.
    limit : int or None
        Most bytes taken; None sets no limit.

    Raises
    ------
    Refused
        Where no table can be read; the message is one sentence that says what to do.

    Examples
    --------
    >>> source = Source("log.txt", b"date;pain\\n2026-03-04;3\\n")
    >>> read_table(source, {"date", "pain"}.__contains__, None).header
    ('date', 'pain')
    """
    if is_workbook(source.data):
        refuse_large(source, limit)
        return read_workbook(source.data, known)
    text, notes = decode(source, limit)
    table = read_delimited(log_section(text), known)
    return replace(table, notes=(*notes, *table.notes))
