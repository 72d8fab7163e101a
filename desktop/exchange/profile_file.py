"""Reads one file of regulation parameters, or of settings, from TOML. May import domain.

A profile holds parameters, citations and sentences of the project's own, never a regulation's words. A wrong file is
refused with its name and the key at fault.
"""

import datetime as dt
import re
import tomllib
from dataclasses import dataclass
from typing import Any, NewType, TypeVar

from desktop.domain.decoding import Decoder, Unfit, exactly, written
from desktop.domain.findings import Clause
from desktop.domain.keys import SettingKey
from desktop.domain.plain import Plain
from desktop.domain.records import Value
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import Dated, Oddity, Parameter, Profile, Silence
from desktop.domain.settings import Setting
from desktop.exchange.checks import one_of
from desktop.exchange.value_kinds import UNITS, problem_of

T = TypeVar("T")

_Sentence = NewType("_Sentence", str)
_Key = NewType("_Key", str)


@dataclass(frozen=True, kw_only=True)
class _Dated:
    """A repealed rule is written `repealed = true`, since TOML knows no empty value."""

    value: Value | None = None
    repealed: bool = False
    from_: dt.date | None = None
    at: str
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.value is None) != self.repealed:
            raise ValueError


@dataclass(frozen=True, kw_only=True)
class _Parameter:
    unit: str
    means: _Sentence
    values: tuple[_Dated, ...]

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError


def _of_one_value(data: Plain) -> Plain:
    """A parameter with one value writes it beside its unit."""
    if not isinstance(data, dict) or "values" in data:
        return data
    own = {"unit", "means"}
    return {key: data[key] for key in own & data.keys()} | {
        "values": [{key: value for key, value in data.items() if key not in own}]
    }


@dataclass(frozen=True, kw_only=True)
class _Silence:
    key: _Key
    means: _Sentence
    setting: str | None = None


@dataclass(frozen=True, kw_only=True)
class _Oddity:
    at: str | None = None
    finding: _Sentence
    treatment: _Sentence


