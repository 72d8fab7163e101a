"""The office's own words on a finding: why it came about, what is done about it. One note for each rule and subject.

Writes are handed a store; nothing is committed here. Imports domain and vi.
"""

from dataclasses import replace

from db.store import Store
from desktop import vi
from desktop.domain.facts import Facts
from desktop.domain.findings import Finding
from desktop.domain.records import Cause, Note


def note_on(facts: Facts, finding: Finding) -> Note | None:
    return next(
        (note for note in facts.office.notes if (note.rule, note.subject) == (finding.rule, finding.subject)), None
    )


def put_note(
    store: Store, *, facts: Facts, finding: Finding, text: str, remedy: str, cause: Cause | None = None
) -> Note | None:
    """Write, change or, where every field is empty, remove the note; nothing is written where nothing changed."""
    said, done = vi.nfc(text).strip(), vi.nfc(remedy).strip()
    old = note_on(facts, finding)
    if not said and not done and not cause:
        if old:
            store.remove(Note, old.id, before=old)
        return None
    blank = old or Note(id=store.new_id(Note), rule=finding.rule, subject=finding.subject)
    note = replace(blank, cause=cause, text=said, remedy=done)
    if note != old:
        store.put(note, before=old)
    return note
