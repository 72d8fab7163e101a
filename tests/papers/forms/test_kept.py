"""Every form word for word, as it is printed of an office that did much, of one that wrote little down, and of others.

What a form says is kept in `kept/`: a change of its words is seen there, line by line, before it is printed.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace

import pytest

from desktop.domain.facts import Facts
from desktop.domain.records import (
    Absence,
    Assignment,
    Attendance,
    Authorisation,
    Ballot,
    Delegated,
    Document,
    Guest,
    Meeting,
    Question,
    RegulationUse,
    Report,
    Response,
    Source,
)
from desktop.domain.refusal import Refusal
from desktop.papers.paper import Cell, Paper, Paragraph, Row, Run
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import FORMS, print_form
from tests.conftest import Kept
from tests.papers.conftest import ON
from tests.papers.forms.an_office import absences, assignments, ballot, committee_session, head, meeting, office, people
from tests.papers.forms.test_forms import record_of

HANOI = "Dự lớp bồi dưỡng"


def whole() -> Facts:
    """The small office, judged by its regulation."""
    return facts_of(office())


def sparse() -> Facts:
    """Of everything there is a record, and nothing is written in it."""
    bare = Meeting(id="m1", body="btv", kind="regular", start=dt.datetime(2024, 9, 6, 7, 30))
    agenda = tuple(replace(item, vote=None, conclusion="", discussion=()) for item in meeting().agenda)
    return facts_of(
        office(
            meetings=(replace(bare, agenda=agenda), replace(bare, id="m2", body="bch")),
            tasks=(),
            documents=(),
            ballots=(Ballot(id="b1", body="btv", sent=dt.date(2024, 8, 26)),),
            absences=(Absence(id="x1", person="p2", from_=ON, to=ON, area="outside-province"),),
            assignments=(Assignment(id="g1", kind="duty"),),
            delegated=(Delegated(id="d1"),),
        )
    )


def other() -> Facts:
    """Other ways in everything: a closed session chaired by the deputy, an open ballot, numbers on record, trips told
    late; under another regulation.
    """
    there: dict[str, str] = {"p1": "excused", "p4": "absent"}
    session = replace(
        meeting(),
        closed_session=True,
        kind="extraordinary",
        ground="need",
        chair="p2",
        chair_authorised=Authorisation(by="p1", on=dt.date(2024, 9, 5)),
        secretary=None,
        end=None,
        place="",
        invitations_sent=None,
        attendance=tuple(
            Attendance(person=one.id, status=there.get(one.id, "present"), reason="")  # type: ignore[arg-type]
            for one in people()
        ),
        guests=(*meeting().guests, Guest(name="Một vị khách"), Guest(person="g1", superior=True)),
    )
    asked = ballot(
        closed=None,
        conclusion="",
        questions=(Question(id="q1", text="Việc một"), Question(id="q2", text="Việc hai")),
        responses=(
            Response(
                person="p1",
                choice="approve",
                returned=dt.date(2024, 8, 28),
                questions={"q1": "approve", "q2": "reject"},
            ),
            Response(person="p2", choice="other", returned=dt.date(2024, 8, 29), valid=False, note="Xem lại"),
            Response(person="p3", choice=None),
        ),
        sent_to=tuple(f"p{number}" for number in range(1, 11)),
    )
    numbered = tuple(
        Document(
            id=f"o{place}", type=kind, number=place, symbol=f"{place:02}-{kind}/HU", date=dt.date(2024, 9, 6 + place),
            title=f"về việc {place}", issuer="btv", signed_by=f"p{1 + place % 3}", authority="T/M",
            source=Source(meeting="m1", agenda=item), recipients=("Như trên", "Lưu Văn phòng"),
            secrecy="mat" if place == 4 else "none", cancelled=dt.date(2024, 9, 20) if place == 6 else None,
        )
        for place, (kind, item) in enumerate(
            (("GM", None), ("TB", None), ("KL", "a2"), ("NQ", "a2"), ("QĐ", "a3"), ("CV", None), ("BB", None)), 1
        )
    )  # fmt: skip
    told = tuple(
        replace(one, reported=dt.date(2024, 8, 30), content=HANOI, result_reported=dt.date(2024, 9, 9))
        for one in absences()
    )
    duties = tuple(replace(one, from_=None, to=None, decided_by=None) for one in assignments())
    return facts_of(
        office(
            office=replace(head(), regulations=(RegulationUse(profile="bac-kan-ccq-2020", from_=dt.date(2023, 1, 1)),)),
            meetings=(session, replace(committee_session(), attendance=session.attendance, agenda=session.agenda[:1])),
            ballots=(asked,),
            documents=numbered,
            absences=told,
            assignments=duties,
            reports=(
                Report(id="r1", unit="u4", period="2024-08", received=dt.date(2024, 8, 20), to="btv", form="written"),
                Report(id="r2", unit="u5", period="2024-08", received=dt.date(2024, 9, 20)),
            ),
        )
    )


OFFICES = {"whole": whole, "sparse": sparse, "other": other}
MORE = {
    "giay-moi-moi-nguoi": ("giay-moi", "m1", "p2"),
    "giay-moi-don-vi": ("giay-moi", "m1", "u2"),
    "giay-moi-bch": ("giay-moi", "m2", None),
    "bien-ban-bch": ("bien-ban", "m2", None),
    "diem-danh-bch": ("diem-danh", "m2", None),
    "thong-bao-muc": ("thong-bao-ket-luan", "m1/a2", None),
    "nghi-quyet-muc": ("nghi-quyet", "m1/a2", None),
    "quyet-dinh-muc": ("quyet-dinh", "m1/a3", None),
    "phieu-bieu-quyet-muc": ("phieu-bieu-quyet", "m1/a2", None),
    "phieu-xin-y-kien-mot": ("phieu-xin-y-kien", "b1/p2", None),
    "don-doc-y-kien": ("don-doc", "b1", None),
    "don-doc-viec": ("don-doc", "t1", None),
    "don-doc-bao-cao": ("don-doc", "2024-08", None),
    "tien-do": ("chuong-trinh-cong-tac", "w1/tien-do", None),
    "bao-cao-uy-quyen-viec": ("bao-cao-uy-quyen", "d1", None),
    "bao-cao-quy-che-quy": ("bao-cao-quy-che", "2024-Q3", None),
    "lich-tuan-sau": ("lich-tuan", "2024-W40", None),
}
"""Printings beside the usual one of each form: of an item, to one person, of another session or period."""
PRINTED = {slug: (slug, record_of(slug), None) for slug in FORMS} | MORE


def told(value: object, name: str = "", depth: int = 0) -> Iterator[str]:
    """What a paper holds, a line for each thing; what is as usual is left out, and the page's measures."""
    inset = "  " * depth
    if isinstance(value, Paragraph):
        yield f"{inset}{_words(value.runs)}{_ways(value, 'runs')}"
    elif isinstance(value, Row):
        yield f"{inset}| {' | '.join(map(_cell, value.cells))} |{_ways(value, 'cells')}"
    elif isinstance(value, tuple):
        yield from (line for one in value for line in told(one, name, depth))
    elif is_dataclass(value) and not isinstance(value, type):
        yield f"{inset}{name}: {type(value).__name__}"
        for field, held in _own(value, "pack", "names"):
            yield from told(held, field, depth + 1)
    else:
        yield f"{inset}{name}: {value}"


