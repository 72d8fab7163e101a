"""The Setup.exe of a staged folder: NSIS's lists of files, the signing step, makensis. Standard library only."""

import shlex
import shutil
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from installer.bootstrap import ROOT
from installer.windows.inputs import MINUTES, Stopped, need, run
from installer.windows.tree import HERE, PUBLISHER, files_of, numbers, settle


@dataclass(frozen=True, slots=True)
class Signing:
    """A code-signing certificate (.pfx) and the file with its password."""

    certificate: Path
    password: Path
    clock: str = ""
    """The address of a time-stamping service; without one the signature ends with the certificate."""

    @property
    def command(self) -> list[str]:
        options = ["-pkcs12", str(self.certificate), "-readpass", str(self.password), "-h", "sha256"]
        return ["osslsigncode", "sign", *options, "-n", "Thư Ký", *(["-ts", self.clock] if self.clock else [])]

    def script(self, path: Path) -> Path:
        """A shell script that signs the file it is given: makensis makes the uninstaller and hands it over."""
        signing = f'{shlex.join(self.command)} -in "$1" -out "$1.signed"'
        path.write_text(f'{signing} && mv -f "$1.signed" "$1"\n', encoding="utf-8")
        return path

    def sign(self, path: Path) -> None:
        signed = path.with_name(f"{path.name}.signed")
        run([*self.command, "-in", str(path), "-out", str(signed)], what=f"signature of {path.name}")
        signed.replace(path)


def sign_launchers(stage: Path, signing: Signing | None) -> None:
    if signing is None:
        print("Signing: skipped, no certificate was given (--certificate FILE.pfx --password-file FILE)", flush=True)
        return
    need(("osslsigncode",))
    for name in ("ThuKy.exe", "thuky.com"):
        signing.sign(stage / name)


def make_setup(
    stage: Path,
    work: Path,
    target: Path,
    version: str,
    kilobytes: int,
    *,
    quick: bool = False,
    signing: Signing | None = None,
) -> Path:
    """Pack a staged folder; `quick` packs badly in a moment, for what only a test installs."""
    names = files_of(stage)
    if odd := [str(name) for name in names if any(letter in str(name) for letter in '$"`')]:
        raise Stopped(f"names that NSIS would read otherwise: {', '.join(odd)}")
    lists = {
        "ASIDE": making_room(names),
        "FILES": installing(names, stage),
        "UNFILES": removing(names),
        "UNFOLDERS": leaving(names),
    }
    given = {
        "OUTFILE": target,
        "VERSION": version,
        "NUMBERS": numbers(version).replace(",", "."),
        "PUBLISHER": PUBLISHER,
        "KILOBYTES": kilobytes,
        "ICON": work / "thuky.ico",
        "SIDEBAR": work / "sidebar.bmp",
    }
    for key, text in lists.items():
        given[key] = work / f"{key.lower()}.nsh"
        (work / f"{key.lower()}.nsh").write_text(text, encoding="utf-8")
    settle(work)  # the picture of the pages goes in with its day
    words = [f"-D{key}={value}" for key, value in given.items()]
    if signing:
        words.append(f"-DSIGN={signing.script(work / 'sign.sh')}")
    words += ["-DQUICK"] * quick
    run(
        ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *words, str(HERE / "setup.nsi")],
        what=target.name,
        patience=30 * MINUTES,
    )
    if signing:
        signing.sign(target)
    return target


def windows(path: PurePosixPath) -> str:
    return str(path).replace("/", "\\")


def making_room(names: Iterable[PurePosixPath]) -> str:
    """Each file's place, from which a stranger of that name is moved aside."""
    return "".join(f'!insertmacro OURS "{within(name)}"\n' for name in names)


def installing(names: Iterable[PurePosixPath], stage: Path) -> str:
    """Each file put into its folder."""
    lines, folder = [], None
    for name in names:
        if name.parent != folder:
            folder = name.parent
            lines.append(f'SetOutPath "{within(folder)}"')
        lines.append(f'File "{stage / name}"')
    return "\n".join(lines) + "\n"


def removing(names: Iterable[PurePosixPath]) -> str:
    return "".join(f'Delete "{within(name)}"\n' for name in names)


def leaving(names: Iterable[PurePosixPath]) -> str:
    """Each folder of ours, the deepest first; NSIS removes it only where it is empty."""
    folders = {parent for name in names for parent in name.parents if str(parent) != "."}
    deepest = sorted(folders, key=lambda folder: (-len(folder.parts), str(folder)))
    return "".join(f'RMDir "{within(folder)}"\n' for folder in deepest)


def within(path: PurePosixPath) -> str:
    return "$INSTDIR" if str(path) == "." else f"$INSTDIR\\{windows(path)}"


def project_version() -> str:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def empty(folder: Path) -> Path:
    """The folder, new."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder
