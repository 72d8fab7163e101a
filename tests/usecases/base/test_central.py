"""What the centre lays down is said by level and by day, and marked where only secondary sources were read."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.domain.facts import Facts
from desktop.domain.records import Document, Office, OfficeHead
from desktop.exchange.central import central_facts
from desktop.exchange.forms import load_committees
from desktop.usecases.base import central
from desktop.usecases.base.facts import facts_of

LATE = dt.date(2026, 12, 1)
DOUBT = "(cần đối chiếu văn bản gốc)"


def of(name: str, kind: str = "") -> Facts:
    return facts_of(Office(office=OfficeHead(name=name, kind=kind, regulations=())))


@pytest.mark.parametrize(
    ("name", "number"),
    [("Đảng ủy xã Lùng Phình", "302-QĐ/TW"), ("Đảng ủy phường Tân Lâm", "302-QĐ/TW"),
     ("Đảng ủy đặc khu Côn Sơn", "303-QĐ/TW"), ("Đảng ủy Tổng công ty Sông Xanh", ""), ("Huyện ủy Tây Sơn", "")],
)  # fmt: skip
def test_the_model_of_the_centre_goes_by_the_kind_of_committee(name: str, number: str) -> None:
    said = central.said(of(name), LATE, "model")
    assert [each.split()[2] for each in said] == ([number] if number else [])
    assert all(each.endswith(f"{DOUBT}.") for each in said)
    assert central.said(of(name), dt.date(2025, 6, 8), "model") == ()


@pytest.mark.parametrize(
    ("name", "kind", "type_", "issuer", "day", "said"),
    [
        ("Đảng ủy xã Lùng Phình", "", "QC", "btv", LATE, "Ban Thường vụ cấp ủy cơ sở không ban hành Quy chế"),
        ("Đảng ủy xã Lùng Phình", "", "QC", "btv", dt.date(2026, 1, 8), ""),
        ("Đảng ủy xã Lùng Phình", "", "QC", "btv", dt.date(2026, 1, 9), "399-QĐ/TW ngày 09/01/2026"),
        ("Đảng ủy xã Lùng Phình", "", "QC", "bch", LATE, ""),
        ("Đảng ủy xã Lùng Phình", "", "HD", "bch", LATE, "cấp ủy cơ sở không ban hành Hướng dẫn"),
        ("Đảng ủy xã Lùng Phình", "company", "HD", "bch", LATE, ""),
        ("Đảng ủy Sông Xanh", "grassroots", "HD", "bch", LATE, "không ban hành Hướng dẫn"),
        ("Đảng ủy Sông Xanh", "grassroots-committee", "HD", "bch", LATE, "không ban hành Hướng dẫn"),
        ("Huyện ủy Tây Sơn", "", "QC", "btv", LATE, ""),
    ],
)
def test_a_paper_that_a_committee_may_not_issue_is_told(
    name: str, kind: str, type_: str, issuer: str, day: dt.date, said: str
) -> None:
    paper = Document(id="o1", type=type_, issuer=issuer, date=day)
    found = central.on_document(of(name, kind), paper, LATE)
    assert said in found
    assert bool(said) is bool(found)


def test_a_paper_without_a_day_is_held_against_today() -> None:
    paper = Document(id="o1", type="QC", issuer="btv")
    assert central.on_document(of("Đảng ủy xã Lùng Phình"), paper, LATE)
    assert not central.on_document(of("Đảng ủy xã Lùng Phình"), replace(paper, type="NQ"), LATE)


def test_every_level_that_is_named_exists() -> None:
    known = {level.code for level in load_committees().levels}
    assert {code for each in central_facts() for code in each.levels} <= known
    assert [each for each in central_facts() if each.checked] == []
