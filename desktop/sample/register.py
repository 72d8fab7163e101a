"""The sample office's register of documents: what follows from meetings, ballots, delegated decisions and programmes.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from desktop.domain.periods import period
from desktop.domain.records import AgendaItem, Ballot, Delegated, Directive, Document, Meeting, Programme, Report
from desktop.sample.build import build
from desktop.sample.items import carried
from desktop.sample.plan import Plan
from desktop.sample.reviews import PAPERS, paper_day, paper_id

Row = dict[str, Any]


def documents(
    plan: Plan,
    meetings: Iterable[Meeting],
    ballots: Iterable[Ballot],
    delegated: Iterable[Delegated],
    programmes: Iterable[Programme],
    reports: Iterable[Report],
    directives: Iterable[Directive],
) -> tuple[Document, ...]:
    """Everything issued in the year, numbered by type in the order of its days."""
    register = _Register(plan)
    rows = [
        *(row for meeting in meetings for row in register.of_meeting(meeting)),
        *(row for ballot in ballots for row in register.of_ballot(ballot)),
        *(row for n, decision in enumerate(delegated) for row in register.of_delegated(n, decision)),
        *(row for programme in programmes for row in register.of_programme(programme)),
        *(row for report in reports for row in register.of_report(report)),
        *register.of_reminders(reports),
        *(row for directive in directives for row in register.of_directive(directive)),
        *register.of_the_office(),
    ]
    return tuple(_numbered(plan, [row for row in rows if plan.first <= row["date"] <= plan.last]))


def _numbered(plan: Plan, rows: list[Row]) -> Iterator[Document]:
    rows.sort(key=lambda row: (row["date"], row["type"], row["title"]))
    used: dict[str, int] = dict(plan.data["numbers"])
    for n, row in enumerate(rows, 1):
        type_ = row["type"]
        used[type_] = used.get(type_, 0) + 1 + _slip(plan, type_, row["date"])
        symbol = f"{used[type_]:02}-{type_}/{row.get('organs', plan.head.symbol)}"
        yield build(Document, {"id": f"o{n}", **row, "number": used[type_], "symbol": symbol})


def _slip(plan: Plan, type_: str, day: dt.date) -> int:
    """A number skipped or given twice, on the days the profile names."""
    gap = plan.generated.get("gaps", {}).get(type_) == day
    double = plan.generated.get("doubles", {}).get(type_) == day
    return int(gap) - int(double)


class _Register:
    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._secretary = plan.role("bi-thu")
        self._deputy = plan.role("pho-bi-thu-thuong-truc")
        self._office: str = plan.words("head")
        self._committee: str = plan.words("committee")

    def of_meeting(self, meeting: Meeting) -> Iterator[Row]:
        if meeting.kind == "weekly":
            yield from self._weekly(meeting)
        elif meeting.invitations_sent:
            to = ("Như trên", "Thường trực (báo cáo)")
            yield self._signed(
                "GM", meeting.invitations_sent, f"Mời dự {meeting.title}", "btv", self._office, "T/L", to, meeting.id
            )
        if meeting.kind in ("regular", "extraordinary", "enlarged") and meeting.minutes:
            yield self._signed("BB", meeting.minutes, meeting.title, meeting.body, meeting.chair, "", (), meeting.id)
            yield from (row for n, item in enumerate(meeting.agenda) if (row := self._of_item(meeting, n, item)))

    def _weekly(self, meeting: Meeting) -> Iterator[Row]:
        if meeting.attendance and meeting.start.isocalendar().week % 2 == 0:
            day = self._plan.workdays.after(meeting.start.date(), 2)
            title = f"Kết luận của Thường trực tại {meeting.title[0].lower()}{meeting.title[1:]}"
            to = ("Các cơ quan tham mưu, giúp việc", "Các đồng chí Thường trực")
            yield self._signed("TB", day, title, "thuong-truc", self._office, "T/L", to, meeting.id)

    def _of_item(self, meeting: Meeting, n: int, item: AgendaItem) -> Row | None:
        passed = item.vote and carried(item.vote, len(self._plan.members(meeting.body)))
        if not passed or item.closed or (n % 2 == 0 and meeting.start.day % 3 and meeting.body == "btv"):
            return None
        type_ = "NQ" if meeting.body == "bch" and item.matter == "resolution" else "KL"
        signer = self._deputy if meeting.start.day % 4 == 1 else self._secretary
        day = self._plan.workdays.after(meeting.start.date(), 4 + n % 3)
        to = (self._plan.words("superior"), "Các tổ chức đảng trực thuộc", "Các đồng chí cấp ủy viên")
        row = self._signed(type_, day, item.title, meeting.body, signer, "T/M", to, meeting.id)
        row["source"]["agenda"] = item.id
        return {**row, "body": item.conclusion}

    def of_ballot(self, ballot: Ballot) -> Iterator[Row]:
        to = ("Như trên", "Thường trực (báo cáo)")
        title = f"Xin ý kiến về việc: {ballot.title}"
        asked = self._signed("CV", ballot.sent, title, "btv", self._office, "T/L", to)
        yield {
            **asked,
            "source": {"ballot": ballot.id},
            "urgency": "khan" if ballot.matter == "reserve-budget" else "none",
        }
        agree = sum(response.choice == "approve" for response in ballot.responses)
        passed = 2 * agree > len(self._plan.members(ballot.body)) and not ballot.important_differences
        if ballot.closed and passed:
            day = self._plan.workdays.after(ballot.closed, 1)
            issued = self._signed(
                "KL", day, ballot.title, ballot.body, self._secretary, "T/M", ("Các đơn vị liên quan",)
            )
            yield {**issued, "source": {"ballot": ballot.id}}

    def of_delegated(self, n: int, decision: Delegated) -> Iterator[Row]:
        if decision.decided is None or decision.id in self._plan.generated.get("unwritten", ()):
            return
        late = decision.id in self._plan.generated.get("written_late", ())
        day = self._plan.workdays.after(decision.decided, 6 if late else 1 + n % 3)
        to = ("Các đồng chí Ủy viên Ban Thường vụ", "Đơn vị liên quan")
        yield {
            **self._signed("TB", day, decision.title, "thuong-truc", self._deputy, "T/M", to),
            "source": {"delegated": decision.id},
        }

    def of_programme(self, programme: Programme) -> Iterator[Row]:
        """One document for each version that was adopted."""
        if not programme.adopted or "W" in programme.period or programme.period == "term":
            return
        what = "kiểm tra, giám sát" if programme.kind == "inspection" else "công tác"
        title = f"Chương trình {what} {_period_words(programme.period)}"
        to = ("Các tổ chức đảng trực thuộc", "Các cơ quan tham mưu, giúp việc")
        days = [programme.adopted, *(version.replaced for version in programme.versions)]
        for number, day in enumerate(day for day in days if day):
            told = f"{title} (điều chỉnh)" if number else title
            yield self._signed("CTr", day, told, programme.body or "btv", self._deputy, "T/M", to)

    def of_report(self, report: Report) -> Iterator[Row]:
        if report.unit == "office" and report.to == "superior" and report.received:
            title = f"Tình hình, kết quả công tác {_period_words(report.period)}"
            to = (self._plan.words("superior"),)
            yield self._signed("BC", report.received, title, "btv", self._deputy, "T/M", to)

    def of_reminders(self, reports: Iterable[Report]) -> Iterator[Row]:
        """One letter to all who were reminded of a period's report on one day."""
        for code, day in sorted({(one.period, one.reminded) for one in reports if one.reminded}):
            span = period(code)
            title = f"Công văn đôn đốc báo cáo {span.words if span else code}"
            yield self._signed("CV", day, title, "btv", self._office, "T/L", ("Như trên", "Thường trực (báo cáo)"))

    def of_directive(self, directive: Directive) -> Iterator[Row]:
        """The report of each review held, and the notice of its result."""
        for n, review in enumerate(directive.reviews):
            what = "sơ kết" if review.kind == "so-ket" else "tổng kết"
            for kind, field, after in PAPERS:
                day = paper_day(self._plan, review, after)
                if day and getattr(review, field):
                    title = f"Kết quả {what} {directive.title[:1].lower()}{directive.title[1:]}"
                    to = (self._plan.words("superior"),) if kind == "BC" else ("Các tổ chức đảng trực thuộc",)
                    row = self._signed(kind, day, title, "btv", self._deputy, "T/M", to)
                    yield {**row, "id": paper_id(directive, n, kind)}

    def of_the_office(self) -> Iterator[Row]:
        for row in self._plan.data.get("documents", ()):
            yield {"issuer": "btv", "signed_by": self._secretary, "authority": "T/M", **row}

    def _signed(
        self,
        type_: str,
        day: dt.date,
        title: str,
        issuer: str,
        signer: str | None,
        authority: str,
        to: tuple[str, ...],
        meeting: str = "",
    ) -> Row:
        row: Row = {"type": type_, "date": day, "title": title, "issuer": issuer, "signed_by": signer or ""}
        row |= {"authority": authority, "recipients": [*to, f"Lưu {self._plan.words('office')}"] if to else []}
        return row | ({"source": {"meeting": meeting}} if meeting else {})


def _period_words(period: str) -> str:
    """`tháng 7/2024`, `quý III/2024`, `6 tháng đầu năm 2024`, `9 tháng đầu năm 2024`, `năm 2024`."""
    year, _, part = period.partition("-")
    if not part:
        return f"năm {year}"
    special = {"H1": f"6 tháng đầu năm {year}", "H2": f"6 tháng cuối năm {year}", "9M": f"9 tháng đầu năm {year}"}
    quarters = {f"Q{n}": f"quý {roman}/{year}" for n, roman in enumerate(("I", "II", "III", "IV"), 1)}
    return special.get(part) or quarters.get(part) or f"tháng {int(part)}/{year}"
