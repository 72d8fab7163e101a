"""Reads an office's own regulation, from a file of any kind or from a paste, into text. May import exchange."""

from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.exchange.regulations import formats
from desktop.exchange.regulations.old_codes import from_old_code, said
from desktop.exchange.regulations.source import RegulationSource, refused

_MOST_BYTES = 20_000_000
_MOST_LETTERS = 500_000
_PASTED = "Đoạn dán vào"


def read_regulation(path: Path) -> RegulationSource:
    """Raises `Refusal` where the file is of another kind, empty, too large, damaged, or cannot be read as text."""
    kind = formats.load().get(path.suffix.lower())
    if kind is None:
        raise refused(path, f"không đọc được, cần tệp {', '.join(formats.offered())}.")
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise refused(path, "quá lớn, cần một văn bản không quá 20 MB.")
    if kind.offered and not size:
        raise refused(path, "trống, không có chữ nào.")
    return _in_unicode(kind.read(path), f"Tệp {path.name}")


def read_pasted(text: str) -> RegulationSource:
    """The same of words pasted into the window."""
    return _in_unicode(RegulationSource(text), _PASTED)


def _in_unicode(source: RegulationSource, named: str) -> RegulationSource:
    if not source.text.strip():
        raise Refusal(f"{named} trống, không có chữ nào.", field="file")
    if len(source.text) > _MOST_LETTERS:
        raise Refusal(
            f"{named} quá dài để là một quy chế, cần một văn bản không quá năm trăm nghìn ký tự.", field="file"
        )
    text, code = from_old_code(source.text)
    return RegulationSource(text, source.left_out, (*said(code), *source.oddities))
