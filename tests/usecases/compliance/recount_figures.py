"""Counts the figures of an account again, from what `check --json` answers and the office's JSON: all written anew."""

import datetime as dt
import re
import tomllib
from calendar import monthrange
from collections import Counter
from pathlib import Path
from typing import Any

from tests.usecases.compliance.recount_days import DAY, Plain, day
from tests.usecases.compliance.recount_records import BODIES, KINDS, SESSIONS, Records
from tests.usecases.compliance.recount_texts import TEXTS

RULES = Path(__file__).parents[3] / "resources" / "rules.toml"
STANDING = ("assignment.unit", "assignment.member", "directive.lead")
"""Judged as things stand on a day, and told on that day."""
BY_LAST_DAY = ("meeting.cadence", "meeting.working", "incoming.answered")
"""Told on the last day in time, where there is one."""
OWN = {
    "ballots": "sent",
    "absences": "from",
    "delegated": "decided",
    "visits": "date",
    "reviews": "date",
    "documents": "date",
}
VERDICTS = ("due", "unclear", "unknown", "exempt")
ALL_BODIES = (*BODIES, "ubkt")
OTHERS = ("internal-affairs", "front-and-unions", "front-and-unions-deputy", "advisory-bodies", "working-session")
NONE = "unsaid"


def keys_of_lines() -> dict[str, set[str]]:
    """Of every rule the parts that have a line of their own."""
    rules = tomllib.loads(RULES.read_text(encoding="utf-8"))["rules"]
    return {rule: {line.get("part", "") for line in words.get("lines", ())} for rule, words in rules.items()}


LINES = keys_of_lines()
KEYS = {f"{rule}.{part}" if part else rule for rule, parts in LINES.items() for part in parts}


