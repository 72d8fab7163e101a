"""Packs PNGs into a Windows icon. Standard library only.

Small sizes go in as bitmaps, which every part of Windows draws; from 128 pixels on the PNG itself goes in.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
FIRST_PNG = 128


def make_icon(pngs: Iterable[bytes]) -> bytes:
    """The .ico of square RGBA pictures, smallest first; raises ValueError for any other PNG."""
    pictures = sorted((side_of(png), png) for png in pngs)
    entries, bodies, offset = [], [], 6 + 16 * len(pictures)
    for side, png in pictures:
        body = png if side >= FIRST_PNG else bitmap(side, pixels(png))
        entries.append(struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(body), offset))
        bodies.append(body)
        offset += len(body)
    return b"".join([struct.pack("<HHH", 0, 1, len(pictures)), *entries, *bodies])


def make_sidebar(
    png: bytes, size: tuple[int, int] = (164, 314), paper: tuple[int, int, int] = (241, 239, 233)
) -> bytes:
    """The picture beside the Setup's first and last page: the icon on paper, a 24-bit bitmap."""
    (width, height), side, rows = size, side_of(png), pixels(png)
    left, top = (width - side) // 2, (width - side) // 2
    picture = [[paper] * width for _ in range(height)]
    for y, row in enumerate(rows):
        for x in range(side):
            *ink, alpha = row[4 * x : 4 * x + 4]
            laid = [
                (of_ink * alpha + of_paper * (255 - alpha)) // 255 for of_ink, of_paper in zip(ink, paper, strict=True)
            ]
            picture[top + y][left + x] = (laid[0], laid[1], laid[2])
    stride = bytes(-width * 3 % 4)
    body = b"".join(bytes(part for dot in row for part in reversed(dot)) + stride for row in reversed(picture))
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(body), 0, 0, 0, 0)
    return struct.pack("<2sIHHI", b"BM", 54 + len(body), 0, 0, 54) + head + body


def side_of(png: bytes) -> int:
    width, height, depth, colours, _packing, _filter, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    if not png.startswith(SIGNATURE) or width != height or width > 256 or (depth, colours, interlaced) != (8, 6, 0):
        raise ValueError(f"a square 8-bit RGBA PNG is needed, this one is {width} × {height}, kind {colours}")
    return int(width)


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += length + 12


def pixels(png: bytes) -> list[bytes]:
    """The rows of an RGBA picture, unfiltered."""
    stride = side_of(png) * 4
    packed = zlib.decompress(b"".join(body for kind, body in chunks(png) if kind == b"IDAT"))
    rows, above = [], bytes(stride)
    for start in range(0, len(packed), stride + 1):
        above = unfilter(packed[start], packed[start + 1 : start + 1 + stride], above)
        rows.append(above)
    return rows


def unfilter(kind: int, row: bytes, above: bytes) -> bytes:
    """One row of a PNG with four bytes a pixel, its filter undone."""
    out = bytearray(row)
    for place, byte in enumerate(row):
        left, corner = (out[place - 4], above[place - 4]) if place >= 4 else (0, 0)
        guess = (0, left, above[place], (left + above[place]) // 2, nearest(left, above[place], corner))[kind]
        out[place] = (byte + guess) % 256
    return bytes(out)


def nearest(left: int, above: int, corner: int) -> int:
    """Paeth's predictor."""
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))


def bitmap(side: int, rows: list[bytes]) -> bytes:
    """A device-independent bitmap, bottom row first, with an empty mask: what is clear is said by the alpha."""
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    colours = b"".join(blue_first(row) for row in reversed(rows))
    return head + colours + bytes((side + 31) // 32 * 4 * side)


def blue_first(row: bytes) -> bytes:
    swapped = bytearray(row)
    swapped[0::4], swapped[2::4] = row[2::4], row[0::4]
    return bytes(swapped)
