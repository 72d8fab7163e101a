"""What the search finds is what a plain look through the folded texts finds, in the same order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import vi
from desktop.usecases.base.facts import facts_of
from desktop.usecases.documents.search import Search, WordIndex
from tests.usecases.meeting_office import an_office

WORDS = st.sampled_from(
    ["Nghị quyết", "nghị", "Ngân sách", "12-NQ/HU", "12-NQ", "1", "112-nq", "đất đai", "Đề án", "(mật)", "a_b", "a b",
     "03/6/2024", "ủy", "uỷ", "–", "quý IV", "ă", "an"]
)  # fmt: skip
TEXTS = st.lists(st.lists(WORDS, max_size=5).map(" ".join), max_size=12)
TYPED = st.one_of(
    st.tuples(st.lists(WORDS, min_size=1, max_size=2).map(" ".join), st.integers(1, 20)).map(
        lambda cut: cut[0][: cut[1]]
    ),
    st.text("nghị quyết12-/_ đă", max_size=6),
)  # fmt: skip


def begins_words(typed: str, text: str) -> bool:
    """The contract: every typed word, bare of the signs around it, stands in the folded text where a word begins."""
    for part in vi.fold(typed).split():
        word = re.sub(r"^[\W_]+|[\W_]+$", "", part)
        if word and not re.search(rf"(?<![^\W_]){re.escape(word)}", vi.fold(text)):
            return False
    return True


@given(TEXTS, TYPED)
def test_the_same_texts_are_found_as_by_looking_through_them(texts: list[str], typed: str) -> None:
    index = WordIndex([vi.fold(text) for text in texts])
    assert list(index.find(typed)) == [place for place, text in enumerate(texts) if begins_words(typed, text)]


def test_a_word_of_many_texts_and_one_of_few_are_found_alike() -> None:
    """Above 64 texts the common words are kept as bits, above 5,000 rare places the first letters are gathered."""
    texts = [f"nghi quyet {n} r{n % 3000}" for n in range(13_000)]
    index = WordIndex(texts)
    for typed in ("n", "nghi quy", "r", "r12", "r2999", "12", "q 12999"):
        assert list(index.find(typed)) == [place for place, text in enumerate(texts) if begins_words(typed, text)]


PAPERS = (
    {"id": "o1", "type": "NQ", "number": 3, "symbol": "03-NQ/HU", "date": "2024-06-14",
     "title": "Về công tác cán bộ", "issuer": "bch", "signed_by": "p1", "recipients": ["Ban Tổ chức Tỉnh ủy"],
     "body": "Nâng lương trước hạn"},
    {"id": "o2", "type": "KL", "number": 4, "symbol": "04-KL/HU", "date": "2024-09-06",
     "title": "Chủ trương thu hồi đất", "issuer": "btv", "source": {"meeting": "m1", "agenda": "a1"}},
    {"id": "o3", "type": "CV", "title": "Đôn đốc báo cáo", "issuer": "btv"},
)  # fmt: skip
MEETING = {"id": "m1", "body": "btv", "kind": "regular", "start": "2024-09-06T07:30",
           "agenda": [{"id": "a1", "title": "Đất", "conclusion": "Thống nhất bồi thường theo khung giá"}]}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["o3", "o2", "o1"]),
        ("nghi", []),
        ("can bo", ["o1"]),
        ("Cán BỘ", ["o1"]),
        ("03-nq", ["o1"]),
        ("nq/hu", ["o1"]),
        ("to chuc", ["o1"]),
        ("nang luong", ["o1"]),
        ("khung gia", ["o2"]),
        ("nguyen van an", ["o1"]),
        ("ban thuong vu", ["o3", "o2"]),
        ("đôn", ["o3"]),
        ("uong", []),
    ],
)
def test_a_document_is_found_by_all_it_says(typed: str, found: list[str]) -> None:
    facts = facts_of(an_office(meetings=[MEETING], documents=PAPERS))
    search = Search(facts)
    assert list(search.find(typed)) == found
    assert list(Search(facts, search).find(typed)) == found


@pytest.mark.parametrize("typed", ["15-QĐ/HU", "15-qđ/hu.", "15 - QĐ/HU"])
@pytest.mark.parametrize("written", ["15-QĐ/HU.", "15-qđ/hu", "15 - QĐ/HU"])
def test_a_number_is_found_however_it_is_written(typed: str, written: str) -> None:
    office = an_office(documents=[{"id": "o1", "type": "QĐ", "number": 15, "symbol": written, "title": "Việc"}])
    assert list(Search(facts_of(office)).find(typed)) == ["o1"]


def test_a_secret_document_is_not_found_by_a_conclusion() -> None:
    papers = [{**PAPERS[1], "secrecy": "mat"}]
    assert not list(Search(facts_of(an_office(meetings=[MEETING], documents=papers))).find("khung gia"))
