"""Real servers on loopback: one of files that can misbehave, one that speaks S3."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HTML = b"<!DOCTYPE html><html><body>Please log in</body></html>"


class Files(SimpleHTTPRequestHandler):
    """Serve a folder; `faults` says how the paths that end in a name go wrong, `asked` collects what was asked for."""

    def __init__(self, *args: object, faults: dict[str, str], asked: list[str], directory: str) -> None:
        self.faults, self.asked = faults, asked
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        fault = next((how for name, how in self.faults.items() if self.path.endswith(name)), None)
        if fault is None:
            super().do_GET()
        elif fault.isdecimal():
            self.send_error(int(fault))
        elif fault == "html":
            self._send(HTML, len(HTML))
        elif fault == "half":
            data = Path(self.translate_path(self.path)).read_bytes()
            self._send(data[: len(data) // 2], len(data))
        elif fault == "loop":
            self.send_response(302)
            self.send_header("Location", self.path)
            self.end_headers()
        elif fault == "endless":
            self.send_response(200)
            self.end_headers()
            for _ in range(200):
                self.wfile.write(b"x" * 65_536)

    def _send(self, data: bytes, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serving(folder: Path, faults: dict[str, str], asked: list[str]) -> Iterator[str]:
    """Give the address under which a folder is served."""
    handler = partial(Files, faults=faults, asked=asked, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)  # type: ignore[arg-type]
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def s3() -> Iterator[str]:
    """Give the address of an empty bucket, and set the environment so that s3fs finds it."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    named = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    before = {name: os.environ.get(name) for name in named}
    os.environ.update(named)
    try:
        import s3fs
        from fsspec.core import url_to_fs

        s3fs.S3FileSystem.clear_instance_cache()
        found, _ = url_to_fs("s3://")
        # one process has one set of buckets, however many servers it starts
        name = f"bucket-{port}"
        found.mkdir(name)
        yield f"s3://{name}/legalnews"
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        server.stop()
