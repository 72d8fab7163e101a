"""Python's own import, kept before PySide6 puts a hook in its place through which imports cost a quarter more.

May import PySide6 only. Whoever opens a window imports this file first.
"""

import builtins
from collections.abc import Iterator
from contextlib import contextmanager

_python_import = builtins.__import__

import PySide6.QtCore  # noqa: E402, F401  (the hook is put in place here, after the original was kept)


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import as Python itself does while PySide6's own import hook stands aside."""
    hooked, builtins.__import__ = builtins.__import__, _python_import
    try:
        yield
    finally:
        builtins.__import__ = hooked
