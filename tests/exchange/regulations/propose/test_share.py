"""What part of how many is needed to meet, to decide, to ask for a session."""

from typing import Any

import pytest

from tests.exchange.regulations.propose.texts import values

Plain = dict[str, Any]

SHARES: list[tuple[str, Plain]] = [
    ("ít nhất 2/3", {"at_least": "2/3"}),
    ("ít nhất hai phần ba", {"at_least": "2/3"}),
    ("ít nhất 2/3 (hai phần ba)", {"at_least": "2/3"}),
    ("tối thiểu 3/4", {"at_least": "3/4"}),
    ("không dưới ba phần tư", {"at_least": "3/4"}),
    ("từ 2/3", {"at_least": "2/3"}),
    ("đủ 2/3", {"at_least": "2/3"}),
    ("ít nhất 75%", {"at_least": "3/4"}),
    ("ít nhất một nửa", {"at_least": "1/2"}),
    ("trên 1/2", {"over": "1/2"}),
    ("trên một phần hai", {"over": "1/2"}),
    ("quá nửa", {"over": "1/2"}),
    ("trên 50%", {"over": "1/2"}),
    ("hơn một nửa", {"over": "1/2"}),
    ("quá 2/3", {"over": "2/3"}),
    ("trên hai phần ba", {"over": "2/3"}),
]
QUORUM = [
    ("Hội nghị {body} phải có {share} tổng số ủy viên tham dự.", "members"),
    ("Hội nghị {body} phải có {share} số thành viên dự họp.", "members"),
    ("Hội nghị {body} chỉ tiến hành khi có {share} số ủy viên được triệu tập có mặt.", "summoned"),
    ("Cuộc họp {body} hợp lệ khi có {share} số người được triệu tập tham dự.", "summoned"),
    ("{body} họp khi có mặt {share} tổng số ủy viên.", "members"),
    ("{body} chỉ họp khi có {share} ủy viên đương nhiệm có mặt.", "members"),
    ("Số ủy viên dự họp đạt {share} trở lên thì hội nghị {body} mới hợp lệ.", "members"),
]
NAMED = [("Ban Chấp hành", "bch"), ("Ban Thường vụ Đảng ủy", "btv"), ("Thường trực Đảng ủy", "thuong-truc")]


@pytest.mark.parametrize(("share", "value"), SHARES, ids=[share for share, _ in SHARES])
@pytest.mark.parametrize(("frame", "of"), QUORUM)
def test_how_many_must_be_there(frame: str, of: str, share: str, value: Plain) -> None:
    if "trở lên" in frame and "over" in value:
        return
    read = values(*(frame.format(body=body, share=share) for body, _ in NAMED))
    assert {code: read.get(f"meeting.quorum.{code}") for _, code in NAMED} == {
        code: {**value, "of": of} for _, code in NAMED
    }


def test_whose_members_must_be_there_tells_whose_session_it_is() -> None:
    read = values("Mỗi kỳ họp phải có mặt từ 3/4 tổng số Đảng ủy viên trở lên.")
    assert read == {"meeting.quorum.bch": {"at_least": "3/4", "of": "members"}}


def test_one_sentence_may_be_of_two_bodies() -> None:
    read = values("Hội nghị Ban Chấp hành, Ban Thường vụ phải có ít nhất 3/4 tổng số thành viên tham dự.")
    assert read["meeting.quorum.bch"] == read["meeting.quorum.btv"] == {"at_least": "3/4", "of": "members"}


MAJORITY = [
    ("Nghị quyết của Ban Chấp hành phải có {share} tổng số ủy viên tán thành.", "members"),
    ("Nghị quyết, kết luận được thông qua khi có {share} số thành viên biểu quyết tán thành.", "members"),
    ("Quyết định của hội nghị có giá trị khi được {share} số ủy viên có mặt tán thành.", "present"),
    ("Nghị quyết được thông qua nếu {share} số ủy viên dự họp đồng ý.", "present"),
    ("Biểu quyết phải được {share} tổng số ủy viên đương nhiệm nhất trí mới thông qua.", "members"),
]


