"""The tables of an office file, one for each dataclass of `desktop.domain.records`.

How the records lie in them (`db.mapping` reads this off the tables and the type hints, nothing else says it):

- a list of the office is a table of that name; a list inside a record is a table named OWNER_FIELD, whose primary key
  begins with its owner's key;
- `ordinal` keeps the order of every list, so that an export gives back what was imported;
- an object inside a record lies in its row: a yes-no column named like the field says whether it is there, its own
  fields follow with that name before them (`term`, `term_from`, `term_to`);
- dictionaries and values of more than one type are JSON text; dates and times are ISO text.

A reference is a foreign key, checked when the change is committed. Two cannot be, and are checked at import and by the
doctor: `reports.unit` may also say `office` or `government`, `reviews.subject` may also be a body's code.
"""

import datetime as dt
import json
from typing import Any, TypeAlias

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

Loaded: TypeAlias = Any
"""What JSON text gives back: a dictionary, a list, text, a number, yes or no."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Day(TypeDecorator[dt.date]):
    """`2024-06-12`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.date | None:
        return None if value is None else dt.date.fromisoformat(value)


class Clock(TypeDecorator[dt.time]):
    """`07:30`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat("minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.time | None:
        return None if value is None else dt.time.fromisoformat(value)


class Moment(TypeDecorator[dt.datetime]):
    """`2024-06-12T07:30`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value)


