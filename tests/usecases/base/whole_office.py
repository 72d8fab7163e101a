"""An office that has something in every list: that of the papers, with the lists it has nothing in."""

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from desktop.domain.decoding import from_plain
from desktop.domain.facts import Facts
from desktop.domain.records import Office, RegulationUse
from desktop.usecases.base.facts import facts_of
from tests.papers.forms.an_office import office as of_papers

ON = dt.date(2024, 9, 6)
MORE: dict[str, list[dict[str, Any]]] = {
    "reports": [
        {"id": "r1", "unit": "u4", "period": "2024-08", "to": "btv", "form": "written", "received": "2024-08-30"},
        {"id": "r2", "unit": "u5", "period": "2024-08", "reminded": "2024-09-03", "due": "2024-09-01"},
        {"id": "r3", "person": "p5", "period": "2024-Q2", "to": "btv", "form": "oral", "received": "2024-07-01"},
        {"id": "r4", "unit": "office", "period": "2024-08", "to": "superior", "received": "2024-09-02"},
    ],
    "visits": [
        {"id": "v1", "unit": "u4", "body": "btv", "person": "p1", "date": "2024-07-10", "purpose": "Nắm tình hình"},
        {"id": "v2", "unit": "u5", "date": "2024-09-20"},
    ],
    "reviews": [
        {"id": "k1", "subject": "btv", "kind": "annual-review", "date": "2024-09-02", "result": "Tốt"},
        {"id": "k2", "subject": "bch", "kind": "confidence-vote", "date": "2024-07-02", "reported_at": "m2",
         "scores": [{"person": "p2", "high": 8, "middle": 1, "low": 1}, {"person": "p3", "high": 6, "middle": 4}]},
        {"id": "k3", "subject": "p2", "kind": "term-review"},
    ],
    "directives": [
        {"id": "n1", "symbol": "12-CT/TU", "title": "Phòng, chống lãng phí", "date": "2024-06-20", "lead": "u2",
         "reviews": [{"kind": "so-ket", "due": "2024-08-01", "done": "2024-08-05"},
                     {"kind": "tong-ket", "due": "2024-12-01"}]},
        {"id": "n2", "title": "Chuyển đổi số", "lead": "u1", "reviews": [{"kind": "so-ket", "due": "2024-08-15"}]},
    ],
    "meetings": [
        {"id": "m3", "body": "btv", "kind": "regular", "title": "Hội nghị Ban Thường vụ lần thứ 58",
         "start": "2024-09-26T07:30", "chair": "p1", "place": "Phòng họp A", "agenda": [
             {"id": "a1", "title": "Đề án sắp xếp trường, lớp học", "purpose": "decision", "preparer": "u1"},
             {"id": "a2", "title": "Kỷ luật đảng viên", "matter": "personnel", "purpose": "decision"}]},
        {"id": "m4", "body": "thuong-truc", "kind": "weekly", "title": "Họp Thường trực tuần 37",
         "start": "2024-09-09T08:00", "chair": "p2"},
        {"id": "m5", "body": "bch", "kind": "extraordinary", "start": "2024-08-15T14:00", "ground": "petition",
         "requested_by": ["p1", "p2", "p3"], "cancelled": True},
    ],
    "ballots": [
        {"id": "b2", "body": "btv", "title": "Kế hoạch Tết", "matter": "other", "reason": "not-complex",
         "sent": "2024-09-04", "directed_by": "thuong-truc", "important_differences": True,
         "questions": [{"id": "q1", "text": "Kinh phí"}, {"id": "q2", "text": "Thời gian"}],
         "responses": [
             {"person": "p1", "returned": "2024-09-05", "questions": {"q1": "approve", "q2": "reject"}},
             {"person": "p2", "returned": "2024-09-05", "questions": {"q1": "approve"}, "valid": False}]},
    ],
    "delegated": [
        {"id": "d3", "item": "a-5", "matter": "personnel", "title": "Bổ nhiệm lại phó trưởng phòng",
         "decided": "2024-09-03", "decision": "adopted",
         "choices": [{"person": f"p{n}", "choice": "approve"} for n in (1, 2, 3)]},
        {"id": "d4", "item": "b-1", "title": "Kế hoạch an ninh dịp lễ"},
    ],
    "assignments": [
        {"id": "g4", "person": "p6", "kind": "area", "subject": "Cụm phía Tây", "from": "2024-02-01",
         "to": "2024-08-31", "decided_by": "btv"},
        {"id": "g5", "person": "p7", "kind": "unit", "unit": "u5", "from": "2024-02-01", "decided_by": "btv"},
    ],
    "tasks": [
        {"id": "t3", "title": "Báo cáo thu ngân sách", "unit": "u1", "due": "2024-08-20", "done": "2024-08-25"},
        {"id": "t4", "title": "Rà soát đất công", "person": "p5", "due": "2024-08-30", "progress": "Đang làm"},
    ],
    "documents": [
        {"id": "o2", "type": "QĐ", "number": 15, "symbol": "15-QĐ/HU", "date": "2024-08-28", "issuer": "btv",
         "title": "Thành lập tổ công tác", "signed_by": "p2", "authority": "T/M", "source": {"delegated": "d3"}},
        {"id": "o3", "type": "TB", "title": "Thông báo kết luận", "issuer": "btv"},
        {"id": "o4", "type": "BC", "number": 16, "date": "2024-09-02", "secrecy": "mat", "issuer": "btv"},
    ],
}  # fmt: skip


@cache
def facts() -> Facts:
    made = of_papers()
    lists = from_plain(Office, {"office": {"name": "x", "regulations": []}, **MORE})
    uses = (RegulationUse(profile="tay-son-2024", from_=dt.date(2024, 1, 1)),)
    more = {name: (*getattr(made, name), *getattr(lists, name)) for name in MORE}
    return facts_of(replace(made, office=replace(made.office, regulations=uses), **more))  # type: ignore[arg-type]  # lists by their names
