"""The text of every paper of a folder as JSON, page by page, for comparing two systems. Runs in the project's `.venv`.

Usage: python papers_text.py FOLDER
"""

import json
import sys
from pathlib import Path

import pypdfium2
from docx import Document


def main(folder: str) -> int:
    papers: dict[str, list[str]] = {}
    for path in sorted(Path(folder).iterdir()):
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as document:
                papers[path.name] = [page.get_textpage().get_text_range() for page in document]
        elif path.suffix == ".docx":
            papers[path.name] = ["".join(each.text or "" for each in Document(str(path)).element.body.iter())]
    print(json.dumps(papers, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
