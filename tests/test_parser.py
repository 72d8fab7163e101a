"""Whatever the standard parser of the running Python may tell a user, it tells in Vietnamese."""

import argparse
import ast
import inspect
from collections.abc import Iterator

import pytest

from desktop.parser import SENTENCES, Parser, WrongCommand, translated

NEVER = {
    "usage: ",  # replaced in the finished page
    "%(heading)s:",
    "subcommands",  # the commands have a title of their own
    # nothing here prints these: no command shows a version or defaults, is deprecated, or opens a file while parsing
    "show program's version number and exit",
    " (default: %(default)s)",
    "argument '%(argument_name)s' is deprecated",
    "command '%(parser_name)s' is deprecated",
    "option '%(option)s' is deprecated",
    "can't open '%(filename)s': %(error)s",
    'argument "-" with mode %r',
    "%(prog)s: error: %(message)s\n",
    "%(prog)s: warning: %(message)s\n",
    "ambiguous option: %(option)s could match %(matches)s",  # long options are not abbreviated
    # mistakes of whoever declares the arguments
    ".__call__() not defined",
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
}
"""What no user of this program can meet."""


def said() -> Iterator[str]:
    """Every message that the standard module hands to gettext; of two by number, the one for a single thing."""
    for node in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield str(first.value)


def test_every_message_a_user_can_meet_is_translated() -> None:
    assert len(set(said())) > 30
    assert sorted(set(said()) - NEVER - SENTENCES.keys()) == []


def test_no_translation_is_of_a_message_that_is_not_said() -> None:
    assert sorted(SENTENCES.keys() - set(said())) == []


@pytest.mark.parametrize("message", SENTENCES)
def test_a_translation_takes_what_its_message_takes(message: str) -> None:
    given = dict.fromkeys(("argument_name", "message", "value", "choices", "type", "parser_name"), "§")
    values: object = given if "%(" in message else ("§",) * message.count("%")
    assert (translated(message) % values).replace("'", "").count("§") == _shown(message)


def _shown(message: str) -> int:
    """What stays out: how many values were expected, and the English name of a type."""
    return 0 if message == "expected %s argument" else message.count("%") - message.count("%(type)s")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Thiếu TỆP"),
        (["a", "b", "--c"], "Không có tham số b --c"),
        (["a", "--day"], "Tham số --day: cần kèm theo một giá trị"),
        (["a", "--two", "1"], "Tham số --two: cần kèm theo một giá trị"),
        (["a", "--day", "x"], "Tham số --day: giá trị 'x' không hợp lệ"),
        (["a", "--kind", "z"], "Tham số --kind: không có 'z', chỉ có 'x', 'y'"),
        (["a", "--json=5"], "Tham số --json: không kèm theo giá trị '5'"),
        (["a", "--json", "--text"], "Tham số --text: không dùng cùng --json"),
    ],
)
def test_a_wrong_command_line_is_refused_in_one_sentence(words: list[str], sentence: str) -> None:
    parser = Parser(prog="thử")
    parser.add_argument("file", metavar="TỆP")
    parser.add_argument("--day", type=int)
    parser.add_argument("--two", nargs=2)
    parser.add_argument("--kind", choices=("x", "y"))
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--json", action="store_true")
    either.add_argument("--text", action="store_true")
    with pytest.raises(WrongCommand) as refused:
        parser.parse_args(words)
    assert str(refused.value) == sentence


def test_the_page_of_help_is_vietnamese() -> None:
    parser = Parser(prog="thử")
    parser.add_argument("file", metavar="TỆP", help="tệp")
    assert parser.format_help() == (
        "cách dùng: thử [-h] TỆP\n\ncần có:\n  TỆP         tệp\n\ntùy chọn:\n  -h, --help  in trang này\n"
    )
