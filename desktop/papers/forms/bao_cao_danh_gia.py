"""Parts II and III of the report on the regulation: what went well, what did not, why, and what is proposed.

May import domain, vi, papers. Only what figures and the office's own notes say; the rest is room to write.
"""

from collections.abc import Iterator
from dataclasses import replace

from desktop import vi
from desktop.domain.account import Account, Case, Line
from desktop.papers.forms.bao_cao_words import lowered, named, of_whole
from desktop.papers.forms.words import bare
from desktop.papers.paper import Block, heading, italic, para, writing_line

NOTHING_JUDGED = "Trong kỳ chưa có trường hợp nào được đối chiếu với quy chế."
ROOM = (replace(writing_line(), tied=True), writing_line())
"""Lines to write on where the office adds its own; they stay on one page."""


def judgement(account: Account) -> Iterator[Block]:
    yield heading("1. Ưu điểm")
    yield from _kept(account)
    yield heading("2. Hạn chế")
    yield from _broken(account)
    yield heading("3. Nguyên nhân")
    yield from _noted(account, "explanation", "Giải trình đã ghi đối với từng trường hợp")
    yield heading("4. Bài học kinh nghiệm")
    yield from _noted(account, "remedy", "Biện pháp khắc phục đã ghi đối với từng trường hợp")


def _kept(account: Account) -> Iterator[Block]:
    """By section, the rules of which every case was kept."""
    if account.total.state != "judged":
        yield para(NOTHING_JUDGED)
        return
    if not any(map(_is_whole, account.lines)):
        yield para("Chưa có nội dung nào được thực hiện đúng ở mọi trường hợp đã đối chiếu trong kỳ.")
        return
    yield para("Các nội dung sau được thực hiện đúng ở mọi trường hợp đã đối chiếu trong kỳ:", tied=True)
    for section in account.sections:
        whole = [line for line in section.lines if _is_whole(line)]
        if whole:
            kept = "; ".join(f"{lowered(line.figure.words)} {of_whole(line.figure)}" for line in whole)
            yield para(f"- {section.title}: {kept}.")


def _is_whole(line: Line) -> bool:
    return bool(line.figure.whole) and line.figure.part == line.figure.whole


def _broken(account: Account) -> Iterator[Block]:
    """By section, the rules of which a case was broken, the most often broken first."""
    if account.total.state != "judged":
        yield para(NOTHING_JUDGED)
        return
    if not any(line.broken for line in account.lines):
        yield para("Chưa ghi nhận trường hợp nào thực hiện chưa đúng quy chế trong kỳ.")
        return
    yield para("Các nội dung sau có trường hợp thực hiện chưa đúng (từng trường hợp nêu tại Phụ lục 1):", tied=True)
    for section in account.sections:
        found = sorted((line for line in section.lines if line.broken), key=lambda line: -len(line.broken))
        if found:
            yield para(f"- {section.title}: {'; '.join(_breach(line) for line in found)}.")


def _breach(line: Line) -> str:
    """`thời hạn gửi giấy mời (chậm hoặc chưa có 1/12 hội nghị; khoản 3 Điều 18)`."""
    figure = line.figure
    return f"{line.topic} ({line.lack} {len(line.broken)}/{figure.whole} {figure.unit}{named(figure.cites, '; ')})"


def _noted(account: Account, kind: str, words: str) -> Iterator[Block]:
    """What the office wrote, case by case, and room for what it has to add."""
    cases = [(article.topic, case) for article in account.articles for case in article.cases]
    noted = [(f"{vi.capital(topic)} ({case.record})", text) for topic, case in cases if (text := _text(case, kind))]
    if noted:
        yield para(f"{words}:", tied=True)
    for where, text in noted:
        yield para(f"- {where}: {bare(text)}.")
    yield para(italic("(Văn phòng ghi thêm tại đây)" if noted else "(Văn phòng ghi tại đây)"), tied=True)
    yield from ROOM


def _text(case: Case, kind: str) -> str:
    return (case.explanation if kind == "explanation" else case.remedy).strip()


def proposals(account: Account) -> Iterator[Block]:
    """What can be read in two ways, what the text leaves open, and advice, which is marked as such."""
    yield heading("1. Những điểm của quy chế cần làm rõ hoặc bổ sung")
    yield from (para(f"- {point}") for point in account.open_points)
    silent = sum(line.state == "silent" for line in account.lines) if account.regulations else 0
    if silent:
        yield para(f"- {silent} nội dung ghi “Quy chế không quy định” ở Phần I: xem xét có cần quy định hay không.")
    if not account.open_points and not silent:
        yield para("Trong kỳ không gặp điểm nào chưa rõ.")
    yield heading("2. Khuyến nghị tham khảo (không phải quy định)")
    where = vi.cite(account.advice[0].cite) if account.advice else ""
    survey = f"Theo báo cáo khảo sát việc thực hiện quy chế của Ban Tổ chức Trung ương ({where})"
    yield para(f"{survey}; đây là khuyến nghị, không phải quy định:", tied=True)
    yield from (para(f"- {bare(each.words)}.") for each in account.advice)
    yield heading("3. Đề xuất của đơn vị")
    yield para(italic("(Văn phòng ghi tại đây)"), tied=True)
    yield from ROOM
