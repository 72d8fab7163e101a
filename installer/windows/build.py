"""Setup.exe from nothing, on Debian 12 as root: `python3 -m installer.windows.build`. Standard library only.

Everything is pinned by hash. With `--python-zip` Windows' Python is CPython's own; without it it comes from a third
party and the file says so in its name. The last lines say how large everything became.
"""

import argparse
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from installer.bootstrap import ROOT
from installer.windows import compare, inputs, pack, tree
from installer.windows.inputs import Stopped

MEGABYTE = 1_000_000
GOAL_SETUP, GOAL_INSTALLED = 45, 170
"""Megabytes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line wants."""

    out: Path
    python_zip: Path | None
    sha256: str
    version: str
    signing: pack.Signing | None
    quick: bool = False

    @property
    def setup(self) -> Path:
        mark = "" if self.python_zip else "-untrusted"
        return self.out / f"ThuKy-{self.version}-Setup{mark}.exe"


def main(words: list[str] | None = None) -> int:
    try:
        build(read_arguments(words))
    except Stopped as stopped:
        print(f"Stopped: {stopped}", file=sys.stderr)
        return 2
    return 0


def read_arguments(words: list[str] | None) -> Asked:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "windows", help="default: build/windows")
    parser.add_argument("--python-zip", type=Path, help="CPython's official embeddable zip, 3.12 for amd64")
    parser.add_argument("--sha256", default="", help="the zip's SHA-256 as python.org publishes it")
    parser.add_argument("--version", default=pack.project_version(), help="default: the project's own")
    parser.add_argument("--certificate", type=Path, help="a code-signing certificate (.pfx)")
    parser.add_argument("--password-file", type=Path, help="the file with the certificate's password")
    parser.add_argument("--timestamp", default="", help="a time-stamping service, so that signatures outlast it")
    parser.add_argument("--quick", action="store_true", help="pack fast and large, for a test")
    told = parser.parse_args(words)
    if bool(told.python_zip) != bool(told.sha256):
        parser.error("--python-zip and --sha256 belong together")
    if bool(told.certificate) != bool(told.password_file):
        parser.error("--certificate and --password-file belong together")
    signing = pack.Signing(told.certificate, told.password_file, told.timestamp) if told.certificate else None
    return Asked(told.out.resolve(), told.python_zip, told.sha256, told.version, signing, told.quick)


def build(asked: Asked) -> Path:
    """Return the Setup.exe."""
    started = time.monotonic()
    inputs.need(inputs.BUILD_PACKAGES)
    say(f"Tools of the system: {inputs.versions(inputs.BUILD_PACKAGES)}")
    stage = make_stage(asked)
    pack.sign_launchers(stage, asked.signing)
    size = tree.settle(stage)
    say("Setup")
    work = asked.out / "work"
    setup = pack.make_setup(
        stage, work, asked.setup, asked.version, size // 1024, quick=asked.quick, signing=asked.signing
    )
    report(stage, setup, size, time.monotonic() - started)
    return setup


def make_stage(asked: Asked) -> Path:
    """The folder as it will be installed, before it is packed."""
    parts = tree.Parts.read()
    work, stage = pack.empty(asked.out / "work"), pack.empty(asked.out / "stage")
    downloads = inputs.Downloads(asked.out / "downloads")
    say("Packages, each checked against the lock file")
    tree.lay_wheels(downloads.wheels(ROOT / "requirements.lock"), stage / "python" / "site-packages", parts)
    tree.lay_python(windows_python(asked, downloads), stage / "python", parts)
    tree.lay_files(inputs.fonts(parts.fonts), stage / "python" / "fonts")
    tree.lay_program(stage / "app")
    tree.lay_launchers(stage, work, asked.version)
    say("Byte code, by Windows' Python under Wine")
    tree.compile_bytecode(stage, asked.out / "wine")
    return stage


def windows_python(asked: Asked, downloads: inputs.Downloads) -> dict[str, bytes]:
    if asked.python_zip:
        say(f"Windows' Python: {asked.python_zip.name}, SHA-256 as given")
        official = inputs.python_of_zip(asked.python_zip, asked.sha256)
        try:
            say("  " + beside_the_tried(official, downloads.third_party_python()))
        except Stopped as stopped:
            say(f"  Not compared with the third-party package that the trial runs on: {stopped}")
        return official
    name, version, _digest = inputs.THIRD_PARTY
    say(f"Windows' Python: from the third-party package {name} {version}. NOT FOR RELEASE: give --python-zip for that")
    return downloads.third_party_python()


def beside_the_tried(official: dict[str, bytes], tried: dict[str, bytes]) -> str:
    """How the release's Python differs from the third party's, on which the trial under Wine runs."""
    digests = ({name: inputs.sha256(content) for name, content in files.items()} for files in (official, tried))
    found = list(compare.differences(*digests))
    if not found:
        return f"All {len(official)} files are those of the third-party package that the trial runs on"
    shown = "; ".join(found[:5])
    return f"Beside the third-party package that the trial runs on {len(found)} files are not the same: {shown}"


def report(stage: Path, setup: Path, size: int, seconds: float) -> None:
    for folder in ("python/site-packages/PySide6", "python/site-packages", "python", "app"):
        print(f"  {folder:<32} {tree.size_of(stage / folder) / MEGABYTE:7.1f} MB")
    packed = setup.stat().st_size
    print(f"Installed: {size / MEGABYTE:.1f} MB in {len(tree.files_of(stage))} files (goal: {GOAL_INSTALLED} MB)")
    print(f"Setup:     {packed / MEGABYTE:.1f} MB (goal: {GOAL_SETUP} MB), SHA-256 {inputs.sha256(setup.read_bytes())}")
    print(f"{setup} in {seconds:.0f} s")


def say(what: str) -> None:
    print(f"[{time.strftime('%H:%M:%S')}] {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
