"""Break the program on purpose, in one place after another, and see whether some test notices.

`python -m tests.bench.mutants domain 150 --seed 7` tries 150 places drawn at random: each in a fork of its own, on the
tests that reach its line, and prints what became of it and the share that was noticed. `--at calling.py:36` tries only
the places whose file and line begin so. Breaks that change nothing anybody could see stand in `equivalent.toml` with
the reason, and do not count.

mutmut leaves out whatever stands in a decorated class or function, which here is most of the domain, and draws no
sample; cosmic-ray runs every test for every break.
"""

import argparse
import builtins
import functools
import gc
import importlib
import os
import pickle
import random
import re
import resource
import signal
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import pytest

from tests.bench.breaks import Break, breaks_of, broken, watched

ROOT = Path(__file__).parents[2]
AREAS = {
    "domain": ("desktop/domain", ["tests/domain"]),
    "usecases": ("desktop/usecases", ["tests/usecases"]),
    "papers": ("desktop/papers", ["tests/papers"]),
}
KILLED, SURVIVED, CRASHED, CUT_OFF = 1, 0, 2, 3
"""How a fork ends: some test failed, none did, the break let no test run, none failed in the time given."""


class Reached(NamedTuple):
    """A test that reaches a line, and the seconds it takes."""

    seconds: float
    place: int


def every_break(folder: Path, at: list[str]) -> list[Break]:
    """All breaks of a folder's files, in order."""
    paths = sorted(folder.rglob("*.py"))
    found = (each for path in paths for each in breaks_of(path, path.relative_to(ROOT)))
    return [each for each in found if f"{each.file}:{each.line}".rpartition("/")[2].startswith(tuple(at))]


def equivalents() -> Callable[[Break], str]:
    """Why a break changes nothing, by its function, its source line and the change: they outlive a file's move.

    A `[[kind]]` is known by the change alone, wherever it is made.
    """
    told = tomllib.loads(Path(__file__).with_name("equivalent.toml").read_text(encoding="utf-8"))
    kinds = {one["change"]: one["why"] for one in told.get("kind", ())}
    named = {(one["of"], one["line"], one["change"]): one["why"] for one in told.get("break", ())}
    return lambda one: named.get(one.key) or kinds.get(one.change, "")


class Trial:
    """Takes the tests that pytest collected and runs them itself, once for all lines, then for each break."""

    def __init__(self, tried: list[Break], seconds: int, jobs: int) -> None:
        self.tried = tried
        self.seconds = seconds
        self.jobs = jobs
        self.came: dict[Break, str] = {}
        self.failed: list[str] = []

    def pytest_configure(self) -> None:
        """The same examples in every run, and none made smaller: that one fails is enough."""
        from hypothesis import Phase, settings

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile("breaks", derandomize=True, database=None, deadline=None, phases=phases)
        settings.load_profile("breaks")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(f"{report.nodeid}: {report.longreprtext[-400:]}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for file in {one.file for one in self.tried}:
            importlib.import_module(file.removesuffix(".py").replace("/", "."))
        self.program = Program()
        reached = _in_fork(lambda: self._gather(session))
        equal, waiting, running = equivalents(), list(self.tried), dict[int, Break]()
        while waiting or running:
            if waiting and len(running) < self.jobs:
                one = waiting.pop(0)
                if why := equal(one):
                    self._tell(one, f"equivalent: {why}")
                elif one not in reached:
                    self._tell(one, "unreached")
                else:
                    running[self._start(session, one, _nearest_first(session, one, reached[one]))] = one
            else:
                pid, status = os.wait()
                self._tell(running.pop(pid), _outcome(status))
        return True

    def _tell(self, one: Break, what: str) -> None:
        self.came[one] = what
        print(f"{one.file}:{one.line}\t{one.change}\t{what}", file=sys.__stdout__, flush=True)

    def _gather(self, session: pytest.Session) -> dict[Break, set[Reached]]:
        """Which tests reach each place; what a test reaches while it is set up, the others of its file share."""
        by_number = {(one.file, one.number): one for one in self.tried}
        for file in {one.file for one in self.tried}:
            numbers = [one.number for one in self.tried if one.file == file]
            self.program.put_in(file, watched(ROOT / file, file, numbers))
        now: set[Break] = set()
        builtins.note_reached = lambda file, numbers: now.update(by_number[file, each] for each in numbers)  # type: ignore[attr-defined]
        reached: defaultdict[Break, set[Reached]] = defaultdict(set)
        shared: defaultdict[Path, set[Break]] = defaultdict(set)
        for place, item in enumerate(session.items):
            self.program.forget()
            now.clear()
            began = time.process_time()
            test = item.runtest
            item.runtest = lambda: (shared[item.path].update(now), test())  # type: ignore[method-assign]  # noqa: B023
            _run(session, place)
            took = time.process_time() - began
            for one in now | shared[item.path]:
                reached[one].add(Reached(took, place))
        if self.failed:
            raise AssertionError(f"These fail without any break: {self.failed}")
        return dict(reached)

    def _start(self, session: pytest.Session, one: Break, tests: list[Reached]) -> int:
        pid = os.fork()
        if pid:
            return pid
        came = CRASHED
        try:
            came = self._try_on(session, one, tests)
        finally:
            os._exit(came)

    def _try_on(self, session: pytest.Session, one: Break, tests: list[Reached]) -> int:
        most = 30 + 2 * self.seconds  # no test takes half a minute; what goes on without end is not waited for longer
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))
        signal.alarm(60 * self.seconds)  # what waits for ever takes no time of the processor
        _silence()
        self.program.put_in(one.file, broken(ROOT / one.file, one))
        self.program.forget()
        began = time.process_time()
        for test in tests:
            _run(session, test.place)
            if self.failed:
                return KILLED
            if time.process_time() - began > self.seconds:
                return CUT_OFF
        return SURVIVED


