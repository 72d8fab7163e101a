"""The standard argument parser, speaking Vietnamese and refusing in one line. Standard library only."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_SENTENCES: tuple[tuple[str, str], ...] = (
    (r"argument (?P<name>[^:]+): (?P<rest>.*)", "Tham số {name}: {rest}"),
    (r"the following arguments are required: (?P<names>.*)", "Thiếu {names}"),
    (r"unrecognized arguments: (?P<names>.*)", "Không có tham số {names}"),
    (r"invalid choice: (?P<value>.*) \(choose from (?P<choices>.*)\)", "không có {value}, chỉ có {choices}"),
    (r"invalid \S+ value: (?P<value>.*)", "giá trị {value} không hợp lệ"),
    (r"expected .*", "cần kèm theo một giá trị"),
    (r"ignored explicit argument (?P<value>.*)", "không kèm theo giá trị {value}"),
    (r"not allowed with argument (?P<other>.*)", "không dùng cùng {other}"),
)
_HEADINGS = (
    ("usage: ", "cách dùng: "),
    ("positional arguments:", "cần có:"),
    ("options:", "tùy chọn:"),
    ("show this help message and exit", "in trang này"),
)


class WrongCommand(Exception):
    """The command line is not one the program knows; the text says what, in Vietnamese."""


class Parser(argparse.ArgumentParser):
    """Raises `WrongCommand` instead of ending the process; long options are never abbreviated."""

    def __init__(self, **options: object) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawTextHelpFormatter, **options)  # type: ignore[arg-type]  # the options of the standard parser

    def error(self, message: str) -> NoReturn:
        raise WrongCommand(in_vietnamese(message))

    def format_help(self) -> str:
        return _replaced(super().format_help())

    def format_usage(self) -> str:
        return _replaced(super().format_usage())

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        (file or sys.stdout).write(message)


def in_vietnamese(message: str) -> str:
    for pattern, sentence in _SENTENCES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            parts = match.groupdict()
            if "rest" in parts:
                parts["rest"] = in_vietnamese(parts["rest"])
            return sentence.format(**parts)
    return message


def _replaced(text: str, pairs: Iterable[tuple[str, str]] = _HEADINGS) -> str:
    for english, vietnamese in pairs:
        text = text.replace(english, vietnamese)
    return text
