"""How often a body meets, in as many wordings as offices use."""

from typing import Any

import pytest

from tests.exchange.regulations.propose.texts import values

Plain = dict[str, Any]

OFTEN: list[tuple[str, Plain]] = [
    ("mỗi tháng một lần", {"n": 1, "per": "month"}),
    ("1 tháng 1 lần", {"n": 1, "per": "month"}),
    ("một tháng một lần", {"n": 1, "per": "month"}),
    ("01 lần/tháng", {"n": 1, "per": "month"}),
    ("hằng tháng", {"n": 1, "per": "month"}),
    ("hàng tháng", {"n": 1, "per": "month"}),
    ("ít nhất 02 lần/tháng", {"n": 2, "per": "month"}),
    ("ít nhất hai lần trong một tháng", {"n": 2, "per": "month"}),
    ("mỗi tháng ít nhất 02 (hai) lần", {"n": 2, "per": "month"}),
    ("02 kỳ/tháng", {"n": 2, "per": "month"}),
    ("mỗi quý một lần", {"n": 1, "per": "quarter"}),
    ("01 lần/quý", {"n": 1, "per": "quarter"}),
    ("mỗi quý 01 kỳ", {"n": 1, "per": "quarter"}),
    ("hằng quý", {"n": 1, "per": "quarter"}),
    ("ba tháng một lần", {"gap": 3, "unit": "months"}),
    ("3 tháng 1 lần", {"gap": 3, "unit": "months"}),
    ("03 tháng/lần", {"gap": 3, "unit": "months"}),
    ("03 tháng/01 lần", {"gap": 3, "unit": "months"}),
    ("03 (ba) tháng một lần", {"gap": 3, "unit": "months"}),
    ("1 lần/3 tháng", {"gap": 3, "unit": "months"}),
    ("hai tháng một kỳ", {"gap": 2, "unit": "months"}),
    ("sáu tháng một lần", {"gap": 6, "unit": "months"}),
    ("hai tuần một lần", {"gap": 2, "unit": "weeks"}),
    ("2 tuần/lần", {"gap": 2, "unit": "weeks"}),
    ("02 tuần 01 lần", {"gap": 2, "unit": "weeks"}),
    ("mỗi tuần một lần", {"n": 1, "per": "week"}),
    ("mỗi tuần 01 buổi", {"n": 1, "per": "week"}),
    ("hằng tuần", {"n": 1, "per": "week"}),
    ("nửa tháng một lần", {"n": 1, "per": "fortnight"}),
    ("mỗi năm bốn lần", {"n": 4, "per": "year"}),
    ("mỗi năm ít nhất 04 kỳ", {"n": 4, "per": "year"}),
    ("4 lần/năm", {"n": 4, "per": "year"}),
    ("một năm 6 lần", {"n": 6, "per": "year"}),
    ("ít nhất 4 lần trong năm", {"n": 4, "per": "year"}),
]
FRAMES = [
    "{body} họp {often}.",
    "{body} họp định kỳ {often}.",
    "{body} họp thường lệ {often}; họp bất thường khi cần.",
    "{body} họp thường kỳ {often}, họp đột xuất khi có yêu cầu.",
    "{body} sinh hoạt định kỳ {often}.",
    "Hội nghị {body} được tổ chức định kỳ {often}.",
    "{body} tổ chức hội nghị thường kỳ {often}.",
    "Hội nghị thường lệ của {body} {often}.",
    "{body}: họp {often}.",
]
NAMED = [
    ("Ban Chấp hành Đảng bộ phường", "bch"),
    ("Ban Thường vụ Đảng ủy", "btv"),
    ("Thường trực Đảng uỷ", "thuong-truc"),
    ("Uỷ ban Kiểm tra Đảng ủy", "ubkt"),
]


@pytest.mark.parametrize(("often", "value"), OFTEN, ids=[often for often, _ in OFTEN])
@pytest.mark.parametrize("frame", FRAMES)
def test_how_often_is_read_in_every_frame(frame: str, often: str, value: Plain) -> None:
    read = values(*(frame.format(body=body, often=often) for body, _ in NAMED))
    assert {code: read.get(f"meeting.cadence.{code}") for _, code in NAMED} == {code: value for _, code in NAMED}


@pytest.mark.parametrize(
    "frame", ["{Often}, {body} họp.", "Định kỳ {often}, {body} họp thường lệ.", "{body} {often} họp."]
)
@pytest.mark.parametrize(
    ("often", "value"),
    [each for each in OFTEN if each[0].startswith(("mỗi", "hằng", "ba", "hai", "3 ", "sáu")) and "ít" not in each[0]],
)
def test_how_often_may_stand_first(frame: str, often: str, value: Plain) -> None:
    clause = frame.format(body="Ban Thường vụ Đảng ủy", often=often, Often=often[0].upper() + often[1:])
    assert values(clause).get("meeting.cadence.btv") == value, clause


