"""Checks of single plain values: standard library only. Nothing is coerced; yes and no are no numbers.

A check answers with what was expected, in Vietnamese, or with None where the value is right.
"""

from collections.abc import Callable, Iterable

Check = Callable[[object], str | None]

MOST = 1000
"""The greatest number of days, months or times that is taken."""


def whole(least: int, most: int, what: str) -> Check:
    right = f"{what}, từ {least} đến {most}"
    return lambda value: None if type(value) is int and least <= value <= most else right


def one_of(codes: Iterable[str]) -> Check:
    known = tuple(codes)
    return lambda value: None if value in known else f"một trong: {', '.join(known)}"


def some_of(codes: Iterable[str], *, least: int = 0, own: Callable[[str], bool] | None = None, like: str = "") -> Check:
    """A list of at least so many of the codes, each once, or of items of the office's `own`, `like` this one."""
    known = tuple(codes)
    said = (f"một trong: {', '.join(known)}" if known else "", f"tên riêng như “{like}”" if own else "")
    right = f"một danh sách không lặp, mỗi mục là {' hoặc '.join(filter(None, said))}"

    def is_one(each: object) -> bool:
        return each in known or (own is not None and isinstance(each, str) and own(each))

    def check(value: object) -> str | None:
        if not isinstance(value, list) or len(value) < least or not all(map(is_one, value)):
            return right
        return None if len(set(value)) == len(value) else right

    return check
