"""Figures as they leave the program: JSON, an Excel file of three sheets, or a short table to be read.

May import domain, vi and exchange.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from desktop import vi
from desktop.domain.figures import Figures, LineFigures
from desktop.domain.periods import TERM, period
from desktop.domain.refusal import Refusal
from desktop.exchange.figures_json import write_figures, write_sums
from desktop.exchange.rule_words import load_words

WHOSE = (("Cơ quan", 30), ("Loại cấp ủy", 24), ("Kỳ", 14))
"""What stands before every line, so that the sheets of many offices can be put under one another."""
LINES = (
    *(("Mã", 30), ("Phần", 34), ("Nội dung", 56), ("Đơn vị tính", 14), ("Đúng", 10), ("Đã đối chiếu", 12)),
    *(("Chưa đúng", 10), ("Còn hạn", 10), ("Chưa rõ", 10), ("Chưa đủ thông tin", 12), ("Miễn", 10)),
    *(("Theo mẫu, chưa đối chiếu", 14), ("Quy chế không quy định", 14)),
)
COUNTS = (("Mã", 34), ("Phần", 34), ("Nội dung", 60), ("Đơn vị tính", 14), ("Số lượng", 10), ("Trên tổng số", 12))
CAUSES = (("Mã", 18), ("Nguyên nhân", 40), ("Số trường hợp", 14))
ENDINGS = (".json", ".xlsx")


def refuse_ending(path: Path) -> None:
    if path.suffix.lower() not in ENDINGS:
        raise Refusal(f"Tệp số liệu phải có đuôi .json hoặc .xlsx, không phải {path.name}", field="output")


def as_file(path: Path, shown: Sequence[Figures], *, added: bool = False) -> bytes:
    """What is to stand in a file of that name; raises Refusal where its ending is another one."""
    refuse_ending(path)
    return _workbook(shown) if path.suffix.lower() == ".xlsx" else as_json(shown, added=added).encode()


def as_json(shown: Sequence[Figures], *, added: bool = False) -> str:
    return write_sums(shown) if added else write_figures(shown[0])


def _workbook(shown: Sequence[Figures]) -> bytes:
    from desktop.exchange.lists.excel import Table, book_of  # the writer of Excel files is slow to import

    def table(
        title: str, columns: Sequence[tuple[str, int]], lines: Callable[[Figures], Iterable[list[object]]]
    ) -> Table:
        heads = [*WHOSE, *columns]
        whole = ([*_whose(one), *line] for one in shown for line in lines(one))
        return Table(title, [head for head, _width in heads], [width for _head, width in heads], whole)

    return book_of(
        [
            table("Tổng hợp", LINES, _lines),
            table("Số liệu", COUNTS, _counts),
            table("Nguyên nhân", CAUSES, _causes),
        ]
    )


def _whose(one: Figures) -> list[str]:
    return [whose(one), one.kind.words, one.period.code]


def whose(one: Figures) -> str:
    return one.office.name or f"{one.offices} cơ quan"


def _titles() -> dict[str, str]:
    return {each.key: each.title for each in load_words().sections}


def _lines(one: Figures) -> Iterator[list[object]]:
    for line in (one.total, *one.lines):
        numbers = (line.n, line.of, line.breach, line.due, line.unclear, line.unknown, line.exempt, line.unchecked)
        yield [line.key, _titles().get(line.section, ""), line.words, line.unit, *numbers, line.silent_in]


def _counts(one: Figures) -> Iterator[list[object]]:
    """The days by which a sum is weighed stand first."""
    days = one.days
    yield ["days.judged", "", "Số ngày có quy chế, có ghi sổ theo dõi trong kỳ", "ngày", days.judged, days.of]
    for held in one.in_force:
        yield [f"days.{held.profile}", "", f"Số ngày có hiệu lực: {held.title}", "ngày", held.days, held.of]
    for figure in one.counts:
        yield [figure.key, _titles().get(figure.section, ""), figure.words, figure.unit, figure.n, figure.of]


def _causes(one: Figures) -> Iterator[list[object]]:
    for cause in one.causes:
        yield [cause.key, cause.words, cause.n]


# The short table


def as_text(shown: Sequence[Figures]) -> str:
    return "\n\n".join("\n".join(_text(one)) for one in shown)


def _text(one: Figures) -> Iterator[str]:
    """What was tried, what was counted and why, without what is nought and what is told by kind."""
    kind = f" ({one.kind.words})" if one.kind.words else ""
    yield f"{whose(one)}{kind}, {period_words(one)}, số liệu tính đến {vi.day(one.period.until)}"
    for held in one.in_force:
        yield f"{held.title}: có hiệu lực {held.days}/{held.of} ngày"
    yield from (_told(line) for line in (one.total, *one.lines) if _is_tried(line))
    whole = (each for each in one.counts if (each.n or each.of) and each.key.count(".") == 1)
    yield from (f"{_share(each.n, each.of):>11}  {each.words}" for each in whole)
    yield from (f"{each.n:>11}  Nguyên nhân: {each.words}" for each in one.causes if each.n)


def period_words(one: Figures) -> str:
    found = period(one.period.code)
    return found.words if found and one.period.code != TERM else "toàn khóa"


def _is_tried(line: LineFigures) -> bool:
    return any((line.of, line.due, line.unclear, line.unknown, line.exempt, line.unchecked))


def _told(line: LineFigures) -> str:
    beside = {"còn hạn": line.due, "chưa rõ": line.unclear, "chưa đủ thông tin": line.unknown, "miễn": line.exempt}
    beside[vi.UNCHECKED] = line.unchecked
    said = "; ".join(f"{words} {number}" for words, number in beside.items() if number)
    return f"{_share(line.n, line.of):>11}  {line.words}{f' ({said})' if said else ''}"


def _share(part: int, whole: int | None) -> str:
    return f"{part}/{whole}" if whole is not None else str(part)
