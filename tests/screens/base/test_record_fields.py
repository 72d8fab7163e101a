"""The fields of a record are of the kinds its annotations say, show it, and hand it back as it stands in them."""

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.records import Absence, AgendaItem, Directive, DirectiveReview
from desktop.qt.fields import CheckField, Combo, DateField, TextArea, TextField, TimeField
from desktop.screens.base.record_fields import Ask, RecordFields

TODAY = dt.date(2024, 8, 30)
DIRECTIVE = Directive(id="d1", symbol="05-NQ/HU", title="Về nông thôn mới", date=TODAY, lead="u1", with_=("u2",))
UNITS = (("u1", "Ban Tổ chức"), ("u2", "Ban Tuyên giáo"))
pytestmark = pytest.mark.usefixtures("qapp")


def directive() -> RecordFields[Directive]:
    fields = RecordFields(Directive, TODAY)
    fields.ask(Ask("symbol", "Số"), Ask("date", "Ngày"), Ask("lead", "Cơ quan", UNITS, "Chưa chọn"))
    return fields


def test_the_annotation_says_the_kind_of_field(qtbot: QtBot) -> None:
    fields = RecordFields(AgendaItem, TODAY)
    names = ("title", "day", "time", "closed", "matter", "preparer")
    fields.ask(*(Ask(name, name) for name in names), Ask("conclusion", "Kết luận", lines=3))
    kinds = [type(fields[name]) for name in (*names, "conclusion")]
    assert kinds == [TextField, DateField, TimeField, CheckField, Combo, Combo, TextArea]
    assert not fields.choice("matter").box.isEditable()
    assert fields.choice("preparer").box.isEditable(), "another record is found by typing"


def test_what_the_record_must_have_the_field_requires(qtbot: QtBot) -> None:
    fields = RecordFields(Absence, TODAY)
    fields.ask(Ask("from_", "Từ ngày"), Ask("reported", "Báo cáo ngày"))
    assert not fields["from_"].commit()
    assert fields["reported"].commit()


def test_a_record_comes_back_as_it_was_shown_with_what_was_not_asked(qtbot: QtBot) -> None:
    fields = directive()
    fields.fill(DIRECTIVE)
    assert fields.draft(DIRECTIVE) == DIRECTIVE
    fields["symbol"].set_value("06-NQ/HU")
    fields["lead"].set_value(None)
    assert fields.draft(DIRECTIVE) == replace(DIRECTIVE, symbol="06-NQ/HU", lead=None)


def test_what_is_still_being_typed_is_in_typed_and_not_yet_in_the_draft(qtbot: QtBot) -> None:
    fields = directive()
    fields.fill(DIRECTIVE)
    symbol = fields["symbol"]
    assert isinstance(symbol, TextField)
    symbol.line.setText("07-NQ/HU")
    assert fields.draft(DIRECTIVE).symbol == "05-NQ/HU"
    assert fields.typed(DIRECTIVE).symbol == "07-NQ/HU"


def test_a_choice_that_must_be_made_stays_the_first_where_the_record_has_none(qtbot: QtBot) -> None:
    fields = RecordFields(DirectiveReview, TODAY)
    fields.ask(Ask("kind", "Việc", (("so-ket", "Sơ kết"), ("tong-ket", "Tổng kết"))))
    fields.fill(DirectiveReview())
    assert fields.draft(DirectiveReview()).kind == "so-ket"
    fields.fill(DirectiveReview(kind="tong-ket"))
    assert fields.draft(DirectiveReview()).kind == "tong-ket"


def test_a_text_chosen_among_words_is_empty_text_where_none_is_chosen(qtbot: QtBot) -> None:
    fields = RecordFields(Directive, TODAY)
    fields.ask(Ask("symbol", "Số", (("1", "Một"),), "Chưa chọn"))
    fields.fill(DIRECTIVE)
    fields["symbol"].set_value(None)
    assert fields.draft(DIRECTIVE).symbol == ""


def test_a_field_put_in_by_hand_is_shown_and_is_not_in_the_draft(qtbot: QtBot) -> None:
    fields = directive()
    fields["with_"] = TextField("Phối hợp")
    fields.fill(DIRECTIVE, with_="Ban Tuyên giáo")
    assert fields["with_"].value() == "Ban Tuyên giáo"
    assert fields.typed(DIRECTIVE).with_ == ("u2",)


def test_a_name_that_the_record_does_not_have_cannot_be_asked_for(qtbot: QtBot) -> None:
    with pytest.raises(KeyError, match="simbol"):
        RecordFields(Directive, TODAY).ask(Ask("simbol", "Số"))
