"""Files of other programs: each is refused with what to do. May import domain."""

from pathlib import Path

from desktop.exchange.regulations.source import Format, RegulationSource, refused


def read_other(path: Path) -> RegulationSource:
    raise refused(path, "chưa đọc trực tiếp được. Mở bằng Word rồi lưu thành .docx, sau đó chọn tệp .docx.")


FORMAT = Format((".doc", ".docm", ".dot", ".dotx", ".htm", ".html", ".odt", ".rtf"), read_other, offered=False)
