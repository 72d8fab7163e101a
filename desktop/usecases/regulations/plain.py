"""Regulations on a terminal: tidy lines in Vietnamese. May import domain, vi and exchange."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from desktop import vi
from desktop.domain.findings import Clause
from desktop.usecases.regulations import values

_WIDTH = 100
Plain = Mapping[str, Any]


def render_list(rows: Sequence[Plain]) -> str:
    """Every regulation that ships: its name for commands, then what it is."""
    lines = ["Các quy chế có sẵn:", ""]
    for row in rows:
        lines += [f"  {row['name']}", *_folded(row["title"], "    "), f"    {_figures(row)}", ""]
    return "\n".join([*lines, "Xem từng quy chế: thuky regulations TÊN [--json]"])


def _figures(row: Plain) -> str:
    parts = [f"{row['articles']} điều", f"{row['count']} nội dung", f"{row['silent']} chỗ không có quy định"]
    return f"{vi.capital(row['status'])}; {', '.join(parts)}"


def render_profile(described: Plain) -> str:
    """One regulation: its header, every parameter by group, its silences, defects and the office's settings."""
    lines = [*_header(described), ""]
    group = ""
    for each in described["parameters"]:
        if (here := each["key"].partition(".")[0]) != group:
            group = here
            lines += [_GROUPS.get(group, group).upper(), ""]
        lines += [*_parameter(each, described), ""]
    lines += _silences(described["silences"]) + _oddities(described["oddities"]) + _settings(described["settings"])
    return "\n".join(lines).rstrip()


_GROUPS = {
    "meeting": "Hội nghị",
    "decision": "Quyết định",
    "ballot": "Xin ý kiến bằng văn bản",
    "delegated": "Ủy quyền cho Thường trực",
    "absence": "Đi vắng",
    "programme": "Chương trình công tác",
    "report": "Báo cáo",
    "information": "Thông tin cho ủy viên",
    "assignment": "Phân công",
    "task": "Giao việc",
    "visit": "Đi cơ sở",
    "review": "Kiểm điểm, đánh giá",
    "directive": "Sơ kết, tổng kết",
    "document": "Văn bản",
    "relation": "Quan hệ công tác",
    "regulation": "Bản thân quy chế",
    "body": "Tổ chức",
}
_HEADER = {
    "committee": "Cấp ban hành",
    "superior": "Cấp trên",
    "level": "Cấp",
    "status": "Tình trạng",
    "issued": "Ban hành",
    "replaces": "Thay thế",
    "parent": "Theo khung",
    "articles": "Số điều",
}


def _header(described: Plain) -> list[str]:
    lines = [f"{described['name']}", *_folded(described["title"], "")]
    return lines + [f"{label + ':':<14}{described[name]}" for name, label in _HEADER.items() if described[name]]


def _parameter(each: Plain, described: Plain) -> list[str]:
    lines = [f"  {each['key']}"]
    for dated in each["values"]:
        since = f" từ {_day(dated['from'])}" if dated["from"] else ""
        lines.append(f"    {values.said(each['unit'], dated['value'])}{since}  ({_cite(dated['cite'], described)})")
    lines += _folded(each["means"], "    ")
    return [*lines, *_folded(f"Chỉ để tra cứu: {each['reading']}.", "    ")] if each["reading"] else lines


def _day(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))


def _cite(cite: Plain | None, described: Plain) -> str:
    if cite is None:
        return vi.BY_OFFICE
    places = [_clause(each) for each in (cite, *cite["also"])]
    owner = "" if cite["profile"] == described["name"] else f", {cite['profile']}"
    return "; ".join(places) + owner


def _clause(each: Plain) -> str:
    names = ("article", "clause", "point", "paragraph", "dash")
    return vi.clause(Clause(**{name: each[name] for name in names}))


def _silences(silences: Sequence[Plain]) -> list[str]:
    lines = [vi.SILENT.upper(), ""]
    for each in silences:
        lines += [f"  {each['key']}", *_folded(each["means"], "    ")]
        if each["setting"]:
            lines.append(f"    Đơn vị ghi quy ước bằng: {each['setting']}")
        lines.append("")
    return lines


def _oddities(oddities: Sequence[Plain]) -> list[str]:
    lines = ["ĐIỂM LƯU Ý CỦA VĂN BẢN", ""]
    for each in oddities:
        place = f"{_clause(each['at'])}: " if each["at"] else ""
        lines += [*_folded(f"{place}{each['finding']}", "  "), *_folded(f"→ {each['treatment']}", "    "), ""]
    return lines


def _settings(settings: Sequence[Plain]) -> list[str]:
    lines = ["ĐƠN VỊ GHI QUY ƯỚC", ""]
    for each in settings:
        default = "chưa đặt" if each["default"] is None else values.said(each["kind"], each["default"])
        choices = f" (một trong: {', '.join(each['choices'])})" if each["choices"] else ""
        lines += [f"  {each['key']} = {default}{choices}", *_folded(each["means"], "    "), ""]
    return lines


def render_parsed(parsed: Plain) -> str:
    """A parsed text: its chapters and articles with their figures, then what is odd in it."""
    articles = [article for chapter in parsed["chapters"] for article in chapter["articles"]]
    clauses = sum(len(article["clauses"]) for article in articles)
    lines = [parsed["title"] or "(không thấy tên văn bản)"]
    unit = articles[0]["name"].split()[0].lower() if articles else "điều"
    lines.append(f"{len(parsed['chapters'])} chương, {len(articles)} {unit}, {clauses} khoản")
    for chapter in parsed["chapters"]:
        lines += ["", f"{chapter['name']}: {chapter['title']}"]
        lines += [f"  {article['name']}. {article['title'] or '(không có tên)'}" for article in chapter["articles"]]
    return "\n".join([*lines, *to_look_at(parsed["oddities"])])


def to_look_at(oddities: Sequence[str]) -> list[str]:
    """What is odd in a text under its own head; no lines where nothing is."""
    return ["", "Cần xem lại:", *(f"  - {each}" for each in oddities)] if oddities else []


def _folded(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent)
