"""The names by which rules, parameters of a regulation and settings of an office are known; standard library only.

Each is declared once, by whoever knows it, and imported everywhere else: a wrong one is an error, not a silence.
"""

import re
from typing import Generic, TypeVarTuple

Holes = TypeVarTuple("Holes")


class RuleId(str):
    """What a rule is called in findings, on the command line and in files: `meeting.quorum`."""

    __slots__ = ()


class Key(str):
    """A parameter of a regulation: `report.member.body`."""

    __slots__ = ()

    def matches(self, key: str) -> bool:
        return self == key


class SettingKey(str):
    """A setting of the office: `report.member.day`."""

    __slots__ = ()


class Family:
    """Names that differ in one place or more, each written `{}`."""

    __slots__ = ("pattern",)

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def matches(self, name: str) -> bool:
        return re.fullmatch(re.escape(self.pattern).replace(r"\{\}", r"[\w.-]+"), name) is not None


class KeyOf(Family, Generic[*Holes]):
    """One parameter for each body, or rule, or period: `KeyOf[Body]("meeting.quorum.{}")`."""

    __slots__ = ()

    def of(self, *holes: *Holes) -> Key:
        return Key(self.pattern.format(*holes))


class SettingOf(Family, Generic[*Holes]):
    """One setting for each of several rules: `SettingOf[RuleId]("{}.day")`."""

    __slots__ = ()

    def of(self, *holes: *Holes) -> SettingKey:
        return SettingKey(self.pattern.format(*holes))


Cited = Key | Family
