"""`thuky demo`: a sample office, every form printed from it, and a picture of every screen. Knows every part."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

from desktop.context import Context
from desktop.domain.facts import Facts
from desktop.usecases import printing
from desktop.usecases.facts import facts_of
from desktop.usecases.officefile import create_file
from desktop.usecases.sample import demo_day, sample_office


def make_demo(profile: str, out: Path, context: Context) -> int:
    """Write the office, one of every form as PDF and .docx, and the screens; an earlier demo there is replaced."""
    day = demo_day(profile)
    context = replace(context, clock=lambda: dt.datetime.combine(day, dt.time(8, 30)))
    out.mkdir(parents=True, exist_ok=True)
    path = out / "office.thuky"
    path.unlink(missing_ok=True)
    office = sample_office(profile, as_of=day)
    create_file(office, path, clock=context.clock, who=context.who)
    print(f"{path}: {office.office.name}, tính đến ngày {day:%d/%m/%Y}")
    for file in print_every_form(facts_of(office), out, day):
        print(file)
    from desktop.screens.pictures import save_pictures

    for file in save_pictures(path, out / "screens", context):
        print(file)
    return 0


def print_every_form(facts: Facts, out: Path, on: dt.date) -> list[Path]:
    """Print one of every form into a folder, each as PDF and as .docx."""
    files = []
    for form in printing.FORMS:
        papers = printing.print_form(facts, form.slug, printing.example(facts, form), on=on)
        for ending in ("pdf", "docx"):
            files.append(out / f"{form.slug}.{ending}")
            printing.write(papers, files[-1])
    return files
