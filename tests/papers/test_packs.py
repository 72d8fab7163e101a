"""The packs of the form are data: chosen by the paper's day, laid over one another, refused in one sentence."""

import datetime as dt

import pytest

from desktop.domain.form import pack_on
from desktop.domain.refusal import Refusal
from desktop.exchange.forms import load_forms, parse_form


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2018, 5, 1), "hd36"),
        (dt.date(2026, 5, 26), "hd36"),
        (dt.date(2026, 5, 27), "hd05"),
        (dt.date(2031, 1, 1), "hd05"),
    ],
)
def test_the_pack_is_chosen_by_the_papers_own_day(day: dt.date, name: str) -> None:
    assert pack_on(load_forms(), day).name == name


def test_the_page_is_that_of_the_form() -> None:
    page = load_forms()["hd36"].page
    assert (page.width, page.height, page.top, page.bottom, page.left, page.right) == (210, 297, 20, 20, 30, 15)


def test_a_pack_says_only_where_it_differs() -> None:
    pack = parse_form(
        'name = "riêng"\nbase = "hd36"\n[page]\nleft = 25\n[elements]\nparty = { size = 16, bold = true }\n'
    )
    assert (pack.page.left, pack.page.right, pack.elements["party"].size) == (25, 15, 16)
    assert pack.elements["party"].capitals  # what it does not say is kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('base = "hd36"\n[page]\nleft = "30"\n', "page.left"),
        ('base = "hd36"\n[page]\nlfet = 30\n', "page.lfet"),
        ('base = "hd37"\n', "base"),
        ('name = "x"\n', "thiếu mục"),
        ("name = \n", "chưa đúng"),
        ('base = "hd36"\npage = 3\n', "page"),
    ],
)
def test_a_wrong_pack_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        parse_form(text)
