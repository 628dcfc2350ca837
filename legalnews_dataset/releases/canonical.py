"""JSON with one spelling for one value, and strict reading of JSON that somebody else wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from legalnews_dataset.errors import ReleaseError

MAX_JSON_BYTES = 64 << 20  # an index of a million versions is smaller; more is an attack or a mistake


def canonical_json(value: object) -> bytes:
    r"""Return the value's only spelling: sorted keys, no spaces, UTF-8, one line end.

    >>> canonical_json({"b": 1, "a": [None, "é"]}).decode()
    '{"a":[null,"é"],"b":1}\n'
    """
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode() + b"\n"


def json_sha256(value: object) -> str:
    """Return the sha256 of the value's canonical JSON."""
    return sha256(canonical_json(value)).hexdigest()


def read_json(data: bytes, where: str) -> dict[str, Any]:
    """Return the JSON object in the bytes.

    Raises:
        ReleaseError: it is none, or it names a key twice, so that two readers could read two different things.

    """
    if len(data) > MAX_JSON_BYTES:
        raise ReleaseError("a JSON file that is too large", where=where, expected=f"up to {MAX_JSON_BYTES:,} bytes")
    try:
        value = json.loads(data.decode(), object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        seen = f"{len(data):,} bytes that begin {data[:40]!r}"
        hint = "this looks like an HTML page" if data.lstrip()[:1] == b"<" else None
        raise ReleaseError(f"not JSON: {error}", where=where, got=seen, todo=hint) from None
    if not isinstance(value, dict):
        raise ReleaseError("not a JSON object", where=where, got=type(value).__name__)
    return value


def member(value: Mapping[str, Any], key: str, kind: type | tuple[type, ...], where: str) -> Any:
    """Return `value[key]`, which must be of the kind.

    Raises:
        ReleaseError: the key is missing or its value is of another kind.

    """
    found = value.get(key)
    if not isinstance(found, kind) or (isinstance(found, bool) and kind is int):
        names = " or ".join(k.__name__ for k in (kind if isinstance(kind, tuple) else (kind,)))
        raise ReleaseError(f"a bad value of {key!r}", where=where, expected=names, got=repr(found)[:80])
    return found


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {next(key for key in keys if keys.count(key) > 1)!r} stands twice in one object")
    return found