def _own(value: object, *left_out: str) -> Iterator[tuple[str, object]]:
    """The fields that are not as usual."""
    for field in fields(value):  # type: ignore[arg-type]  # a dataclass, as the caller saw
        usual = field.default if field.default is not MISSING else None
        held = getattr(value, field.name)
        if field.name not in left_out and held != usual:
            yield field.name, held


def _ways(value: object, *left_out: str) -> str:
    ways = ", ".join(name if held is True else f"{name}={held}" for name, held in _own(value, *left_out))
    return f"  [{ways}]" if ways else ""


def _cell(cell: Cell) -> str:
    return "″" if cell is None else cell if isinstance(cell, str) else _words(cell)


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(f"/{_strong(run)}/" if run.italic else _strong(run) for run in runs)


def _strong(run: Run) -> str:
    return f"*{run.text}*" if run.bold else run.text


@pytest.mark.parametrize("kind", OFFICES)
@pytest.mark.parametrize("name", PRINTED)
def test_a_form_says_what_is_kept_of_it(kept: Kept, name: str, kind: str) -> None:
    slug, record, person = PRINTED[name]
    papers: list[Paper] = []
    try:
        papers = print_form(OFFICES[kind](), slug, record, on=ON, person=person)
        said = [line for paper in papers[:3] for line in told(paper, "paper")]
    except Refusal as refused:
        said = [f"refused: {refused.sentence}"]
    kept(f"{name}-{kind}", [f"papers: {len(papers)}", *said])
