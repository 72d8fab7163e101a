"""What the smoke test goes through, in this order; each step leaves the Windows as the next one expects it."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installer.bootstrap import PYTHON
from installer.windows import compare, pack, tree, wine
from installer.windows.inputs import run
from installer.windows.smoke_run import EARLIER, UNINSTALLER, Smoke
from installer.windows.tree import HERE

HALF, RUNNING, OLDER, TOO_OLD, TWICE = 2, 3, 5, 8, 9
"""Exit codes of the Setup; setup.nsi names them all."""
OFFICE = "Huyện ủy Tây Sơn"
MEETING = "Hội nghị thử sau khi cài đặt"
START = Path("AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Thư Ký.lnk")
ON_DESKTOP = Path("Desktop/Thư Ký.lnk")
ENGLISH = ("Next", "Back", "Cancel", "Install", "Finish", "Close", "Browse", "Uninstall")
"""What a page would say where a word was left to NSIS; the OK of a message is Windows' own."""
COMMANDS = (
    ("export", "--office", "office.thuky", "-o", "office.json"),
    ("import", "office.json", "--office", "again.thuky"),
    ("check", "again.thuky", "--on", "2024-12-31", "--json"),
    ("check", "again.thuky", "--on", "2024-12-31"),
    ("account", "again.thuky", "2024", "--on", "2024-12-31", "--json"),
    ("doctor", "--office", "again.thuky"),
    ("backup", "--office", "again.thuky", "-o", "copy.thuky"),
    ("regulations", "tay-son-2024"),
    ("print", "--list"),
    ("print", "giay-moi", "khong-co", "--office", "again.thuky", "-o", "giay-moi.pdf"),
    ("import", "office.json", "--office", "again.thuky"),
)
"""Run in this order in one folder; the last two are refused."""
NOTO = Path("/usr/share/fonts/truetype/noto")
NEARLY_EMPTY = 4_000
"""Bytes of a picture on which there is hardly anything."""
TYPES = (r"Software\Classes\.thuky", r"Software\Classes\ThuKy.Office")
CLASS = r"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings"


def make_windows(smoke: Smoke) -> None:
    """An empty Windows with a typeface for the screen and the two libraries Wine 8 lacks."""
    smoke.machine.start()
    system, fonts = smoke.machine.drive / "windows/system32", smoke.machine.drive / "windows/Fonts"
    fonts.mkdir(exist_ok=True)
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        shutil.copy(NOTO / f"NotoSans-{style}.ttf", fonts)
    compiler = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s"]
    for shim, library in (("prng", "bcryptprimitives"), ("uisettings", "uisettings")):
        target = str(system / f"{library}.dll")
        run([*compiler, "-o", target, str(HERE / f"shim_{shim}.c"), "-ladvapi32"], what=f"Wine's missing {library}.dll")
    path = r"C:\windows\system32\uisettings.dll"
    smoke.machine.run("reg", "add", CLASS, "/v", "DllPath", "/t", "REG_SZ", "/d", path, "/f")
    smoke.say("An empty Windows 10 of Wine, its papers set in the typeface the Setup brings")


def refuse_old_windows(smoke: Smoke) -> None:
    smoke.machine.run("winecfg", "-v", "win81")
    smoke.check(smoke.run_setup(smoke.setup) == TOO_OLD, "a Windows before 10 is refused")
    smoke.check("Windows 10" in smoke.setup_log() and not smoke.installed.exists(), f"its log: {smoke.setup_log()}")
    smoke.machine.run("winecfg", "-v", "win10")


def install_older(smoke: Smoke) -> None:
    """Cut off half way first, then stopped by a file in the way of a folder, then run to its end."""
    smoke.cut_off_setup(smoke.earlier, (smoke.installed / "python/python312.dll").exists)
    last = tree.files_of(smoke.stage)[-1]
    smoke.check(not (smoke.installed / last).exists(), "an installation is cut off half way")
    with smoke.another_setup():
        smoke.check(smoke.run_setup(smoke.earlier) == TWICE, "a second Setup beside one at work is refused")
        smoke.check("đang chạy ở cửa sổ khác" in smoke.setup_log(), f"its log says why: {smoke.setup_log()}")
    app = smoke.installed / "app"
    shutil.rmtree(app, ignore_errors=True)
    app.write_text("in the way", encoding="utf-8")
    smoke.check(
        smoke.run_setup(smoke.earlier) == HALF, f"what could not be copied is not called done: {smoke.setup_log()}"
    )
    app.unlink()
    smoke.check(smoke.run_setup(smoke.earlier) == 0, "the older version installs silently, over what was cut off")
    smoke.check((smoke.user / START).exists(), "it is in the Start menu")
    smoke.check(
        (smoke.installed / "app/desktop/khong-con-nua.txt").exists(), "a file only the older version has is there"
    )
    smoke.check(smoke.listed("DisplayVersion") == EARLIER, "'Apps & features' shows the older version")
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
        smoke.check(smoke.listed("DisplayVersion") == EARLIER, "and nothing was changed by it")


