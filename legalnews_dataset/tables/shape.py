"""The shape of a table: whether its columns are those of the contract, in any order and encoding."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import pyarrow as pa
from pyarrow import types

from legalnews_dataset.tables.arrow import arrow_schema, arrow_type
from legalnews_dataset.tables.contract import columns_of, row_class_of
from legalnews_dataset.tables.failure import Failure


def shape_failures(table: str, schema: pa.Schema) -> Iterator[Failure]:
    """Yield what is wrong with the columns of a table: missing, undeclared, twice, or of another type.

    Another order is right, and so are other encodings of the same values: dictionary, large_string, string_view.
    """
    declared = {column.name: column for column in columns_of(table)}
    undeclared = [name for name in schema.names if name not in declared]
    for name, column in declared.items():
        found = [field.type for field in schema if field.name == name]
        if not found:
            near = get_close_matches(name, undeclared, n=1)
            yield Failure(table, None, name, "column_missing", f"perhaps it is {near[0]!r}" if near else None)
        elif len(found) > 1:
            yield Failure(table, None, name, "column_twice", f"{len(found)} columns of that name")
        elif plain_type(found[0]) != plain_type(arrow_type(column)):
            yield Failure(table, None, name, "type", f"{found[0]}, expected {arrow_type(column)}")
    for name in undeclared:
        kind = schema.field(schema.names.index(name)).type
        yield Failure(table, None, name, "column_undeclared", str(kind))


def plain_type(kind: pa.DataType) -> pa.DataType:
    """Return the contract's spelling of a type that holds the same values in another encoding.

    >>> plain_type(pa.dictionary(pa.int8(), pa.large_string()))
    DataType(string)
    """
    if types.is_dictionary(kind):
        return plain_type(kind.value_type)
    if types.is_large_string(kind) or types.is_string_view(kind):
        return pa.string()
    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        return pa.list_(plain_type(kind.value_type))
    return kind


def in_shape(table: str, data: pa.Table) -> pa.Table:
    """Return the table with the contract's columns in their order and in the contract's types.

    Nullability is not asserted here, so that a null in the wrong place reaches the checks.
    """
    wanted = pa.schema([field.with_nullable(True) for field in arrow_schema(row_class_of(table))])
    return data.select(wanted.names).cast(wanted)
