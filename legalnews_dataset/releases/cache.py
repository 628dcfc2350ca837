"""The user's cache: versions pulled from elsewhere, and which files were verified and have not changed since."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from hashlib import sha256
from pathlib import Path

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.digest import file_sha256
from legalnews_dataset.releases.manifest import File


def cache_folder() -> Path:
    """Return the folder of the cache: `LEGALNEWS_CACHE`, else the platform's own place for caches."""
    import platformdirs

    named = os.environ.get("LEGALNEWS_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("legalnews_dataset"))


def mirror_folder(url: str) -> Path:
    """Return the folder in the cache that mirrors the store at an address."""
    return cache_folder() / "stores" / sha256(url.rstrip("/").encode()).hexdigest()[:24]


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old bytes or the new ones, and a power cut leaves one of them."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def verify_file(path: Path, file: File) -> None:
    """Compare a file with its entry in the manifest.

    Raises:
        ReleaseError: the file is missing, a link, or of another size or sha256; with expected and got.

    """
    if path.is_symlink() or path.parent.is_symlink():
        raise ReleaseError("a link in place of a file of a version", where=str(path), todo="refused")
    if not path.is_file():
        raise ReleaseError("a file of the version is missing", where=str(path), todo="pull or release it again")
    size = path.stat().st_size
    if size != file.bytes:
        raise ReleaseError(
            "a file is not what its manifest says",
            where=str(path),
            expected=f"{file.bytes:,} bytes",
            got=f"{size:,} bytes{look(path)}",
            todo="pull the version again",
        )
    digest = file_sha256(path)
    if digest != file.sha256:
        raise ReleaseError(
            "a file is not what its manifest says",
            where=str(path),
            expected=f"sha256 {file.sha256}",
            got=f"sha256 {digest}{look(path)}",
            todo="pull the version again",
        )


def verify_once(path: Path, file: File) -> None:
    """Verify a file when it is first read, and again whenever its size or its time of change is another.

    Raises:
        ReleaseError: the file is not what its manifest says.

    """
    if path.is_symlink() or path.parent.is_symlink() or not path.is_file():
        verify_file(path, file)
    stat = path.stat()
    name, state = str(path.absolute()), [stat.st_size, stat.st_mtime_ns, file.sha256]
    memory = cache_folder() / "verified.json"
    known = _read(memory)
    if known.get(name) == state:
        return
    verify_file(path, file)
    # a cache that cannot be written costs time, never the answer
    with contextlib.suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(memory, json.dumps({**_read(memory), name: state}).encode())


def look(path: Path) -> str:
    """Say it where a file that should hold data begins like a web page."""
    with path.open("rb") as file:
        head = file.read(64)
    return " that look like an HTML page" if head.lstrip()[:1] == b"<" else ""


def _read(memory: Path) -> dict[str, list[object]]:
    try:
        known = json.loads(memory.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