def upgrade(smoke: Smoke) -> None:
    gone = smoke.installed / "python/python312.dll"
    smoke.cut_off_setup(smoke.setup, lambda: not gone.exists())
    smoke.check(smoke.listed("DisplayVersion") == EARLIER, "an upgrade is cut off while it takes out the older version")
    smoke.check(smoke.run_setup(smoke.setup) == 0, "the upgrade installs silently, over what was cut off")
    smoke.check_files(smoke.installed, "every file is of this version, byte for byte; those of the older one are gone")
    smoke.check_note(smoke.installed)
    version = pack.project_version()
    smoke.check(smoke.listed("DisplayVersion") == version, f"'Apps & features' shows version {version}")
    smoke.check(smoke.listed("Publisher") == tree.PUBLISHER, f"its publisher is {tree.PUBLISHER}")
    smoke.check(smoke.run_setup(smoke.earlier) == OLDER, "an older Setup is refused over a newer program")
    said = window(smoke, "find", "offscreen")
    smoke.check("meetings: 1" in said and "on the screen: True" in said, "the meeting is found again", said)


def odd_files(smoke: Smoke) -> None:
    """Files held by another program, a path of more than 260 letters, every module of the program."""
    done = smoke.inside(smoke.installed, "smoke_inside.py", wine.path(smoke.user / "Documents"))
    smoke.check(done.returncode == 0, "; ".join(done.stdout.split("\n")).strip("; "), done.stdout[-600:])


def close_and_repair(smoke: Smoke) -> None:
    """With windows of Windows' own: asked to, the Setup closes the program as its X does, and mends every file."""
    with wine.display() as display:
        smoke.machine.show_on(display)
        said = window(smoke, "find", wine.FACES)
        smoke.shows_windows = "on the screen: True" in said
        if smoke.shows_windows:
            smoke.say("ok  the window opens with Qt's 'windows' plugin too, and shows the meeting")
            repair_over_running(smoke)
        else:
            smoke.skip(f"Wine shows no window of Qt's 'windows' plugin here: {said.strip()[-200:]}")
        smoke.machine.show_on("")


def repair_over_running(smoke: Smoke) -> None:
    with smoke.running(wine.FACES) as program:
        (smoke.installed / "app/desktop/app.py").write_text("damaged\n", encoding="utf-8")
        smoke.check(smoke.run_setup(smoke.setup, "/CLOSE") == 0, "a repair asked to close the program is done")
        smoke.check(program.wait(timeout=60) == 0, "the program was closed properly: it ended with 0")
    smoke.check_files(smoke.installed, "every file is right again")
    uninstaller = smoke.installed / UNINSTALLER
    uninstaller.write_bytes(b"MZ damaged")
    smoke.check(smoke.run_setup(smoke.setup) == 0, "a repair is done though the uninstaller is damaged")
    uninstaller.unlink()
    smoke.check(smoke.run_setup(smoke.setup) == 0, "and though it is gone")
    smoke.check_files(smoke.installed, "every file is in its place")


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
    with ThreadPoolExecutor() as beside:
        there = beside.submit(smoke.on_linux, "demo", "--no-window", "--out", str(linux))
        done = smoke.machine.run(program, "demo", "--no-window", "--out", wine.path(made), patience=900)
    smoke.check(done.returncode == 0, "thuky demo --no-window ends well", done.stdout[-600:])
    smoke.check(there.result().returncode == 0, "and on Linux", there.result().stdout[-600:])
    mine, theirs = (set(compare.contents(folder)) for folder in (made, linux))
    smoke.check(mine == theirs, f"the same {len(theirs)} files as on Linux", mine ^ theirs)
    compare_papers(smoke, texts(made), texts(linux))
    pictures = sorted((made / "screens").glob("*.png"))
    empty = [path.name for path in pictures if path.stat().st_size < NEARLY_EMPTY]
    smoke.check(pictures and not empty, f"{len(pictures)} pictures of screens, none empty", empty)


