"""What the regulations leave to the office: its settings, each with the value that holds and where it comes from.

May import domain and vi. Reads only; what is laid down from a day on is in `own_values`.
"""

import datetime as dt
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.records import Value
from desktop.domain.settings import Setting
from desktop.usecases.regulations import values

TITLES = {
    "count": "Cách tính ngày làm việc",
    "decision.majority": "Tỷ lệ thông qua",
    "ballot.days": "Số ngày trả lời phiếu xin ý kiến",
    "meeting.minutes.days": "Số ngày phải ký biên bản",
    "meeting.cadence.quarter_start.months": "Số tháng coi là đầu quý",
    "meeting.cadence.month_end.days": "Số ngày coi là cuối tháng",
    "delegated.written.working_days": "Số ngày ban hành văn bản về việc được ủy quyền",
    "absence.commune.to": "Nơi nhận báo cáo đi công tác ngoài địa bàn",
    "absence.result.days": "Số ngày báo cáo kết quả chuyến công tác",
    "report.received.day": "Ngày nộp báo cáo định kỳ",
    "report.member.day": "Ngày nộp báo cáo của ủy viên Ban Thường vụ",
    "report.government.day": "Ngày báo cáo của Ủy ban nhân dân",
    "report.upward.day": "Ngày gửi báo cáo lên cấp trên",
    "information.members.day": "Ngày gửi thông tin cho cấp ủy viên",
    "report.council.period": "Kỳ báo cáo của Hội đồng nhân dân",
    "report.hearing.period": "Kỳ nghe báo cáo hoạt động",
    "spelling": "Cách viết ủy, uỷ",
}
NOT_SET = "Chưa ghi"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting: `value` in words as it holds, the office's own (`own`) or the default."""

    key: str
    title: str
    means: str
    kind: str
    value: str
    default: str
    choices: tuple[tuple[str, str], ...]
    own: bool

    @property
    def id(self) -> str:
        return self.key


def settings(facts: Facts, on: dt.date) -> tuple[SettingRow, ...]:
    """The office's settings in the order of the catalogue, each with the value that holds on a day."""
    return tuple(
        SettingRow(
            key=key,
            title=TITLES.get(key, each.means),
            means=each.means,
            kind=each.kind,
            value=_set(each, facts.setting(key, on)),
            default=_set(each, each.default),
            choices=values.offered(each.kind, each.choices),
            own=facts.own_setting(key, on) is not None,
        )
        for key, each in facts.settings.items()
    )


def _set(setting: Setting, value: Value | None) -> str:
    return NOT_SET if value is None else vi.capital(values.said(setting.kind, value))
