"""Sets the end of a paper: Nơi nhận at the left, who signs at the right. May import domain and papers."""

from collections.abc import Iterator

from desktop.domain.form import FormPack
from desktop.papers.flow import Strip
from desktop.papers.fonts import Typeface
from desktop.papers.head import Stack, columns
from desktop.papers.lines import Mark, Rule, baseline
from desktop.papers.paper import Paper, Signer


def signature_strips(typeface: Typeface, paper: Paper, width: float) -> Iterator[Strip]:
    """The block is one strip, tied to the text above it; a list of recipients longer than it goes on below."""
    if not paper.signer:
        return
    pack = paper.pack
    left, right = columns(pack, width)
    signed = _signer(Stack(typeface, pack, left, right), paper.signer)
    marks, foot = list(signed.marks), signed.y
    if paper.left_signer:
        other = _signer(Stack(typeface, pack, 0, left), paper.left_signer)
        marks, foot = marks + other.marks, max(foot, other.y)
        listed: list[Mark] = []
    else:
        listed = _recipients(typeface, paper, left)
    pitch = pack.signature.recipients_pitch
    beside = [mark for mark in listed if mark.y <= foot]
    yield Strip(foot, (*marks, *beside), pack.signature.above, tied=True, bound=True)
    base = baseline(pitch, pack.elements["recipients"].size)
    for mark in listed[len(beside) :]:
        if not isinstance(mark, Rule):
            yield Strip(pitch, (mark._replace(y=base),))


def _signer(stack: Stack, signer: Signer) -> Stack:
    measures = stack.pack.signature
    for line in signer.authority:
        stack.add("authority", line, measures.pitch)
    for line in signer.post:
        stack.add("post", line, measures.pitch)
    stack.y += measures.room
    stack.add("signer", signer.name, measures.pitch)
    if not signer.name:
        stack.y += measures.pitch
    return stack


def _recipients(typeface: Typeface, paper: Paper, width: float) -> list[Mark]:
    """The label shares the base line of the first line of the signature."""
    if not paper.recipients:
        return []
    pack, stack = paper.pack, Stack(typeface, paper.pack, 0, width * RECIPIENTS_PART)
    label = stack.add("recipients_label", pack.words["recipients"], pack.signature.pitch, "left")
    if label and pack.elements["recipients_label"].underlined:
        stack.rule(label.x, label.y + 2, label.width, pack.head.rule)
    for line in listed(pack, paper.recipients):
        stack.add("recipients", line, pack.signature.recipients_pitch, "left")
    return stack.marks


RECIPIENTS_PART = 0.94
"""The part of the left column the list fills, so that it never touches the signature."""


def listed(pack: FormPack, recipients: tuple[str, ...]) -> Iterator[str]:
    """Each recipient on a line, `- …,`; the last line closes with a full stop."""
    for place, name in enumerate(recipients):
        yield f"- {name}{'.' if place == len(recipients) - 1 else ','}"
