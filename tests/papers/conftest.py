"""The typeface is looked for once; without one these tests say what to install."""

import datetime as dt

import pytest

from desktop.domain.form import FormPack
from desktop.exchange.forms import load_forms
from desktop.papers.fonts import Typeface, find_typeface

ON = dt.date(2024, 9, 6)


@pytest.fixture(scope="session")
def typeface() -> Typeface:
    return find_typeface()


@pytest.fixture
def pack() -> FormPack:
    return load_forms()["hd36"]
