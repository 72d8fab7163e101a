"""Reads the file of an office's own regulation, plain text or Word, into text. May import domain."""

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.refusal import Refusal
from desktop.exchange.regulations.docx_text import read_docx
from desktop.exchange.regulations.words import LeftOut

_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class RegulationSource:
    """The text of a file, and what of the file is not in it."""

    text: str
    left_out: tuple[LeftOut, ...] = ()


def read_regulation(path: Path) -> RegulationSource:
    """Raises `Refusal` where the file is of another kind, too large, damaged, or cannot be read as text."""
    if path.stat().st_size > _MOST_BYTES:
        raise Refusal(f"Tệp {path.name} quá lớn, cần một văn bản không quá 20 MB.", field="file")
    if path.suffix.lower() == ".docx":
        return _word(path)
    if path.suffix.lower() == ".txt":
        return RegulationSource(_plain(path))
    raise Refusal(f"Tệp {path.name} không đọc được, cần tệp .txt hoặc .docx.", field="file")


def _plain(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        sentence = f"Tệp {path.name} có ký tự không đọc được; cần lưu lại theo bảng mã UTF-8."
        raise Refusal(sentence, field="file") from error


def _word(path: Path) -> RegulationSource:
    try:
        read = read_docx(path)
    except OSError:
        raise
    except Exception as error:  # a damaged file fails anywhere in the libraries that unpack it
        raise Refusal(f"Tệp {path.name} hỏng hoặc không phải tệp Word .docx.", field="file") from error
    return RegulationSource("\n\n".join(read.paragraphs), tuple(read.left_out))
