"""Work on many files shared among processes, with a bar on the terminal while it lasts."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from cjm.errors import CjmError

T = TypeVar("T")

Work = Callable[[Sequence[str]], Iterator[T]]
"""What is done with file names: one result after the other, each of which must survive pickling."""


def share(work: Work[T], names: Sequence[str], told: str, batch: int = 25) -> Iterator[T]:
    """The results of the work on all names, in no order. ``told`` says beside the bar what is going on.

    A process is started for each ``batch`` of names, as long as there are processors, and sends as many results at a
    time. A ``CjmError`` that stops one of them is raised here.
    """
    processes = min(os.cpu_count() or 1, len(names) // batch)
    results = _received(_forked(work, names, processes, batch)) if _may_fork(processes) else work(names)
    with bar(told, len(names)) as advance:  # it has a thread, so the processes are there before it
        for result in results:
            yield result
            advance()


def _may_fork(processes: int) -> bool:
    return processes > 1 and sys.platform == "linux"


def _forked(work: Work[T], names: Sequence[str], processes: int, batch: int) -> list[Any]:
    """Start the processes; each sends its results in batches, and ``None`` when it is done, or what stopped it."""
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("fork")
    pipes: list[Any] = []
    for number in range(processes):
        receiver, sender = context.Pipe(duplex=False)
        context.Process(target=_work, args=(work, names[number::processes], sender, batch), daemon=True).start()
        sender.close()
        pipes.append(receiver)
    return pipes


def _received(pipes: list[Any]) -> Iterator[Any]:
    from multiprocessing import connection  # noqa: PLC0415

    while pipes:
        ready: Any
        for ready in connection.wait(pipes):
            results = ready.recv()
            if isinstance(results, CjmError):
                raise results
            if results is None:
                pipes.remove(ready)
            else:
                yield from results


def _work(work: Work[T], names: Sequence[str], sender: Any, batch: int) -> None:
    done = []
    try:
        for result in work(names):
            done.append(result)
            if len(done) == batch:
                sender.send(done)
                done = []
    except CjmError as error:
        sender.send(error)
        return
    sender.send(done)
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
