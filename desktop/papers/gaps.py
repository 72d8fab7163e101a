"""What is still to be written on a paper that bears a number: its signer, its dotted places. May import the paper."""

from collections.abc import Iterator

from desktop.papers.paper import DOTS, FEW_DOTS, Block, Paper, Paragraph, Run, Table

LEFT = FEW_DOTS[:2]
"""Two of the dots that stand where a fact is missing."""
TO_SIGN = "; cần chọn người ký, hoặc ghi chức vụ đó cho một người trong Danh mục"


def gaps(paper: Paper) -> Iterator[str]:
    """Nothing of a paper without a number, nor of one that is filled in by hand."""
    head = paper.head
    if head is None or not head.number or paper.by_hand:
        return
    if LEFT in head.number:
        yield "Chưa có ký hiệu cơ quan ban hành."
    if LEFT in head.place_date:
        yield "Chưa có địa danh."
    if paper.signer and not paper.signer.name.strip(DOTS):
        wanted = ", ".join((*paper.signer.authority, *paper.signer.post))
        yield f"Chưa có họ tên người ký ({wanted}){TO_SIGN if paper.signer.post else ''}."
    summary = paper.summary if paper.title else head.letter_summary
    if not summary.strip() or LEFT in summary:
        yield "Trích yếu còn để trống."
    if any(not name.strip() or LEFT in name for name in paper.addressed):
        yield "Nơi gửi (Kính gửi) còn để trống."
    yield from _in_body(paper.blocks)


def _in_body(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every dotted place by the words before it, each once."""
    said, before = dict[str, None](), ""
    for block in blocks:
        if isinstance(block, Paragraph):
            text = "".join(run.text for run in block.runs)
            words = text.partition(LEFT)[0].strip("- ")
            before = words or before
            if block.dotted or LEFT in text:
                said[f"Còn chỗ để trống: “{_end(before)}”." if before else "Nội dung văn bản còn để trống."] = None
        elif isinstance(block, Table) and any(LEFT in _text(cell) for row in block.rows for cell in row.cells):
            said["Còn chỗ để trống trong bảng."] = None
    yield from said


def _text(cell: str | tuple[Run, ...] | None) -> str:
    return cell if isinstance(cell, str) else "".join(run.text for run in cell or ())


def _end(text: str) -> str:
    """The last words before the place."""
    text = text.rstrip(" :,;")
    return text if len(text) <= 60 else f"…{text[-60:]}"