WHEN = [
    ("mỗi tháng một lần vào tuần đầu tháng", {"when": "first-week"}),
    ("mỗi tháng một lần, vào tuần đầu của tháng", {"when": "first-week"}),
    ("mỗi tháng một lần vào tuần cuối tháng", {"when": "last-week"}),
    ("mỗi tháng một lần vào cuối tháng", {"when": "end"}),
    ("mỗi tháng một lần vào đầu tháng", {"when": "start"}),
    ("mỗi quý một lần vào tháng đầu quý", {"when": "first-month"}),
    ("mỗi quý một lần vào tháng cuối của quý", {"when": "last-month"}),
    ("mỗi quý một lần vào đầu tháng của quý", {"when": "start"}),
    ("mỗi tháng một lần, trước ngày 05", {"before_day": 5}),
    ("mỗi tháng một lần trước ngày 25 hằng tháng", {"before_day": 25}),
    ("mỗi tháng một lần vào ngày 03 hằng tháng", {"on_day": 3}),
    ("mỗi tuần một lần vào thứ Hai", {"weekday": "monday"}),
    ("mỗi tuần một lần vào sáng thứ Bảy", {"weekday": "saturday"}),
    ("mỗi tuần một lần vào chiều thứ 6", {"weekday": "friday"}),
    ("vào đầu giờ sáng thứ Hai hằng tuần", {"weekday": "monday"}),
    ("vào thứ Tư hằng tuần", {"weekday": "wednesday"}),
    ("vào ngày 05 hằng tháng", {"on_day": 5}),
]


@pytest.mark.parametrize(("words", "when"), WHEN)
def test_when_in_the_period_is_read_too(words: str, when: Plain) -> None:
    read = values(f"Ban Thường vụ Đảng ủy họp định kỳ {words}.")["meeting.cadence.btv"]
    assert {key: read[key] for key in read if key not in ("n", "per")} == when


def test_each_body_has_its_own_in_one_clause() -> None:
    read = values(
        "Ban Chấp hành họp mỗi quý một lần; Ban Thường vụ họp mỗi tháng hai lần; Thường trực Đảng ủy họp hằng tuần."
    )
    assert read["meeting.cadence.bch"] == {"n": 1, "per": "quarter"}
    assert read["meeting.cadence.btv"] == {"n": 2, "per": "month"}
    assert read["meeting.cadence.thuong-truc"] == {"n": 1, "per": "week"}


APART = [
    ("Hằng tháng, Ban Thường vụ họp 02 lần.", {"n": 2, "per": "month"}),
    ("Mỗi năm, Ban Thường vụ họp ít nhất bốn kỳ.", {"n": 4, "per": "year"}),
    ("Một năm Ban Thường vụ họp thường lệ bốn kỳ.", {"n": 4, "per": "year"}),
    ("Hằng tháng, Ban Thường vụ họp.", {"n": 1, "per": "month"}),
    ("Ban Thường vụ họp thường kỳ 2 lần trong 1 tháng.", {"n": 2, "per": "month"}),
    ("Ban Thường vụ mỗi tháng họp hai lần.", {"n": 2, "per": "month"}),
]


@pytest.mark.parametrize(("clause", "value"), APART)
def test_the_unit_and_the_count_may_stand_apart(clause: str, value: Plain) -> None:
    assert values(clause).get("meeting.cadence.btv") == value


NOT_OURS = [
    "Tỉnh ủy họp mỗi quý một lần.",
    "Ban Thường vụ Tỉnh ủy họp định kỳ mỗi tháng một lần.",
    "Đảng ủy cấp trên họp mỗi tháng một lần.",
    "Các chi bộ trực thuộc họp định kỳ mỗi tháng một lần.",
    "Chi bộ sinh hoạt mỗi tháng một lần.",
    "Hội đồng nhân dân phường họp thường lệ mỗi năm hai kỳ.",
    "Thường trực Hội đồng nhân dân họp mỗi tháng một lần.",
    "Ủy ban nhân dân họp mỗi tháng một lần.",
    "Ban Chấp hành Đoàn phường họp mỗi quý một lần.",
    "Ban Thường vụ các đoàn thể họp mỗi tháng một lần.",
    "Ủy ban Kiểm tra cấp trên họp mỗi tháng một lần.",
    "Đảng ủy Quân sự họp mỗi quý một lần.",
    "Hội nghị Ban Chấp hành là hội nghị của toàn thể ủy viên.",
    "Hằng năm, Ban Thường vụ kiểm điểm công tác.",
    "Ban Thường vụ báo cáo hội nghị Tỉnh ủy mỗi quý một lần.",
    "Ban Thường vụ họp đột xuất khi cần.",
    "Ban Thường vụ họp vào ngày 10 và ngày 25 hằng tháng.",
]


@pytest.mark.parametrize("clause", NOT_OURS)
def test_others_meetings_and_other_things_are_not_ours(clause: str) -> None:
    assert not {key for key in values(clause) if key.startswith("meeting.cadence")}
