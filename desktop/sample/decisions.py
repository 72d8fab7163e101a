"""The sample office's written-opinion ballots and the decisions Thường trực took by delegation.

May import `desktop.domain` and the other sample modules.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from desktop.domain.records import Ballot, Delegated, Meeting, Opinion, Response
from desktop.sample.build import Table, build
from desktop.sample.plan import Plan


def ballots(plan: Plan, meetings: list[Meeting]) -> tuple[Ballot, ...]:
    return tuple(_ballot(plan, n, row, meetings) for n, row in enumerate(plan.data.get("ballots", ())))


def _ballot(plan: Plan, n: int, row: Table, meetings: list[Meeting]) -> Ballot:
    closed = row.get("closed", plan.workdays.after(row["due"], 1))
    spec: dict[str, Any] = {
        "body": "btv",
        "reason": "no-meeting-possible",
        "directed_by": "thuong-truc",
        "questions": [{"id": "q1", "text": row["title"]}],
        "closed": closed,
        **row,
    }
    spec["responses"] = ()
    responses = _responses(plan, n, spec)
    agree = sum(response.choice == "approve" for response in responses)
    total = len(plan.members(spec["body"]))
    spec.setdefault("conclusion", _result(agree, total) if closed else "")
    if closed and plan.generated.get("ballots_reported"):
        spec.setdefault("reported_at", _next_session(meetings, spec["body"], closed))
    return replace(build(Ballot, spec), responses=responses)


def _result(agree: int, total: int) -> str:
    if 2 * agree > total:
        return f"{agree}/{total} ủy viên tán thành; ban hành kết luận theo nội dung đã xin ý kiến."
    return f"{agree}/{total} ủy viên tán thành, chưa quá nửa; đưa ra hội nghị."


def _next_session(meetings: list[Meeting], body: str, day: dt.date) -> str:
    sessions = (m for m in meetings if m.body == body and m.kind in ("regular", "enlarged", "extraordinary"))
    return next((m.id for m in sessions if m.start.date() >= day and not m.cancelled), "")


def _responses(plan: Plan, n: int, spec: Table) -> tuple[Response, ...]:
    members = [p.id for p in plan.members(spec["body"]) if p.id not in spec.get("silent", ())]
    return tuple(_response(plan, n, k, person, spec) for k, person in enumerate(members))


def _response(plan: Plan, n: int, k: int, person: str, spec: Table) -> Response:
    open_days = plan.workdays.count(spec["sent"], spec["due"]) - 1
    default = plan.workdays.after(spec["sent"], 1 + (k * 3 + n) % max(1, open_days))
    told = "reject" in spec or "other" in spec
    choice: Opinion = "approve"
    if person in spec.get("reject", ()):
        choice = "reject"
    elif person in spec.get("other", ()) or (not told and n % 3 == 0 and k == n % 11 + 1):
        choice = "other"
    note = spec.get("said", {}).get(person, plan.pick("other_notes", n) if choice == "other" else "")
    returned = spec.get("returned", {}).get(person, min(default, spec["due"])) or None
    questions = {question["id"]: choice for question in spec["questions"]}
    return Response(person=person, choice=choice, returned=returned, note=note, questions=questions)


def delegated(plan: Plan) -> tuple[Delegated, ...]:
    return tuple(_delegated(plan, row) for row in plan.data.get("delegated", ()))


def _delegated(plan: Plan, row: Table) -> Delegated:
    members = [] if "choices" in row else [person.id for person in plan.members("thuong-truc")]
    choices = [{"person": person, "choice": _opinion(row, person), "note": _note(row, person)} for person in members]
    return build(Delegated, {**row, "choices": choices})


def _note(row: Table, person: str) -> str:
    note: str = row.get("said", {}).get(person, "")
    return note


def _opinion(row: Table, person: str) -> Opinion:
    if person in row.get("reject", ()):
        return "reject"
    return "other" if person in row.get("other", ()) else "approve"
