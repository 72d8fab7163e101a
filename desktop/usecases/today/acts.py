"""The acts that deal with a thing on Hôm nay on the spot, each offered by the use cases of its own noun."""

from collections.abc import Mapping
from importlib import import_module

from desktop.nouns import NOUNS
from desktop.usecases.base.act import Act

ACTS: Mapping[str, Act] = {
    key: act
    for noun in NOUNS
    if noun.acts
    for key, act in import_module(f"desktop.usecases.{noun.key}.acts").ACTS.items()
}
