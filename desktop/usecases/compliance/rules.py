"""What each row of the grid is called: the rule in a few words, with the numbers of the regulation then in force.

The order of the rows and their groups stand here too. Imports domain and vi.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite
from desktop.domain.judging import majority_share, share_words
from desktop.domain.records import Value
from desktop.domain.regulation import Parameter, Ruling
from desktop.domain.terms import AREA, area_words
from desktop.usecases.regulations import own_means, values

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Hội nghị",
        (
            "meeting.cadence",
            "meeting.quorum",
            "meeting.invitations",
            "meeting.papers.received",
            "meeting.papers.sent",
            "meeting.convened",
            "meeting.extraordinary",
            "meeting.chair",
            "meeting.guests.ubkt",
            "meeting.guests.superior",
            "meeting.guests.in-charge",
            "meeting.questioning",
            "meeting.report-between-sessions",
            "meeting.minutes",
            "meeting.working",
        ),
    ),
    (
        "Biểu quyết, phiếu",
        (
            "decision.majority",
            "ballot.electorate",
            "ballot.ground",
            "ballot.ordered",
            "ballot.matter",
            "ballot.majority",
            "ballot.differences",
            "ballot.reported",
        ),
    ),
    (
        "Ủy quyền, đi vắng",
        (
            "delegated.matter",
            "delegated.unanimity",
            "delegated.reported",
            "delegated.written",
            "absence.reported",
            "absence.commune",
            "absence.result",
            "absence.duty",
        ),
    ),
    ("Phân công", ("assignment.member", "assignment.unit")),
    (
        "Chương trình, báo cáo",
        (
            "programme.adopted",
            "report.received",
            "report.member",
            "report.government",
            "report.upward",
            "information.members",
        ),
    ),
    ("Đi cơ sở, kiểm điểm", ("visit.unit", "review.annual", "review.quarterly", "review.term")),
    ("Văn bản, sơ kết", ("document.number", "document.signer", "directive.lead", "directive.review")),
    ("Quy chế", ("regulation.review", "regulation.in-force")),
)
"""The groups of the grid with their rules, every rule in one of them."""

ORDER = {rule: place for place, rule in enumerate(rule for _title, rules in GROUPS for rule in rules)}
GROUP_OF = {rule: title for title, rules in GROUPS for rule in rules}
PARTS = (
    "bch",
    "btv",
    "thuong-truc",
    "inspection",
    "people",
    "front-and-unions",
    "front-and-unions-deputy",
    "advisory-bodies",
    "internal-affairs",
)
"""The parts of a rule in the order of their rows."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the regulation in force on a day says for one row: a rule, and a part of it where it has several."""

    facts: Facts
    rule: str
    part: str
    day: dt.date

    def ruling(self, tail: str) -> Ruling | None:
        return self.facts.ruling(f"{self.rule}.{tail}", self.day)

    def words(self, tail: str) -> list[str]:
        found = self.ruling(tail)
        return found.words if found and isinstance(found.value, list) else []

    @property
    def body(self) -> str:
        return dict[str, str](vi.BODY.items()).get(self.part, "")

    @property
    def away(self) -> str:
        """`ngoài xã`: outside the office's own area."""
        return area_words("outside-commune", self.facts.office.office.name).lower()

    @property
    def short(self) -> str:
        """`BCH`, `BTV`; Thường trực whole."""
        return vi.BODY_SHORT.get(self.part, "")


def name_of(facts: Facts, rule: str, part: str, day: dt.date) -> str:
    """`Ban Thường vụ họp 2 lần/tháng`: as the regulation in force on the day has it."""
    made = _NAMES[rule]
    return made if isinstance(made, str) else made(Said(facts, rule, part, day))


def asks(facts: Facts, rule: str, part: str, day: dt.date) -> tuple[str, ...]:
    """The project's own sentences on what the regulation in force lays down for a row, with the values they name."""
    said = [_sentence(parameter, ruling) for parameter, ruling in _laid_down(facts, rule, part, day)]
    return tuple(dict.fromkeys([*said[:_MOST], *_set_by_office(facts, rule, day)])) if said else ()


def ground_of(facts: Facts, rule: str, part: str, day: dt.date) -> Cite:
    """The article behind a row on which nothing was judged; none where the regulation is silent."""
    return next((ruling.cite for _parameter, ruling in _laid_down(facts, rule, part, day)), Cite())


