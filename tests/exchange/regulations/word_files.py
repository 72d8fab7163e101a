"""Word files of a text: plain, numbered by Word itself, beside the old wording in a table, with tracked changes.

Each maker returns the file and every word that is seen in it.
"""

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

STRUCK = "chữ cũ bị gạch bỏ"
OLD, NEW, WHY = "Quy chế hiện hành", "Dự thảo sửa đổi, bổ sung", "Lý do"
NOTE, BOX = "Chú thích do người thử viết.", "Chữ trong hộp"
_LEVELS = (r"Điều (\d+)\. ", r"(\d+)\. ", r"([abcdeg])\) ")
_DEFINITION = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="801">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>"""
_NUM = f'<w:num {nsdecls("w")} w:numId="901"><w:abstractNumId w:val="801"/></w:num>'


def lines_of(text: str) -> list[str]:
    """What XML can hold of each line."""
    return [re.sub(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", line) for line in text.split("\n")]


def plain(text: str) -> tuple[bytes, str]:
    return _saved([_paragraph(_run(line)) for line in lines_of(text)]), text


def numbered(text: str) -> tuple[bytes, str]:
    """Articles, clauses and points counted by Word wherever its count gives the number that stands there."""
    counts = [0, 0, 0]
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_DEFINITION))
    numbering.append(parse_xml(_NUM))
    return _saved([_counted(line, counts) for line in lines_of(text)], document), text


def _counted(line: str, counts: list[int]) -> str:
    for level, pattern in enumerate(_LEVELS):
        found = re.match(rf"\s*{pattern}(?=\S)", line)
        written = str(counts[level] + 1) if level < 2 else "abcdefg"[counts[level] % 7]
        if found and found[1] == written:
            counts[level] += 1
            counts[level + 1 :] = [0] * (2 - level)
            place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="901"/></w:numPr>'
            return _paragraph(f"<w:pPr>{place}</w:pPr>{_run(line[found.end() :])}")
    return _paragraph(_run(line))


def compared(text: str) -> tuple[bytes, str]:
    """The text in the middle column of a table, the wording in force on its left, the reasons on its right."""
    rows = [(OLD, NEW, WHY), *((f"{number}. Chữ cũ.", line, "Cho rõ.") for number, line in enumerate(text.split("\n")))]
    table = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    whole = f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/>{table}</w:tbl>"
    return _saved([whole]), "\n".join("\n".join(row) for row in rows)


def _cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(f'<w:p>{_run(line)}</w:p>' for line in lines_of(text))}</w:tc>"


def tracked(text: str) -> tuple[bytes, str]:
    """Every third line brought in by a change, and one word struck out in it."""
    made, shown = [], []
    for at, line in enumerate(lines_of(text)):
        changed = at % 3 == 0 and bool(line.strip())
        made.append(_paragraph(_changed(line) if changed else _run(line)))
        shown += [line, STRUCK] if changed else [line]
    return _saved(made), "\n".join(shown)


def _changed(line: str) -> str:
    struck = f'<w:del w:id="1" w:author="a">{_run(STRUCK, "delText")}</w:del>'
    before, after = (f'<w:ins w:id="2" w:author="a">{_run(part)}</w:ins>' for part in (line[:9], line[9:]))
    return before + struck + after


def annotated(text: str) -> tuple[bytes, str]:
    """A footnote at every tenth line, and a text box at the first."""
    document = docx.Document()
    _notes(document)
    made = list(_annotated(lines_of(text)))
    notes = len([line for line in made if "footnoteReference" in line])
    return _saved(made, document), "\n".join([text, BOX, *[NOTE] * min(notes, 1)])


def _annotated(lines: list[str]) -> Iterator[str]:
    box = f"<w:r><w:pict><w:txbxContent>{'<w:p>' + _run(BOX) + '</w:p>'}</w:txbxContent></w:pict></w:r>"
    for at, line in enumerate(lines):
        note = '<w:r><w:footnoteReference w:id="2"/></w:r>' if at == 10 else ""
        yield _paragraph((box if at == 0 else "") + _run(line) + note)


def _notes(document: Any) -> None:  # noqa: ANN401 - python-docx makes its documents in a function
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    body = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p>{_run(NOTE)}</w:p></w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, body.encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")


def _paragraph(inner: str) -> str:
    return f"<w:p {nsdecls('w')}>{inner}</w:p>"


def _run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def _saved(made: list[str], document: Any = None) -> bytes:  # noqa: ANN401 - as above
    document = document or docx.Document()
    body = document.element.body
    for one in made:
        body.insert(len(body) - 1, parse_xml(one))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
