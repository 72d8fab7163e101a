"""Names of rules, parameters and settings are declared once and imported: no raw one stands anywhere in the program.

What is declared is known to a regulation or to the settings; what a regulation holds is declared, or only to be read.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop.domain.compliance import RULES
from desktop.domain.keys import Family, KeyOf, SettingOf
from desktop.exchange.profiles import load_profiles, load_settings

ROOT = Path(__file__).resolve().parent.parent
DECLARING = ("Rule", "Key", "SettingKey", "KeyOf", "SettingOf")


class Declared(NamedTuple):
    kind: str
    name: str
    where: str


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every file but the one that knows the names of 0.1."""
    for path in sorted({*(ROOT / "desktop").rglob("*.py")} - {ROOT / "desktop/domain/former.py"}):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def kind_of(call: ast.AST) -> str:
    """`KeyOf` of `KeyOf[Body]("…")`; empty for what declares nothing."""
    if not isinstance(call, ast.Call):
        return ""
    made = call.func.value if isinstance(call.func, ast.Subscript) else call.func
    return made.id if isinstance(made, ast.Name) and made.id in DECLARING else ""


def named(call: ast.AST) -> ast.expr | None:
    return call.args[0] if isinstance(call, ast.Call) and call.args else None


@cache
def declared() -> tuple[Declared, ...]:
    """Every name declared by a literal."""
    found = []
    for where, tree in trees():
        for node in ast.walk(tree):
            literal = named(node)
            if kind_of(node) and isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                found.append(Declared(kind_of(node), literal.value, where))
    return tuple(found)


@cache
def parameters() -> frozenset[str]:
    return frozenset(key for profile in load_profiles().values() for key in profile.parameters)


@cache
def silences() -> frozenset[str]:
    return frozenset(silence.key for profile in load_profiles().values() for silence in profile.silences)


@cache
def known() -> frozenset[str]:
    """Every name there is; the one word `count` is too common to be looked for."""
    return frozenset({*RULES, *parameters(), *silences(), *load_settings()} - {"count", "spelling"})


def family(one: Declared) -> Family:
    kinds: dict[str, type[Family]] = {"KeyOf": KeyOf, "SettingOf": SettingOf}
    return kinds[one.kind](one.name)


def matched(one: Declared) -> set[str]:
    """The parameters or settings a declaration names."""
    if one.kind == "SettingKey":
        return {one.name} & set(load_settings())
    if one.kind == "Key":
        return {one.name} & (parameters() | silences())
    among = load_settings() if one.kind == "SettingOf" else parameters() | silences()
    return {name for name in among if family(one).matches(name)}


def test_no_raw_name_stands_in_the_program() -> None:
    raw = []
    for where, tree in trees():
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        said |= {id(named(node)) for node in ast.walk(tree) if kind_of(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and node.value in known() and id(node) not in said:
                raw.append(f"{where}:{node.lineno} {node.value}")
    assert not raw, raw


def test_no_name_is_put_together_where_it_is_used() -> None:
    made = [
        f"{where}:{node.lineno}"
        for where, tree in trees()
        for node in ast.walk(tree)
        if kind_of(node) and isinstance(named(node), ast.JoinedStr) and where != "desktop/domain/keys.py"
    ]
    assert not made, made


def test_every_name_is_declared_once() -> None:
    counted = Counter((one.kind, one.name) for one in declared())
    assert [name for name, times in counted.items() if times > 1] == []


def test_a_rule_stands_in_the_file_of_its_name() -> None:
    files = {one.name: one.where for one in declared() if one.kind == "Rule"}
    assert files == {name: f"desktop/domain/rules/{re.sub('[.-]', '_', name)}.py" for name in RULES}


def test_what_is_declared_is_known() -> None:
    assert [one for one in declared() if one.kind != "Rule" and not matched(one)] == []


def test_whatever_a_regulation_holds_is_declared_or_only_to_be_read() -> None:
    named_ = {
        name for one in declared() if one.kind not in ("Rule", "SettingOf", "SettingKey") for name in matched(one)
    }
    read = {key for profile in load_profiles().values() for key, each in profile.parameters.items() if each.reading}
    assert sorted(parameters() - named_ - read) == []


def test_every_setting_is_declared() -> None:
    named_ = {name for one in declared() if one.kind in ("SettingKey", "SettingOf") for name in matched(one)}
    assert sorted(name for name, each in load_settings().items() if name not in named_ and not each.reading) == []
