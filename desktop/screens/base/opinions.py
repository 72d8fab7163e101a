"""The keys by which a heap of opinions is entered."""

KEYS = {"T": "approve", "K": "reject", "Y": "other"}
