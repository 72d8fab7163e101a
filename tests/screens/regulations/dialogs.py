"""How each dialog of the regulations is opened."""

from functools import partial
from pathlib import Path

from desktop.qt.dialog import Dialog
from desktop.screens.base.desk import Desk
from desktop.screens.regulations import own_dialogs
from desktop.screens.regulations.beside import BesideDialog
from desktop.screens.regulations.change import ChangeDialog
from desktop.screens.regulations.follow import FollowDialog
from desktop.screens.regulations.own_value_dialog import OwnValueDialog
from desktop.screens.regulations.use import OdditiesDialog
from desktop.usecases.regulations import own_profile, own_profile_edits, own_values, ruleset, settings
from desktop.usecases.regulations.coming import Coming
from desktop.usecases.regulations.own_profile import TextPlace
from desktop.usecases.regulations.rows import TextRead

READ_ONLY = (
    own_dialogs.TextDialog,
    OdditiesDialog,
)


def dialogs(desk: Desk, folder: Path) -> list[partial[Dialog]]:
    own = own_regulation(desk)
    facts, today = desk.facts, desk.today
    row = next(one for one in own_profile.rows(facts, own) if not one.choices and one.base_cite)
    coming = Coming(text="Điều 1. Hội nghị", title="Quy chế 02-QC/HU", told=("Sửa đổi 1 điều, khoản, điểm.",))
    return [
        partial(BesideDialog, desk, own),
        partial(FollowDialog, desk, own_profile.heads(facts)[0], coming),
        partial(own_dialogs.NewProfileDialog, desk),
        partial(own_dialogs.TitleDialog, desk, own_profile.heads(facts)[0]),
        partial(own_dialogs.LaterValueDialog, desk, own, row),
        partial(own_dialogs.PasteDialog, desk, own),
        partial(own_dialogs.TextDialog, TextRead("Quy chế: 1 điều", ("Một điều lạ.",))),
        partial(own_dialogs.PlacesDialog, [TextPlace(words="Điều 1", begins="Phạm vi điều chỉnh")]),
        partial(OdditiesDialog, ruleset.uses(facts, today)[0]),
        partial(ChangeDialog, desk),
        partial(OwnValueDialog, desk, own_values.of_setting(settings.settings(facts, today)[0])),
    ]


def own_regulation(desk: Desk) -> str:
    """A regulation of the office's own, begun from a shipped one."""
    made: list[str] = []
    create = partial(own_profile_edits.create, facts=desk.facts, title="Quy chế 01-QC/HU", base="tay-son-2024")
    desk.do("Lập quy chế", lambda store: made.append(create(store)))
    return made[0]
