"""The Setup.exe tried out under Wine, from nothing to uninstalled: `python3 -m installer.windows.smoke`.

Builds the Setup (or takes that of an earlier build with --built FOLDER), packs an older version of it, and goes through
what a clerk would meet. Each line of the log is one thing seen; the first that is not as it should be ends the run
with status 1. What it leaves to look at: smoke.log, the papers and pictures made under Wine.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from installer.bootstrap import PYTHON, ROOT, SYSTEM, make_environment
from installer.windows import build, inputs, pack, tree
from installer.windows.inputs import Stopped
from installer.windows.smoke_run import EARLIER, Smoke, Wrong
from installer.windows.smoke_steps import STEPS

SMOKE_PACKAGES = ("xvfb", "xauth", *SYSTEM)


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "smoke", help="default: build/smoke")
    parser.add_argument("--built", type=Path, help="the folder of an earlier build, instead of a new one")
    parser.add_argument("--quick", action="store_true", help="pack the Setup fast and large, not as for a release")
    told = parser.parse_args(words)
    try:
        return run(prepare(told.out.resolve(), told.built, quick=told.quick))
    except Stopped as stopped:
        print(f"FAILED: {stopped}", file=sys.stderr)
        return 1


def run(smoke: Smoke) -> int:
    """Every step in its turn; whatever happens, nothing is left running."""
    try:
        for step in STEPS:
            step(smoke)
    except (Stopped, Wrong, subprocess.TimeoutExpired) as error:
        smoke.say(f"FAILED: {error}")
        return 1
    finally:
        smoke.machine.stop()
    smoke.say("Everything as it should be" + (f", but {smoke.skipped} SKIPPED" if smoke.skipped else ""))
    return 0


def prepare(out: Path, built: Path | None, *, quick: bool) -> Smoke:
    """The Setup, an older one to upgrade from, and an empty Windows."""
    inputs.need((*inputs.BUILD_PACKAGES, *SMOKE_PACKAGES))
    if not PYTHON.exists():
        make_environment("requirements.lock")
    pack.empty(out)
    version = pack.project_version()
    folder = built.resolve() if built else out / "build"
    if built:
        found = list(folder.glob(f"ThuKy-{version}-Setup*.exe"))
        if len(found) != 1:
            raise Stopped(f"{folder} must hold one Setup of version {version}, it holds {len(found)}")
        setup = found[0]
    else:
        setup = build.build(build.Asked(folder, None, "", version, None, quick))
    older = older_setup(folder, out / "older")
    return Smoke(out, setup, folder / "stage", older)


def older_setup(folder: Path, older: Path) -> Path:
    """The same program as an older version of itself: one file more, and one that has since been mended."""
    shutil.copytree(folder / "stage", older / "stage")
    shutil.copytree(folder / "work", older / "work")
    tree.put(older / "stage" / "app" / "desktop" / "khong-con-nua.txt", b"left out since\n")
    (older / "stage" / "app" / "LICENSE.txt").write_text("an earlier text\n", encoding="utf-8")
    size = tree.settle(older / "stage")
    target = older / f"ThuKy-{EARLIER}-Setup.exe"
    return pack.make_setup(older / "stage", older / "work", target, EARLIER, size // 1024, quick=True)


if __name__ == "__main__":
    sys.exit(main())
