"""Checks a finished PDF against the form: elements, margins, fonts, numbers, signature. May import domain, papers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.form import FormPack
from desktop.papers.gaps import gaps
from desktop.papers.layout import page_size
from desktop.papers.lines import MM, clean
from desktop.papers.paper import Chart, Paper, Paragraph, Run, Signer, Table
from desktop.papers.readback import Read, ReadPage, number_on, read_pdf, runs_of, squeezed
from desktop.papers.undrawn import undrawn

NEAR = 0.5 * MM
"""How far an element may stand from its place."""

ELEMENTS = "Đủ thành phần thể thức"
TEXT = "Đủ nội dung"
MARGINS = "Không có chữ ra ngoài lề"
FONTS = "Phông chữ đã nhúng"
SIGNATURE = "Chữ ký không đứng riêng trang"
NUMBERS = "Số trang đúng chỗ"
WHOLE = "Không còn chỗ để trống"
RECORDS = "Số liệu không mâu thuẫn"
NAMES = (ELEMENTS, TEXT, MARGINS, FONTS, SIGNATURE, NUMBERS, WHOLE, RECORDS)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the preview's list; `problems` are whole sentences, none where it is good."""

    name: str
    problems: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        return not self.problems


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An element as the form wants it: its words, and the middle (or the left end) where it must stand."""

    label: str
    element: str
    text: str
    middle: float | None = None
    left: float | None = None


def checks(pdf: bytes, papers: Sequence[Paper]) -> tuple[Check, ...]:
    """Read the PDF back and answer every check, in the order the preview lists them."""
    pages = read_pdf(pdf)
    groups = list(runs_of(pages))
    if len(groups) != len(papers):
        problem = f"Tệp có {len(groups)} văn bản, cần {len(papers)}."
        return (Check(ELEMENTS, (problem,)),)
    found: dict[str, list[str]] = {name: [] for name in NAMES}
    for number, (paper, group) in enumerate(zip(papers, groups, strict=True), 1):
        where = f"Văn bản {number}: " if len(papers) > 1 else ""
        for name, problem in _of_paper(paper, group):
            found[name].append(where + problem)
    return tuple(Check(name, tuple(problems)) for name, problems in found.items())


def self_check(pdf: bytes, papers: Sequence[Paper]) -> list[str]:
    """Every problem as a sentence; an empty list is a good paper."""
    return [problem for check in checks(pdf, papers) for problem in check.problems]


def _of_paper(paper: Paper, pages: list[ReadPage]) -> Iterator[tuple[str, str]]:
    yield from ((ELEMENTS, problem) for problem in _elements(paper, pages))
    yield from ((TEXT, problem) for problem in _body(paper, pages))
    yield from ((MARGINS, problem) for problem in _margins(paper, pages))
    yield from ((FONTS, problem) for problem in _fonts(pages))
    yield from ((SIGNATURE, problem) for problem in _signature(paper, pages))
    yield from ((NUMBERS, problem) for problem in _numbers(paper, pages))
    yield from ((WHOLE, problem) for problem in gaps(paper))
    yield from ((RECORDS, problem) for problem in paper.faults)


def _measures(paper: Paper) -> tuple[float, float, float]:
    """Where the text begins on page 1, the left column's width and the text's, in points."""
    page, head = paper.pack.page, paper.pack.head
    width = (page_size(paper)[0] - page.left - page.right) * MM
    return page.left * MM, width * head.left / (head.left + head.right), width


def _elements(paper: Paper, pages: list[ReadPage]) -> Iterator[str]:
    first, title = pages[0].texts, [text for page in pages for text in page.texts]
    for wanted in _head(paper):
        yield from _found(paper.pack, wanted, title if wanted.element in ("summary", "dashes") else first)
    yield from _rule(paper, pages[0])
    end = len(pages) - 1
    shift = _shift(paper, end + 1)
    for wanted in _end(paper, shift):
        yield from _found(paper.pack, wanted, [text for page in pages for text in page.texts])


def _shift(paper: Paper, number: int) -> float:
    page = paper.pack.page
    return (page.right - page.left) * MM if page.both_sides and number % 2 == 0 else 0.0


def _head(paper: Paper) -> Iterator[_Wanted]:
    start, left, width = _measures(paper)
    pack, at_left, at_right = paper.pack, start + left / 2, start + (left + width) / 2
    if paper.head:
        head = paper.head
        yield _Wanted("Tiêu đề", "party", pack.words["party"], at_right)
        yield _Wanted("Tên cơ quan cấp trên", "superior", head.superior, at_left)
        yield _Wanted("Tên cơ quan ban hành", "body", head.body, at_left)
        yield _Wanted("Dấu sao", "asterisk", pack.words["asterisk"], at_left)
        yield _Wanted("Số văn bản", "number", head.number, at_left)
        yield _Wanted("Trích yếu công văn", "letter_summary", head.letter_summary, at_left)
        yield _Wanted("Địa danh, ngày tháng", "place_date", head.place_date, at_right)
        yield from (_Wanted(f"Dấu {stamp}", "stamp", stamp, at_left) for stamp in paper.stamps)
        yield from (_Wanted(f"Chữ {draft}", "draft", draft, at_right) for draft in paper.drafts)
    yield _Wanted("Tên loại văn bản", "type", paper.title, start + width / 2)
    yield _Wanted("Trích yếu", "summary", paper.summary, start + width / 2)
    yield _Wanted("Dấu gạch dưới trích yếu", "dashes", pack.words["dashes"] if paper.summary else "", start + width / 2)


def _end(paper: Paper, shift: float) -> Iterator[_Wanted]:
    start, left, width = _measures(paper)
    start += shift
    for signer, middle in ((paper.signer, start + (left + width) / 2), (paper.left_signer, start + left / 2)):
        if signer:
            yield from _of_signer(signer, middle)
    if paper.signer and paper.recipients and not paper.left_signer:
        yield _Wanted("Nơi nhận", "recipients_label", paper.pack.words["recipients"], left=start)


def _of_signer(signer: Signer, middle: float) -> Iterator[_Wanted]:
    yield from (_Wanted("Thể thức đề ký", "authority", line, middle) for line in signer.authority)
    yield from (_Wanted("Chức vụ người ký", "post", line, middle) for line in signer.post)
    yield _Wanted("Họ tên người ký", "signer", signer.name, middle)


def _found(pack: FormPack, wanted: _Wanted, texts: Iterable[Read]) -> Iterator[str]:
    """Say what is wrong with an element: missing, in another size or weight, or out of its place."""
    if not wanted.text.strip():
        return
    style = pack.elements[wanted.element]
    text = squeezed(clean(pack.set(wanted.element, wanted.text)))
    same = [read for read in texts if (read.size, read.bold, read.italic) == (style.size, style.bold, style.italic)]
    for stretch in _stretches(same, text):
        if all(_in_place(read, wanted) for read in stretch):
            return
    if any(True for _ in _stretches(same, text)):
        yield f"{wanted.label} “{_short(wanted.text)}” không đúng chỗ."
    else:
        shown, named = "".join(read.text for read in texts), f"{wanted.label} “{_short(wanted.text)}”"
        yield _lost(named, wanted.text, shown) or f"{named} thiếu hoặc sai cỡ chữ, kiểu chữ."


def _lost(named: str, text: str, shown: str) -> str:
    """What is said of a text that lacks characters on the page; nothing where it lacks none."""
    told = undrawn(text, shown)
    return f"{named}: {told}" if told else ""


def _stretches(texts: list[Read], wanted: str) -> Iterator[list[Read]]:
    """Every run of pieces in one column that together give the wanted text."""
    for first in range(len(texts)):
        joined = ""
        for last in range(first, len(texts)):
            joined += squeezed(texts[last].text)
            if not wanted.startswith(joined):
                break
            if joined == wanted:
                yield texts[first : last + 1]
                break


def _in_place(read: Read, wanted: _Wanted) -> bool:
    if wanted.left is not None:
        return abs(read.x - wanted.left) <= NEAR
    return wanted.middle is None or abs(read.middle - wanted.middle) <= NEAR


def _rule(paper: Paper, page: ReadPage) -> Iterator[str]:
    """The rule under the Party's name is exactly as long as the words."""
    if not paper.head:
        return
    words = squeezed(paper.pack.set("party", paper.pack.words["party"]))
    party = next((text for text in page.texts if squeezed(text.text) == words), None)
    if party and not any(
        abs(line.x - party.x) <= NEAR and abs(line.right - party.right) <= NEAR and 0 < line.y - party.y < party.size
        for line in page.lines
    ):
        yield "Đường kẻ dưới tên Đảng thiếu hoặc không dài bằng dòng chữ."


