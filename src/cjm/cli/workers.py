"""Work on many files shared among processes, with a bar on the terminal while it lasts."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")

_BATCH = 25

Work = Callable[[Sequence[str]], Iterator[T]]
"""What is done with file names: one result after the other, each of which must survive pickling."""


def share(work: Work[T], names: Sequence[str], told: str) -> Iterator[T]:
    """The results of the work on all names, in no order. ``told`` says beside the bar what is going on."""
    processes = min(os.cpu_count() or 1, len(names) // _BATCH)
    results = _received(_forked(work, names, processes)) if _may_fork(processes) else work(names)
    with bar(told, len(names)) as advance:  # it has a thread, so the processes are there before it
        for result in results:
            yield result
            advance()


def _may_fork(processes: int) -> bool:
    return processes > 1 and sys.platform == "linux"


def _forked(work: Work[T], names: Sequence[str], processes: int) -> list[Any]:
    """Start the processes; each sends its results in batches, and ``None`` when it is done."""
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("fork")
    pipes: list[Any] = []
    for number in range(processes):
        receiver, sender = context.Pipe(duplex=False)
        context.Process(target=_work, args=(work, names[number::processes], sender), daemon=True).start()
        sender.close()
        pipes.append(receiver)
    return pipes


def _received(pipes: list[Any]) -> Iterator[Any]:
    from multiprocessing import connection  # noqa: PLC0415

    while pipes:
        ready: Any
        for ready in connection.wait(pipes):
            results = ready.recv()
            if results is None:
                pipes.remove(ready)
            else:
                yield from results


def _work(work: Work[T], names: Sequence[str], sender: Any) -> None:
    batch = []
    for result in work(names):
        batch.append(result)
        if len(batch) == _BATCH:
            sender.send(batch)
            batch = []
    sender.send(batch)
    sender.send(None)


@contextmanager
def bar(told: str, total: int) -> Iterator[Callable[[], object]]:
    """A bar on standard error, where that is a terminal and there is time to see it."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(told, total=total)
        yield lambda: progress.advance(task)
