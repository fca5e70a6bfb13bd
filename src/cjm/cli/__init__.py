"""The command line: one command a file; parse, call, print, exit."""

import contextlib
import gc
import os
import sys
import traceback

EXIT_UNABLE = 2
EXIT_BUG = 70
EXIT_INTERRUPTED = 130


def main() -> None:
    """Run the command line; the exit codes are listed in ``docs/commands.md``."""
    gc.disable()  # a run is short, and what it reads stays: collecting costs a third of reading many maps
    from cjm.cli.app import app  # noqa: PLC0415  (so that an interrupt during import is caught, too)
    from cjm.errors import CjmError  # noqa: PLC0415

    try:
        app()
    except CjmError as error:
        from cjm.report.terminal.paint import safe  # noqa: PLC0415

        print(f"cjm: {safe(str(error))}", file=sys.stderr)  # noqa: T201
        sys.exit(EXIT_UNABLE)
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception:  # noqa: BLE001  (a bug: shown whole, and with an exit code of its own)
        traceback.print_exc()
        print("cjm: this is a bug in cjm, not in your map. Please report it with the lines above.", file=sys.stderr)  # noqa: T201
        sys.exit(EXIT_BUG)


def run() -> None:
    """The program: :func:`main`, and out.

    Taking the interpreter apart, object by object, would take longer than checking a map: all is written, so it ends.
    """
    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))
