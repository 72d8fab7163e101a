"""What the smoke test goes through, in this order; each step leaves the Windows as the next one expects it."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from installer.bootstrap import PYTHON, ROOT
from installer.windows import compare, wine
from installer.windows.inputs import run
from installer.windows.smoke_run import Smoke
from installer.windows.tree import HERE

RUNNING, OLDER = 3, 5
"""Exit codes of the Setup; setup.nsi names them all."""
NOTO = Path("/usr/share/fonts/truetype/noto")
NEARLY_EMPTY = 4_000
"""Bytes of a picture on which there is hardly anything."""
CLASS = r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings"


def make_windows(smoke: Smoke) -> None:
    """An empty Windows with a typeface for the screen and the two libraries Wine 8 lacks."""
    smoke.machine.start()
    system, fonts = smoke.machine.drive / "windows/system32", smoke.machine.drive / "windows/Fonts"
    fonts.mkdir(exist_ok=True)
    for style in ("Regular", "Bold"):
        shutil.copy(NOTO / f"NotoSans-{style}.ttf", fonts)
    compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s"]
    for shim, library in (("prng", "bcryptprimitives"), ("uisettings", "uisettings")):
        target = str(system / f"{library}.dll")
        run([*compiler, "-o", target, str(HERE / f"shim_{shim}.c"), "-ladvapi32"], what=f"Wine's missing {library}.dll")
    path = r"C:\windows\system32\uisettings.dll"
    smoke.machine.run("reg", "add", CLASS, "/v", "DllPath", "/t", "REG_SZ", "/d", path, "/f")
    smoke.say("An empty Windows 10 of Wine, its papers set in the typeface the Setup brings")


def install_older(smoke: Smoke) -> None:
    smoke.check(smoke.run_setup(smoke.earlier) == 0, "the older version installs silently")
    smoke.check(
        (smoke.installed / "app/desktop/khong-con-nua.txt").exists(), "a file only the older version has is there"
    )
    smoke.check(smoke.listed("DisplayVersion") == "0.0.9", "'Apps & features' shows the older version")
    smoke.put_note(smoke.installed)


def plan_a_meeting(smoke: Smoke) -> None:
    said = window(smoke, "plan", "offscreen")
    smoke.check("meetings: 1" in said and "closed with 0" in said, "the window opens and a meeting is planned", said)
    smoke.check(smoke.office.is_file(), f"the office lies in {smoke.office.relative_to(smoke.machine.drive)}")


def refuse_while_running(smoke: Smoke) -> None:
    """A silent Setup does not touch a program that runs."""
    with smoke.running("offscreen"):
        smoke.check(smoke.run_setup(smoke.setup) == RUNNING, "a silent upgrade of the running program is refused")
        smoke.check("đang chạy" in smoke.setup_log(), f"its log says why: {smoke.setup_log()}")
        smoke.check(smoke.listed("DisplayVersion") == "0.0.9", "and nothing was changed by it")


def upgrade(smoke: Smoke) -> None:
    smoke.check(smoke.run_setup(smoke.setup) == 0, "the upgrade installs silently")
    smoke.check_files(smoke.installed, "every file is of this version, byte for byte; those of the older one are gone")
    smoke.check_note(smoke.installed)
    smoke.check(smoke.listed("DisplayVersion") != "0.0.9", "'Apps & features' shows this version")
    smoke.check(smoke.run_setup(smoke.earlier) == OLDER, "an older Setup is refused over a newer program")
    said = window(smoke, "find", "offscreen")
    smoke.check("meetings: 1" in said and "on the screen: True" in said, "the meeting is found again", said)


def odd_files(smoke: Smoke) -> None:
    """Files held by another program, and a path of more than 260 letters."""
    folder = smoke.user / "Documents"
    folder.mkdir(exist_ok=True)
    words = [wine.path(HERE / "smoke_files.py"), wine.path(folder)]
    done = smoke.machine.run(smoke.installed / "python/python.exe", "-I", "-B", "-X", "utf8", *words, patience=180)
    smoke.check(done.returncode == 0, "; ".join(done.stdout.split("\n")).strip("; "), done.stdout[-600:])


def close_and_repair(smoke: Smoke) -> None:
    """With windows of Windows' own: asked to, the Setup closes the program as its X does, and mends every file."""
    with wine.display() as display:
        smoke.machine.show_on(display)
        said = window(smoke, "find", "windows")
        if "on the screen: True" in said:
            smoke.say("ok  the window opens with Qt's 'windows' plugin too, and shows the meeting")
            repair_over_running(smoke)
        else:
            smoke.say(f"SKIPPED: Wine shows no window of Qt's 'windows' plugin here: {said.strip()[-200:]}")
        smoke.machine.show_on("")


