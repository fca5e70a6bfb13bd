"""What stops a run: printed as one sentence without a traceback, exit code 2.

Anything wrong *inside* a map is a :class:`cjm.finding.Finding` and is never raised.
"""


class CjmError(Exception):
    """The run cannot go on; the message says why and what to do."""


class UsageError(CjmError):
    """The command line asks for something that does not exist or does not go together."""


class ConfigError(CjmError):
    """``cjm.toml`` or ``[tool.cjm]`` cannot be used as it stands."""


class FileError(CjmError):
    """A file cannot be read or written."""
