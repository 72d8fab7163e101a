"""The README's two pictures, small, out of what the demo left: `.venv/bin/python -m installer.pictures [DEMO]`.

The window of Hôm nay and the first page of an invitation, in few colours; both are the same for the same demo.
"""

import argparse
import sys
from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "resources" / "pictures"
WINDOW, PAGE = "hom-nay.png", "giay-moi.png"
WIDE, HIGH = 1093, 900
"""Pixels: the window four fifths of a laptop's, the page so that its smallest letters can be read."""
COLOURS, GREYS = 48, 12
AT_MOST = 120 * 1024
"""Bytes of both together: whoever fetches the project fetches them too."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demo", type=Path, nargs="?", default=ROOT / "demo", help="default: demo")
    demo = parser.parse_args().demo
    PICTURES.mkdir(exist_ok=True)
    save(reduced(window(demo), WIDE), PICTURES / WINDOW, COLOURS)
    save(page(demo), PICTURES / PAGE, GREYS)
    size = sum((PICTURES / name).stat().st_size for name in (WINDOW, PAGE))
    print(f"{PICTURES}: {size / 1024:.0f} KB")
    return 0 if size <= AT_MOST else 1


def window(demo: Path) -> Image.Image:
    with Image.open(demo / "screens" / "01-today.png") as picture:
        return picture.convert("RGB")


def page(demo: Path) -> Image.Image:
    """The first page of the invitation, drawn at the height it is kept in."""
    document = pypdfium2.PdfDocument(demo / "giay-moi.pdf")
    try:
        drawn = document[0].render(scale=HIGH / document[0].get_height(), grayscale=True)
        return drawn.to_pil().convert("RGB")
    finally:
        document.close()


def reduced(picture: Image.Image, wide: int) -> Image.Image:
    return picture.resize((wide, round(picture.height * wide / picture.width)), Image.Resampling.LANCZOS)


def save(picture: Image.Image, path: Path, colours: int) -> None:
    few = picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