def _body(paper: Paper, pages: list[ReadPage]) -> Iterator[str]:
    """Every paragraph is there word for word, in order; every word of every table is there."""
    whole = squeezed("".join(text.text for page in pages for text in page.texts if text is not number_on(page)))
    place = 0
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            wanted = squeezed(clean("".join(run.text for run in block.runs)))
            found = whole.find(wanted, place)
            if found < 0:
                text = "".join(run.text for run in block.runs)
                yield _lost(f"Đoạn “{_short(text)}”", text, whole) or f"Thiếu đoạn “{_short(text)}”."
            place = max(place, found)
        elif isinstance(block, Table):
            for word in (word for word in _words(block) if word not in whole):
                yield _lost(f"Chữ “{word}” trong bảng", word, whole) or f"Thiếu chữ “{word}” trong bảng."
        elif isinstance(block, Chart):
            wanted_words = [text for bar in block.bars for text in (bar.label, bar.said)]
            missing = [text for text in wanted_words if squeezed(clean(text)) not in whole]
            yield from (f"Thiếu chữ “{text}” trong biểu đồ." for text in missing)


def _words(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells:
            runs = (Run(cell),) if isinstance(cell, str) else cell or ()
            yield from (word for run in runs for word in clean(run.text).split() if len(word) < LONG_WORD)


LONG_WORD = 12
"""A longer word may be cut to fit a narrow cell."""


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"


def _margins(paper: Paper, pages: list[ReadPage]) -> Iterator[str]:
    page, (width, height) = paper.pack.page, page_size(paper)
    for number, read in enumerate(pages, 1):
        shift = _shift(paper, number)
        left, right = page.left * MM + shift - NEAR, (width - page.right) * MM + shift + NEAR
        top, bottom = page.top * MM - NEAR, (height - page.bottom) * MM + NEAR
        if abs(read.width - width * MM) > NEAR or abs(read.height - height * MM) > NEAR:
            yield f"Trang {number} không đúng khổ {width:g} × {height:g} mm."
        for text in read.texts:
            inside = left <= text.x and text.right <= right and top <= text.top and text.bottom <= bottom
            if not inside and text is not number_on(read):
                yield f"Trang {number}: “{_short(text.text.strip())}” ra ngoài lề."


def _fonts(pages: list[ReadPage]) -> Iterator[str]:
    loose = {text.font for page in pages for text in page.texts if not text.embedded}
    yield from (f"Phông {font} chưa nhúng vào tệp." for font in sorted(loose))


def _signature(paper: Paper, pages: list[ReadPage]) -> Iterator[str]:
    """At least two lines of text stand above the signature on its page, where the paper has so many."""
    lines = paper.signer and (*paper.signer.authority, *paper.signer.post)
    if not lines or len(pages) == 1:
        return
    name = "authority" if paper.signer and paper.signer.authority else "post"
    words = squeezed(paper.pack.set(name, lines[0]))
    for number, page in enumerate(pages, 1):
        for text in page.texts:
            if squeezed(text.text) == words and len(_lines_above(page, text)) < min(2, _line_count(paper)):
                yield f"Trang {number}: khối chữ ký đứng riêng, không có lời văn đi cùng."


def _lines_above(page: ReadPage, text: Read) -> set[int]:
    return {round(read.y) for read in page.texts if read.y < text.y - 1 and read is not number_on(page)}


def _line_count(paper: Paper) -> int:
    return sum(len(block.rows) if isinstance(block, Table) else 1 for block in paper.blocks)


def _numbers(paper: Paper, pages: list[ReadPage]) -> Iterator[str]:
    element, page = paper.pack.elements["page_number"], paper.pack.page
    for number, read in enumerate(pages, 1):
        found = number_on(read)
        if number == 1:
            continue
        if found is None or found.text.strip() != str(number) or found.size != element.size:
            yield f"Trang {number} thiếu số trang hoặc số trang sai."
        elif (
            abs(found.middle - read.width / 2) > NEAR
            or abs((found.top + found.bottom) / 2 - page.number_top * MM) > NEAR
        ):
            yield f"Trang {number}: số trang không đúng chỗ."
