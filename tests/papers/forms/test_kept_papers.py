"""Every form in words, as it is kept: whatever it says otherwise of the same records is seen and read.

Beside the office with one meeting stands the sample, late in its year; of it those records are printed with which a
form comes to every line it has.
"""

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest

from desktop.domain.facts import Facts
from desktop.domain.refusal import Refusal
from desktop.papers.forms.table import FORMS
from desktop.papers.paper import Block, Cell, Chart, Paper, Paragraph, Run, Signer, Space, Table
from desktop.sample.sample import SHOWN, closing_day, sample_office
from desktop.usecases.base.facts import facts_of
from desktop.usecases.papers.printing import print_form
from tests.conftest import Kept
from tests.papers.conftest import ON
from tests.papers.forms.an_office import facts
from tests.papers.forms.test_forms import record_of

OF_SAMPLE = {
    "giay-moi": ("bch-21", "btv-46", "tt-2024-46"),
    "chuong-trinh-hoi-nghi": ("bch-16",),
    "diem-danh": ("bch-18",),
    "phieu-bieu-quyet": ("bch-16/a1",),
    "kiem-phieu": ("bch-19/a5", "tt-2024-46/a2", "gb-4/a1"),
    "bien-ban": ("btv-44", "bch-21"),
    "thong-bao-ket-luan": ("bch-16", "o-n1-0-tb", "btv-64/a1", "tt-2024-06"),
    "nghi-quyet": ("btv-52/a1", "o9", "bch-16", "tt-2024-51/a1", "bch-18/a2"),
    "ket-luan": ("btv-43/a3", "o37", "tt-2024-51/a3"),
    "quyet-dinh": ("btv-52/a4", "gb-4/a1"),
    "cong-van-xin-y-kien": ("b6", "b11"),
    "tong-hop-y-kien": ("b5", "b2", "b4", "b10"),
    "bao-cao-vang-mat": ("x21",),
    "bang-vang-mat-thang": ("2024-07",),
    "phan-cong-truc": ("g59", "g58"),
    "bang-phan-cong": ("2024-07-01",),
    "don-doc": ("bch-21", "b4", "2024-Q3", "t-btv-49-3", "2024-07", "b1"),
    "so-van-ban": ("NQ",),
    "so-van-ban-den": ("2024",),
    "phieu-chuyen": ("i1", "i9"),
    "lich-tuan": ("2024-W38", "2024-W29"),
    "bao-cao-uy-quyen": ("btv-60", "d12"),
    "bao-cao-giua-hai-ky": ("bch-18",),
    "chuong-trinh-cong-tac": ("w22", "w1", "w16", "w33", "w22/tien-do"),
}


@cache
def sample() -> Facts:
    return facts_of(sample_office(SHOWN, as_of=closing_day(SHOWN)))


def words(runs: tuple[Run, ...]) -> str:
    return "".join(f"**{run.text}**" if run.bold else f"_{run.text}_" if run.italic else run.text for run in runs)


def cell(given: Cell) -> str:
    return "↑" if given is None else given if isinstance(given, str) else words(given)


def signed(signer: Signer) -> str:
    return " / ".join((*signer.authority, *signer.post, f"[{signer.name}] {signer.person} {signer.code}".strip()))


def block(given: Block) -> Iterator[str]:
    if isinstance(given, Paragraph):
        marks: list[str] = [given.align] if given.align != "justify" else []
        marks += [name for name in ("indent", "tied", "dotted") if getattr(given, name) != (name == "indent")]
        yield words(given.runs) + (f"  <{' '.join(marks)}>" if marks else "")
    elif isinstance(given, Table):
        yield " | ".join(f"{one.title} ({one.share} {one.align})" for one in given.columns)
        for line in given.rows:
            extra = [name for name in ("span", "splits") if getattr(line, name)]
            extra += [f"{line.height:g}pt"] if line.height else []
            yield f"  {' | '.join(map(cell, line.cells))}" + (f"  <{' '.join(extra)}>" if extra else "")
    elif isinstance(given, Chart):
        parts = [bar.parts for bar in given.bars]
        yield f"CHART{' upright' if given.upright else ''} {given.words} {given.legend} {parts}"
    elif isinstance(given, Space):
        yield f"SPACE {given.points:g}"


def told(paper: Paper) -> Iterator[str]:
    if paper.head:
        one = paper.head
        yield f"{one.superior} / {one.body} / {one.number} / {one.place_date} / {one.letter_summary}".rstrip(" /")
    yield from (
        f"{name}: {'; '.join(found)}" for name in ("stamps", "drafts", "addressed") if (found := getattr(paper, name))
    )
    yield f"# {paper.title} — {paper.summary}"
    for each in paper.blocks:
        yield from block(each)
    if paper.left_signer:
        yield f"LEFT {signed(paper.left_signer)}"
    if paper.signer:
        yield f"SIGNED {signed(paper.signer)}"
    yield from (f"- {each}" for each in paper.recipients)
    marks = [f"{paper.day}", *(name for name in ("landscape", "by_hand") if getattr(paper, name))]
    yield f"({', '.join(marks)}; {len(paper.names)} tên)"
    yield from (f"! {each}" for each in paper.faults)


def printed(given: Facts, slug: str, record: str, on: dt.date) -> Iterator[str]:
    try:
        papers = print_form(given, slug, record, on=on)
    except Refusal as refused:
        yield f"===== {slug} {record}: {refused}"
        return
    yield f"===== {slug} {record}: {len(papers)}"
    for paper in papers[:2]:
        yield from told(paper)
        yield ""


@pytest.mark.parametrize("slug", FORMS)
def test_a_form_says_what_is_kept(slug: str, kept: Kept) -> None:
    lines = [*printed(facts(), slug, record_of(slug), ON)]
    for record in OF_SAMPLE.get(slug, ()):
        lines += printed(sample(), slug, record, closing_day(SHOWN))
    kept(slug, lines)
