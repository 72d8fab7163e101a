"""What is still to be written on a paper is told by the words before the place, each place once."""

from dataclasses import replace

import pytest

from desktop.domain.form import FormPack
from desktop.papers.gaps import TO_SIGN, gaps
from desktop.papers.paper import DOTS, FEW_DOTS, Column, Run, Signer, Table, para, row
from tests.papers.test_page import a_paper

NOBODY = Signer(("T/M Ban Thường vụ",), ("Bí thư",), DOTS)
COLUMNS = (Column("TT", 10), Column("Việc", 90))


def told(pack: FormPack, **changes: object) -> list[str]:
    return list(gaps(a_paper(pack, **changes)))


def test_a_whole_paper_lacks_nothing(pack: FormPack) -> None:
    whole = Table(columns=COLUMNS, rows=(row("1", (Run("Họp"),)), row("2", "Nghỉ…")))
    assert told(pack) == []
    assert told(pack, addressed=("Huyện ủy",), blocks=(para("Rồi… thôi."), whole)) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"signer": NOBODY}, f"Chưa có họ tên người ký (T/M Ban Thường vụ, Bí thư){TO_SIGN}."),
        ({"signer": replace(NOBODY, post=())}, "Chưa có họ tên người ký (T/M Ban Thường vụ)."),
        ({"signer": replace(NOBODY, name="")}, f"Chưa có họ tên người ký (T/M Ban Thường vụ, Bí thư){TO_SIGN}."),
        ({"summary": " "}, "Trích yếu còn để trống."),
        ({"summary": f"về {DOTS}"}, "Trích yếu còn để trống."),
        ({"title": ""}, "Trích yếu còn để trống."),
        ({"addressed": ("Huyện ủy", " ")}, "Nơi gửi (Kính gửi) còn để trống."),
        ({"addressed": (DOTS, "Huyện ủy")}, "Nơi gửi (Kính gửi) còn để trống."),
        ({"blocks": (para("- Kết luận:", dotted=True),)}, "Còn chỗ để trống: “Kết luận”."),
        ({"blocks": (para(f"Có mặt: {FEW_DOTS} đồng chí"),)}, "Còn chỗ để trống: “Có mặt”."),
        ({"blocks": (para("Lý do;"), para("", dotted=True))}, "Còn chỗ để trống: “Lý do”."),
        ({"blocks": (para("", dotted=True),)}, "Nội dung văn bản còn để trống."),
        ({"blocks": (para(f"{'a' * 70}:", dotted=True),)}, f"Còn chỗ để trống: “…{'a' * 60}”."),
        ({"blocks": (para(f"{'a' * 60}:", dotted=True),)}, f"Còn chỗ để trống: “{'a' * 60}”."),
        ({"blocks": (Table(columns=COLUMNS, rows=(row("1", FEW_DOTS),)),)}, "Còn chỗ để trống trong bảng."),
        ({"blocks": (Table(columns=COLUMNS, rows=(row("1", (Run(DOTS),)),)),)}, "Còn chỗ để trống trong bảng."),
    ],
)  # fmt: skip
def test_a_place_left_open_is_named(pack: FormPack, changes: dict[str, object], said: str) -> None:
    assert told(pack, **changes) == [said]


def test_a_place_left_open_twice_is_told_once(pack: FormPack) -> None:
    twice = (para("Ý kiến:", dotted=True), para("Ý kiến:", dotted=True), para("Kết luận:", dotted=True))
    assert told(pack, blocks=twice) == ["Còn chỗ để trống: “Ý kiến”.", "Còn chỗ để trống: “Kết luận”."]


def test_head_and_place_and_what_is_filled_in_by_hand(pack: FormPack) -> None:
    head = a_paper(pack).head
    assert head
    assert told(pack, head=replace(head, number="Số 05-NQ/……")) == ["Chưa có ký hiệu cơ quan ban hành."]
    assert told(pack, head=replace(head, place_date=f"{DOTS}, ngày 03")) == ["Chưa có địa danh."]
    of_letter = replace(head, letter_summary="V/v đôn đốc")
    assert told(pack, title="", head=of_letter) == []
    assert told(pack, signer=None) == []
    for changes in ({"head": replace(head, number="")}, {"by_hand": True}, {"head": None}):
        assert told(pack, **{"signer": NOBODY, "summary": "", **changes}) == []
