"""Nodes of WordprocessingML: their names, children and attributes. Standard library only."""

from typing import Any, TypeAlias

Node: TypeAlias = Any
"""A node of the file's XML."""
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def qualified(name: str) -> str:
    """The name of a node as the parser gives it."""
    return _SPACE + name


def tag_of(node: Node) -> str:
    """Comments and processing instructions have none."""
    return node.tag if isinstance(node.tag, str) else ""


def children(node: Node, name: str) -> list[Node]:
    return [] if node is None else list(node.findall(qualified(name)))


def child(node: Node, name: str) -> Node:
    return None if node is None else node.find(qualified(name))


def attribute(node: Node, name: str) -> str:
    return "" if node is None else str(node.get(qualified(name)) or "")


def value(node: Node) -> str:
    return attribute(node, "val")


def on(properties: Node, name: str) -> bool:
    """Whether a property that is on or off is on: it needs no value for that."""
    node = child(properties, name)
    return node is not None and value(node) not in ("0", "false", "off")
