"""An office's JSON made worse in every way an office's records are: gaps, contradictions, days to come, by a step."""

import datetime as dt
from collections.abc import Callable

from tests.usecases.compliance.recount_days import DAY, Plain, day

Spoil = Callable[[Plain, dt.date], None]


def _each(rows: list[Plain], step: int, **values: object) -> None:
    for row in rows[step - 1 :: step]:
        row.update(values)


def reports(office: Plain, on: dt.date) -> None:
    """Some without a form, without an addressee, to another, by word of mouth, before their period, after the day."""
    rows = [one for one in office["reports"] if one["received"]]
    _each(rows, 5, form=None)
    _each(rows, 7, to=None)
    _each(rows, 11, to="bch")
    _each(rows, 13, form="oral")
    _each(rows, 17, received="2023-12-31")
    _each(rows, 19, received=(on + DAY).isoformat())
    _each(rows, 23, due=on.isoformat())


def sessions(office: Plain, on: dt.date) -> None:
    """Attendance, papers, minutes and votes that contradict each other, or are not there."""
    rows = office["meetings"]
    _each(rows, 6, attendance=[])
    _each(rows, 5, invitations_sent=None)
    _each(rows, 9, invitations_sent=(on + DAY).isoformat())
    for row in rows[3::4]:
        row["minutes"] = (day(row["start"]) or on).replace(day=1).isoformat()
    for row in rows[2::7]:
        row["attendance"] = row["attendance"][: len(row["attendance"]) // 2]
    for row in rows[::3]:
        row["agenda"] = [one for one in row["agenda"] if one["purpose"] != "report-between-sessions"]
    items = [item for row in rows for item in row["agenda"]]
    _each(items, 8, documents_sent=None)
    _each(items, 9, documents_received=None, matter="evaluation")
    _each(items, 10, documents_sent=None, matter="personnel")
    _each(items, 11, documents_received=None, unscheduled=True, approved_by="thuong-truc")
    votes = [item["vote"] for item in items if item["vote"]]
    _each([vote for vote in votes if vote["choices"]], 3, counts={"approve": 40, "reject": 0, "other": 0})
    _each([vote for vote in votes if not vote["choices"]], 2, counts={"approve": 50, "reject": 0, "other": 0})
    _each(votes, 7, method="consensus", choices=[], counts=None)


def incoming(office: Plain, on: dt.date) -> None:
    """Asked for without a day, by nobody above, settled before it was asked, and by what is gone."""
    rows = [one for one in office["incoming"] if one["asks"]]
    _each(rows, 3, due=None)
    _each(rows, 4, superior=False)
    _each(rows, 5, settled="2020-01-01", answer=None)
    _each(rows, 7, arrived=None)


def kept_from(office: Plain, on: dt.date) -> None:
    office["office"]["kept_from"] = (on - 60 * DAY).isoformat()


def units(office: Plain, on: dt.date) -> None:
    """Some founded, some dissolved on the way."""
    _each(office["units"], 4, **{"from": (on - 45 * DAY).isoformat()})
    _each(office["units"], 5, to=(on - 20 * DAY).isoformat())


def people(office: Plain, on: dt.date) -> None:
    """Trips in two records, told of to nobody in no form; work given by another body; members away and present."""
    rows = [one for one in office["absences"] if one["reported"]]
    _each(rows, 4, form=None)
    _each(rows, 5, reported_to=None)
    _each(rows, 6, reported=(on + DAY).isoformat())
    for row in list(rows[::3]):
        first, last = day(row["from"]), day(row["to"])
        if first and last and first < last:
            office["absences"].append(
                {**row, "id": f"{row['id']}-2", "from": (first + DAY).isoformat(), "reported": None}
            )
            row["to"] = row["from"]
    _each(office["assignments"], 2, decided_by="thuong-truc")
    for number, row in enumerate(office["meetings"][::6]):
        here = [one["person"] for one in row["attendance"] if one["status"] == "present"]
        for person in here[:5]:
            said = {**office["absences"][0], "person": person, "from": row["start"][:10], "to": row["start"][:10]}
            office["absences"].append({**said, "id": f"y{number}-{person}", "area": "outside-commune"})
    for row in office["programmes"][::4]:
        row["adopted"] = (on + DAY).isoformat()


def duties(office: Plain, on: dt.date) -> None:
    """Chairs and deciders not said or not the right ones, answers without a day, visits of nobody, reviews to come."""
    rows = [one for one in office["meetings"] if one["kind"] in ("regular", "enlarged", "extraordinary")]
    _each(rows, 3, chair="p2", chair_authorised=None)
    _each(rows, 4, chair="p2", chair_authorised={"by": "p1", "on": None})
    _each(rows, 5, chair="p3", chair_authorised={"by": "p2", "on": "2024-06-01"})
    _each(rows, 6, chair="p8", chair_authorised={"by": "p1", "on": "2024-02-01"}, attendance=[])
    _each(rows, 7, chair=None)
    _each(rows, 5, decided_by=None)
    _each(rows, 4, convened_by=None, decided_by="btv")
    _each(rows, 9, convened_by="ubkt", decided_by="bch")
    for number, ballot in enumerate(office["ballots"]):
        _each(ballot["responses"], 2, returned=None)
        if number % 2:
            _each(ballot["responses"], 3, returned=(on + DAY).isoformat(), choice="reject")
    _each(office["visits"], 2, body=None)
    _each(office["visits"], 3, body="bch")
    _each(office["visits"], 5, date=(on + DAY).isoformat())
    _each(office["reviews"], 2, date=(on + DAY).isoformat())
    _each(office["reviews"], 3, sent_up=None)


def contradictions(office: Plain, on: dt.date) -> None:
    """Chairs in two places at once, sessions of two days, papers sent before they came, more than one body."""
    rows = [one for one in office["meetings"] if one["kind"] in ("regular", "enlarged", "extraordinary")]
    for row in rows[::4]:
        row["attendance"] = [one for one in row["attendance"] if one["person"] != row["chair"]]
    for number, row in enumerate(rows[1::5]):
        bare = {"kind": "working-session", "agenda": [], "attendance": []}
        office["meetings"].append({**row, **bare, "id": f"y{number}"})
    _each([one for one in rows if one["body"] == "btv"], 3, decided_by="thuong-truc", convened_by="bch")
    for row in office["meetings"][::3]:
        if row["body"] == "thuong-truc":
            row["end"] = f"{(day(row['start']) or on) + DAY}T11:00"
    items = [item for row in rows for item in row["agenda"]]
    for item in items[::3]:
        sent = day(item["documents_sent"])
        if sent and item["documents_received"]:
            item["documents_received"] = (sent + DAY).isoformat()
    _each([one for one in items if one["documents_received"]], 4, documents_state="awaited")
    _each([one["vote"] for one in items if one["vote"]], 2, method="consensus", choices=[], counts=None)


def month_begun(office: Plain, on: dt.date) -> None:
    """Records kept from the first of a month, and trips that were on their way by then."""
    since = (on - 60 * DAY).replace(day=1)
    office["office"]["kept_from"] = since.isoformat()
    _two_records(office, since)


def elsewhere(office: Plain, on: dt.date) -> None:
    """Votes and visits of those away, trips under way when a regulation began, reviews sent up before they were held.

    And programmes of a day on which nobody was in office yet.
    """
    rows = [one for one in office["meetings"] if one["kind"] in ("regular", "enlarged", "extraordinary")]
    away = {**office["absences"][0], "area": "outside-commune"}
    for number, row in enumerate(office["visits"][::2]):
        said = {"person": row["person"], "from": row["date"], "to": row["date"]}
        office["absences"].append({**away, **said, "id": f"v{number}-away"})
    for number, row in enumerate(rows[2::3]):
        here = [one["person"] for one in row["attendance"] if one["status"] == "present"]
        for person in here[1::2]:
            said = {"person": person, "from": row["start"][:10], "to": row["start"][:10]}
            office["absences"].append({**away, **said, "id": f"m{number}-{person}"})
    for row in office["reviews"]:
        if row["sent_up"] and row["date"]:
            row["sent_up"] = ((day(row["date"]) or on) - DAY).isoformat()
    _each(office["programmes"], 3, adopted="2019-01-02")
    for since in ("2024-01-01", "2024-05-31", "2025-07-01"):
        _two_records(office, day(since) or on)


def _two_records(office: Plain, since: dt.date) -> None:
    for number, row in enumerate(office["absences"][:6]):
        told = {"reported": (since - 3 * DAY).isoformat() if number % 3 else None}
        said = {**row, **told, "area": "outside-province", "person": f"p{number + 3}", "id": f"{since}-{number}"}
        first = {"from": (since - 2 * DAY).isoformat(), "to": (since - DAY).isoformat()}
        office["absences"].append({**said, **first})
        last = {"from": since.isoformat(), "to": (since + 6 * DAY).isoformat(), "reported": None}
        office["absences"].append({**said, **last, "id": f"{said['id']}-2"})


_ALL = (reports, incoming, sessions, kept_from, units, people, duties, contradictions, elsewhere, month_begun)
SPOILT: dict[str, Spoil] = {one.__name__: one for one in _ALL}