def _nearest_first(session: pytest.Session, one: Break, tests: set[Reached]) -> list[Reached]:
    """The tests named after the broken file or its folder, then the others, the quickest of each first.

    What everything reaches would else run out of time among quick tests that are about something else.
    """
    named = _words(one.file)
    return sorted(tests, key=lambda test: (-len(named & _words(str(session.items[test.place].path))), test))


def _words(path: str) -> set[str]:
    return set(re.findall(r"[a-z]+", path.removeprefix(str(ROOT)))) - {"desktop", "tests", "test", "rows", "py"}


def _outcome(status: int) -> str:
    if os.WIFSIGNALED(status):
        return "killed (never ends)" if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGALRM) else "killed (crash)"
    told = {SURVIVED: "SURVIVED", CUT_OFF: "SURVIVED (cut off)", CRASHED: "killed (crash)"}
    return told.get(os.waitstatus_to_exitcode(status), "killed")


def _run(session: pytest.Session, place: int) -> None:
    """One test by itself, so that nothing it shares with the next keeps what was made without the break."""
    session.config.hook.pytest_runtest_protocol(item=session.items[place], nextitem=None)


class Program:
    """What of the program lives once the tests are collected: its functions by file, and what it remembers."""

    def __init__(self) -> None:
        gc.collect()
        self._functions: defaultdict[str, list[FunctionType]] = defaultdict(list)
        self._caches: list[Any] = []
        for one in gc.get_objects():
            if isinstance(one, FunctionType):
                self._functions[one.__code__.co_filename].append(one)
            elif isinstance(one, functools._lru_cache_wrapper) and _is_tried(one.__module__ or ""):
                self._caches.append(one)
        gc.freeze()

    def put_in(self, file: str, made: CodeType) -> None:
        """Give every function of the file its code as it is now."""
        new = {(code.co_qualname, code.co_firstlineno): code for code in _codes(made)}
        for one in self._functions[str(ROOT / file)]:
            one.__code__ = new[one.__code__.co_qualname, one.__code__.co_firstlineno]

    def forget(self) -> None:
        for one in self._caches:
            one.cache_clear()


def _is_tried(module: str) -> bool:
    return module.startswith(("desktop.domain", "desktop.usecases", "desktop.papers"))


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _codes(each)


def _in_fork(act: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the act gives
    """What is remembered while the lines are gathered must not be known to the forks in which they are broken."""
    read, write = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            found = act()
        except BaseException as error:
            found = error
        with os.fdopen(write, "wb") as to:
            pickle.dump(found, to)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as of:
        told = pickle.load(of)
    os.waitpid(pid, 0)
    if isinstance(told, BaseException):
        raise told
    return told


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.bench.mutants")
    asked.add_argument("area", choices=AREAS)
    asked.add_argument("count", type=int)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--at", nargs="*", default=[""], help="only places whose FILE:LINE begins so")
    asked.add_argument("--tests", nargs="*", help="other tests than the area's own")
    asked.add_argument("--seconds", type=int, default=30, help="of the processor, for the tests of one break")
    asked.add_argument("--jobs", type=int, default=os.cpu_count())
    given = asked.parse_args()
    folder, tests = AREAS[given.area]
    sites = every_break(ROOT / folder, given.at)
    tried = sorted(random.Random(given.seed).sample(sites, min(given.count, len(sites))))
    trial = Trial(tried, given.seconds, given.jobs)
    options = ["-p", "no:cacheprovider", "-o", "addopts=", "-p", "no:terminal", "-p", "no:xdist"]
    pytest.main([*(given.tests or tests), *options], plugins=[trial])
    report(trial.came, len(sites), given.seed)


def report(came: dict[Break, str], sites: int, seed: int) -> None:
    total = Counter(what.partition(" ")[0].strip(":") for what in came.values())
    counted = len(came) - total["equivalent"]
    print(f"\n{len(came)} of {sites} places, seed {seed}: {dict(total)}")
    print(f"noticed: {total['killed']}/{counted} = {total['killed'] / (counted or 1):.0%}")
    for one, what in came.items():
        if what.startswith(("SURVIVED", "unreached")):
            print(f"  {what}: {one.file}:{one.line} in {one.of}: {one.source!r}: {one.change}")


if __name__ == "__main__":
    main()
