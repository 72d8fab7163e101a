"""The figures of an account in JSON: a stable contract (README, Figures), written, and read to be added up.

Keys are only added: those that are not known are passed over. May import domain.
"""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from typing import Any

from desktop.domain.decoding import Decoder, Read, Unfit, exactly, written
from desktop.domain.figures import Figures
from desktop.domain.plain import Hint, Plain, composed, to_plain

FORMAT, SUM_FORMAT = "thuky-account/1", "thuky-account-sum/1"


class NotFigures(Exception):
    """Raised of a file that holds no figures; the argument is the reason, the end of a Vietnamese sentence."""


def write_figures(figures: Figures) -> str:
    return _text({"format": FORMAT, **to_plain(figures)})


def write_sums(sums: Sequence[Figures]) -> str:
    return _text({"format": SUM_FORMAT, "sums": to_plain(tuple(sums))})


def _text(data: Plain) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def read_figures(text: bytes) -> Figures:
    data = _loaded(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NotFigures(f'không có "format": "{FORMAT}"')
    try:
        figures = composed(_DECODER.read(Figures, data))
    except Unfit as unfit:
        place = ".".join(map(str, unfit.faults[0].loc))
        raise NotFigures(f"thiếu hoặc sai ở mục {place}") from unfit
    except ValueError as error:
        raise NotFigures("có chữ không đọc được") from error
    for wrong in _contrary(figures):
        raise NotFigures(f"số liệu không khớp nhau ở mục {wrong}")
    return figures


def _loaded(text: bytes) -> Plain:
    try:
        return json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotFigures("không phải tệp JSON") from error


def _contrary(figures: Figures) -> Iterator[str]:
    """What would make a sum wrong: a key told twice, parts that do not make their whole, days beyond the period."""
    for listed in (figures.lines, figures.counts, figures.causes):
        keys = [one.key for one in listed]
        yield from (key for key in keys if keys.count(key) > 1)
    yield from (one.key for one in (figures.total, *figures.lines) if one.n + one.breach != one.of)
    yield from (one.key for one in figures.counts if one.of is not None and one.n > one.of)
    if not figures.days.judged <= figures.days.counted <= figures.days.of:
        yield "days"


def _number(value: Plain) -> int:
    if type(value) is not int or not 0 <= value < 2**53:
        raise ValueError
    return value


_SINGLE: dict[Hint, Read] = {
    str: exactly(str),
    int: _number,
    bool: exactly(bool),
    Any: lambda value: value,
    dt.date: written(r"\d{4}-\d{2}-\d{2}", dt.date.fromisoformat),
}
_DECODER = Decoder(_SINGLE, open=True)
