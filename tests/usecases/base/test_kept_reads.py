"""What every read of a small office answers, as it is kept: whatever is answered otherwise is seen and read.

The office is that of the papers, with the lists it has nothing in. Beside the reads of `test_any_office`, which asks
only that they answer, stand those that ask for a part of a record, a body, a period or a year. A record is named by
its id, what is empty is left out, of long answers the first lines are told.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache, partial
from itertools import product
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import pytest

from desktop.domain import records
from desktop.domain.compliance import check
from desktop.domain.decoding import from_plain
from desktop.domain.facts import Facts
from desktop.domain.findings import Cite, Finding
from desktop.domain.periods import Period, period
from desktop.domain.records import LIST_OF, Office, RegulationUse
from desktop.domain.refs import RecordRef
from desktop.domain.refusal import Refusal
from desktop.domain.regulation import InForce, Parameter, Profile
from desktop.domain.rules import report_member, report_received, report_upward
from desktop.usecases.base.facts import facts_of
from desktop.usecases.reports.edits import Key, key_of
from tests.conftest import Kept
from tests.papers.forms.an_office import office as of_papers
from tests.usecases.base.test_any_office import held, is_held, public

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


Read = tuple[Callable[..., Any], dict[str, Any]]


@cache
def facts() -> Facts:
    made = of_papers()
    lists = from_plain(Office, {"office": {"name": "x", "regulations": []}, **MORE})
    uses = (RegulationUse(profile="tay-son-2024", from_=dt.date(2024, 1, 1)),)
    more = {name: (*getattr(made, name), *getattr(lists, name)) for name in MORE}
    return facts_of(replace(made, office=replace(made.office, regulations=uses), **more))  # type: ignore[arg-type]  # lists by their names


@cache
def findings() -> list[Finding]:
    return check(facts(), on=ON)


def parts(value: Any) -> Iterator[Any]:  # noqa: ANN401 - a record or anything in one
    """Every record and every part of one, from the outside in."""
    if is_dataclass(value) and not isinstance(value, type):
        yield value
        for each in fields(value):
            yield from parts(getattr(value, each.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)


@cache
def parts_of(kind: type) -> list[Any]:
    return [one for one in parts(facts().office) if type(one) is kind][:MOST_PARTS]


MOST_PARTS = 6
NAMED = {
    "year": 2024, "place": 1, "person": "p2", "unit": "u4", "code": "2024-09", "body": "btv", "ident": "m1", "id": "m1",
    "text": "ngân sách", "rule": "meeting.cadence", "name": "tay-son-2024", "words": "dự toán", "title": "Bổ sung",
    "key": "meeting.quorum.btv", "field": "chair", "subject": "btv", "part": "a2", "meeting_id": "m2",
}  # fmt: skip
"""What is given where a plain number or text is asked for, by the name it is asked for with."""


def given(name: str, hint: Any) -> list[Any]:  # noqa: ANN401 - any type hint
    """What a parameter is given; nothing where nothing fits it."""
    if is_held(hint):
        return held(hint, facts(), findings(), ON)
    if hint in SOME:
        return SOME[hint]()
    if get_origin(hint) is Literal:
        return list(get_args(hint))[:4]
    if get_origin(hint) in (UnionType, Union):
        return [one for each in get_args(hint) if each is not type(None) for one in given(name, each)]
    if get_origin(hint) in (Iterable, Sequence, list, tuple) and (many := given(name, get_args(hint)[0])):
        return [tuple(many)]
    if isinstance(hint, type) and is_dataclass(hint) and hint.__module__ == records.__name__:
        return parts_of(hint)
    return [NAMED[name]] if hint in (int, str) and name in NAMED else []


def _one_of_each_rule() -> list[Finding]:
    return list({one.rule: one for one in findings()}.values())


ASKED_OF = (
    (report_received.RULE, "u5", "2024-08"),
    (report_member.RULE, "p5", "2024-Q3"),
    (report_upward.RULE, "office", "2024-08"),
)
SOME: dict[Any, Callable[[], list[Any]]] = {
    Period: lambda: [period(code) for code in ("2024-09", "2024-Q3")],
    RecordRef: lambda: [
        RecordRef(text) for text in ("meetings/m1/a2", "ballots/b1", "btv/2024-09", "people/p2/2024-Q3")
    ],
    Finding: _one_of_each_rule,
    Key: lambda: [key_of(rule.id, who, code) for rule, who, code in ASKED_OF],
    Profile: lambda: [facts().in_force_list[0].profile],
    InForce: lambda: list(facts().in_force_list),
    Parameter: lambda: list(facts().in_force_list[0].profile.parameters.values())[:MOST_PARTS],
}


def told(value: Any) -> str:  # noqa: ANN401 - whatever is answered
    if type(value) in LIST_OF:
        return f"<{value.id}>"
    if isinstance(value, Finding):
        return f"<{value.rule} {value.subject} {value.verdict.value}>"
    if isinstance(value, Cite):
        return str(value.at.article if value.at else "đơn vị")
    if isinstance(value, Facts | Profile | InForce | Parameter):
        return f"<{type(value).__name__}>"
    if isinstance(value, Enum):
        return str(value.value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {each.name: getattr(value, each.name) for each in fields(value) if not each.name.startswith("_")}
        return f"{type(value).__name__}({_named(held)})"
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return f"{type(value).__name__}({_named(value._asdict())})"
    if isinstance(value, Mapping):
        return f"{{{_named({told(key): one for key, one in list(value.items())[:MOST_LINES]})}}}"
    if isinstance(value, bytes):
        return "bytes"
    if isinstance(value, str | int | float | dt.date | dt.time) or value is None:
        return str(value)
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(told, value)))}}}"
    return (
        f"[{', '.join(map(told, list(value)[:MOST_LINES]))}]" if isinstance(value, Iterable) else type(value).__name__
    )


def _named(held: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={told(one)}" for name, one in held.items() if one not in (None, "", (), [], {}, False))


MOST_CALLS = 36
MOST_LINES = 25
UNFIT = (AssertionError, AttributeError, IndexError, KeyError, StopIteration, TypeError, ValueError)
"""What comes of asking one thing about another that has none such: such questions are left out."""


def tried(needed: dict[str, Any], most: int) -> list[tuple[Any, ...]]:
    """So many at most of all that can be given together, from the first to the last."""
    every = list(product(*(given(name, hint) for name, hint in needed.items())))
    return every if len(every) <= most else [every[place * len(every) // most] for place in range(most)]


def answers(function: Callable[..., Any], needed: dict[str, Any]) -> Iterator[str]:
    """Nothing of what cannot be asked so: a part of one record with another that has none such."""
    for arguments in tried(needed, MOST_CALLS):
        named = " ".join(map(short, arguments)).strip()
        try:
            answer = function(*arguments)
            listed = isinstance(answer, list | tuple | Iterator) and not hasattr(answer, "_asdict")
            lines = [told(one) for one in (answer if listed else [answer])]
        except Refusal as refused:
            lines = [f"REFUSED {refused}"]
        except UNFIT:
            continue
        head = f"{function.__name__}({named})"
        if len(lines) < 2:
            yield f"{head}: {lines[0] if lines else '-'}"
        else:
            more = [f"  … {len(lines)}"] if len(lines) > MOST_LINES else []
            yield from (head, *(f"  {line}" for line in lines[:MOST_LINES]), *more)


def short(argument: Any) -> str:  # noqa: ANN401
    if type(argument) in LIST_OF:
        return str(argument.id)
    if isinstance(argument, Facts | dt.date | list):
        return ""
    ident = getattr(argument, "id", "") or getattr(argument, "person", "") or getattr(argument, "name", "")
    return str(ident) if is_dataclass(argument) and ident else told(argument)[:30]


@cache
def reads() -> tuple[Read, ...]:
    """Every function that can be asked so, once what the others answer can be given to it too."""
    found: defaultdict[type, list[Any]] = defaultdict(list)
    for function, needed in public():
        for arguments in tried(needed, MOST_PARTS):
            with suppress(Refusal, *UNFIT):
                answer = function(*arguments)
                for one in parts(tuple(answer) if isinstance(answer, list | Iterator) else answer):
                    if type(one).__module__.startswith("desktop.usecases"):
                        found[type(one)].append(one)
    SOME.update({kind: partial(list, ones[:2]) for kind, ones in found.items()})
    return tuple(each for each in public() if all(given(*one) for one in each[1].items()))


def noun_of(read: Read) -> str:
    return read[0].__module__.split(".")[2]


@pytest.mark.parametrize("noun", sorted({noun_of(each) for each in public()}))
def test_every_read_answers_what_is_kept(noun: str, kept: Kept) -> None:
    of_noun = sorted(
        (each for each in reads() if noun_of(each) == noun), key=lambda each: (each[0].__module__, each[0].__name__)
    )
    kept(noun, [line for function, needed in of_noun for line in answers(function, needed)])
