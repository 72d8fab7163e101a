"""The register of papers that come in as an Excel sheet. May import domain, vi and exchange."""

from collections.abc import Iterable

from desktop import vi
from desktop.exchange.lists.excel import file_of
from desktop.exchange.lists.list_kind import ListKind
from desktop.usecases.incoming.rows import STATE, IncomingRow

NAME = "Sổ văn bản đến.xlsx"
INCOMING = ListKind(
    name="incoming",
    sheet="Sổ văn bản đến",
    columns={
        "number": ("Số đến", 8),
        "arrived": ("Ngày đến", 12),
        "sender": ("Nơi gửi", 30),
        "symbol": ("Số, ký hiệu", 16),
        "date": ("Ngày văn bản", 12),
        "title": ("Trích yếu", 60),
        "secrecy": ("Độ mật", 10),
        "urgency": ("Độ khẩn", 12),
        "asks": ("Yêu cầu", 24),
        "due": ("Hạn", 12),
        "passed": ("Chuyển cho", 40),
        "state": ("Tình trạng", 18),
        "settled": ("Ngày xong", 12),
        "answer": ("Văn bản trả lời, kết quả", 40),
    },
    chief="title",
    beside=frozenset({"number", "symbol"}),
    longest=1000,
    most=20_000,
    no_head="Không thấy dòng tiêu đề: cần cột Trích yếu và cột Số đến hoặc cột Số, ký hiệu.",
    called="Sổ",
    holds="văn bản đến",
)


def export(rows: Iterable[IncomingRow]) -> bytes:
    """The lines in their order; text in them never becomes a formula."""
    return file_of(INCOMING, map(_cells, rows))


def _cells(one: IncomingRow) -> list[object]:
    paper = one.paper
    return [
        paper.number,
        vi.day(paper.arrived) if paper.arrived else "",
        paper.sender,
        paper.symbol,
        vi.day(paper.date) if paper.date else "",
        paper.title,
        vi.SECRECY[paper.secrecy] if paper.secrecy != "none" else "",
        vi.URGENCY[paper.urgency] if paper.urgency != "none" else "",
        one.asked if paper.asks else "",
        vi.day(paper.due) if paper.due else "",
        one.passed,
        STATE[one.state],
        vi.day(one.settled) if one.settled else "",
        one.answer or paper.result,
    ]
