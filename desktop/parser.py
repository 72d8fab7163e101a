"""The standard argument parser, speaking Vietnamese and refusing in one line. Standard library only."""

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

SENTENCES = {
    "positional arguments": "cần có",
    "options": "tùy chọn",
    "show this help message and exit": "in trang này",
    "argument %(argument_name)s: %(message)s": "Tham số %(argument_name)s: %(message)s",
    "the following arguments are required: %s": "Thiếu %s",
    "one of the arguments %s is required": "Cần một trong %s",
    "unrecognized arguments: %s": "Không có tham số %s",
    "unexpected option string: %s": "Không có tham số %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có %(value)r, chỉ có %(choices)s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "không có %(parser_name)r, chỉ có %(choices)s",
    "invalid %(type)s value: %(value)r": "giá trị %(value)r không hợp lệ",
    "not allowed with argument %s": "không dùng cùng %s",
    "ignored explicit argument %r": "không kèm theo giá trị %r",
    **dict.fromkeys(
        ("expected one argument", "expected at most one argument", "expected at least one argument"),
        "cần kèm theo một giá trị",
    ),
    "expected %s argument": "cần kèm theo một giá trị%.0s",
}
"""What the standard parser says, by its own words, which are the keys its translations go by."""


def translated(message: str) -> str:
    return SENTENCES.get(message, message)


def translated_by_number(one: str, many: str, number: int) -> str:
    """Vietnamese has no plural."""
    return translated(one)


vars(argparse).update(_=translated, ngettext=translated_by_number)
# by these names `argparse` calls gettext, which would look for a compiled catalogue in the machine's language


class WrongCommand(Exception):
    """The command line is not one the program knows; the text says what, in Vietnamese."""


class Parser(argparse.ArgumentParser):
    """Raises `WrongCommand` instead of ending the process; long options are never abbreviated."""

    def __init__(self, **options: object) -> None:
        super().__init__(allow_abbrev=False, formatter_class=argparse.RawTextHelpFormatter, **options)  # type: ignore[arg-type]  # the options of the standard parser

    def error(self, message: str) -> NoReturn:
        raise WrongCommand(message)

    def format_help(self) -> str:
        """The page is laid out by the width of the English word, which is replaced last."""
        return super().format_help().replace("usage: ", "cách dùng: ", 1)

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        (file or sys.stdout).write(message)
