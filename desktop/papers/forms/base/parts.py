"""Lines and rows that several forms are made of: said or dotted, rows to write in by hand. May import papers."""

from desktop.papers.paper import (
    Paragraph,
    Row,
    bold,
    para,
    row,
)


def said(label: str, text: str) -> Paragraph:
    """`Label: text`, or a dotted line where the text is missing."""
    return para(bold(f"{label}: "), text) if text else para(bold(f"{label}:"), dotted=True)


def blank_rows(columns: int, count: int) -> tuple[Row, ...]:
    """Rows to write in by hand."""
    return tuple(row(*[""] * columns) for _ in range(count))


TICK = 40.0
"""The least height of a row with boxes to tick, in points."""
