"""A file that is to follow one of the office's own regulations, and what is told of it before anything is made of it.

May import domain, vi and exchange. Reads only; `succession` writes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop import vi
from desktop.domain.change_words import summary
from desktop.domain.facts import Facts
from desktop.domain.refusal import Refusal
from desktop.exchange.regulations.amended import Amended, amended
from desktop.exchange.regulations.amendment import instructions
from desktop.exchange.regulations.decision import decision_number
from desktop.exchange.regulations.file import read_regulation
from desktop.exchange.regulations.text import parse_text
from desktop.usecases.regulations.own_profile import held, text_of
from desktop.usecases.regulations.succession import taken_over
from desktop.usecases.regulations.text_beside import texts_beside

NO_OLD_TEXT = "Quy chế trước chưa kèm văn bản, nên không so được lời văn."


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A file that is to follow one of the office's own: its text as it will be kept, and what is told of it."""

    text: str
    title: str
    told: tuple[str, ...]


def coming(facts: Facts, ident: str, path: Path) -> Coming:
    """Raises `Refusal` where the file cannot be read, or amends a regulation whose text is not attached."""
    source = read_regulation(path)
    own, old = held(facts, ident), text_of(facts.office, ident)
    written = amended(old, source.text) if old else None
    if not old and instructions(source.text):
        raise Refusal(f"Đây là văn bản sửa đổi; cần kèm văn bản của “{own.title}” trước.", field="file")
    text = written.text if written else source.text
    words = parse_text(text)
    if not words.articles:
        raise Refusal("Văn bản không có điều nào, cần một quy chế chia thành các điều.", field="text")
    number = decision_number(source.text)
    title = _titled(words.title)
    if written:
        title = f"{own.title} (sửa đổi theo {number})" if number else f"{own.title} (sửa đổi)"
    elif number:
        title = f"{title}, số {number}"
    told = [*_written(written), *_changes(facts, ident, text)]
    return Coming(text=text, title=title, told=tuple(told))


def _titled(title: str) -> str:
    """`QUY CHẾ LÀM VIỆC của …` as a line of the list has it."""
    words = [word.lower() if word.isupper() and len(word) > 1 else word for word in title.split()]
    return vi.capital(" ".join(words))


def _written(written: Amended | None) -> Iterator[str]:
    if written:
        yield f"Văn bản sửa đổi, bổ sung: {len(written.done)} chỗ đã ghi vào lời văn của quy chế trước."
    for each in written.left if written else ():
        yield f"Chưa ghi được vào lời văn, cần đối chiếu tay: “{each}”."


def _changes(facts: Facts, ident: str, text: str) -> Iterator[str]:
    old, taken = text_of(facts.office, ident), taken_over(facts, ident, text)
    yield f"{vi.capital(summary(texts_beside(old, text)))}." if old else NO_OLD_TEXT
    kept = sum(each.value is None or each.cite is not None for each in taken.parameters)
    yield f"Giữ nguyên {kept} nội dung; {len(taken.asked)} nội dung chờ xác nhận lại."
    if taken.left:
        yield f"Nhiệm vụ riêng cần ghi lại theo lời văn mới: {'; '.join(each.title for each in taken.left)}."
