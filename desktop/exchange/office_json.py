"""The office in JSON: read strictly, every error found at once and named by its path; written in one canonical form.

Imports pydantic and `desktop.domain`.
"""

import datetime as dt
import functools
import json
import re
from dataclasses import fields, is_dataclass, replace
from types import GenericAlias
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StrictBool,
    StrictStr,
    ValidationError,
    create_model,
    model_validator,
)

from desktop.domain.plain import Hint, Plain, bare, composed, hints, is_required, item_of, json_key, to_plain
from desktop.domain.records import Document, Office, OfficeDay, Post, Value
from desktop.exchange.bad_input import BadInput, Found, Problem, loc_of, problem_at
from desktop.exchange.office_checks import check
from desktop.exchange.profiles import check_own_profiles, check_settings, profiles_of

LARGEST = 2**53 - 1
"""The largest whole number every reader of JSON holds exactly."""


def read_office(text: str | bytes) -> Office:
    """Read an office, or raise `BadInput` with every error; nothing is coerced, text is as it is stored."""
    try:
        raw = _load(_decoded(text))
        problems = [*_structure(raw), *check(raw), *_names(raw)]
    except RecursionError:
        raise BadInput([Problem("", "", "nhiều lớp lồng nhau", "JSON lồng không quá sâu")]) from None
    if problems:
        raise BadInput(list({problem.path: problem for problem in reversed(problems)}.values())[::-1])
    office: Office = composed(_model(Office).model_validate(raw)._record())
    return replace(office, documents=tuple(map(_register_line, office.documents)))


def _register_line(document: Document) -> Document:
    """A secret document keeps its line in the register only; its content has no place in the program."""
    return document if document.secrecy == "none" else replace(document, body="", issued=None, attachments=())


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
    """The key, with half characters spelled out: no key of ours has one, and pydantic cannot name them."""
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


# The shape of the records, made of their type hints


class _Strict(BaseModel):
    """An object of the contract: no unknown keys, no coercion, null is absent."""

    model_config = ConfigDict(extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, data: Plain) -> Plain:
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if value is not None}
        return data

    def _record(self) -> Plain:
        return _CLASS[type(self)](**{name: getattr(self, name) for name in self.model_fields_set})


_CLASS: dict[type[BaseModel], type] = {}
"""The dataclass each model was made of."""


@functools.cache
def _model(cls: type) -> type[_Strict]:
    """A pydantic model with the fields of a dataclass under their JSON keys."""
    parts: dict[str, Any] = {}
    for field in fields(cls):
        required = is_required(field) or (cls is Office and field.name == "format")
        default = ... if required else None
        parts[field.name] = (_strict(hints(cls)[field.name]), Field(default, alias=json_key(field.name)))
    model = create_model(cls.__name__, __base__=_Strict, **parts)
    _CLASS[model] = cls
    return model


def _strict(hint: Hint) -> Hint:
    """The type pydantic checks for a type of the records."""
    inner, item = bare(hint), item_of(hint)
    origin: Hint = get_origin(inner)
    if inner == Value:
        return Annotated[Any, PlainValidator(_value)]
    if item is not None:
        return _also(GenericAlias(list, (_strict(item),)), AfterValidator(tuple))
    if origin is dict:
        return GenericAlias(dict, (_SIMPLE[str], _strict(get_args(inner)[1])))
    if is_dataclass(inner) and isinstance(inner, type):
        whole = _also(_model(inner), AfterValidator(_Strict._record))
        return _also(whole, BeforeValidator(_SHORT[inner])) if inner in _SHORT else whole
    return inner if origin is Literal else _SIMPLE[inner]


def _also(hint: Hint, mark: AfterValidator | BeforeValidator) -> Hint:
    """The type with one more step of validation."""
    annotated: Any = Annotated
    return annotated[hint, mark]


def _text(value: str) -> str:
    """Composed text; half a character raises a kind of `ValueError`."""
    return composed(value)


def _value(value: Plain) -> Plain:
    """A parameter's value: text, a whole number, yes or no, or a list of texts."""
    fits = isinstance(value, str | bool) or (isinstance(value, int) and abs(value) <= LARGEST)
    if not (fits or (isinstance(value, list) and all(isinstance(item, str) for item in value))):
        raise ValueError
    return composed(value)


def _exact(pattern: str, kind: type) -> Hint:
    """A date or time in exactly one written form."""
    form = re.compile(pattern, re.ASCII)

    def parsed(value: Plain) -> Plain:
        if not (isinstance(value, str) and form.fullmatch(value)):
            raise ValueError
        return kind.fromisoformat(value)  # type: ignore[attr-defined]  # date, time and datetime have it

    return Annotated[Any, PlainValidator(parsed)]


_SIMPLE: dict[Hint, Hint] = {
    str: Annotated[StrictStr, AfterValidator(_text)],
    int: Annotated[int, Field(strict=True, ge=0, le=LARGEST)],
    bool: StrictBool,
    dt.date: _exact(r"\d{4}-\d{2}-\d{2}", dt.date),
    dt.datetime: _exact(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", dt.datetime),
    dt.time: _exact(r"\d{2}:\d{2}", dt.time),
}

_SHORT: dict[type, Any] = {
    Post: lambda value: {"post": value} if isinstance(value, str) else value,
    OfficeDay: lambda value: {"date": value} if isinstance(value, str) else value,
}
"""What may be written as plain text: a post held always, a day no document ordered."""


def _structure(raw: Plain) -> list[Problem]:
    """Every key that is unknown, missing, or holds what it may not."""
    try:
        _model(Office).model_validate(raw)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        return [problem_at(raw, each["loc"], unknown=each["type"] == "extra_forbidden") for each in found]
    return []


def _names(raw: Plain) -> list[Problem]:
    """Names of regulations, keys of parameters and settings that nothing has, and values they cannot have."""
    part = {key: raw[key] for key in ("format", "office", "profiles") if key in raw} if isinstance(raw, dict) else {}
    try:
        office: Office = _model(Office).model_validate(part)._record()
    except ValidationError:
        return []
    wrong = [*check_own_profiles(office), *check_settings(office.office, profiles_of(office))]
    return [problem_at(raw, loc_of(raw, path), expected) for path, expected in wrong]
