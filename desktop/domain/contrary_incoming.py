"""What contradicts itself about papers that come in; `desktop.domain` only."""

from collections import defaultdict
from collections.abc import Iterator

from desktop.domain.contrary import Contradiction, before
from desktop.domain.facts import Facts
from desktop.domain.incoming import name, year_of
from desktop.domain.records import Document, Incoming
from desktop.domain.refs import RecordRef
from desktop.domain.wording import day


def of_incoming(facts: Facts, paper: Incoming) -> Iterator[Contradiction]:
    answer = facts.one(Document, paper.answer) if paper.answer else None
    told = (
        ("arrived", before("đến", paper.arrived, "ngày văn bản", paper.date)),
        ("due", before("hạn", paper.due, "ngày văn bản", paper.date)),
        ("settled", before("giải quyết xong", paper.settled, "ngày văn bản", paper.date)),
        ("answer", before("trả lời", answer.date if answer else None, "ngày văn bản", paper.date)),
    )
    about = (RecordRef.to(paper), *([RecordRef.to(answer)] if answer else []))
    for field, said in told:
        if said:
            subjects = about if field == "answer" else about[:1]
            yield Contradiction(subjects=subjects, text=f"{name(paper)}: {said}.", field=field)
    for passed in paper.passed:
        said = before("chuyển", passed.date, "ngày đến", paper.arrived)
        if said:
            yield Contradiction(subjects=about[:1], text=f"{name(paper)}: {said}.", field="passed")


def of_arrivals(facts: Facts) -> Iterator[Contradiction]:
    """Two papers under one number of arrival in a year."""
    of_number: defaultdict[tuple[int, int], list[Incoming]] = defaultdict(list)
    for paper in facts.office.incoming:
        year = year_of(paper)
        if paper.number and year:
            of_number[year, paper.number].append(paper)
    for (year, number), alike in of_number.items():
        if len(alike) > 1:
            ordered = sorted(alike, key=lambda paper: paper.id)
            dated = ", ".join(day(one.arrived) if one.arrived else "không ghi ngày đến" for one in ordered)
            text = f"Số đến {number:02} năm {year} ghi cho {len(ordered)} văn bản ({dated})."
            yield Contradiction(subjects=tuple(map(RecordRef.to, ordered)), text=text, field="number")
