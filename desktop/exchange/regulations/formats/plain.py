"""Plain text in UTF-8, in UTF-16 with or without its mark, or in a code from before Unicode. May import exchange."""

from pathlib import Path

from desktop.exchange.regulations.old_codes import from_bytes, said
from desktop.exchange.regulations.source import Format, RegulationSource, refused

_UTF_16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LEAST_ZEROS = 0.3
"""So many of every second byte are zero in UTF-16 of Vietnamese, whose spaces and plain letters all have one."""

_LEAST_LETTERS = 8


def read_plain(path: Path) -> RegulationSource:
    data = path.read_bytes()
    for encoding in (_utf_16(data), "utf-8-sig"):
        try:
            if encoding:
                return RegulationSource(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _in_old_code(path, data)


def _utf_16(data: bytes) -> str:
    marked = next((encoding for mark, encoding in _UTF_16 if data.startswith(mark)), "")
    half = len(data) // 2
    if marked or half < _LEAST_LETTERS:
        return marked
    if data[1::2].count(0) > half * _LEAST_ZEROS:
        return "utf-16-le"
    return "utf-16-be" if data[::2].count(0) > half * _LEAST_ZEROS else ""


def _in_old_code(path: Path, data: bytes) -> RegulationSource:
    read = from_bytes(data)
    if read is None:
        raise refused(path, "có ký tự không đọc được; cần lưu lại theo bảng mã UTF-8.")
    text, code = read
    return RegulationSource(text, oddities=said(code))


FORMAT = Format((".md", ".txt"), read_plain)
