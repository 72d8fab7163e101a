"""Defends the Setup's own text: what it removes is named file by file, and makensis takes it as it stands."""

import os
import re
import shutil
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from installer.bootstrap import ROOT
from installer.windows import icon, pack, tree
from installer.windows.inputs import Stopped

SCRIPT = (tree.HERE / "setup.nsi").read_text(encoding="utf-8")
NAMES = [PurePosixPath(name) for name in ("ThuKy.exe", "app/db/a.py", "app/db/x/b.py", "python/python312.dll")]


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    for name in NAMES:
        tree.put(tmp_path / "stage" / name, b"x" * 100)
    return tmp_path / "stage"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    work = tmp_path / "work"
    work.mkdir()
    shutil.copy(ROOT / "resources" / "icons" / "thuky-64.png", work)
    (work / "thuky.ico").write_bytes(icon.make_icon([(work / "thuky-64.png").read_bytes()]))
    (work / "sidebar.bmp").write_bytes(icon.make_sidebar((work / "thuky-64.png").read_bytes()))
    return work


def test_nothing_is_removed_but_by_name() -> None:
    code = [line.partition(";")[0] for line in SCRIPT.splitlines()]
    assert not [line for line in code if re.search(r"RMDir\s+/r|/REBOOTOK", line)]
    assert not [line for line in code if re.match(r"\s*Delete\b", line) and "*" in line]


def test_files_are_removed_one_by_one_and_folders_deepest_first() -> None:
    assert pack.removing(NAMES).splitlines()[1] == r'Delete "$INSTDIR\app\db\a.py"'
    assert pack.leaving(NAMES).splitlines() == [
        r'RMDir "$INSTDIR\app\db\x"',
        r'RMDir "$INSTDIR\app\db"',
        r'RMDir "$INSTDIR\app"',
        r'RMDir "$INSTDIR\python"',
    ]


def test_a_strangers_file_of_the_same_name_is_moved_aside_before_ours_comes(stage: Path) -> None:
    assert pack.installing(NAMES, stage).splitlines()[0] == 'SetOutPath "$INSTDIR"'
    assert pack.making_room(NAMES).splitlines()[1] == r'!insertmacro OURS "$INSTDIR\app\db\a.py"'
    order = [SCRIPT.index(step) for step in ('!include "${ASIDE}"', "Call putUninstaller\n  !insertmacro SAY")]
    assert order == sorted(order)
    assert order[-1] < SCRIPT.index('!include "${FILES}"')


def test_the_data_folder_is_named_but_never_removed() -> None:
    lines = [line for line in SCRIPT.splitlines() if r"$LOCALAPPDATA\ThuKy" in line]
    assert lines
    assert all("TEXT" in line or "MessageBox" in line for line in lines)


def test_every_exit_code_is_told_at_the_head_of_the_script() -> None:
    head = SCRIPT[: SCRIPT.index("Target")]
    used = set(re.findall(r"STOP (\d)", SCRIPT))
    assert used == {"3", "4", "5", "6", "7", "8", "9"}
    assert all(re.search(rf"\b{code} ", head) for code in used)


@pytest.mark.needs("nsis")
def test_makensis_takes_it_and_packs_the_same_twice(stage: Path, work: Path, tmp_path: Path) -> None:
    tree.settle(stage)
    packed = []
    for day, name in enumerate(("first.exe", "second.exe"), start=1000):
        os.utime(work / "sidebar.bmp", (day * 1_000_000, day * 1_000_000))
        pack.make_setup(stage, work, tmp_path / name, "0.1.0", 1, quick=True)
        packed.append((tmp_path / name).read_bytes())
    assert packed[0] == packed[1]
    assert packed[0][:2] == b"MZ"


def test_a_name_that_nsis_would_read_otherwise_stops_the_build(stage: Path, work: Path, tmp_path: Path) -> None:
    tree.put(stage / "app" / "$INSTDIR.py", b"")
    with pytest.raises(Stopped, match="NSIS would read otherwise"):
        pack.make_setup(stage, work, tmp_path / "x.exe", "0.1.0", 1)


@pytest.mark.needs("nsis")
def test_a_script_at_fault_stops_the_build(stage: Path, work: Path, tmp_path: Path) -> None:
    (work / "thuky.ico").write_bytes(b"no icon")
    with pytest.raises(Stopped, match="failed with status"):
        pack.make_setup(stage, work, tmp_path / "x.exe", "0.1.0", 1, quick=True)


@pytest.mark.needs("nsis", "openssl", "osslsigncode")
def test_setup_and_uninstaller_are_signed_with_the_certificate_given(stage: Path, work: Path, tmp_path: Path) -> None:
    key, chain, bundle = tmp_path / "key.pem", tmp_path / "chain.pem", tmp_path / "mã ký.pfx"
    (tmp_path / "password").write_text("secret", encoding="utf-8")
    subject = ["-subj", "/CN=Test", "-addext", "extendedKeyUsage=codeSigning"]
    made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(chain), *subject]
    packed = [
        "pkcs12",
        "-export",
        "-inkey",
        str(key),
        "-in",
        str(chain),
        "-out",
        str(bundle),
        "-passout",
        "pass:secret",
    ]
    for words in (made, packed):
        subprocess.run(["openssl", *words], check=True, capture_output=True, timeout=60)
    signing = pack.Signing(bundle, tmp_path / "password")
    target = pack.make_setup(stage, work, tmp_path / "x.exe", "0.1.0", 1, quick=True, signing=signing)
    verify = ["osslsigncode", "verify", "-CAfile", str(chain), str(target)]
    said = subprocess.run(verify, check=False, capture_output=True, text=True, timeout=60)
    assert "Signature verification: ok" in said.stdout + said.stderr
