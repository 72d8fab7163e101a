"""The office's records, one frozen dataclass for each object of the interchange JSON.

These classes are the one description of the data: the JSON contract validates against them, the database stores them,
the rules judge them and the papers print them. Standard library only.

A name that is a Python keyword carries a trailing underscore (`from_`, `with_`), which is not part of its JSON key.
A reference to another record is typed by one of the aliases below, so that its target can be read off the type.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any, Literal


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a text as the id of a record in the named list of the office."""

    to: str


@dataclass(frozen=True, slots=True)
class OneLine:
    """Marks a text that stands on one line: a break or a tab in it is kept as a space."""


Line = Annotated[str, OneLine()]
PersonRef = Annotated[str, Refers("people")]
UnitRef = Annotated[str, Refers("units")]
MeetingRef = Annotated[str, Refers("meetings")]
BallotRef = Annotated[str, Refers("ballots")]
DelegatedRef = Annotated[str, Refers("delegated")]
DocumentRef = Annotated[str, Refers("documents")]
ProgrammeRef = Annotated[str, Refers("programmes")]
DirectiveRef = Annotated[str, Refers("directives")]
IncomingRef = Annotated[str, Refers("incoming")]

Body = Literal["bch", "btv", "thuong-truc", "ubkt"]
Role = Literal["bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu", "uy-vien", "chu-nhiem", "pho-chu-nhiem"]
Addressee = Literal["bch", "btv", "thuong-truc", "ubkt", "bi-thu", "pho-bi-thu-thuong-truc"]
"""Whom something is reported to: a body, or who leads the committee."""
UnitKind = Literal["party-organisation", "advisory-body", "front-and-unions", "government", "armed-forces", "justice"]
MeetingKind = Literal[
    "regular",
    "extraordinary",
    "enlarged",
    "weekly",
    "internal-affairs",
    "front-and-unions",
    "front-and-unions-deputy",
    "advisory-bodies",
    "working-session",
]
Matter = Literal[
    "personnel",
    "political-standard",
    "evaluation",
    "organisation",
    "discipline",
    "complaint",
    "budget",
    "reserve-budget",
    "investment",
    "planning",
    "economy",
    "defence-security",
    "internal-affairs",
    "mass-mobilisation",
    "finance",
    "programme",
    "resolution",
    "other",
]
Purpose = Literal[
    "decision",
    "opinion",
    "report-between-sessions",
    "delegated-report",
    "ballot-report",
    "questioning",
    "information",
]
Ground = Literal["need", "petition", "superior"]
Opinion = Literal["approve", "reject", "other"]
VoteMethod = Literal["show-of-hands", "secret-ballot", "consensus"]
AttendanceStatus = Literal["present", "excused", "absent"]
PapersState = Literal["awaited", "received", "returned", "accepted"]
BallotReason = Literal["no-meeting-possible", "not-complex"]
AbsenceArea = Literal["outside-province", "outside-commune", "abroad"]
AbsencePurpose = Literal["work", "personal", "study", "medical", "leave"]
ReportForm = Literal["written", "oral"]
AssignmentKind = Literal["area", "field", "unit", "task", "duty", "team", "steering-committee"]
DelegatedDecision = Literal["adopted", "prepare-again", "referred", "rejected"]
ProgrammeKind = Literal["work", "inspection"]
DirectiveReviewKind = Literal["so-ket", "tong-ket"]
ReviewKind = Literal[
    "annual-review", "quarterly-rating", "confidence-vote", "questioning", "term-review", "regulation-review"
]
Asks = Literal["report", "comment", "work"]
"""What a paper that came in asks for: a report or an answer, a comment on a draft, something to be done."""
Cause = Literal["late-papers", "people-away", "busy", "superior", "weather", "unclear-rule", "other"]
"""Why something was not kept, by kind, so that causes of many offices can be added up."""
EventKind = Literal[
    "work", "visit", "citizens", "online", "conference", "ceremony", "steering", "joint", "duty", "other"
]
Often = Literal["weekly", "month-day", "month-weekday", "month-last-weekday"]
"""How a series comes again: by weekday, by the day of the month, by the nth or the last such weekday of the month."""
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Secrecy = Literal["none", "mat", "toi-mat", "tuyet-mat"]
Urgency = Literal["none", "khan", "thuong-khan", "hoa-toc"]

