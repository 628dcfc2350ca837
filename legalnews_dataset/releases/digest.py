"""Digests: the sha256 of a file, and one of a table's values that does not depend on who wrote it.

A Parquet file's bytes change with the version of its writer. The logical digest of a column is taken over its values
in key order: validity, lengths and bytes, each in one fixed encoding, with nothing from under the nulls.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from legalnews_dataset.errors import DataError
from legalnews_dataset.releases.canonical import json_sha256


def file_sha256(path: Path) -> str:
    """Return the sha256 of a file's bytes."""
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def type_name(kind: Any) -> str:
    """Return the contract's name of an Arrow type, however it is encoded.

    >>> import pyarrow as pa
    >>> type_name(pa.list_(pa.large_string())), type_name(pa.dictionary(pa.int8(), pa.string()))
    ('list<string>', 'string')
    """
    import pyarrow.types as t

    if t.is_dictionary(kind):
        return type_name(kind.value_type)
    if t.is_list(kind) or t.is_large_list(kind):
        return f"list<{type_name(kind.value_type)}>"
    if t.is_decimal(kind):
        return f"decimal128({kind.precision},{kind.scale})"
    names = {"large_string": "string", "string_view": "string", "date32[day]": "date32", "double": "float64"}
    return names.get(str(kind), str(kind))


def in_key_order(table: Any, key: Sequence[str], where: str) -> Any:
    """Return the table sorted by its primary key.

    Raises:
        DataError: two rows have one key.

    """
    import pyarrow.compute as pc

    if len(key) != 1 or table.num_rows < 2:
        return table.sort_by([(name, "ascending") for name in key])
    column = table[key[0]]
    if not pc.all(pc.less(column[:-1], column[1:])).as_py():
        table = table.sort_by(key[0])
        column = table[key[0]]
        same = pc.equal(column[:-1], column[1:])
        if pc.any(same).as_py():
            twice = column[pc.index(same, True).as_py()].as_py()
            raise DataError("two rows have one key", where=f"{where}.{key[0]}", got=repr(twice))
    return table


def column_sha256(column: Any) -> str:
    """Return the logical digest of a column: its type and its values in order.

    Args:
        column: an Arrow array or chunked array; chunking, slicing, dictionary and large encodings do not matter.

    """
    streams: dict[str, Any] = {}
    for chunk in getattr(column, "chunks", [column]):
        _feed(streams, "", chunk)
    return json_sha256(
        [type_name(column.type), len(column), {name: stream.hexdigest() for name, stream in streams.items()}]
    )


def table_sha256(columns: dict[str, str], rows: int) -> str:
    """Return the logical digest of a table, given those of its columns by name."""
    return json_sha256([rows, columns])


def _feed(streams: dict[str, Any], path: str, array: Any) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.types as t

    kind = array.type
    if t.is_dictionary(kind):
        _feed(streams, path, array.dictionary_decode())
        return
    if len(array) == 0:
        return
    _update(streams, f"{path}valid", array.is_valid().cast(pa.uint8()))
    if t.is_list(kind) or t.is_large_list(kind):
        _update(streams, f"{path}lengths", array.value_lengths().fill_null(0).cast(pa.int64()))
        _feed(streams, f"{path}values.", array.flatten())
        return
    if t.is_string(kind) or t.is_large_string(kind) or t.is_string_view(kind) or t.is_binary(kind):
        text = array.cast(pa.large_string() if not t.is_binary(kind) else pa.large_binary())
        text = text.fill_null("") if text.null_count else text
        _update(streams, f"{path}lengths", pc.binary_length(text))
        _, offsets, data = text.buffers()
        bounds = memoryview(offsets).cast("q")
        first, last = bounds[text.offset], bounds[text.offset + len(text)]
        _hash(streams, f"{path}bytes", memoryview(data)[first:last] if data is not None else memoryview(b""))
        return
    if t.is_boolean(kind):
        array = array.cast(pa.uint8())
    if t.is_floating(array.type):
        array = pc.add(array, 0.0)  # minus zero is zero
        array = pc.if_else(pc.is_nan(array), pa.scalar(float("nan"), array.type), array)
    if array.null_count:
        zero = pa.Array.from_buffers(array.type, 1, [None, pa.py_buffer(bytes(array.type.bit_width // 8))])
        array = array.fill_null(zero[0])
    _update(streams, f"{path}bytes", array)


def _update(streams: dict[str, Any], name: str, array: Any) -> None:
    """Feed the fixed-width values of an array without nulls."""
    width = array.type.bit_width // 8
    data = memoryview(array.buffers()[1])
    _hash(streams, name, data[array.offset * width : (array.offset + len(array)) * width])


def _hash(streams: dict[str, Any], name: str, data: memoryview) -> None:
    streams.setdefault(name, sha256()).update(data)
