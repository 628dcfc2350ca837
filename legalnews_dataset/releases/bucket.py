"""Write to a bucket so that two publishers cannot undo each other's work."""

from __future__ import annotations

import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import ReleaseError
from legalnews_dataset.releases.canonical import MAX_JSON_BYTES
from legalnews_dataset.releases.manifest import File
from legalnews_dataset.releases.transport import file_system, read_blocks, read_bytes, told

TRIES = 10


def sizes(url: str, folder: str) -> dict[str, int]:
    """Return the sizes of the files under a folder of a bucket, by their path in it."""
    fs, root = file_system(url)
    top = f"{root}/{folder}"
    with told(url, folder):
        try:
            found = fs.find(top, detail=True)
        except FileNotFoundError:
            return {}
    return {name.removeprefix(top).lstrip("/"): int(item["size"]) for name, item in found.items()}


def put_new(url: str, path: str, data: bytes) -> bytes:
    """Write a file that nobody has written, and return what stands there afterwards: the data, or another's."""
    fs, root = file_system(url)
    with told(url, path):
        _conditional(fs, f"{root}/{path}", data, None)
    found = read_bytes(url, path, MAX_JSON_BYTES)
    if found is None:
        raise ReleaseError("a file that was written is not there", where=f"{url}/{path}")
    return found


def put_file(url: str, version: str, local: Path, file: File, *, present: bool) -> None:
    """Upload a file unless it is there whole, and read it back.

    Raises:
        ReleaseError: what stands there afterwards is not the file.

    """
    fs, root = file_system(url)
    path = f"{version}/{file.path}"
    if present and _digest(url, path, file) == file.sha256:
        return
    with told(url, path):
        fs.put_file(str(local), f"{root}/{path}")
    found = _digest(url, path, file)
    if found != file.sha256:
        raise ReleaseError(
            "a file was not uploaded whole",
            where=f"{url}/{path}",
            expected=f"sha256 {file.sha256}",
            got=f"sha256 {found}",
            todo="publish again",
        )


def update(url: str, path: str, change: Callable[[bytes | None], bytes]) -> None:
    """Replace a file by what a function makes of it, and begin again where somebody else replaced it meanwhile.

    Args:
        url: the bucket.
        path: the file's path in it.
        change: gets the file's bytes, None where there is none, and returns the new ones.

    Raises:
        ReleaseError: others kept replacing it.

    """
    fs, root = file_system(url)
    place = f"{root}/{path}"
    for turn in range(TRIES):
        with told(url, path):
            tag = _tag(fs, place)
        before = read_bytes(url, path, MAX_JSON_BYTES)
        data = change(before)
        if data == before:
            return
        with told(url, path):
            done = _conditional(fs, place, data, tag)
            if done is None:
                # this kind of store knows no conditions: write, wait for a rival that read before us, and look
                fs.pipe_file(place, data)
                time.sleep(0.1)
                done = read_bytes(url, path, MAX_JSON_BYTES) == data
        if done:
            return
        time.sleep(0.05 * (turn + 1))
    raise ReleaseError("others keep writing this file", where=f"{url}/{path}", todo="publish again")


def _tag(fs: Any, place: str) -> str | None:
    """Return what changes with every write of a file: its entity tag; None where there is no file."""
    try:
        found = fs.info(place)
    except FileNotFoundError:
        return None
    return str(found.get("ETag") or found.get("etag") or "")


def _conditional(fs: Any, place: str, data: bytes, tag: str | None) -> bool | None:
    """Write a file if it still is what the tag says (None: not there), and tell whether that was so.

    Returns:
        None where this kind of store cannot be asked that.

    """
    if tag is None:
        try:
            fs.pipe_file(place, data, mode="create")
        except FileExistsError:
            return False
        return True
    if not hasattr(fs, "call_s3"):
        return None
    container, _, key = place.partition("/")
    try:
        fs.call_s3("put_object", Bucket=container, Key=key, Body=data, IfMatch=tag)
    except OSError as error:
        code = getattr(error.__cause__, "response", {}).get("Error", {}).get("Code")
        if code in {"PreconditionFailed", "ConditionalRequestConflict", "412", "409"}:
            return False
        raise
    return True


def _digest(url: str, path: str, file: File) -> str:
    digest = sha256()
    for block in read_blocks(url, path, file.bytes):
        digest.update(block)
    return digest.hexdigest()
