"""Whatever the door lets in, a backup, a restore, an export and an import carry; what none could, it refuses."""

import datetime as dt
import string
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.records import (
    Absence,
    AgendaItem,
    Assignment,
    Document,
    Meeting,
    Note,
    Programme,
    Record,
    Review,
    Unit,
    Visit,
)
from desktop.domain.refusal import Refusal
from desktop.usecases.office.file import backup, doctor, export_file, import_file, restore
from tests.db.small import DAY, clock, made, office_in, opened

ANY_DAY = st.none() | st.dates()
SIGNS = "\x00\x01\x07\x0b\x0c\x1e\x1f\x7f\x85\u00ad\u00d0\u00f0\u200b\u202e\u2028\u2029\ufeff\ufffe\t\n\r "
TYPED = st.text(st.sampled_from(SIGNS + string.ascii_letters + "ăâđêôơưệỗ"), max_size=12)


AWAY = Absence(id="x9", person="p1", from_=dt.date(2024, 6, 12), to=dt.date(2024, 6, 12), area="outside-province")
ITEM = AgendaItem(id="a1", title="Tiếp tục thảo luận")
MEETING = Meeting(id="m9", body="btv", kind="regular", start=dt.datetime(2024, 6, 12, 7, 30))


def records() -> st.SearchStrategy[Record]:
    """What a clerk may have typed or pasted: days of any year, ends before beginnings, signs of any file."""
    return st.one_of(
        st.builds(replace, st.just(AWAY), from_=st.dates(), to=st.dates(), content=TYPED),
        st.builds(Assignment, id=st.just("g9"), person=st.just("p1"), from_=ANY_DAY, to=ANY_DAY, subject=TYPED),
        st.builds(Document, id=st.just("o9"), title=TYPED, symbol=TYPED, body=TYPED, date=ANY_DAY, cancelled=ANY_DAY),
        st.builds(replace, st.just(MEETING), title=TYPED, reason=TYPED, start=st.datetimes()),
        st.builds(Unit, id=st.just("u9"), from_=ANY_DAY, to=ANY_DAY, successor=st.sampled_from([None, "u1", "u9"])),
        st.builds(
            replace,
            st.just(MEETING),
            end=st.sampled_from([None, dt.datetime(2024, 6, 13, 17)]),
            cancelled=st.booleans(),
            postponed_to=st.sampled_from([None, "m1", "m9"]),
            agenda=st.tuples(st.builds(replace, st.just(ITEM), day=ANY_DAY | st.just(DAY))),
        ),
        st.builds(Visit, id=st.just("v9"), content=TYPED, date=ANY_DAY),
        st.builds(Review, id=st.just("k9"), kind=st.just("questioning"), result=TYPED, date=ANY_DAY),
        st.builds(Programme, id=st.just("w9"), period=st.sampled_from(["2024", "2024-13", "0224", "term", "2024-W60"])),
        st.builds(Note, id=st.just("c9"), text=TYPED),
    )


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.lists(records(), min_size=1, max_size=6))
def test_what_the_door_lets_in_is_carried_everywhere(typed: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy, back = (Path(folder, name) for name in ("a.thuky", "b.thuky", "c.thuky"))
        with made(path) as file:
            for record in typed:
                with suppress(Refusal), file.write("Ghi") as store:
                    store.put(record)
        assert doctor(path) == []
        backup(path, copy)
        assert restore(copy, back, clock=clock).remarks == ()
        export_file(path, Path(folder, "a.json"), clock=clock, who="")
        import_file(Path(folder, "a.json"), Path(folder, "d.thuky"), clock=clock, who="")
        assert office_in(path) == office_in(back) == office_in(Path(folder, "d.thuky"))


def kept(tmp_path: Path, record: Record) -> Record | None:
    path = tmp_path / "a.thuky"
    with made(path) as file, file.write("Ghi") as store:
        store.put(record)
    with opened(path) as file, file.read() as store:
        return store.find(type(record), record.id)


def test_word_s_line_break_is_a_break_and_a_space_on_one_line(tmp_path: Path) -> None:
    title, reason = "Hội nghị\x0bBan Thường vụ\tlần 64\x07", "Thống nhất.\x0bGiao Văn phòng\u2028xong."
    meeting = kept(tmp_path, replace(MEETING, title=title, reason=reason))
    assert isinstance(meeting, Meeting)
    assert meeting.title == "Hội nghị Ban Thường vụ lần 64"
    assert meeting.reason == "Thống nhất.\nGiao Văn phòng\nxong."


def test_the_letter_of_other_alphabets_is_ours(tmp_path: Path) -> None:
    document = kept(tmp_path, Document(id="o9", symbol="12-Q\u00d0/HU", title="\u00d0ặng \u00f0ạo"))
    assert isinstance(document, Document)
    assert (document.symbol, document.title) == ("12-QĐ/HU", "Đặng đạo")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (replace(AWAY, to=dt.date(2204, 6, 12)), "ngày 12/6/2204 chưa đúng; cần năm từ 1900 đến 2199"),
        (Document(id="o9", date=dt.date(224, 6, 12)), "cần năm từ 1900 đến 2199"),
        (
            replace(AWAY, to=dt.date(2024, 6, 2)),
            "ngày kết thúc 02/6/2024 trước ngày bắt đầu 12/6/2024",
        ),
        (Unit(id="u9", from_=DAY, to=dt.date(2024, 6, 2)), "ngày kết thúc 02/6/2024 trước ngày bắt đầu 12/6/2024"),
        (Unit(id="u9", successor="u9"), "đơn vị kế thừa không thể là chính đơn vị này"),
        (replace(MEETING, cancelled=True, postponed_to="m9"), "họp thay không thể là chính hội nghị này"),
        (
            replace(MEETING, end=dt.datetime(2024, 6, 13, 17), agenda=(replace(ITEM, day=dt.date(2024, 6, 14)),)),
            "có nội dung xếp vào ngày 14/6/2024, ngoài các ngày họp",
        ),
        (Programme(id="w9", period="2024-13"), "kỳ “2024-13” không có trong lịch"),
    ],
)
def test_what_no_import_would_take_is_refused_and_named(tmp_path: Path, record: Record, said: str) -> None:
    with made(tmp_path / "a.thuky") as file, pytest.raises(Refusal) as refused, file.write("Ghi") as store:
        store.put(record)
    assert said in refused.value.sentence
    assert f"“{record.id}”" in refused.value.sentence
