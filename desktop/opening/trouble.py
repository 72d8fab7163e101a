"""What nothing caught: into the log, and said over the window where there is one."""

from typing import TYPE_CHECKING

from desktop import failure
from desktop.context import Context
from desktop.screens.window.first import FirstWindow

if TYPE_CHECKING:
    pass


FAILED = (
    "Chưa thực hiện được việc vừa làm; nội dung đã ghi vẫn còn. Hãy làm lại; nếu còn lỗi, gửi tệp {log} để được hỗ trợ."
)


class Trouble:
    """What nothing caught: into the log, and said over the window where there is one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.window: FirstWindow | None = None

    def keep(self, error: BaseException) -> None:
        failure.keep(self._context.paths.log, error, self._context.clock())

    def say(self) -> None:
        from desktop.qt.dialog import tell

        tell(self.window, "Chương trình gặp lỗi", FAILED.format(log=self._context.paths.log))