@dataclass(frozen=True, kw_only=True)
class _Profile:
    title: str
    committee: str
    superior: str
    level: str
    status: str
    issued: str
    from_: dt.date | None = None
    replaces: str = ""
    parent: str | None = None
    inherits: tuple[_Key, ...] = ()
    binding: bool
    articles: int
    parameters: dict[_Key, _Parameter]
    silences: tuple[_Silence, ...] = ()
    oddities: tuple[_Oddity, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Reading:
    means: str
    profile: str = ""
    keys: tuple[_Key, ...]


@dataclass(frozen=True, kw_only=True)
class _ForReading:
    reading: tuple[_Reading, ...]


@dataclass(frozen=True, kw_only=True)
class _Content:
    unit: str
    means: _Sentence
    reading: str = ""


@dataclass(frozen=True, kw_only=True)
class _Setting:
    kind: str
    default: Value | None = None
    choices: tuple[str, ...] = ()
    title: str = ""
    means: _Sentence
    fills: tuple[str, ...]
    needs: tuple[str, ...] = ()
    reading: str = ""


_ONE = exactly(str, int, bool, dict)
_DECODER = Decoder(
    {
        **{kind: exactly(kind) for kind in (str, int, bool, dt.date)},
        Value: lambda value: [*map(exactly(str), value)] if isinstance(value, list) else _ONE(value),
        _Sentence: written(r"\S.*\."),
        _Key: written(r"[a-z0-9đ_-]+(\.[a-z0-9đ_-]+)+"),
    },
    short={_Parameter: _of_one_value},
)


def parse_profile(name: str, text: str) -> Profile:
    """Read one profile; what it inherits is only named (`inherited`) until its parent is laid under it."""
    file = f"{name}.toml"
    read = _read(_Profile, file, _toml(file, text))
    if read.inherits and read.parent is None:
        raise fault(file, "inherits", "thiếu parent")
    return Profile(
        **{key: getattr(read, key) for key in _HEADER},
        name=name,
        inherited=dict.fromkeys(read.inherits, read.parent or ""),
        parameters={key: _parameter(file, key, each, read.from_) for key, each in read.parameters.items()},
        silences=tuple(Silence(key=each.key, means=each.means, setting=each.setting) for each in read.silences),
        oddities=tuple(_oddity(file, each) for each in read.oddities),
    )


_HEADER = {
    *("title", "committee", "superior", "level", "status", "issued", "replaces", "parent", "binding", "articles"),
}


def _parameter(file: str, key: str, read: _Parameter, since: dt.date | None) -> Parameter:
    if read.unit not in UNITS:
        raise fault(file, f"parameters.{key}.unit", one_of(UNITS)(read.unit) or "")
    for each in read.values:
        if expected := problem_of(key, read.unit, each.value):
            raise fault(file, f"parameters.{key}.value", f"cần {expected}")
    return Parameter(
        key=key,
        unit=read.unit,
        means=read.means,
        values=tuple(_dated(f"{file}: parameters.{key}", each, since) for each in read.values),
    )


def parse_reading(file: str, text: str, profile: str) -> dict[str, str]:
    """The keys of a regulation's parameters that are for reading only, each with the reason."""
    read = _read(_ForReading, file, _toml(file, text))
    groups = (group for group in read.reading if group.profile in ("", profile))
    return {key: group.means for group in groups for key in group.keys}


def parse_contents(file: str, text: str) -> dict[str, Parameter]:
    """What an own regulation may lay down that none that ships does: parameters without a value."""
    read = {key: _read(_Content, f"{file}: {key}", data) for key, data in _toml(file, text).items()}
    for key, each in read.items():
        if each.unit not in UNITS:
            raise fault(file, f"{key}.unit", one_of(UNITS)(each.unit) or "")
    return {
        key: Parameter(key=key, unit=each.unit, means=each.means, values=(Dated(value=None),), reading=each.reading)
        for key, each in read.items()
    }


def _dated(place: str, read: _Dated, since: dt.date | None) -> Dated:
    return Dated(
        value=read.value,
        from_=read.from_ or since,
        at=parse_clause(read.at, place),
        also=tuple(parse_clause(each, place) for each in read.also),
    )


def _oddity(file: str, read: _Oddity) -> Oddity:
    at = None if read.at is None else parse_clause(read.at, f"{file}: oddities")
    return Oddity(at=at, finding=read.finding, treatment=read.treatment)


def parse_settings(file: str, text: str) -> dict[str, Setting]:
    """Read the catalogue of settings; a default that its own kind would refuse is refused here."""
    found = {}
    for key, data in _toml(file, text).items():
        read = _read(_Setting, f"{file}: {key}", data)
        setting = Setting(
            key=SettingKey(key),
            kind=read.kind,
            default=read.default,
            choices=read.choices,
            title=read.title,
            means=read.means,
            fills=read.fills,
            needs=read.needs,
            reading=read.reading,
        )
        if read.kind not in UNITS:
            raise fault(file, f"{key}.kind", one_of(UNITS)(read.kind) or "")
        if read.default is not None and (expected := setting_problem(setting, read.default)):
            raise fault(file, f"{key}.default", f"cần {expected}")
        found[key] = setting
    return found


def setting_problem(setting: Setting, value: object) -> str | None:
    """What a value of that setting should have been, or None where it is right."""
    return (one_of(setting.choices) if setting.choices else UNITS[setting.kind])(value)


# Citations

_PART = {
    "article": r"Điều \d+[a-zđ]?|Mục ([IVX]+|\d+)(\.\d+)*",
    "clause": r"khoản \d+[a-zđ]?( phần .+)?",
    "point": r"điểm ([a-zđ]|\d+(\.\d+)+)",
    "paragraph": r"đoạn (\d+|mở đầu|cuối|sau điểm [a-zđ])",
    "dash": r"(gạch đầu dòng|dấu cộng) thứ \d+",
}


def parse_clause(text: str, place: str = "") -> Clause:
    """Read `Điều 3, khoản 4, đoạn 3`; each part may stand once and in that order."""
    parts: dict[str, str] = {}
    names = iter(_PART)
    for printed in text.split(", "):
        name = next((each for each in names if re.fullmatch(_PART[each], printed)), None)
        if name is None:
            raise Refusal(f"{place}: nơi dẫn “{text}” chưa đúng ở “{printed}”.")
        parts[name] = printed
    if "article" not in parts:
        raise Refusal(f"{place}: nơi dẫn “{text}” thiếu điều.")
    return Clause(**parts)


# What is wrong with a file


def _toml(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refusal(f"{file}: tệp chưa đúng ({error}).") from error


def _read(cls: type[T], file: str, data: Plain) -> T:
    try:
        return _DECODER.read(cls, data)
    except Unfit as unfit:
        loc, why, _ = unfit.faults[0]
        raise fault(file, ".".join(map(str, loc)), _SAID[why]) from unfit


_SAID = {"missing": "còn thiếu", "unknown": "không có mục này", "wrong": "ghi chưa đúng"}


def fault(file: str, key: str, expected: str) -> Refusal:
    """A file that ships is wrong at a key."""
    return Refusal(f"{file}: mục {key} sai, {expected}.", field=key)
