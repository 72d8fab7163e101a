"""The folder of the program as it will lie on the clerk's disk, the same byte for byte each time it is made.

ThuKy.exe, thuky.com    the program's process, with and without a console
app/                    the program
python/                 Windows' embeddable Python; site-packages, fonts (where `sys.prefix` is)
"""

import os
import shutil
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from installer.bootstrap import ROOT
from installer.windows import icon, wine
from installer.windows.inputs import Stopped, run

HERE = Path(__file__).resolve().parent
PACKAGES = ("desktop", "db", "resources")
FOR_OWNERS = ("decisions", "pictures")
"""Folders of `resources` for who keeps the program, of no use to a clerk."""
ICONS = (16, 24, 32, 48, 64, 256)
DAY = 1_704_067_200
"""1 January 2024, the day every file is given: a file's time must not tell two builds apart."""
PATHS = "python312.zip\r\n.\r\nsite-packages\r\n..\\app\r\n"
PUBLISHER = "Nhóm làm chương trình Thư Ký"


@dataclass(frozen=True, slots=True)
class Parts:
    """What `parts.toml` says of every file of the inputs."""

    keep: Mapping[str, tuple[str, ...]]
    distributions: frozenset[str]
    leave_out: tuple[str, ...]
    python: tuple[str, ...]
    fonts: Mapping[str, str]

    @classmethod
    def read(cls) -> "Parts":
        told = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))
        keep = {folder: tuple(kept["files"]) for folder, kept in told["keep"].items()}
        out = told["leave_out"]
        return cls(keep, frozenset(out["distributions"]), tuple(out["files"]), tuple(out["python"]), told["fonts"])

    def wants(self, name: str) -> bool:
        """Whether a file of a wheel is installed."""
        if fits(name, self.leave_out):
            return False
        return all(
            fits(name.removeprefix(folder), kept) for folder, kept in self.keep.items() if name.startswith(folder)
        )

    def unused(self, names: Iterable[str]) -> list[str]:
        """The entries of the keep-list that no file answers to: a new version of Qt may have renamed it."""
        known = list(names)
        return [
            f"{folder}{pattern}"
            for folder, kept in self.keep.items()
            for pattern in kept
            if not any(fnmatchcase(name, folder + pattern) for name in known)
        ]


def fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def distribution(wheel: Path) -> str:
    return wheel.name.partition("-")[0].lower().replace("_", "-")


def lay_wheels(wheels: Iterable[Path], site: Path, parts: Parts) -> None:
    """Unpack what is wanted of each wheel; raises Stopped where the keep-list names what is not there."""
    seen: list[str] = []
    for wheel in wheels:
        if distribution(wheel) in parts.distributions:
            continue
        with zipfile.ZipFile(wheel) as files:
            names = [name for name in files.namelist() if not name.endswith("/") and ".data/" not in name]
            seen += names
            for name in filter(parts.wants, names):
                put(site / name, files.read(name))
    if unused := parts.unused(seen):
        raise Stopped(f"parts.toml keeps what no package has: {', '.join(unused)}")


def put(path: Path, content: bytes) -> None:
    if ".." in path.parts:
        raise Stopped(f"{path}: a name that has no place in the Setup")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def lay_python(found: Mapping[str, bytes], folder: Path, parts: Parts) -> None:
    for name, content in found.items():
        if name not in parts.python:
            put(folder / name, content)
    put(folder / "python312._pth", PATHS.encode())


def lay_files(found: Mapping[str, bytes], folder: Path) -> None:
    for name, content in found.items():
        put(folder / name, content)


def lay_program(app: Path) -> None:
    put(app / "LICENSE.txt", (ROOT / "LICENSE").read_bytes())
    for package in PACKAGES:
        left_out = ("__pycache__", ".*", *(FOR_OWNERS if package == "resources" else ()))
        shutil.copytree(ROOT / package, app / package, ignore=shutil.ignore_patterns(*left_out))


def lay_launchers(stage: Path, work: Path, version: str) -> None:
    """Compile the two launchers with the program's icon, version and manifest."""
    pngs = [(ROOT / "resources" / "icons" / f"thuky-{side}.png").read_bytes() for side in ICONS]
    put(work / "thuky.ico", icon.make_icon(pngs))
    put(work / "sidebar.bmp", icon.make_sidebar(pngs[ICONS.index(64)]))
    shutil.copy(HERE / "launcher.manifest", work)
    for name, flags in (("ThuKy.exe", ["-mwindows"]), ("thuky.com", ["-DCONSOLE"])):
        resource = work / f"{name}.res.o"
        told = {"NUMBERS": numbers(version), "VERSION": quoted(version), "FILENAME": quoted(name)}
        words = [f"-D{key}={value}" for key, value in {**told, "PUBLISHER": f"L{quoted(PUBLISHER)}"}.items()]
        compile_resource = ["x86_64-w64-mingw32-windres", "--codepage=65001", *words, f"--include-dir={work}"]
        run([*compile_resource, str(HERE / "launcher.rc"), str(resource)], what="icon and version of the program")
        compiler = ["x86_64-w64-mingw32-gcc", "-municode", "-O2", "-s", "-Wall", "-Wl,--no-insert-timestamp", *flags]
        run([*compiler, "-o", str(stage / name), str(HERE / "launcher.c"), str(resource)], what=f"launcher {name}")


def numbers(version: str) -> str:
    """Four numbers as Windows wants them: 0.1.0 is 0,1,0,0."""
    return ",".join([*version.split("."), "0", "0", "0"][:4])


def quoted(text: str) -> str:
    return f'\\"{text}\\"'


def compile_bytecode(stage: Path, prefix: Path) -> None:
    """Compile everything with the very Python that will run it, under Wine; never looked at the source's time."""
    wanted = [wine.path(stage / "app"), wine.path(stage / "python" / "site-packages")]
    options = ["-I", "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", "-s", wine.path(stage)]
    machine = wine.Machine(prefix)
    machine.start()
    done = machine.run(stage / "python" / "python.exe", *options, *wanted, patience=900)
    if done.returncode:
        raise Stopped(f"byte code: {done.stdout}")


def files_of(stage: Path) -> list[PurePosixPath]:
    """Every file, in the order in which it goes into the Setup: like beside like packs smaller."""
    found = [path.relative_to(stage) for path in stage.rglob("*") if path.is_file()]
    return [PurePosixPath(path) for path in sorted(found, key=lambda path: (path.suffix, path.as_posix()))]


def settle(stage: Path) -> int:
    """Give every file one day and return the bytes of all."""
    for name in files_of(stage):
        os.utime(stage / name, (DAY, DAY))
    return size_of(stage)


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
