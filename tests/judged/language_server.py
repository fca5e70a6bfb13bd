"""A small client of a language server: one process, messages over its standard input and output."""

import json
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

PATIENCE = 30  # seconds for one answer

Message = dict[str, Any]


class LanguageServer:
    """Talks to a server that runs; every wait ends after ``PATIENCE`` with ``TimeoutError``."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin
        assert process.stdout
        self.to: BinaryIO = process.stdin  # type: ignore[assignment]
        self.messages: queue.Queue[Message] = queue.Queue()
        self.count = 0
        self.published: list[Message] = []
        threading.Thread(target=self._listen, args=(process.stdout,), daemon=True).start()

    def _listen(self, stream: BinaryIO) -> None:
        while True:
            length = 0
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if not length:
                return  # the server has gone
            self.messages.put(json.loads(stream.read(length)))

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.to.flush()

    def _next(self) -> Message:
        """The next message; what the server asks in between is answered with nothing."""
        try:
            message = self.messages.get(timeout=PATIENCE)
        except queue.Empty:
            raise TimeoutError from None
        if "id" in message and "method" in message:
            items = message["params"].get("items", ()) if message["method"] == "workspace/configuration" else None
            self._send({"id": message["id"], "result": items and [{} for _ in items]})
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.published.append(message["params"])
        return message

    def tell(self, method: str, params: Any) -> None:
        """A message without an answer."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """A message with an answer."""
        self.count += 1
        self._send({"id": self.count, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self.count and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def open(self, path: Path, text: str) -> None:
        """Open a text as the content of a file, which need not exist."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def diagnostics(self, path: Path) -> list[Message]:
        """What the server says about an opened file, once it does."""
        while True:
            for params in self.published:
                if params["uri"] == path.as_uri():
                    return list(params["diagnostics"])
            self._next()


@contextmanager
def serve(command: list[str], folder: Path, settings: Message) -> Iterator[LanguageServer]:
    """A server that knows one folder and these settings, and is gone at the end."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    try:
        server = LanguageServer(process)
        server.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        server.tell("initialized", {})
        server.tell("workspace/didChangeConfiguration", {"settings": settings})
        yield server
        server.ask("shutdown", None)
        server.tell("exit", None)
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            assert stream
            stream.close()
