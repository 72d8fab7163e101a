"""Who has an office file open: a lock beside it, which a window holds and a restore respects. Imports QtCore."""

from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from desktop import files


class Held(Exception):
    """Somebody has the file open; `sentence` says where."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def take(path: Path) -> QLockFile:
    """Keep others off a file until `unlock`; raises `Held`.

    In a folder that cannot be written nothing is locked: there the file opens only to be read.
    """
    lock = QLockFile(files.shown(path.with_name(f"{path.name}.lock")))
    lock.setStaleLockTime(0)
    if lock.tryLock(200):
        return lock
    # Left by a process that died, whose number another program of ours bears by now: the system lets it be removed,
    # which it does not where somebody still holds it.
    if lock.removeStaleLockFile() and lock.tryLock(200):
        return lock
    if lock.error() is not QLockFile.LockError.LockFailedError:
        return lock
    _number, host, _program = lock.getLockInfo()
    here = not host or host == QSysInfo.machineHostName()
    where = "ở một cửa sổ khác trên máy này" if here else f"trên máy {host}"
    raise Held(f"{path.name} đang mở {where}. Hãy đóng cửa sổ đó trước.")