def _laid_down(facts: Facts, rule: str, part: str, day: dt.date) -> list[tuple[Parameter, Ruling]]:
    """The parameters on one row: those of its part, else those of the whole rule."""
    held = facts.in_force(day)
    own = _STEM.get(part)
    stems = [own] if own else [f"{rule}.{part}.", f"{rule}."]
    for stem in stems if part else stems[1:]:
        found = [
            (parameter, ruling)
            for key, parameter in (held.profile.parameters.items() if held else ())
            if key.startswith(stem) and (part == "inspection" or "inspection" not in key)
            if (ruling := facts.ruling(key, day))
        ]
        if found:
            return found
    return []


_STEM = {"inspection": "programme.adopted.bch.inspection_periods", "people": "review.annual.members"}
"""What the names of a part's parameters begin with, where it is not the part."""
_MOST = 2
"""Sentences of a row; the others are behind its article."""
_NAMED = ("matters", "kinds", "periods", "grounds", "reasons", "areas", "purposes", "unit-kinds", "bodies", "words")
"""Units whose values a sentence leaves unsaid (`những kỳ này`)."""


def _sentence(parameter: Parameter, ruling: Ruling) -> str:
    if parameter.unit in _NAMED or (parameter.unit == "body" and "cơ quan" in ruling.means.lower()):
        return f"{ruling.means.rstrip('.')}: {_said(parameter.unit, ruling.value)}."
    return own_means.sentence(parameter, parameter.values[0].value, ruling.value) if ruling.overridden else ruling.means


def _said(unit: str, value: Value) -> str:
    """Parted by commas where no part holds one itself."""
    said = values.said(unit, value)
    return said if "," in said else said.replace(";", ",")


def _set_by_office(facts: Facts, rule: str, on: dt.date) -> list[str]:
    """The day of the month by which the office asks for what the text asks without a day."""
    day = facts.setting(f"{rule}.day", on)
    return [f"Quy chế không nêu ngày; hạn ngày {day} của kỳ theo quy ước của đơn vị."] if isinstance(day, int) else []


def _times(said: Said) -> str:
    """`hằng tuần`, `2 lần/tháng`, `3 tháng/lần`; nothing where the text sets no rhythm."""
    for unit, name in (("week", "tuần"), ("month", "tháng"), ("quarter", "quý")):
        found = said.ruling(f"{said.part}.per_{unit}")
        if found:
            return f"hằng {name}" if found.number == 1 else f"{found.number} lần/{name}"
    months = said.ruling(f"{said.part}.months")
    return f"{months.number} tháng/lần" if months else "định kỳ"


_WORKING = {
    "front-and-unions": "Làm việc với Mặt trận",
    "front-and-unions-deputy": "Phó Bí thư, Mặt trận",
    "advisory-bodies": "Giao ban tham mưu",
    "internal-affairs": "Họp nội chính",
}


def _ahead(said: Said, *bodies: str) -> str:
    """`trước 3 ngày làm việc`; `trước 3 ngày (BCH), 2 ngày (BTV)` where the bodies differ."""
    found = {body: _days(said, f"{body}." if body else "") for body in bodies}
    told = {body: days for body, days in found.items() if days}
    if len(set(told.values())) < 2:
        return "".join(f" trước {days}" for days in list(told.values())[:1])
    return " trước " + ", ".join(f"{days} ({vi.BODY_SHORT[body]})" for body, days in told.items())


def _days(said: Said, stem: str) -> str:
    working, plain = said.ruling(f"{stem}working_days"), said.ruling(f"{stem}days")
    if working:
        return f"{working.number} ngày làm việc"
    return f"{plain.number} ngày" if plain else ""


def _quorum(said: Said) -> str:
    found = said.ruling(f"{said.part}.share")
    return f"{said.short} đủ {found.word} ủy viên dự" if found else f"{said.short} đủ số người dự"


def _majority(said: Said) -> str:
    """The share is the text's own, else the office's."""
    found = majority_share(said.facts, f"{said.rule}.share", said.day)
    share = f"trên {share_words(found[0])}" if found else "đủ số"
    if said.rule.startswith("ballot"):
        return f"Phiếu: {share} tán thành"
    return f"{vi.capital(share)} tổng số tán thành" if found else "Đủ số tán thành"


def _ballot_matter(said: Said) -> str:
    return (
        "Phiếu không về công tác cán bộ"
        if said.words("excluded") == ["personnel"]
        else "Vấn đề được lấy ý kiến bằng phiếu"
    )


def _away(said: Said) -> str:
    least, areas = said.ruling("working_days"), said.words("areas")
    where = AREA["outside-province"].lower() if "outside-province" in areas else ""
    return f"Báo cáo khi đi {where}".rstrip() + (f" từ {least.number} ngày" if least else "")


