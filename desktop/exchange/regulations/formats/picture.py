"""A page scanned or photographed: refused with what to do. May import domain."""

from pathlib import Path

from desktop.exchange.regulations.source import Format, RegulationSource, refused


def read_picture(path: Path) -> RegulationSource:
    raise refused(path, "là ảnh chụp, không có chữ để đọc; cần bản .docx hoặc bản PDF có chữ của văn bản.")


FORMAT = Format((".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff"), read_picture, offered=False)
