"""Makes the program's icon font: of Material Design Icons 6.9.96 just the glyphs that the code names.

    pip download QtAwesome==1.4.2 --no-deps    # its wheel holds the whole font
    pip install fonttools==4.68.0              # needed here alone
    python3 -m installer.icons qtawesome-1.4.2-py3-none-any.whl

Twice the same wheel gives twice the same bytes.
"""

import hashlib
import io
import json
import re
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "icons"
FONT = "qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf"
NAMES = "qtawesome/fonts/materialdesignicons6-webfont-charmap-6.9.96.json"
SHA256 = "be825c1294d3c4f046c8e496b18f8f0c7d2864e339c81bdab9297f17ffac1938"
"""Of the whole font."""


def named(folder: Path = ROOT / "desktop") -> list[str]:
    """Every icon the code names, without `mdi6.`, in order."""
    sources = (file.read_text(encoding="utf-8") for file in folder.rglob("*.py"))
    return sorted({name for source in sources for name in re.findall(r'"mdi6\.([a-z0-9-]+)"', source)})


def make(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        font, every = files.read(FONT), json.loads(files.read(NAMES))
    if hashlib.sha256(font).hexdigest() != SHA256:
        raise SystemExit(f"{wheel}: not the font this was made of")
    table = {name: every[name] for name in named()}
    (FOLDER / "icons.ttf").write_bytes(subset(font, {int(code, 16) for code in table.values()}))
    (FOLDER / "icons.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def subset(font: bytes, codes: set[int]) -> bytes:
    from fontTools import subset as tool
    from fontTools.ttLib import TTFont

    options = tool.Options(notdef_outline=True, recalc_timestamp=False, name_IDs=["*"], drop_tables=["GSUB"])
    whole = TTFont(io.BytesIO(font), recalcTimestamp=False, recalcBBoxes=False)
    worker = tool.Subsetter(options)
    worker.populate(unicodes=codes)
    worker.subset(whole)
    made = io.BytesIO()
    whole.save(made)
    return made.getvalue()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