def _programme(said: Said) -> str:
    return "Chương trình kiểm tra, giám sát" if said.part == "inspection" else f"Chương trình của {said.short}"


_EVERY = {
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "half": "6 tháng",
    "nine-months": "9 tháng",
    "year": "năm",
}


def _every(periods: Iterable[str]) -> str:
    """` (tháng, quý)`; nothing where the text names more than three kinds."""
    names = [_EVERY[one] for one in periods if one in _EVERY]
    return f" ({', '.join(names)})" if 0 < len(names) < 4 else ""


def _periodic(text: str) -> Callable[[Said], str]:
    return lambda said: text + _every(said.words("periods"))


def _members(said: Said) -> str:
    body = said.ruling("body")
    name = f" {vi.BODY_SHORT[body.word]}" if body else ""
    return f"Báo cáo của ủy viên{name}{_every(said.words('periods'))}"


_NAMES: dict[str, str | Callable[[Said], str]] = {
    "meeting.cadence": lambda said: f"{said.body} họp {_times(said)}",
    "meeting.quorum": _quorum,
    "meeting.invitations": lambda said: f"Giấy mời{_ahead(said, 'bch', 'btv')}",
    "meeting.papers.received": lambda said: f"Nhận tài liệu{_ahead(said, '')}",
    "meeting.papers.sent": lambda said: f"Gửi tài liệu{_ahead(said, 'bch', 'btv')}",
    "meeting.convened": "Triệu tập đúng thẩm quyền",
    "meeting.extraordinary": "Họp đột xuất có căn cứ",
    "meeting.chair": "Chủ trì đúng quy định",
    "meeting.guests.ubkt": "Mời ủy viên Ủy ban Kiểm tra",
    "meeting.guests.superior": "Mời cấp trên phụ trách",
    "meeting.guests.in-charge": "Mời ủy viên phụ trách việc bàn",
    "meeting.questioning": "Có phần chất vấn",
    "meeting.report-between-sessions": "Báo cáo việc giữa hai kỳ",
    "meeting.minutes": "Ghi biên bản phiên họp",
    "meeting.working": lambda said: f"{_WORKING.get(said.part, 'Làm việc')} {_times(said)}",
    "decision.majority": _majority,
    "ballot.electorate": "Phiếu gửi đủ ủy viên",
    "ballot.ground": "Lý do lấy ý kiến bằng phiếu",
    "ballot.ordered": "Cơ quan chỉ đạo gửi phiếu",
    "ballot.matter": _ballot_matter,
    "ballot.majority": _majority,
    "ballot.differences": "Ý kiến khác nhau đưa ra hội nghị",
    "ballot.reported": "Báo cáo kết quả phiếu",
    "delegated.matter": "Việc thuộc phạm vi ủy quyền",
    "delegated.unanimity": "Thường trực thống nhất tất cả",
    "delegated.reported": "Báo cáo việc theo ủy quyền",
    "delegated.written": "Ban hành văn bản việc ủy quyền",
    "absence.reported": _away,
    "absence.commune": lambda said: f"Báo cáo khi đi công tác {said.away}",
    "absence.result": "Báo kết quả chuyến đi",
    "absence.duty": "Trực thay khi Thường trực vắng",
    "assignment.member": "Ủy viên được phân công",
    "assignment.unit": "Đơn vị có ủy viên phụ trách",
    "programme.adopted": _programme,
    "report.received": _periodic("Báo cáo của cấp dưới"),
    "report.member": _members,
    "report.upward": _periodic("Báo cáo lên cấp trên"),
    "report.government": _periodic("Báo cáo của Ủy ban nhân dân"),
    "information.members": _periodic("Thông tin đến cấp ủy viên"),
    "visit.unit": _periodic("Ban Thường vụ làm việc với cơ sở"),
    "review.annual": lambda said: "Cá nhân kiểm điểm hằng năm" if said.part == "people" else "Kiểm điểm hằng năm",
    "review.quarterly": "Đánh giá cán bộ theo quý",
    "review.term": "Kiểm điểm cuối nhiệm kỳ",
    "regulation.review": "Tổng kết quy chế",
    "regulation.in-force": "Trước khi có quy chế",
    "directive.lead": "Có một cơ quan chủ trì",
    "directive.review": "Sơ kết, tổng kết đúng hạn",
    "document.number": "Văn bản ghi số đúng thứ tự",
    "document.signer": "Văn bản ký đúng thẩm quyền",
}