SESSION_KINDS: tuple[MeetingKind, ...] = ("regular", "extraordinary", "enlarged")
"""The kinds of meeting that are sessions of a body, to which quorum, papers, invitations and majority apply."""

REPORTING = ("office", "government")
"""What `reports.unit` may say instead of a unit's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    name: Line = ""
    sha256: str = ""
    bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """That what a signed or issued paper says was changed afterwards: on which day and why."""

    on: dt.date | None = None
    reason: str = ""


# The office and its calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    from_: dt.date | None = None
    to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationUse:
    """A regulation in force from a day, with the office's own values of its parameters (`RULE.PARAMETER`).

    Without a day it is not in force yet; `document` is the decision that took it into use.
    """

    profile: str = ""
    from_: dt.date | None = None
    overrides: "dict[str, Value] | None" = None
    document: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingFrom:
    """What a setting says from a day on; no value gives it back to the default. Days before keep what they had."""

    key: str = ""
    from_: dt.date | None = None
    value: "Value | None" = None


Value = str | int | bool | list[str] | dict[str, Any]
"""What a parameter or a setting may hold: a fraction is text (`2/3`), what has parts is a shape; nothing is a float."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHead:
    """`kept_from` is the day from which the office keeps its records here: what lies before it is not judged."""

    name: Line
    kind: Line = ""
    superior: Line = ""
    symbol: Line = ""
    place: Line = ""
    province: Line = ""
    congress: Line = ""
    term: Term | None = None
    kept_from: dt.date | None = None
    regulations: tuple[RegulationUse, ...]
    settings: dict[str, Value] | None = None
    settings_from: tuple[SettingFrom, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDay:
    """A day the office's own table sets over the national calendar, with the document that ordered it."""

    date: dt.date | None = None
    document: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCalendar:
    days_off: tuple[OfficeDay, ...] = ()
    working_days: tuple[OfficeDay, ...] = ()


# People and units


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    post: Line = ""
    from_: dt.date | None = None
    to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place in a body; it ends at the end of its `to` day."""

    body: Body
    role: Role
    from_: dt.date
    to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: str
    name: Line
    born: int | None = None
    position: Line = ""
    posts: tuple[Post, ...] = ()
    seats: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit is there from its `from_` to the end of its `to` day; `successor` took over what it still owed."""

    id: str
    name: Line = ""
    kind: UnitKind | None = None
    from_: dt.date | None = None
    to: dt.date | None = None
    successor: UnitRef | None = None


# Meetings


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation:
    by: PersonRef | None = None
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    person: PersonRef | None = None
    unit: UnitRef | None = None
    name: Line = ""
    superior: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    person: PersonRef | None = None
    status: AttendanceStatus | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    person: PersonRef | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    person: PersonRef | None = None
    choice: Opinion | None = None
    note: str = ""
    reserved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a secret ballot counted."""

    approve: int = 0
    reject: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    method: VoteMethod = "show-of-hands"
    choices: tuple[Choice, ...] = ()
    counts: Counts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """`day` is the day of a session of several days on which it is taken."""

    id: str
    day: dt.date | None = None
    time: dt.time | None = None
    title: Line
    matter: Matter | None = None
    purpose: Purpose | None = None
    preparer: UnitRef | None = None
    presenter: PersonRef | None = None
    field: Line = ""
    in_charge: PersonRef | None = None
    closed: bool = False
    documents_received: dt.date | None = None
    documents_state: PapersState | None = None
    documents_note: str = ""
    documents_sent: dt.date | None = None
    unscheduled: bool = False
    approved_by: Body | None = None
    discussion: tuple[Remark, ...] = ()
    conclusion: str = ""
    vote: Vote | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """`postponed_to` is the meeting held in the place of one called off; `amended` tells of signed minutes.

    `kind_name` is what the office calls its kind (`Hội nghị chuyên đề`): it then counts where the text names that.
    """

    id: str
    body: Body
    kind: MeetingKind
    kind_name: Line = ""
    title: Line = ""
    start: dt.datetime
    end: dt.datetime | None = None
    place: Line = ""
    ground: Ground | None = None
    reason: str = ""
    requested_by: tuple[PersonRef, ...] = ()
    decided_by: Body | None = None
    convened_by: Body | None = None
    chair: PersonRef | None = None
    chair_authorised: Authorisation | None = None
    secretary: PersonRef | None = None
    invitations_sent: dt.date | None = None
    closed_session: bool = False
    cancelled: bool = False
    postponed_to: MeetingRef | None = None
    minutes: dt.date | None = None
    no_notice: Line = ""
    amended: tuple[Amended, ...] = ()
    guests: tuple[Guest, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def is_off(self) -> bool:
        """Whether it is not held: called off, or another held in its place."""
        return self.cancelled or self.postponed_to is not None


# Written-opinion ballots, absences


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    id: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesJudged:
    by: PersonRef | None = None
    on: dt.date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    person: PersonRef | None = None
    choice: Opinion | None = None
    returned: dt.date | None = None
    valid: bool = True
    note: str = ""
    questions: dict[str, Opinion] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    id: str
    body: Body
    title: Line = ""
    matter: Matter | None = None
    reason: BallotReason | None = None
    sent: dt.date
    due: dt.date | None = None
    closed: dt.date | None = None
    directed_by: Body | None = None
    sent_to: tuple[PersonRef, ...] | None = None
    questions: tuple[Question, ...] = ()
    important_differences: bool = False
    differences_judged: DifferencesJudged | None = None
    referred_to: MeetingRef | None = None
    reported_at: MeetingRef | None = None
    conclusion: str = ""
    responses: tuple[Response, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    id: str
    person: PersonRef
    from_: dt.date
    to: dt.date
    area: AbsenceArea
    purpose: AbsencePurpose | None = None
    content: str = ""
    destination: Line = ""
    reported: dt.date | None = None
    reported_to: Addressee | None = None
    form: ReportForm | None = None
    result_reported: dt.date | None = None
    cover: PersonRef | None = None
    attachments: tuple[Attachment, ...] = ()


# Assignments, tasks, delegated decisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    id: str
    person: PersonRef | None = None
    kind: AssignmentKind | None = None
    subject: str = ""
    unit: UnitRef | None = None
    field: Line = ""
    decided_by: Body | None = None
    document: DocumentRef | None = None
    from_: dt.date | None = None
    to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a task or a document came from; `agenda` is the id of an item of that meeting."""

    meeting: MeetingRef | None = None
    agenda: str | None = None
    ballot: BallotRef | None = None
    delegated: DelegatedRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    id: str
    title: str = ""
    product: Line = ""
    source: Source | None = None
    unit: UnitRef | None = None
    with_: tuple[UnitRef, ...] = ()
    person: PersonRef | None = None
    due: dt.date | None = None
    done: dt.date | None = None
    evidence: str = ""
    cause: str = ""
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegated:
    """A decision Thường trực took under the standing committee's delegation."""

    id: str
    item: str = ""
    matter: Matter | None = None
    urgent: bool = False
    title: str = ""
    decided: dt.date | None = None
    decision: DelegatedDecision | None = None
    choices: tuple[Choice, ...] = ()
    reported_at: MeetingRef | None = None
    referred_to: MeetingRef | None = None


# Programmes, reports, directives, visits, reviews


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """One piece of work; `carried_from` is the programme that left it undone."""

    title: Line = ""
    lead: UnitRef | None = None
    product: Line = ""
    participants: Line = ""
    due: dt.date | None = None
    meeting: MeetingRef | None = None
    done: dt.date | None = None
    progress: str = ""
    carried_from: ProgrammeRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeVersion:
    """A programme as it was adopted, kept when it was adjusted on the day `replaced`."""

    adopted: dt.date | None = None
    replaced: dt.date | None = None
    reason: str = ""
    items: tuple[ProgrammeItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """`versions` are the earlier ones, the oldest first; `items` are those that hold now."""

    id: str
    kind: ProgrammeKind = "work"
    body: Body | None = None
    period: str = ""
    adopted: dt.date | None = None
    items: tuple[ProgrammeItem, ...] = ()
    versions: tuple[ProgrammeVersion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A periodic report; `unit` is a unit's id, `office` or `government`, or absent where `person` reports himself.

    `reminded` is the day the reminder of a late one was sent.
    """

    id: str
    unit: str | None = None
    person: PersonRef | None = None
    period: str = ""
    to: Literal["bch", "btv", "thuong-truc", "superior", "members"] | None = None
    due: dt.date | None = None
    received: dt.date | None = None
    form: ReportForm | None = None
    reminded: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveReview:
    """A sơ kết or tổng kết, with the report sent up and the notice sent down."""

    kind: DirectiveReviewKind | None = None
    due: dt.date | None = None
    done: dt.date | None = None
    report: DocumentRef | None = None
    notice: DocumentRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    id: str
    symbol: Line = ""
    title: Line = ""
    date: dt.date | None = None
    lead: UnitRef | None = None
    with_: tuple[UnitRef, ...] = ()
    reviews: tuple[DirectiveReview, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    id: str
    body: Body | None = None
    person: PersonRef | None = None
    unit: UnitRef | None = None
    date: dt.date | None = None
    content: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceScore:
    """How many voted high, middling and low confidence in one person."""

    person: PersonRef | None = None
    high: int = 0
    middle: int = 0
    low: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Questioning:
    """One question put to a member, and what he answered."""

    asker: PersonRef | None = None
    answerer: PersonRef | None = None
    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A self-criticism, rating, confidence vote or term review. `subject` is a body's code or a person's id.

    `suggested` holds the contents the superior asked to be covered. `kind_name` is what the office's own text calls a
    rating of its own (`Nhận xét hằng tháng`): it then counts where the text names that.
    """

    id: str
    kind: ReviewKind | None = None
    kind_name: Line = ""
    subject: str = ""
    date: dt.date | None = None
    reported_at: MeetingRef | None = None
    sent_up: dt.date | None = None
    result: str = ""
    suggested: str = ""
    scores: tuple[ConfidenceScore, ...] = ()
    questions: tuple[Questioning, ...] = ()


# Documents, texts, notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A line of the register; `issued` is the file that was printed and signed, byte for byte.

    `post` is printed under the authority where it is not the signer's own; a number that was `cancelled` stays taken;
    `amended` says when and why what it was made from was changed after it was issued.
    """

    id: str
    type: Line = ""
    number: int | None = None
    symbol: Line = ""
    date: dt.date | None = None
    title: str = ""
    issuer: Line = ""
    signed_by: PersonRef | None = None
    authority: Line = ""
    post: Line = ""
    secrecy: Secrecy = "none"
    urgency: Urgency = "none"
    recipients: tuple[str, ...] = ()
    body: str = ""
    source: Source | None = None
    cancelled: dt.date | None = None
    cancel_reason: str = ""
    issued: Attachment | None = None
    amended: tuple[Amended, ...] = ()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """To whom a paper that came in was passed on; who has the `lead` sees to it, others take part or are told."""

    person: PersonRef | None = None
    unit: UnitRef | None = None
    date: dt.date | None = None
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A line of the register of papers that come in: `number` and `arrived` are the office's, the rest its sender's.

    `superior` says that the sender stands above the committee; `asks` and `due` what the paper asks for and by when,
    `order` what a leader wrote on it.
    It is settled by the document that answers it (`answer`), or on a day (`settled`) without one, as `result` tells.
    """

    id: str
    number: int | None = None
    arrived: dt.date | None = None
    sender: Line = ""
    superior: bool = False
    symbol: Line = ""
    date: dt.date | None = None
    type: Line = ""
    title: str = ""
    secrecy: Secrecy = "none"
    urgency: Urgency = "none"
    asks: Asks | None = None
    due: dt.date | None = None
    order: str = ""
    passed: tuple[Passed, ...] = ()
    answer: DocumentRef | None = None
    settled: dt.date | None = None
    result: str = ""
    directive: DirectiveRef | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeats:
    """How an event comes again, every so many weeks or months, to the end of its `until` day.

    `weekdays` are those of a weekly one beside the weekday it begins on. `left_out` are days on which it is not held;
    with `working_days` it is not held on days off either.
    """

    often: Often | None = None
    every: int = 1
    weekdays: tuple[Weekday, ...] = ()
    until: dt.date | None = None
    working_days: bool = False
    left_out: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What leaders attend that is no session of a body of the office; one that comes again is one record.

    Of one that lasts `all_day` the hours say nothing. `kind_name` is what the office calls its kind; `organs` are the
    bodies that take part as a whole, `others` who else does. `called_by` is the symbol of the paper that calls it,
    `paper` its line among those that came in; `uid` is what a calendar file it came from calls it.
    """

    id: str
    title: Line = ""
    kind: EventKind | None = None
    kind_name: Line = ""
    start: dt.datetime
    end: dt.datetime | None = None
    all_day: bool = False
    place: Line = ""
    vehicle: Line = ""
    chair: PersonRef | None = None
    people: tuple[PersonRef, ...] = ()
    organs: tuple[Body, ...] = ()
    units: tuple[UnitRef, ...] = ()
    others: Line = ""
    called_by: Line = ""
    paper: IncomingRef | None = None
    note: str = ""
    cancelled: bool = False
    repeats: Repeats | None = None
    uid: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationText:
    """The office's own text of a regulation, unchanged, so that clauses can be shown word for word."""

    id: str
    profile: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCite:
    article: str = ""
    clause: str | None = None
    point: str | None = None
    paragraph: str | None = None
    dash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnParameter:
    """A parameter as an office's own profile sets it; no value means the text is silent."""

    key: str = ""
    value: Value | None = None
    from_: dt.date | None = None
    cite: OwnCite | None = None
    means: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnProfile:
    """A regulation the office described itself, starting from a shipped one (`base`).

    `by_base` says that the office chose to work by the shipped one where it has confirmed nothing yet; such findings
    are marked and are never a breach. Without it nothing is judged there.
    `follows` is its own one that it takes the place of or amends: what did not change was taken over from that.
    """

    id: str
    title: Line = ""
    base: str = ""
    by_base: bool = False
    follows: str = ""
    parameters: tuple[OwnParameter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDone:
    """One time that an own duty was done; `record` names the meeting or the document that shows it (`documents/o1`)."""

    period: str = ""
    date: dt.date | None = None
    record: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What the office's own regulation (`profile`) asks and no rule knows: `actor` does it for `addressee`.

    `often` is a cadence, `due` the deadline within each of its periods, `by` the last day of what is done once.
    """

    id: str
    profile: str = ""
    title: Line = ""
    actor: Line = ""
    addressee: Line = ""
    often: dict[str, Value] | None = None
    due: dict[str, Value] | None = None
    by: dt.date | None = None
    cite: OwnCite | None = None
    from_: dt.date | None = None
    to: dt.date | None = None
    done: tuple[DutyDone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The office's own explanation of a finding, with the kind of its cause, and what it does about it."""

    id: str
    rule: str = ""
    subject: str = ""
    cause: Cause | None = None
    text: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Everything one office file holds, in the order the office gave it."""

    format: Literal["thuky-office/1"] = "thuky-office/1"
    office: OfficeHead
    calendar: OfficeCalendar = OfficeCalendar()
    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    absences: tuple[Absence, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    tasks: tuple[Task, ...] = ()
    delegated: tuple[Delegated, ...] = ()
    programmes: tuple[Programme, ...] = ()
    reports: tuple[Report, ...] = ()
    directives: tuple[Directive, ...] = ()
    visits: tuple[Visit, ...] = ()
    reviews: tuple[Review, ...] = ()
    documents: tuple[Document, ...] = ()
    incoming: tuple[Incoming, ...] = ()
    events: tuple[Event, ...] = ()
    regulation_texts: tuple[RegulationText, ...] = ()
    profiles: tuple[OwnProfile, ...] = ()
    duties: tuple[Duty, ...] = ()
    notes: tuple[Note, ...] = ()


Record = (
    Person
    | Unit
    | Meeting
    | Ballot
    | Absence
    | Assignment
    | Task
    | Delegated
    | Programme
    | Report
    | Directive
    | Visit
    | Review
    | Document
    | Incoming
    | Event
    | RegulationText
    | OwnProfile
    | Duty
    | Note
)
"""A record with an id, held in one of the office's lists."""

LIST_OF: dict[type, str] = {
    Person: "people",
    Unit: "units",
    Meeting: "meetings",
    Ballot: "ballots",
    Absence: "absences",
    Assignment: "assignments",
    Task: "tasks",
    Delegated: "delegated",
    Programme: "programmes",
    Report: "reports",
    Directive: "directives",
    Visit: "visits",
    Review: "reviews",
    Document: "documents",
    Incoming: "incoming",
    Event: "events",
    RegulationText: "regulation_texts",
    OwnProfile: "profiles",
    Duty: "duties",
    Note: "notes",
}
"""The list of the office in which each kind of record stands; the name is also its kind in history and in `changed`."""
