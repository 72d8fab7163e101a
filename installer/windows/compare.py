"""Two folders file by file: `python3 -m installer.windows.compare A B`, as for the `stage` folders of two builds.

Prints every file that differs or is missing on one side; status 1 where there is one.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from installer.windows.inputs import sha256


def contents(folder: Path) -> dict[str, str]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()) for path in found}


def differences(first: dict[str, str], second: dict[str, str]) -> Iterator[str]:
    for name in sorted(first.keys() | second.keys()):
        if name not in second:
            yield f"only in the first: {name}"
        elif name not in first:
            yield f"only in the second: {name}"
        elif first[name] != second[name]:
            yield f"differs: {name}"


def main(words: list[str]) -> int:
    if len(words) != 2 or not all(Path(word).is_dir() for word in words):
        print("Usage: python3 -m installer.windows.compare FOLDER FOLDER", file=sys.stderr)
        return 2
    first, second = (contents(Path(word)) for word in words)
    found = list(differences(first, second))
    print("\n".join(found[:50]))
    print(f"{len(first)} and {len(second)} files compared by SHA-256: {len(found)} differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
