"""What an absence means, as lines of a side panel: what is asked of it, the sessions it thins out, who stands in."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.findings import Cite
from desktop.qt.boxes import STRETCH, column, holder, label, row
from desktop.qt.marks import Mark
from desktop.qt.notices import QuorumBar
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import article_link, grounds, word
from desktop.usecases.absences import outlook as absence_outlook
from desktop.usecases.absences import rows as absences
from desktop.usecases.absences.outlook import Demand, Duty, Outlook, Thinned
from desktop.usecases.meetings import rows as meetings

FORMS: tuple[tuple[str, str], ...] = tuple((code, vi.capital(text)) for code, text in absences.FORM.items())
AREAS = tuple(vi.AREA.items())
PURPOSES = tuple((code, vi.capital(text)) for code, text in vi.ABSENCE_PURPOSE.items())


def asked_lines(desk: Desk, demands: Iterable[Demand], *, recorded: bool = False) -> list[QLayout]:
    """What the regulation asks, each with its article; a silence is said in plain words.

    Of what is `recorded` the reasoning can be opened.
    """
    return [_demand(desk, one, recorded) for one in demands]


def _demand(desk: Desk, one: Demand, recorded: bool) -> QLayout:
    verdict = one.finding.verdict if one.finding else ""
    head = row((label(one.title, "strong", wrap=True), 1), label(word(verdict), verdict or "caption"), gap=8)
    lines: list[QWidget] = [holder(head)]
    if one.asks:
        lines.append(label(one.asks, wrap=True))
    if one.finding:
        lines.append(label(one.finding.text, "caption", wrap=True))
    if one.finding and recorded:
        lines.append(grounds(desk, one.finding))
    elif one.cite:
        lines.append(article_link(desk, one.cite))
    elif not one.asks:
        lines.append(label(vi.SILENT, "second"))
    return _marked(verdict, column(*lines, gap=2))


def _marked(verdict: str, lines: QLayout) -> QLayout:
    if not verdict:
        return lines
    return row(column(2, Mark(verdict, word(verdict), 16), STRETCH, gap=0), (lines, 1), gap=8)


def thinned_lines(desk: Desk, found: Sequence[Thinned]) -> list[QLayout]:
    return [_thinned(desk, one) for one in found]


def _thinned(desk: Desk, one: Thinned) -> QLayout:
    verdict = "breach" if one.breaks else "met"
    if one.after.needed is None:
        verdict = ""
    bar = QuorumBar(8)
    bar.set(one.after.present, one.after.members, one.after.needed or 0)
    bar.setAccessibleName(one.text)
    lines: list[QWidget] = [
        label(meetings.title_of(one.meeting), "strong", wrap=True),
        label(f"{one.text}.", wrap=True),
        bar,
    ]
    if one.breaks:
        lines.append(label(f"Vắng: {absence_outlook.away_words(desk.facts, one.after)}.", "caption", wrap=True))
        lines.append(label(absence_outlook.better_words(one), "caption-text", wrap=True))
    if one.after.cite:
        lines.append(article_link(desk, one.after.cite))
    elif one.after.needed is None:
        lines.append(label(f"Số người dự cần có: {vi.SILENT.lower()}.", "caption", wrap=True))
    return _marked(verdict, column(*lines, gap=3))


def duty_lines(desk: Desk, found: Sequence[Duty]) -> list[QLayout]:
    return [_duty(desk, one) for one in found]


def _duty(desk: Desk, one: Duty) -> QLayout:
    span = vi.day_range(one.run.first, one.run.last)
    verdict = one.finding.verdict if one.finding else ""
    lines: list[QWidget] = [label(f"Cả Thường trực vắng {span}", "strong", wrap=True)]
    if one.finding and verdict != "met":
        lines.append(label("Cần một ủy viên Ban Thường vụ trực thay.", wrap=True))
    elif one.finding:
        lines.append(label(one.finding.text, "caption", wrap=True))
    lines.append(article_link(desk, one.cite) if one.cite else label(f"Ai trực: {vi.SILENT.lower()}.", "second"))
    return _marked(verdict, column(*lines, gap=2))


def warning(text: str) -> QLayout:
    return row(column(1, Mark("unclear", "Chú ý", 16), STRETCH, gap=0), (label(text, wrap=True), 1), gap=8)


def cites(outlook: Outlook) -> tuple[Cite, ...]:
    """The articles behind what is shown, for F1."""
    found = [one.cite for one in outlook.demands if one.cite]
    found += [one.after.cite for one in outlook.thinned if one.after.cite]
    found += [one.cite for one in outlook.duties if one.cite]
    return tuple(dict.fromkeys(found))
