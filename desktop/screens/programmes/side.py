"""What stands beside the list of programmes: the rule's answer, how far it has come, the versions it had."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget

from desktop import vi
from desktop.domain.records import Programme, ProgrammeVersion
from desktop.qt.boxes import column, label
from desktop.screens.base.blocks import block
from desktop.screens.base.desk import Desk
from desktop.screens.base.show import judged
from desktop.screens.programmes.dialogs import NOT_ASKED
from desktop.usecases.programmes import draft as programmes_draft
from desktop.usecases.programmes import list as programmes_list
from desktop.usecases.programmes import rows as programmes
from desktop.usecases.programmes import versions as programmes_versions
from desktop.usecases.programmes.list import ProgrammeRow
from desktop.usecases.tasks import rows as tasks

_SHOWN = 6


def programme_blocks(desk: Desk, one: ProgrammeRow) -> Iterator[QLayout]:
    """The blocks of the panel for a row of the list."""
    yield column(
        label(one.title, "strong", wrap=True),
        label(f"{vi.BODY[one.body]} · {programmes.STATE[one.state].lower()}", "second", wrap=True),
        gap=2,
    )
    yield _verdict(desk, one)
    if one.programme:
        yield block("Tiến độ", _progress(desk, one, one.programme))
        yield from version_blocks(desk, one.programme)
    else:
        items = programmes_draft.draft(desk.facts, one.kind, one.body, one.span.code, desk.today)
        yield block("Nếu lập bây giờ", [label(programmes_draft.told(items), wrap=True)])


def _verdict(desk: Desk, one: ProgrammeRow) -> QLayout:
    if one.finding is None:
        return column(label(NOT_ASKED, "second", wrap=True))
    return judged(desk, one.finding, above=2)


def _progress(desk: Desk, one: ProgrammeRow, programme: Programme) -> list[QWidget]:
    lines: list[QWidget] = [label(programmes_list.counted(one), "strong")]
    rows = programmes.items(desk.facts, programme, desk.today)
    late = [row for row in rows if row.state is tasks.State.LATE]
    lines += [label(f"{row.item.title}, quá hạn {row.late} ngày", "caption-text", wrap=True) for row in late[:_SHOWN]]
    if len(late) > _SHOWN:
        lines.append(label(f"và {len(late) - _SHOWN} việc quá hạn khác", "caption"))
    carried = sum(bool(row.carried) for row in rows)
    if carried:
        lines.append(label(f"{carried}/{len(rows)} việc chuyển từ kỳ trước", "caption"))
    return lines


def version_blocks(desk: Desk, programme: Programme) -> Iterator[QLayout]:
    """The earlier versions, the latest first, each with what the adjustment changed."""
    for number, version in reversed(list(enumerate(programme.versions, 1))):
        yield block(f"Bản {number}", _version(desk, programme, version))


def _version(desk: Desk, programme: Programme, version: ProgrammeVersion) -> list[QWidget]:
    adopted = f"Thông qua {vi.day(version.adopted)}" if version.adopted else "Không ghi ngày thông qua"
    ended = f"thay ngày {vi.day(version.replaced)}" if version.replaced else "đang điều chỉnh"
    lines: list[QWidget] = [label(f"{adopted}, {ended}", wrap=True)]
    if version.reason:
        lines.append(label(f"Lý do: {version.reason}", "second", wrap=True))
    found = programmes_versions.version_changes(desk.facts, programme, version)
    for change in found[:_SHOWN]:
        words = f" ({change.words})" if change.words else ""
        lines.append(label(f"{change.verb}: {change.title}{words}", "caption-text", wrap=True))
    if len(found) > _SHOWN:
        lines.append(label(f"và {len(found) - _SHOWN} thay đổi khác", "caption"))
    if not found:
        lines.append(label("Chưa khác gì bản này.", "caption"))
    return lines
