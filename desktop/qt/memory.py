"""What the window remembers between runs: splitter sizes, columns, sort, theme; in a file that is handed in."""

import json
from contextlib import suppress
from pathlib import Path

from desktop import files


class Memory:
    """A small JSON file; without a path nothing is kept. A damaged file counts as none."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._kept: dict[str, object] = {}
        if path and path.is_file():
            try:
                kept = json.loads(path.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                kept = {}
            self._kept = kept if isinstance(kept, dict) else {}

    def get(self, key: str, default: object = None) -> object:
        return self._kept.get(key, default)

    def sizes(self, key: str) -> list[int]:
        kept = self._kept.get(key)
        return [int(size) for size in kept if isinstance(size, int)] if isinstance(kept, list) else []

    def put(self, key: str, value: object) -> None:
        if self._kept.get(key) == value:
            return
        self._kept[key] = value
        if self._path:
            text = json.dumps(self._kept, ensure_ascii=False, indent=1)
            with suppress(OSError):  # a width forgotten is nothing to stop the work for
                self._path.parent.mkdir(parents=True, exist_ok=True)
                files.write_whole(self._path, text.encode(), lasting=False)
