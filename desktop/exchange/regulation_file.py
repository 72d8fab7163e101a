"""Reads the file of an office's own regulation, plain text or Word, into text. May import domain and docx."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.refusal import Refusal

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MOST_BYTES = 20_000_000


def read_regulation(path: Path) -> str:
    """Raises `Refusal` where the file is of another kind, too large, or cannot be read as text."""
    if path.stat().st_size > _MOST_BYTES:
        raise Refusal(f"Tệp {path.name} quá lớn, cần một văn bản không quá 20 MB.", field="file")
    if path.suffix.lower() == ".docx":
        return _word(path)
    if path.suffix.lower() == ".txt":
        return _plain(path)
    raise Refusal(f"Tệp {path.name} không đọc được, cần tệp .txt hoặc .docx.", field="file")


def _plain(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        sentence = f"Tệp {path.name} có ký tự không đọc được; cần lưu lại theo bảng mã UTF-8."
        raise Refusal(sentence, field="file") from error


def _word(path: Path) -> str:
    import docx  # only here: it is slow to load, and most starts never need it
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Refusal(f"Tệp {path.name} hỏng hoặc không phải tệp Word .docx.", field="file") from error
    return "\n\n".join(_paragraphs(document.iter_inner_content()))


def _paragraphs(content: "Iterator[Paragraph | Table]") -> Iterator[str]:
    """The words of paragraphs and of table cells, in the order of the page; merged cells are read once."""
    for block in content:
        if hasattr(block, "rows"):
            seen = {id(cell._tc): cell for row in block.rows for cell in row.cells}
            for cell in seen.values():
                yield from _paragraphs(cell.iter_inner_content())
        else:
            yield block.text