def ends(code: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a period by its code."""
    found = re.fullmatch(r"(\d{4})(?:-(H1|H2|9M|Q[1-4]|W\d\d|F\d\d|\d\d))?", code)
    if not found:
        return None
    year, part = int(found[1]), found[2] or ""
    if part[:1] in ("W", "F"):
        weeks = dt.date(year, 12, 28).isocalendar().week
        first, last = (int(part[1:]),) * 2 if part[0] == "W" else (2 * int(part[1:]) - 1, 2 * int(part[1:]))
        last = weeks if part == "F26" else last
        if not 1 <= first <= last <= weeks:
            return None
        return dt.date.fromisocalendar(year, first, 1), dt.date.fromisocalendar(year, last, 7)
    spans = {"": (1, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9)}
    spans |= {f"Q{number}": (3 * number - 2, 3 * number) for number in range(1, 5)}
    begun, ended = spans.get(part) or (int(part), int(part))
    return (dt.date(year, begun, 1), dt.date(year, ended, monthrange(year, ended)[1])) if 1 <= begun <= 12 else None


class Figured:
    """One office in one period, by the answers of `check --json` as of a day, and as of the period's last."""

    def __init__(
        self, office: Plain, first: dt.date, last: dt.date, on: dt.date, found: list[Plain], then: list[Plain]
    ) -> None:
        self.office, self.first, self.last, self.on = office, first, last, on
        self.until = min(last, on)
        self.records = Records(office, TEXTS["tay-son-2024"], first, last, on)
        self.ids = {name: {one["id"]: one for one in office[name]} for name in (*OWN, "meetings", "incoming")}
        self.ids |= {name: {one["id"]: one for one in office[name]} for name in ("programmes", "reports")}
        self.findings = [one for one in found if first <= self.placed(one) <= last]
        if on > last:
            self.findings += [one for one in then if one["rule"] in STANDING]

    # Lines

    def placed(self, finding: Plain) -> dt.date:
        rule, (kind, *rest) = finding["rule"], finding["subject"].split("/", 2)
        due = day(finding["due"])
        if rule in STANDING:
            return self.on
        own = self._own(kind, rest[0] if rest else "")
        if own:
            return (due or own) if rule in BY_LAST_DAY else own
        code = rest[0] if len(rest) < 2 or rest[1] == "inspection" else rest[1]
        first = rule == "programme.adopted"
        if code == "term":
            term = self.office["office"]["term"] or {"from": None, "to": None}
            return day(term["from"] if first else term["to"]) or due or self.on
        span = ends(code)
        return (span[0] if first else span[1]) if span else due or self.on

    def _own(self, kind: str, ident: str) -> dt.date | None:
        one = self.ids.get(kind, {}).get(ident)
        if one is None:
            return None
        if kind == "meetings":
            return None if one["cancelled"] or one["postponed_to"] else day(one["start"])
        if kind == "incoming":
            return day(one["arrived"]) or day(one["date"])
        if kind in OWN:
            return day(one[OWN[kind]])
        return self._begun(one["period"])

    def _begun(self, code: str) -> dt.date | None:
        """A term's own begins for the rules on the day in it on which a regulation came."""
        if code != "term":
            span = ends(code)
            return span[0] if span else None
        term = self.office["office"]["term"]
        if not term or not term["from"]:
            return None
        uses = [one["from"] for one in self.office["office"]["regulations"] if one["profile"] and one["from"]]
        since = max(term["from"], min(uses)) if uses else term["from"]
        return day(since if since <= (term["to"] or "9999") else term["from"])

    def key(self, finding: Plain) -> str:
        rule, subject = finding["rule"], finding["subject"].split("/")
        parts = LINES[rule] - {""}
        meeting = self.ids["meetings"].get(subject[1]) if subject[0] == "meetings" else None
        if meeting and parts:
            return f"{rule}.{meeting['kind' if rule == 'meeting.working' else 'body']}"
        part = "inspection" if subject[-1] == "inspection" else subject[0]
        return f"{rule}.{part}" if part in parts else rule

    def lines(self) -> dict[str, dict[str, int]]:
        """Of every line how many findings there are of each sort."""
        found: dict[str, Counter[str]] = {key: Counter() for key in (*KEYS, "total")}
        for one in self.findings:
            for key in (self.key(one), "total") if one["verdict"] != "unregulated" else ():
                found[key][self._sort(one)] += 1
        return {key: self._line(counted) for key, counted in found.items()}

    def _sort(self, finding: Plain) -> str:
        verdict = str(finding["verdict"])
        return "unchecked" if finding["cite"].get("unchecked") and verdict == "met" else verdict

    def _line(self, counted: "Counter[str]") -> dict[str, int]:
        settled = {"n": counted["met"], "breach": counted["breach"], "of": counted["met"] + counted["breach"]}
        return settled | {name: counted[name] for name in (*VERDICTS, "unchecked")}

    # Counts

    def counts(self) -> dict[str, tuple[int, int | None]]:
        """Those of the paper and those by kind; what is nought is left out."""
        by_kind: Counter[str] = Counter()
        for keys in (self._meetings(), self._items(), self._people(), self._papers()):
            by_kind.update(keys)
        found = {**self.records.counts(), **{key: (number, None) for key, number in by_kind.items()}}
        found |= {"attendance.ubkt": self._attendance(), "incoming.settled": self._settled()}
        return {key: (part, whole) for key, (part, whole) in found.items() if part or whole}

    def _within(self, text: str | None) -> bool:
        return bool(text) and self.first.isoformat() <= str(text)[:10] <= self.until.isoformat()

    def _meetings(self) -> list[str]:
        held = [
            one
            for one in self.office["meetings"]
            if not one["cancelled"] and not one["postponed_to"] and self._within(one["start"])
        ]
        found = [f"held.{one['body']}.{one['kind']}" for one in held if one["kind"] in OTHERS]
        of_ubkt = [one for one in held if one["body"] == "ubkt" and one["kind"] in KINDS]
        return [*found, *(f"held.ubkt.{one['kind']}" for one in of_ubkt), *("held.ubkt" for _one in of_ubkt)]

    def _attendance(self) -> tuple[int, int]:
        marked = [one for one in self.records.held("ubkt", KINDS) if self.records.is_marked(one)]
        whole = sum(len(self.records.members("ubkt", day(one["start"]) or self.on)) for one in marked)
        return sum(len(self.records.here(one)) for one in marked), whole

    def _items(self) -> list[str]:
        held = [one for body in ("bch", "btv") for one in self.records.held(body, SESSIONS)]
        items = [item for one in held for item in one["agenda"]]
        put = [item for item in items if item["purpose"] == "decision"]
        named = [("agenda.items", items), ("agenda.voted", [item for item in items if item["vote"] is not None])]
        named += [("agenda.decisions", put)]
        named += [("ballots.sent", [one for one in self.office["ballots"] if self._within(one["sent"])])]
        named += [("delegated.matter", self._delegated())]
        found = [f"{key}.{one['matter'] or NONE}" for key, ones in named for one in ones]
        return [*found, *("agenda.decisions" for _item in put), *map(self._point, self._delegated())]

    def _delegated(self) -> list[Plain]:
        return [one for one in self.office["delegated"] if self._within(one["decided"])]

    def _point(self, one: Plain) -> str:
        item = " ".join(one["item"].split())
        return f"delegated.point.{(item if ' ' in item else item.lower()) or NONE}"

    def _people(self) -> list[str]:
        away = [one for one in self.office["absences"] if self._within(one["from"])]
        found = [f"absences.area.{one['area']}" for one in away]
        found += [f"absences.purpose.{one['purpose'] or NONE}" for one in away]
        found += [f"visits.made.{one['body'] or NONE}" for one in self.office["visits"] if self._within(one["date"])]
        return found + [
            f"reviews.held.{one['kind'] or NONE}" for one in self.office["reviews"] if self._within(one["date"])
        ]

    def _papers(self) -> list[str]:
        came = [one for one in self.office["reports"] if self._within(one["received"])]
        sent = [one for one in came if one["unit"] == "office"]
        found = ["reports.out" for _one in sent] + ["reports.in" for one in came if one["unit"] != "office"]
        found += [f"reports.out.{one['to'] or NONE}" for one in sent]
        for one in self.office["documents"]:
            if self._within(one["date"]):
                issuer = f"documents.issuer.{one['issuer'].split(';')[0].strip() or NONE}"
                found += [issuer, f"{issuer}.{one['type'] or NONE}"]
        return [*found, *("incoming.entered" for _one in self._incoming())]

    def _incoming(self) -> list[Plain]:
        return [one for one in self.office["incoming"] if self._within(one["arrived"] or one["date"])]

    def _settled(self) -> tuple[int, int]:
        asked = [one for one in self._incoming() if one["asks"] or one["due"]]
        return sum(self._in_time(one) for one in asked), len(asked)

    def _in_time(self, paper: Plain) -> bool:
        answers = [one for one in self.office["documents"] if one["id"] == paper["answer"] and not one["cancelled"]]
        done = answers[0]["date"] if answers else paper["settled"]
        last = min(paper["due"] or "9999", self.until.isoformat())
        return bool(done) and str(done) <= last

    # Causes and days

    def causes(self) -> dict[str, int]:
        """Of the findings told one by one, those noted on."""
        told = {
            (one["rule"], one["subject"]) for one in self.findings if one["verdict"] in ("breach", "unclear", "unknown")
        }
        notes: dict[Any, Plain] = {(one["rule"], one["subject"]): one for one in self.office["notes"]}
        noted = [one for key, one in notes.items() if key in told and (one["cause"] or one["text"].strip())]
        return dict(Counter(one["cause"] or NONE for one in noted))

    def days(self) -> dict[str, int]:
        """Day by day: whether a regulation was in force, and records were kept."""
        uses = [one["from"] for one in self.office["office"]["regulations"] if one["profile"] and one["from"]]
        since = max(min(uses, default="9999"), self.office["office"]["kept_from"] or "")
        counted = [self.first + DAY * ahead for ahead in range((self.until - self.first).days + 1)]
        judged = sum(since <= one.isoformat() for one in counted)
        return {"judged": judged, "counted": len(counted), "of": (self.last - self.first).days + 1}
