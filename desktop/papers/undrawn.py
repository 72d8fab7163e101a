"""Characters that a page does not show because its typeface has not got them. May import domain, vi, papers."""

from desktop.papers.fonts import VIETNAMESE
from desktop.papers.lines import clean


def undrawn(wanted: str, shown: str) -> str:
    """A sentence naming the characters of a text that the page does not show; nothing where it lacks none."""
    usual = VIETNAMESE.union(shown)
    lacking = dict.fromkeys(c for c in clean(wanted) if c not in usual and not c.isascii() and not c.isspace())
    named = ", ".join(f"“{letter}”" for letter in lacking)
    return f"phông chữ không có ký tự {named}; hãy bỏ đi hoặc viết bằng chữ." if named else ""