@pytest.mark.parametrize(("share", "value"), SHARES, ids=[share for share, _ in SHARES])
@pytest.mark.parametrize(("frame", "of"), MAJORITY)
def test_how_many_must_agree(frame: str, of: str, share: str, value: Plain) -> None:
    assert values(frame.format(share=share), title="Nguyên tắc làm việc").get("decision.majority") == {
        **value,
        "of": of,
    }


@pytest.mark.parametrize(
    "clause",
    [
        "Nghị quyết phải có trên 1/2 tổng số ủy viên tán thành; riêng kỷ luật phải có ít nhất 2/3 tổng số"
        " ủy viên tán thành.",
        "Nghị quyết phải có trên 1/2 tổng số ủy viên tán thành, riêng việc thi hành kỷ luật phải được ít nhất"
        " hai phần ba tổng số ủy viên tán thành.",
        "Quyết định về kỷ luật phải có ít nhất 2/3 tổng số ủy viên tán thành; các nội dung khác phải có trên 1/2"
        " tổng số ủy viên tán thành.",
        "Nghị quyết được thông qua khi quá nửa tổng số ủy viên tán thành; đối với việc kỷ luật thì phải được ít nhất"
        " 2/3 tổng số ủy viên tán thành.",
    ],
)
def test_a_matter_may_need_more(clause: str) -> None:
    assert values(clause, title="Nguyên tắc làm việc")["decision.majority"] == {
        "over": "1/2",
        "of": "members",
        "except": [{"matters": ["discipline"], "at_least": "2/3", "of": "members"}],
    }


PETITION = [
    "Ban Chấp hành họp bất thường khi có {share} số ủy viên yêu cầu.",
    "Ban Thường vụ triệu tập hội nghị Ban Chấp hành đột xuất khi có {share} tổng số ủy viên đề nghị.",
    "Khi có {share} Ủy viên Ban Chấp hành đề nghị thì triệu tập hội nghị đột xuất.",
]


@pytest.mark.parametrize(("share", "value"), SHARES, ids=[share for share, _ in SHARES])
@pytest.mark.parametrize("frame", PETITION)
def test_how_many_may_ask_for_a_session(frame: str, share: str, value: Plain) -> None:
    read = values(frame.format(share=share))
    assert read.get("meeting.extraordinary.bch.petition") == {**value, "of": "members"}
    assert "meeting.extraordinary.btv.petition" not in read


BALLOT = [
    (
        "Thường trực gửi phiếu lấy ý kiến các ủy viên Ban Thường vụ; khi có {share} số ủy viên đồng ý thì thông qua.",
        "members",
    ),
    ("Việc xin ý kiến Ban Thường vụ bằng văn bản được thông qua khi {share} tổng số ủy viên tán thành.", "members"),
    ("Khi lấy ý kiến Ban Thường vụ bằng phiếu, phải có {share} số phiếu hợp lệ đồng ý.", "valid"),
]


@pytest.mark.parametrize(("share", "value"), SHARES, ids=[share for share, _ in SHARES])
@pytest.mark.parametrize(("frame", "of"), BALLOT)
def test_how_many_must_agree_in_writing(frame: str, of: str, share: str, value: Plain) -> None:
    read = values(frame.format(share=share), title="Lấy ý kiến")
    assert read.get("ballot.majority") == {**value, "of": of}
    assert "decision.majority" not in read


OTHERS = [
    "Chi bộ họp khi có ít nhất 2/3 số đảng viên tham dự.",
    "Nghị quyết của chi bộ phải có trên 1/2 số đảng viên tán thành.",
    "Hội nghị Tỉnh ủy phải có ít nhất 2/3 tổng số ủy viên tham dự.",
    "Thiểu số phục tùng đa số.",
    "Người trúng cử phải được trên 1/2 số phiếu bầu.",
    "Ngày 2/3 hằng năm, Ban Thường vụ họp mặt cán bộ hưu trí.",
    "Ban Thường vụ có tổng số 11 ủy viên.",
]


@pytest.mark.parametrize("clause", OTHERS)
def test_what_is_no_share_of_ours_is_not_read(clause: str) -> None:
    shares = ("meeting.quorum", "decision.majority", "ballot.majority", "meeting.extraordinary")
    assert not {key for key in values(clause) if key.startswith(shares)}
