"""It stands in the catalogue of what is delegated, or is urgent and of no kind shut out of the urgent power."""

from dataclasses import replace

from desktop.domain import delegation
from desktop.domain.cases import DELEGATED
from desktop.domain.delegation import Settled
from desktop.domain.findings import Verdict
from desktop.domain.judging import Outcome, article
from desktop.domain.keys import Key, KeyOf
from desktop.domain.regulation import Ruling
from desktop.domain.rule import Rule
from desktop.domain.terms import MATTER, matters, of_cadres, unfilled
from desktop.domain.wording import listed_point

ITEM = KeyOf[str]("delegated.matter.item.{}")

BEYOND_TO = Key("delegated.matter.beyond.to")
OPEN = Key("delegated.matter.open")
URGENT_ALLOWED = Key("delegated.matter.urgent.allowed")
URGENT_EXCLUDED = Key("delegated.matter.urgent.excluded")

RULE = Rule("delegated.matter", of=DELEGATED, cites=(ITEM, delegation.ITEMS, OPEN, URGENT_ALLOWED, URGENT_EXCLUDED))

_UNNAMED = (None, "other")
"""What a matter is marked where it is not marked with any kind."""


@RULE.judged_by
def judge(settled: Settled) -> Outcome | None:
    catalogue = settled.ruling(delegation.ITEMS)
    if catalogue and settled.item in catalogue.words:
        return _of_item(settled, catalogue)
    urgent = settled.ruling(URGENT_ALLOWED)
    if settled.decision.urgent and urgent and urgent.value:
        return _urgent(settled, urgent)
    return _outside(settled, catalogue) if catalogue else _unlisted(settled)


def _of_item(settled: Settled, catalogue: Ruling) -> Outcome:
    """The point of the catalogue, checked against the kind of the matter where the text says which kinds it covers."""
    item = _covered(settled, settled.item)
    cite = item.cite if item else catalogue.cite
    named = settled.decision.matter
    if item is None:
        text = f"{_point(settled)} có trong danh mục ủy quyền tại {article(cite)}."
        return Outcome(verdict=Verdict.MET, cite=cite, text=text)
    if named is None:
        text = f"Ghi theo {article(cite)}, {unfilled('matter').lower()}; chưa đối chiếu được việc này có thuộc điểm ấy."
        return Outcome(verdict=Verdict.UNCLEAR, cite=cite, text=text)
    if named in _UNNAMED or named in item.words:
        text = f"Việc có trong danh mục ủy quyền tại {article(cite)}."
        return Outcome(verdict=Verdict.MET, cite=cite, text=text)
    text = (
        f"Ghi theo {article(cite)} ({matters(item.words)}) nhưng vấn đề là {_kind(settled)}; "
        "việc trong danh mục và vấn đề đã ghi chưa khớp nhau, cần xem lại."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=cite, text=text)


def _point(settled: Settled) -> str:
    """`Điểm k`, `Việc “Chi hỗ trợ đột xuất”`."""
    said = listed_point(settled.item)
    return f"{said[:1].upper()}{said[1:]}"


def _kind(settled: Settled) -> str:
    return MATTER[settled.decision.matter].lower() if settled.decision.matter else "chưa ghi"


def _fact(settled: Settled, what: str) -> str:
    """`Việc cấp bách về ngân sách`; a matter of no kind is not `về việc khác`."""
    return what if settled.decision.matter in _UNNAMED else f"{what} về {_kind(settled)}"


def _urgent(settled: Settled, urgent: Ruling) -> Outcome:
    excluded = settled.ruling(URGENT_EXCLUDED)
    if excluded is None:
        text = f"Việc đột xuất, {article(urgent.cite)} cho Thường trực giải quyết rồi báo cáo."
        return Outcome(verdict=Verdict.MET, cite=urgent.cite, text=text)
    limit = f"{article(excluded.cite)} trừ {matters(excluded.words)}"
    fact = _fact(settled, "Việc cấp bách")
    judged = Outcome(verdict=Verdict.MET, cite=excluded.cite, text=f"{fact}; {limit}.")
    if settled.decision.matter is None:
        return replace(judged, verdict=Verdict.UNCLEAR, text=f"{unfilled('matter')} của việc cấp bách; {limit}.")
    if settled.decision.matter in excluded.words:
        return replace(judged, verdict=Verdict.BREACH, text=f"{fact}; {limit}, phải đưa ra hội nghị Ban Thường vụ.")
    if of_cadres(settled.decision.matter, excluded.words):
        text = f"{fact}; {limit}, chưa nêu rõ việc này có phải là công tác cán bộ hay không."
        return replace(judged, verdict=Verdict.UNCLEAR, text=text)
    return judged


def _outside(settled: Settled, catalogue: Ruling) -> Outcome:
    """A point the catalogue has not, or none: then the kind of the matter may still lie in it."""
    beyond = f"{article(catalogue.cite)} liệt kê {len(catalogue.words)} việc được ủy quyền"
    judged = Outcome(verdict=Verdict.BREACH, cite=catalogue.cite, text="")
    if settled.item:
        text = f"{_point(settled)} không có trong danh mục; {beyond}, ngoài danh mục phải trình Ban Thường vụ."
        return replace(judged, text=text)
    named = settled.decision.matter
    kinds = {item: _words(settled, item) for item in catalogue.words}
    points = [item for item, words in kinds.items() if named is None or named in words]
    if not points and all(kinds.values()):
        text = f"{_fact(settled, 'Việc')} không thuộc điểm nào; {beyond}, ngoài danh mục phải trình Ban Thường vụ."
        return replace(judged, text=text)
    held = f" ({_kind(settled)} có ở {', '.join(map(listed_point, points))})" if named and points else ""
    text = f"{unfilled('item')}{held}; {beyond}, việc ngoài danh mục thì trình Ban Thường vụ."
    return replace(judged, verdict=Verdict.UNCLEAR, text=text)


def _covered(settled: Settled, item: str) -> Ruling | None:
    """What kinds of matter a point covers; of an item in words the words alone say it."""
    return settled.ruling(ITEM.of(item)) if delegation.is_point(item) else None


def _words(settled: Settled, item: str) -> list[str]:
    ruling = _covered(settled, item)
    return ruling.words if ruling else []


def _unlisted(settled: Settled) -> Outcome | None:
    """The text lets matters be delegated but does not say which (003)."""
    ruling = settled.ruling(OPEN)
    if ruling is None or not ruling.value:
        return None
    text = (
        f"{_fact(settled, 'Việc')} không ghi là cấp bách; {article(ruling.cite)} không liệt kê việc được ủy quyền. "
        "Nếu Ban Thường vụ đã ủy quyền việc này thì đúng thẩm quyền; nếu chưa thì trình Ban Thường vụ."
    )
    return Outcome(verdict=Verdict.UNCLEAR, cite=ruling.cite, text=text)
