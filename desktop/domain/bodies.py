"""The bodies of a committee and the roles a seat in each may have. Standard library and the records only."""

from desktop.domain.records import Body, Role

BODIES: tuple[Body, ...] = ("bch", "btv", "thuong-truc", "ubkt")
LEADING: tuple[Role, ...] = ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu")
"""The roles of those who lead the committee."""
ROLES_OF: dict[Body, tuple[Role, ...]] = {
    "bch": ("uy-vien", "bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu"),
    "btv": ("uy-vien", "bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu"),
    "thuong-truc": ("bi-thu", "pho-bi-thu-thuong-truc", "pho-bi-thu"),
    "ubkt": ("uy-vien", "chu-nhiem", "pho-chu-nhiem"),
}
"""The commonest role stands first; Thường trực has no plain members."""
ONE_AT_A_TIME: tuple[tuple[Body, Role], ...] = (
    ("thuong-truc", "bi-thu"),
    ("thuong-truc", "pho-bi-thu-thuong-truc"),
    ("ubkt", "chu-nhiem"),
)
"""Seats that one person alone holds at a time."""
