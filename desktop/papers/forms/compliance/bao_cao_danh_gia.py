"""Parts II and III of the report on the regulation: what went well, what did not, why, and what is proposed.

May import domain, vi, papers. Only what figures and the office's own notes say.
"""

from collections.abc import Iterator

from desktop import vi
from desktop.domain.account import Account, Case, Line
from desktop.papers.forms.base.words import bare, beside
from desktop.papers.forms.compliance.bao_cao_words import explained, lowered, named, of_office, of_whole
from desktop.papers.paper import Block, heading, para

NOTHING_JUDGED = "Trong kỳ chưa có trường hợp nào được đối chiếu với quy chế."


def judgement(account: Account) -> Iterator[Block]:
    yield heading("1. Ưu điểm")
    yield from _kept(account)
    yield heading("2. Hạn chế")
    yield from _broken(account)
    yield heading("3. Nguyên nhân")
    yield from _noted(account, "explanation", "Trong kỳ chưa ghi nhận nguyên nhân cụ thể.")
    yield heading("4. Bài học kinh nghiệm")
    yield from _noted(account, "remedy", "Trong kỳ chưa ghi nhận bài học, biện pháp cụ thể.")


def _kept(account: Account) -> Iterator[Block]:
    """By section, the rules of which every case was plainly kept."""
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
    """Nothing broken, and nothing of which it cannot be said: what may be wrong is no merit."""
    return bool(line.figure.whole) and line.figure.part == line.figure.whole and not line.unclear


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


def _noted(account: Account, kind: str, nothing: str) -> Iterator[Block]:
    """What the office wrote, case by case."""
    cases = [(article.topic, case) for article in account.articles for case in article.cases]
    noted = [(f"{vi.capital(topic)} ({case.record})", text) for topic, case in cases if (text := _text(case, kind))]
    yield from (para(f"- {where}: {bare(text)}.") for where, text in noted)
    if not noted:
        yield para(nothing)


def _text(case: Case, kind: str) -> str:
    return explained(case) if kind == "explanation" else case.remedy.strip()


def proposals(account: Account) -> Iterator[Block]:
    """What can be read in two ways, what the text leaves open, and advice, which is marked as such."""
    yield heading("1. Những điểm của quy chế cần làm rõ hoặc bổ sung")
    yield from (para(f"- {of_office(point)}") for point in account.open_points)
    silent = sum(line.state == "silent" for line in account.lines) if account.regulations else 0
    if silent:
        yield para(
            f"- Đề nghị xem xét, bổ sung quy định đối với {silent} nội dung Quy chế chưa quy định, nêu tại Phần I."
        )
    if not account.open_points and not silent:
        yield para("Trong kỳ không gặp điểm nào chưa rõ.")
    yield heading("2. Khuyến nghị tham khảo (không phải quy định)")
    where = beside(account.advice[0].cite) if account.advice else ""
    survey = f"Theo báo cáo khảo sát việc thực hiện quy chế của Ban Tổ chức Trung ương{where}"
    yield para(f"{survey}; đây là khuyến nghị, không phải quy định:", tied=True)
    yield from (para(f"- {bare(each.words)}.") for each in account.advice)