def repair_over_running(smoke: Smoke) -> None:
    with smoke.running("windows") as program:
        (smoke.installed / "app/desktop/app.py").write_text("damaged\n", encoding="utf-8")
        smoke.check(smoke.run_setup(smoke.setup, "/CLOSE") == 0, "a repair asked to close the program is done")
        smoke.check(program.wait(timeout=60) == 0, "the program was closed properly: it ended with 0")
    smoke.check_files(smoke.installed, "every file is right again")


def chosen_folder(smoke: Smoke) -> None:
    """A folder with Vietnamese letters and somebody's file: the program goes into one of its own inside it."""
    smoke.chosen.mkdir()
    smoke.put_note(smoke.chosen)
    where = "C:\\" + smoke.chosen.name
    unquoted = f"/D={where}".split(" ")  # as NSIS wants it: Wine quotes a word only if it holds a space
    smoke.check(smoke.run_setup(smoke.setup, *unquoted) == 0, f"it installs into {where}")
    smoke.check_files(smoke.chosen / "ThuKy", "into a folder of its own there, complete")
    smoke.check_note(smoke.chosen)
    smoke.check_note(smoke.installed)
    left = [path.name for path in smoke.installed.iterdir()]
    smoke.check(left == ["ghi-chu.txt"], "of the folder it was in before only the clerk's file is left", left)


def demo(smoke: Smoke) -> None:
    """Every form and every screen, made by what is left of Qt; the papers say what Linux's say."""
    made, linux = smoke.out / "wine-demo", smoke.out / "linux-demo"
    program = smoke.chosen / "ThuKy" / "thuky.com"
    done = smoke.machine.run(program, "demo", "--no-window", "--out", wine.path(made), patience=900)
    smoke.check(done.returncode == 0, "thuky demo --no-window ends well", done.stdout[-600:])
    home = {**os.environ, "THUKY_HOME": str(smoke.out / "linux-home")}
    command = [str(PYTHON), "-m", "desktop", "demo", "--no-window", "--out", str(linux)]
    subprocess.run(command, cwd=ROOT, env=home, check=True, timeout=900, stdout=subprocess.DEVNULL)
    mine, theirs = (set(compare.contents(folder)) for folder in (made, linux))
    smoke.check(mine == theirs, f"the same {len(theirs)} files as on Linux", mine ^ theirs)
    compare_papers(smoke, texts(made), texts(linux))
    pictures = sorted((made / "screens").glob("*.png"))
    empty = [path.name for path in pictures if path.stat().st_size < NEARLY_EMPTY]
    smoke.check(pictures and not empty, f"{len(pictures)} pictures of screens, none empty", empty)


def compare_papers(smoke: Smoke, mine: dict[str, list[str]], theirs: dict[str, list[str]]) -> None:
    pages = sum(len(paper) for name, paper in mine.items() if name.endswith(".pdf"))
    smoke.check(any(any(paper) for paper in mine.values()), f"{len(mine)} papers read back, {pages} pages of PDF")
    other = [name for name in theirs if mine[name] != theirs[name]]
    smoke.check(not other, "the text of each is Linux's, page by page", other)


def texts(folder: Path) -> dict[str, list[str]]:
    command = [str(PYTHON), str(HERE / "papers_text.py"), str(folder)]
    done = subprocess.run(command, check=True, timeout=300, stdout=subprocess.PIPE, encoding="utf-8")
    read: dict[str, list[str]] = json.loads(done.stdout)
    return read


def uninstall(smoke: Smoke) -> None:
    before = smoke.office.read_bytes()
    done = smoke.machine.run(smoke.chosen / "ThuKy" / "uninstall.exe", "/S")
    smoke.machine.settle()
    smoke.check(done.returncode == 0, "it uninstalls silently")
    smoke.check(not (smoke.chosen / "ThuKy").exists(), "its folder is gone")
    smoke.check_note(smoke.chosen)
    smoke.check(not smoke.listed("DisplayName"), "and its entry in 'Apps & features'")
    smoke.check(not list(smoke.user.rglob("Thư Ký.lnk")), "and its shortcuts")
    smoke.check(smoke.office.read_bytes() == before, "the office file is kept, byte for byte")


def window(smoke: Smoke, what: str, platform: str) -> str:
    """Drive the window of the program that is installed; return what was said of it."""
    picture = smoke.out / f"{what}-{platform}.png"
    python = smoke.installed / "python" / "python.exe"
    words = ["-I", "-B", "-X", "utf8", wine.path(HERE / "smoke_window.py"), what, wine.path(picture), platform]
    return smoke.machine.run(python, *words, patience=180).stdout


STEPS: tuple[Callable[[Smoke], None], ...] = (
    make_windows,
    install_older,
    plan_a_meeting,
    refuse_while_running,
    upgrade,
    odd_files,
    close_and_repair,
    chosen_folder,
    demo,
    uninstall,
)
