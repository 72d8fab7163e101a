"""What the four tabs of a meeting's page have in common: the meeting shown, and changing it through the desk."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.findings import Cite
from desktop.domain.records import Meeting
from desktop.screens.base.acting import Acting
from desktop.screens.base.desk import Desk
from desktop.screens.base.screen import Width


class Pane(QWidget):
    """`typing` carries the meeting as it would be with what is being typed, so that it is judged before it is saved."""

    typing = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.meeting: Meeting | None = None
        self.acting: Acting | None = None

    def show_meeting(self, meeting: Meeting, *, anew: bool) -> None:
        """Show a meeting; `anew` where it is another one than before."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the keyboard into what the pane lists."""
        raise NotImplementedError

    def set_width(self, width: Width) -> None:
        """Lay the pane out for a width; a pane of one part has nothing to do."""

    def governing(self) -> tuple[Cite, ...]:
        """The articles governing what is shown, the one under the cursor first."""
        return ()

    def show_error(self, field: str, sentence: str) -> bool:
        """Put a refusal beside the field it names; False where no field here bears that name."""
        return False

    def act(self, what: str, edit: Callable[..., object], *, said: str = "", **rest: object) -> bool:
        """Change the meeting shown by one of the use cases; a refusal goes over the page and beside its field."""
        assert self.acting is not None
        self.acting.shown, self.acting.at_field = self.meeting, self.show_error
        return self.acting.do(what, edit, said=said, **rest)
