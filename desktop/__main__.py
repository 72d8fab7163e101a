"""Where the process begins. Reads the command line, makes the context and hands over: to the window or to a command.

Imports next to nothing itself, so that the window's first paint waits for nothing it does not need.
"""

import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Return the exit status: 0 done, 1 a breach was found, 2 wrong input or request, 3 the program failed."""
    words = sys.argv[1:] if arguments is None else arguments
    from desktop.context import has_display, of_machine

    context = of_machine()
    if opens_the_window(words):
        if not (has_display() or os.environ.get("QT_QPA_PLATFORM") or "-platform" in words):
            print("Không có màn hình để mở cửa sổ; các lệnh khác vẫn chạy: thuky --help", file=sys.stderr)
            return 2
        try:
            from desktop.app import open_window

            return open_window(words, context)
        except Exception as error:  # before there is a window that could say it
            from desktop import failure

            log = failure.keep(context.paths.log, error, context.clock())
            failure.say(f"Chương trình không mở được; chi tiết để báo người làm chương trình ở tệp {log}")
            return 3
    from desktop.cli import run

    return run(words, context)


def opens_the_window(words: list[str]) -> bool:
    """True where there is no command: nothing at all, or only the window's own options."""
    own = ("--office", "--quit-after-paint", "-platform")
    return not words or words[0] in own or words[0].lower().endswith(".thuky")


if __name__ == "__main__":
    sys.exit(main())
