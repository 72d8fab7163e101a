"""The office in JSON: read strictly, every error found at once and named by its path; written in one canonical form.

Imports `desktop.domain`.
"""

import datetime as dt
import json
from dataclasses import replace
from typing import Any

from desktop.domain.decoding import Decoder, Fault, Unfit, exactly, written
from desktop.domain.former import office_now
from desktop.domain.plain import Plain, composed, hints, to_plain
from desktop.domain.records import Document, Office, OfficeDay, Post, Value
from desktop.domain.series import is_secret
from desktop.exchange.bad_input import BadInput, Found, Problem, loc_of, problem_at, problem_of
from desktop.exchange.office_checks import check
from desktop.exchange.profiles import check_duties, check_own_profiles, check_settings, profiles_of

LARGEST = 2**53 - 1
"""The largest whole number every reader of JSON holds exactly."""


def read_office(text: str | bytes) -> Office:
    """Read an office, or raise `BadInput` with every error; nothing is coerced, text is as it is stored."""
    try:
        raw = _load(_decoded(text))
        office, faults = _shaped(raw)
        problems = [*(problem_of(raw, fault) for fault in faults), *check(raw), *_names(raw)]
    except RecursionError:
        raise BadInput([Problem("", "", "nhiều lớp lồng nhau", "JSON lồng không quá sâu")]) from None
    if problems or office is None:
        raise BadInput(list({problem.path: problem for problem in reversed(problems)}.values())[::-1])
    office = office_now(composed(office))
    return replace(
        office,
        documents=tuple(map(_register_line, office.documents)),
        incoming=tuple(replace(one, attachments=()) if is_secret(one) else one for one in office.incoming),
    )


def _register_line(document: Document) -> Document:
    """A secret document keeps its line in the register only; its content has no place in the program."""
    return document if not is_secret(document) else replace(document, body="", issued=None, attachments=())


def write_office(office: Office) -> str:
    """The canonical JSON text: every key in the order of the records, two spaces, plain forms where they suffice."""
    data = to_plain(office)
    for days in data["calendar"].values():
        days[:] = [day if day["document"] or not day["date"] else day["date"] for day in days]
    for person in data["people"]:
        person["posts"] = [post if post["from"] or post["to"] else post["post"] for post in person["posts"]]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


# Text to plain values


def _decoded(text: str | bytes) -> str:
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadInput([Problem(f"byte {error.start}", "", "byte không phải UTF-8", "tệp UTF-8")]) from None
    if text.startswith("\ufeff"):
        raise BadInput([Problem("byte 0", "", "dấu BOM", "tệp UTF-8 không có BOM")])
    return text


class Keys(dict[str, Any]):
    """An object as read, with the keys it gives twice."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Plain]]) -> Keys:
    names = [_key(name) for name, _ in pairs]
    keys = Keys(zip(names, (value for _, value in pairs), strict=True))
    if len(keys) < len(pairs):
        keys.twice = tuple(name for name in keys if names.count(name) > 1)
    return keys


def _key(name: str) -> str:
    """The key, with half characters spelled out: no key of ours has one."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode()


def _load(text: str) -> Plain:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_whole)
    except json.JSONDecodeError as error:
        found = Found(text[error.pos : error.pos + 30] if error.pos < len(text) else "hết tệp")
        where = f"dòng {error.lineno}, cột {error.colno}"
        raise BadInput([Problem(where, "", found.line(), "JSON đúng cú pháp")]) from None


def _whole(digits: str) -> int | float:
    """A number too long to be one of ours becomes a float, which is refused where it stands."""
    return int(digits) if len(digits) <= 20 else float(digits)


# The single values of the contract


def _text(value: Plain) -> str:
    """Text as every file can hold it: half a character raises a kind of `ValueError`."""
    if not isinstance(value, str):
        raise ValueError
    if not value.isascii():
        value.encode()
    return value


def _number(value: Plain) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise ValueError
    return value


def _value(value: Plain) -> Plain:
    """A parameter's value: text, a whole number, yes or no, a list of texts, or a shape with parts."""
    if isinstance(value, list):
        return [_text(item) for item in value]
    if isinstance(value, dict):
        return {key: _part(each) for key, each in value.items()}
    if isinstance(value, bool) or (isinstance(value, int) and abs(value) <= LARGEST):
        return value
    return _text(value)


def _part(value: Plain) -> Plain:
    """A part of a shape; the exceptions of a share are a list of such shapes."""
    if isinstance(value, list):
        return [_value(item) for item in value]
    return _value(value)


_DECODER = Decoder(
    {
        **{str: _text, int: _number, bool: exactly(bool), Value: _value},
        dt.date: written(r"\d{4}-\d{2}-\d{2}", dt.date.fromisoformat),
        dt.datetime: written(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", dt.datetime.fromisoformat),
        dt.time: written(r"\d{2}:\d{2}", dt.time.fromisoformat),
    },
    short={
        Post: lambda value: {"post": value} if isinstance(value, str) else value,
        OfficeDay: lambda value: {"date": value} if isinstance(value, str) else value,
    },
)
"""`short`: what may be written as plain text, a post held always and a day no document ordered."""


def _shaped(raw: Plain) -> tuple[Office | None, list[Fault]]:
    """The office, or every key that is unknown, missing, or holds what it may not."""
    faults: list[Fault] = []
    if isinstance(raw, dict) and raw.get("format") is None:
        faults.append(Fault(("format",), "missing", hints(Office)["format"]))
    try:
        office = _DECODER.read(Office, raw)
    except Unfit as unfit:
        return None, faults + unfit.faults
    return None if faults else office, faults


def _names(raw: Plain) -> list[Problem]:
    """Names of regulations, keys of parameters and settings that nothing has, and values they cannot have."""
    part = (
        {key: raw[key] for key in ("format", "office", "profiles", "duties") if key in raw}
        if isinstance(raw, dict)
        else {}
    )
    office, _ = _shaped(part)
    if office is None:
        return []
    wrong = [*check_own_profiles(office), *check_settings(office.office, profiles_of(office)), *check_duties(office)]
    return [problem_at(raw, loc_of(raw, path), expected) for path, expected in wrong]
