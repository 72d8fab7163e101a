"""The first notice of a new process, ours and plain platypus: what `papers.py` times."""

import datetime as dt
from pathlib import Path


def ours() -> None:
    """From records to a PDF, fonts found and read."""
    from desktop.usecases.papers.printing import print_form, to_pdf
    from tests.papers.forms.an_office import facts

    to_pdf(print_form(facts(), "giay-moi", "m1", on=dt.date(2024, 9, 6)))


def peer() -> None:
    """Platypus given the fonts' paths and about the same text."""
    from io import BytesIO

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    folder = Path("/usr/share/fonts/truetype/liberation2")
    for name in ("Regular", "Bold", "Italic", "BoldItalic"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"LiberationSerif-{name}.ttf")))
    pdfmetrics.registerFontFamily("Regular", "Regular", "Bold", "Italic", "BoldItalic")
    body = ParagraphStyle("b", fontName="Regular", fontSize=14, leading=20, alignment=4, spaceBefore=6)
    middle = ParagraphStyle("m", fontName="Bold", fontSize=14, leading=18, alignment=1)
    head = Table([[[Paragraph("HUYỆN ỦY TÂY SƠN", middle)], [Paragraph("ĐẢNG CỘNG SẢN VIỆT NAM", middle)]]])
    text = "Thường trực Huyện ủy <b>trân trọng</b> kính mời <i>đồng chí</i> dự Hội nghị Ban Thường vụ lần thứ 57. "
    story = [head, Paragraph("GIẤY MỜI", middle), *(Paragraph(text * 2, body) for _ in range(12))]
    SimpleDocTemplate(BytesIO(), invariant=1).build(story)
