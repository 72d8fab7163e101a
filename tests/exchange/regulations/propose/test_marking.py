"""Words marked by hand say the same as the program reads in them; alone, the value that stands in them is taken."""

import pytest
from hypothesis import given, settings

from desktop.domain.findings import Clause
from desktop.exchange.regulations.clause import words_at
from desktop.exchange.regulations.propose.marking import place_at, read_marked, stated_cadence
from desktop.exchange.regulations.propose.proposals import propose
from desktop.exchange.regulations.text import parse_text
from tests.exchange.regulations.propose.test_proposals import a_regulation
from tests.exchange.regulations.propose.texts import regulation

TEXT = regulation(
    "Ban Thường vụ họp mỗi tháng hai lần.",
    "Hội nghị được tiến hành khi có ít nhất hai phần ba số ủy viên được triệu tập có mặt.",
    "Nghị quyết được thông qua khi có trên ba phần tư tổng số ủy viên tán thành.",
    "Giấy mời phải gửi đến người dự trước 05 ngày làm việc.",
    "Ủy viên vắng mặt báo cáo Bí thư Đảng ủy.",
)


def _article() -> str:
    """The one that holds the clauses."""
    return max(parse_text(TEXT).articles, key=lambda article: len(article.clauses)).name


@settings(max_examples=15, deadline=None)
@given(a_regulation())
def test_the_words_of_a_proposal_marked_again_give_its_value(made: tuple[list[str], dict[str, object]]) -> None:
    words = parse_text(regulation(*made[0]))
    for each in propose(words).found:
        if isinstance(each.value, dict):
            again = read_marked(words, each.key, each.at.article, (each.start, each.end))
            assert again is not None, each.key
            assert (again.value, again.at) == (each.value, each.at)


@pytest.mark.parametrize(
    ("key", "marked", "value"),
    [
        ("meeting.cadence.btv", "mỗi tháng hai lần", {"n": 2, "per": "month"}),
        ("meeting.cadence.bch", "mỗi tháng hai lần", {"n": 2, "per": "month"}),
        ("meeting.quorum.btv", "hai phần ba", {"at_least": "2/3", "of": "summoned"}),
        ("decision.majority", "trên ba phần tư", {"over": "3/4", "of": "members"}),
        ("meeting.invitations.bch", "05 ngày làm việc",
         {"n": 5, "unit": "working-days", "side": "before", "of": "meeting"}),
        ("absence.reported.to", "Bí thư", "bi-thu"),
        ("meeting.cadence.btv", "Giấy mời phải gửi", None),
        ("decision.majority", "số ủy viên", None),
    ],
)  # fmt: skip
def test_a_value_is_taken_from_few_words(key: str, marked: str, value: object) -> None:
    words, article = parse_text(TEXT), _article()
    start = (words_at(words, Clause(article=article)) or "").index(marked)
    found = read_marked(words, key, article, (start, start + len(marked)))
    assert (found.value if found else None) == value


def test_a_letter_stands_in_its_clause_and_in_no_other_article() -> None:
    words, article = parse_text(TEXT), _article()
    whole = words_at(words, Clause(article=article)) or ""
    for number, marked in ((1, "Ban Thường vụ họp"), (4, "Giấy mời"), (5, "Ủy viên vắng")):
        place = place_at(words, article, whole.index(marked))
        assert place is not None
        assert (place.article, place.clause) == (article, f"khoản {number}")
    assert place_at(words, "Điều 99", 0) is None
    assert read_marked(words, "meeting.cadence.btv", "Điều 99", (0, 5)) is None


@pytest.mark.parametrize(
    ("said", "often", "left"),
    [
        ("Rà soát sổ, định kỳ hằng tháng", {"n": 1, "per": "month"}, "Rà soát sổ"),
        ("Mỗi quý hai lần tổ chức đối thoại", {"n": 2, "per": "quarter"}, "tổ chức đối thoại"),
        ("Gửi báo cáo ít nhất 3 tháng một lần cho cấp trên", {"gap": 3, "unit": "months"}, "Gửi báo cáo cho cấp trên"),
        ("Giữ gìn tài liệu", None, "Giữ gìn tài liệu"),
    ],
)
def test_how_often_is_taken_out_of_a_sentence(said: str, often: dict[str, object] | None, left: str) -> None:
    assert stated_cadence(said) == (often, left)
