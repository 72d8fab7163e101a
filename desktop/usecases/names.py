"""Names as they are stored and compared. May import vi."""

from desktop import vi


def clean(text: str) -> str:
    """The text composed (NFC), with single spaces."""
    return vi.nfc(" ".join(text.split()))


def same(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals; diacritics count."""
    return vi.nfc(one).casefold() == vi.nfc(other).casefold()
