"""A chart as a picture for Word, made of the very marks the page is made of. May import reportlab and pypdfium2."""

from io import BytesIO

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.form import FormPack
from desktop.papers.charts import chart_strips
from desktop.papers.flow import shifted
from desktop.papers.fonts import Typeface
from desktop.papers.ink import Ink
from desktop.papers.lines import MM, Mark
from desktop.papers.paper import Chart

DOTS_AN_INCH = 300


def picture(chart: Chart, pack: FormPack, typeface: Typeface, width: float) -> bytes:
    """A grey PNG as wide as the text, in millimetres, fine enough to print."""
    y, marks = 0.0, list[Mark]()
    for strip in chart_strips(typeface, chart, pack, width * MM):
        marks += [shifted(mark, 0, y) for mark in strip.marks]
        y += strip.height
    drawn, out = BytesIO(), BytesIO()
    canvas = Canvas(drawn, (width * MM, y), invariant=1, initialFontName=typeface.face().name)  # type: ignore[arg-type] # the stubs ask for a number
    Ink(canvas).draw(marks, y)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(drawn.getvalue())
    try:
        document[0].render(scale=DOTS_AN_INCH / 72, grayscale=True).to_pil().save(out, "PNG", optimize=True)
    finally:
        document.close()
    return out.getvalue()
