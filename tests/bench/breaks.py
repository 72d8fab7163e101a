"""The ways in which a line of the program is broken on purpose, and the file's code with one of them made."""

import ast
import copy
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from types import CodeType
from typing import NamedTuple

FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
EMPTY = {"str": "''", "int": "0", "list": "[]", "tuple": "()", "dict": "{}", "Iterator": "iter(())"}
"""What a function returns in place of what it found, by the first word of its annotation; else None."""


class Break(NamedTuple):
    """One place and what is done to it; `number` tells it from the others of its file."""

    file: str
    line: int
    number: int
    of: str
    source: str
    change: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.of, self.source, self.change


class Spot(NamedTuple):
    """A node that can be exchanged for another; `keyword` is `strict=` where it is the value of that argument."""

    of: str
    node: ast.expr
    new: ast.expr
    put: Callable[[ast.expr], None]
    keyword: str


def breaks_of(path: Path, name: Path) -> Iterator[Break]:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    for number, spot in enumerate(_spots(ast.parse(text))):
        change = " -> ".join(f"{spot.keyword}{ast.unparse(each)}" for each in (spot.node, spot.new))
        line = spot.node.lineno
        yield Break(str(name), line, number, spot.of, lines[line - 1].strip(), change)


def broken(path: Path, one: Break) -> CodeType:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    spot = list(_spots(tree))[one.number]
    spot.put(ast.fix_missing_locations(ast.copy_location(spot.new, spot.node)))
    return compile(tree, str(path), "exec")


def watched(path: Path, name: str, numbers: Collection[int]) -> CodeType:
    """The file's code that calls `note_reached(name, numbers)` wherever breaks of these numbers would be made."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    at: dict[int, tuple[Spot, list[int]]] = {}
    for number, spot in enumerate(_spots(tree)):
        if number in numbers:
            at.setdefault(id(spot.node), (spot, []))[1].append(number)
    for spot, here in at.values():
        call = ast.parse(f"(note_reached({name!r}, {here}), 0)[1]", mode="eval").body
        assert isinstance(call, ast.Subscript)
        assert isinstance(call.value, ast.Tuple)
        call.value.elts[1] = spot.node
        spot.put(ast.fix_missing_locations(ast.copy_location(call, spot.node)))
    return compile(tree, str(path), "exec")


def _spots(tree: ast.Module) -> Iterator[Spot]:
    """In functions only: what stands outside is done when the file is read, once for all tests."""
    yield from _outside(tree, "")


def _outside(node: ast.Module | ast.ClassDef, of: str) -> Iterator[Spot]:
    for each in node.body:
        if isinstance(each, ast.ClassDef):
            yield from _outside(each, f"{of}.{each.name}".lstrip("."))
        elif isinstance(each, ast.FunctionDef):
            yield from _inside(each, of, None)


def _inside(node: ast.AST, of: str, returns: ast.expr | None) -> Iterator[Spot]:
    if isinstance(node, ast.pattern):
        return
    if isinstance(node, ast.FunctionDef):
        for each in node.body:
            yield from _inside(each, f"{of}.{node.name}".lstrip("."), node.returns)
        return
    for name, value in ast.iter_fields(node):
        children = value if isinstance(value, list) else [value]
        for place, child in enumerate(children):
            if name in ("annotation", "returns") or not isinstance(child, ast.AST) or isinstance(child, ast.JoinedStr):
                parts = child.values if isinstance(child, ast.JoinedStr) else []
                for part in parts:
                    yield from _inside(part, of, returns)
                continue
            if isinstance(child, ast.expr):
                put = _putter(node, name, place if isinstance(value, list) else None)
                keyword = f"{node.arg}=" if isinstance(node, ast.keyword) and node.arg else ""
                yield from (Spot(of, child, new, put, keyword) for new in _instead(node, name, child, returns))
            yield from _inside(child, of, returns)


def _putter(node: ast.AST, name: str, place: int | None) -> Callable[[ast.expr], None]:
    def put(new: ast.expr) -> None:
        if place is None:
            setattr(node, name, new)
        else:
            getattr(node, name)[place] = new

    return put


def _instead(parent: ast.AST, name: str, node: ast.expr, returns: ast.expr | None) -> Iterator[ast.expr]:
    if isinstance(parent, ast.comprehension) and name == "ifs":
        yield ast.Constant(True)
    if name == "test" and not isinstance(node, ast.Compare | ast.UnaryOp):
        yield ast.UnaryOp(ast.Not(), node)
    if isinstance(parent, ast.Return):
        yield from _returned(node, returns)
    yield from _changed(node)


def _returned(node: ast.expr, returns: ast.expr | None) -> Iterator[ast.expr]:
    said = ast.unparse(returns).strip("'\"") if returns else ""
    kind = said.partition("[")[0]
    if kind == "bool":
        if not isinstance(node, ast.Compare | ast.Constant | ast.UnaryOp):
            yield ast.UnaryOp(ast.Not(), node)
        return
    empty = ast.parse(EMPTY.get(kind, "None"), mode="eval").body
    if ast.dump(empty) != ast.dump(node):
        yield empty


def _changed(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in FLIPPED:
            yield _with(node, ops=[FLIPPED[type(op)]()])
        case ast.BoolOp(values=values):
            for place in range(len(values)):
                rest = values[:place] + values[place + 1 :]
                yield rest[0] if len(rest) == 1 else _with(node, values=rest)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.BinOp(op=ast.Add() | ast.Sub()) if not (_is_text(node.left) or _is_text(node.right)):
            yield _with(node, op=ast.Sub() if isinstance(node.op, ast.Add) else ast.Add())
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _with(node: ast.expr, **changed: object) -> ast.expr:
    made = copy.copy(node)
    for name, value in changed.items():
        setattr(made, name, value)
    return made