class Json(TypeDecorator[Any]):
    """A dictionary, or a value of more than one type, as JSON text in the order it was given."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Loaded:
        return None if value is None else json.loads(value)


def text(*names: str) -> list[Column[Any]]:
    return [Column(name, Text) for name in names]


def number(*names: str) -> list[Column[Any]]:
    return [Column(name, Integer) for name in names]


def yes_no(*names: str) -> list[Column[Any]]:
    return [Column(name, Boolean) for name in names]


def day(*names: str) -> list[Column[Any]]:
    return [Column(name, Day) for name in names]


def reference(to: str, *names: str) -> list[Column[Any]]:
    """Columns that hold the id of a record of that list; deferred: a change writes its records in any order."""
    return [
        Column(name, Text, ForeignKey(f"{to}.id", deferrable=True, initially="DEFERRED"), index=True) for name in names
    ]


def listed(name: str, *columns: list[Column[Any]], more: tuple[ForeignKeyConstraint | Index, ...] = ()) -> Table:
    """A list of the office: records with an id of their own."""
    own = [column for group in columns for column in group]
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("ordinal", Integer, nullable=False),
        *own,
        *more,
    )


def within(owner: Table, name: str, key: str, *columns: list[Column[Any]]) -> Table:
    """A list inside a record, told apart by its place in it; it goes when its record goes."""
    own = [column for group in columns for column in group]
    return Table(
        f"{owner.name}_{name}",
        metadata,
        Column(key, owner.c.id.type, ForeignKey(owner.c.id, ondelete="CASCADE"), primary_key=True),
        Column("ordinal", Integer, primary_key=True),
        *own,
        sqlite_with_rowid=False,
    )


def amended(owner: Table, key: str) -> Table:
    return within(owner, "amended", key, day("on"), text("reason"))


def attachments(owner: Table, key: str) -> Table:
    return within(owner, "attachments", key, text("name", "sha256"), number("bytes"))


# The office and its calendar

office = Table(
    "office",
    metadata,
    Column("id", Integer, primary_key=True),
    CheckConstraint("id = 1", name="single"),
    *text("name", "kind", "superior", "symbol", "place", "province", "congress"),
    *yes_no("term"),
    *day("term_from", "term_to", "kept_from"),
    Column("settings", Json),
)
within(office, "regulations", "office", text("profile"), day("from"), [Column("overrides", Json)], text("document"))
within(office, "settings_from", "office", text("key"), day("from"), [Column("value", Json)])
within(office, "days_off", "office", day("date"), text("document"))
within(office, "working_days", "office", day("date"), text("document"))

# People and units

people = listed("people", text("name"), number("born"), text("position"))
within(people, "posts", "owner", text("post"), day("from", "to"))
within(people, "seats", "owner", text("body", "role"), day("from", "to"))

units = listed("units", text("name", "kind"), day("from", "to"), reference("units", "successor"))

# Meetings

meetings = listed(
    "meetings",
    text("body", "kind", "title"),
    [Column("start", Moment), Column("end", Moment)],
    text("place", "ground", "reason", "decided_by", "convened_by"),
    reference("people", "chair"),
    yes_no("chair_authorised"),
    reference("people", "chair_authorised_by"),
    day("chair_authorised_on"),
    reference("people", "secretary"),
    day("invitations_sent"),
    yes_no("closed_session", "cancelled"),
    reference("meetings", "postponed_to"),
    day("minutes"),
)
within(meetings, "requested_by", "meeting", reference("people", "person"))
within(
    meetings,
    "guests",
    "meeting",
    reference("people", "person"),
    reference("units", "unit"),
    text("name"),
    yes_no("superior"),
)
within(meetings, "attendance", "meeting", reference("people", "person"), text("status", "reason"))
amended(meetings, "meeting")
attachments(meetings, "meeting")

meetings_agenda = Table(
    "meetings_agenda",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    *day("day"),
    Column("time", Clock),
    *text("title", "matter", "purpose"),
    *reference("units", "preparer"),
    *reference("people", "presenter"),
    *text("field"),
    *reference("people", "in_charge"),
    *yes_no("closed"),
    *day("documents_received"),
    *text("documents_state", "documents_note"),
    *day("documents_sent"),
    *yes_no("unscheduled"),
    *text("approved_by", "conclusion"),
    *yes_no("vote"),
    *text("vote_method"),
    *yes_no("vote_counts"),
    *number("vote_counts_approve", "vote_counts_reject", "vote_counts_other"),
    sqlite_with_rowid=False,
)


def within_agenda(name: str, *columns: list[Column[Any]]) -> Table:
    """A list inside an agenda item, which is known by its meeting and its id within it."""
    own = [column for group in columns for column in group]
    return Table(
        f"meetings_agenda_{name}",
        metadata,
        Column("meeting", Text, primary_key=True),
        Column("item", Text, primary_key=True),
        Column("ordinal", Integer, primary_key=True),
        *own,
        ForeignKeyConstraint(
            ["meeting", "item"], ["meetings_agenda.meeting", "meetings_agenda.id"], ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )


within_agenda("discussion", reference("people", "person"), text("text"))
within_agenda("vote_choices", reference("people", "person"), text("choice", "note"), yes_no("reserved"))
within_agenda("attachments", text("name", "sha256"), number("bytes"))

# Written-opinion ballots, absences

ballots = listed(
    "ballots",
    text("body", "title", "matter", "reason"),
    day("sent", "due", "closed"),
    text("directed_by"),
    yes_no("sent_to", "important_differences", "differences_judged"),
    reference("people", "differences_judged_by"),
    day("differences_judged_on"),
    text("differences_judged_reason"),
    reference("meetings", "referred_to", "reported_at"),
    text("conclusion"),
)
within(ballots, "sent_to", "ballot", reference("people", "person"))
within(
    ballots,
    "responses",
    "ballot",
    reference("people", "person"),
    text("choice"),
    day("returned"),
    yes_no("valid"),
    text("note"),
    [Column("questions", Json)],
)
attachments(ballots, "ballot")
Table(
    "ballots_questions",
    metadata,
    Column("ballot", Text, ForeignKey("ballots.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    *text("text"),
    sqlite_with_rowid=False,
)

absences = listed(
    "absences",
    reference("people", "person"),
    day("from", "to"),
    text("area", "purpose", "content", "destination"),
    day("reported"),
    text("reported_to", "form"),
    day("result_reported"),
    reference("people", "cover"),
)
attachments(absences, "absence")

# Assignments, tasks, delegated decisions


def source() -> list[Column[Any]]:
    return [
        *yes_no("source"),
        *reference("meetings", "source_meeting"),
        *text("source_agenda"),
        *reference("ballots", "source_ballot"),
        *reference("delegated", "source_delegated"),
    ]


def source_agenda() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["source_meeting", "source_agenda"],
        ["meetings_agenda.meeting", "meetings_agenda.id"],
        deferrable=True,
        initially="DEFERRED",
    )


assignments = listed(
    "assignments",
    reference("people", "person"),
    text("kind", "subject"),
    reference("units", "unit"),
    text("field", "decided_by"),
    reference("documents", "document"),
    day("from", "to"),
)

tasks = listed(
    "tasks",
    text("title", "product"),
    source(),
    reference("units", "unit"),
    reference("people", "person"),
    day("due", "done"),
    text("evidence", "cause"),
    more=(source_agenda(),),
)
within(tasks, "with", "task", reference("units", "unit"))
attachments(tasks, "task")

delegated = listed(
    "delegated",
    text("item", "matter"),
    yes_no("urgent"),
    text("title"),
    day("decided"),
    text("decision"),
    reference("meetings", "reported_at", "referred_to"),
)
within(delegated, "choices", "decision", reference("people", "person"), text("choice", "note"), yes_no("reserved"))

# Programmes, reports, directives, visits, reviews

programmes = listed("programmes", text("kind", "body", "period"), day("adopted"))


def programme_item() -> list[Column[Any]]:
    return [
        *text("title"),
        *reference("units", "lead"),
        *text("product", "participants"),
        *day("due"),
        *reference("meetings", "meeting"),
        *day("done"),
        *text("progress"),
        *reference("programmes", "carried_from"),
    ]


within(programmes, "items", "programme", programme_item())
within(programmes, "versions", "programme", day("adopted", "replaced"), text("reason"))
Table(
    "programmes_versions_items",
    metadata,
    Column("programme", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    *programme_item(),
    ForeignKeyConstraint(
        ["programme", "version"],
        ["programmes_versions.programme", "programmes_versions.ordinal"],
        ondelete="CASCADE",
    ),
    sqlite_with_rowid=False,
)

reports = listed(
    "reports",
    text("unit"),
    reference("people", "person"),
    text("period", "to"),
    day("due", "received"),
    text("form"),
    day("reminded"),
)

directives = listed("directives", text("symbol", "title"), day("date"), reference("units", "lead"))
within(directives, "with", "directive", reference("units", "unit"))
within(directives, "reviews", "directive", text("kind"), day("due", "done"), reference("documents", "report", "notice"))

visits = listed(
    "visits",
    text("body"),
    reference("people", "person"),
    reference("units", "unit"),
    day("date"),
    text("content", "result"),
)

reviews = listed(
    "reviews",
    text("kind", "subject"),
    day("date"),
    reference("meetings", "reported_at"),
    day("sent_up"),
    text("result", "suggested"),
)
within(reviews, "scores", "review", reference("people", "person"), number("high", "middle", "low"))
within(reviews, "questions", "review", reference("people", "asker", "answerer"), text("question", "answer"))

# Documents, texts, notes

documents = listed(
    "documents",
    text("type"),
    number("number"),
    text("symbol"),
    day("date"),
    text("title", "issuer"),
    reference("people", "signed_by"),
    text("authority", "post", "secrecy", "urgency", "body"),
    source(),
    day("cancelled"),
    text("cancel_reason"),
    yes_no("issued"),
    text("issued_name", "issued_sha256"),
    number("issued_bytes"),
    more=(source_agenda(),),
)
within(documents, "recipients", "document", text("recipient"))
amended(documents, "document")
attachments(documents, "document")

regulation_texts = listed("regulation_texts", text("profile", "text"))

profiles = listed("profiles", text("title", "base"))
within(
    profiles,
    "parameters",
    "profile",
    text("key"),
    [Column("value", Json)],
    day("from"),
    yes_no("cite"),
    text("cite_article", "cite_clause", "cite_point", "cite_paragraph", "cite_dash"),
    text("means"),
)

notes = listed("notes", text("rule", "subject", "text", "remedy"))

files = Table(
    "files",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""What attachments and issued documents hold, once for each content; records name it by its hash."""

# What happened to the records, and what is remembered for the first paint

changes = Table(
    "changes",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("changes.sequence"), index=True),
)
"""One row for every commit; `sequence`, never the clock, says which came first."""

history = Table(
    "history",
    metadata,
    Column("sequence", Integer, ForeignKey("changes.sequence"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("ordinal", Integer),
    Column("before", Text),
    Column("after", Text),
    Index(None, "kind", "record"),
    sqlite_with_rowid=False,
)
"""One row for every record a change touched, as JSON before and after; no `before`: it was new, no `after`: removed."""

digests = Table(
    "digests",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What every record's content came to when it was written (`db.digest`): what else changes it, is found."""

glance = Table(
    "glance",
    metadata,
    Column("key", Text, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("json", Text, nullable=False),
)
"""What the window painted last, with the change it was true after; read by `db.glance` before anything heavy loads."""