def commands(smoke: Smoke) -> None:
    """The command line says and writes what it does on Linux, over an office of the same records."""
    mine, theirs = smoke.out / "wine-commands", smoke.out / "linux-commands"
    for folder in (mine, theirs):
        folder.mkdir()
        shutil.copy(smoke.out / "linux-demo" / "office.thuky", folder)
    program = smoke.chosen / "ThuKy" / "thuky.com"
    for words in COMMANDS:
        wines = smoke.machine.run(program, *words, folder=mine)
        linux = smoke.on_linux(*words, folder=theirs)
        same = (wines.returncode, wines.stdout.splitlines()) == (linux.returncode, linux.stdout.splitlines())
        smoke.check(same, f"thuky {' '.join(words)}: ends with {linux.returncode}, as on Linux", wines.stdout[-600:])
    same_json = (mine / "office.json").read_bytes() == (theirs / "office.json").read_bytes()
    smoke.check(same_json, "the office in JSON is the same, byte for byte")


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
    smoke.machine.run(smoke.chosen / "ThuKy" / UNINSTALLER, "/S")
    smoke.machine.settle()
    smoke.check(not (smoke.chosen / "ThuKy").exists(), "it uninstalls silently: its folder is gone")
    smoke.check_note(smoke.chosen)
    smoke.check(not smoke.listed("DisplayName"), "and its entry in 'Apps & features'")
    smoke.check(not list(smoke.user.rglob("Thư Ký.lnk")), "and its shortcuts")
    smoke.check(smoke.office.read_bytes() == before, "the office file is kept, byte for byte")


def by_hand(smoke: Smoke) -> None:
    """With the mouse of a clerk: the Setup's pages, a double click on the office, the uninstaller's pages."""
    if not smoke.shows_windows:
        smoke.skip("the pages of the Setup and the double click need windows, which are not shown here")
        return
    within = smoke.installed / "ThuKy"  # beside the clerk's own file
    with wine.display() as display:
        smoke.machine.show_on(display)
        install_by_hand(smoke, within)
        for key in TYPES:  # Wine 8 does not look at a user's own kinds of file
            smoke.machine.run("reg", "copy", rf"HKCU\{key}", rf"HKLM\{key}", "/s", "/f")
        opened = smoke.by_hand("open", smoke.office)
        smoke.check(OFFICE in opened[0], f"a double click on the office opens it: {opened[0]}", opened)
        uninstall_by_hand(smoke, within)
        smoke.machine.show_on("")
    exported = smoke.on_linux("export", "--office", str(smoke.office))
    smoke.check(MEETING in exported.stdout, "the meeting planned at the beginning is still in the office file")


def install_by_hand(smoke: Smoke, within: Path) -> None:
    pages = smoke.by_hand("pages", smoke.setup, "Đặt biểu tượng trên màn hình nền")
    said = "\n".join(pages)
    smoke.check(not english(pages), f"{len(pages) - 1} pages lead to the program, none in English", english(pages))
    smoke.check("chương trình sẽ nằm ở" in said, "where somebody's file lies it goes into a folder beside, and says so")
    smoke.check_files(within, "it is there, complete")
    smoke.check_note(smoke.installed)
    smoke.check((smoke.user / ON_DESKTOP).exists(), "the icon asked for is on the desktop")


def english(pages: Iterable[str]) -> list[str]:
    return [word for page in pages for word in ENGLISH if word in page]


def uninstall_by_hand(smoke: Smoke, within: Path) -> None:
    pages = smoke.by_hand("pages", within / UNINSTALLER)
    smoke.check(not english(pages), f"{len(pages)} pages lead out of it, none in English", english(pages))
    kept = [page for page in pages if r"AppData\Local\ThuKy" in page]
    smoke.check(kept and not within.exists(), f"the uninstaller says where the data stays: {kept[-1:]}", pages)
    smoke.check(not (smoke.user / ON_DESKTOP).exists(), "the icon on the desktop is gone")
    smoke.check_note(smoke.installed)


def window(smoke: Smoke, what: str, platform: str) -> str:
    """Drive the window of the program that is installed; return what was said of it."""
    picture = smoke.out / f"{what}-{platform.partition(':')[0]}.png"
    return smoke.inside(smoke.installed, "smoke_window.py", what, MEETING, wine.path(picture), platform).stdout


STEPS: tuple[Callable[[Smoke], None], ...] = (
    make_windows,
    refuse_old_windows,
    install_older,
    plan_a_meeting,
    refuse_while_running,
    upgrade,
    odd_files,
    close_and_repair,
    chosen_folder,
    demo,
    commands,
    uninstall,
    by_hand,
)
