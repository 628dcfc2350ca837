"""The tables of a version as Croissant 1.1 metadata, which dataset search and machine learning tools read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from legalnews_dataset.tables.column import Column
from legalnews_dataset.tables.contract import TABLES, columns_of, key_of

# Croissant has no exact decimals; the Parquet files do.
_TYPES: dict[type, str] = {str: "sc:Text", int: "sc:Integer", float: "sc:Float", date: "sc:Date", Decimal: "sc:Float"}
_TERMS = (
    "arrayShape citeAs column containedIn equivalentProperty extract field fileProperty fileObject "
    "fileSet format includes isArray isLiveDataset jsonPath key md5 parentField path recordSet references regex "
    "repeated replace samplingRate separator source subField transform"
)


@dataclass(frozen=True, slots=True)
class TableFile:
    """The Parquet file of a table: its path beside the metadata, its sha256 and its size in bytes."""

    path: str
    sha256: str
    size: int


def croissant(
    files: Mapping[str, TableFile],
    *,
    version: str,
    date_published: str,
    url: str = "https://pypi.org/project/legalnews-dataset/",
) -> dict[str, Any]:
    """Return the Croissant metadata of a version.

    Args:
        files: the file of each table.
        version: the version of the data.
        date_published: the day of the release, as `2031-05-06`.
        url: the page of the dataset.

    """
    return {
        "@context": _context(),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": "legalnews_dataset",
        "description": "News reports on court cases as linked tables in which every row points at the characters that "
        "say it.",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "url": url,
        "version": version,
        "datePublished": date_published,
        "citeAs": f"legalnews_dataset, version {version}",
        "creator": {"@type": "sc:Organization", "name": "The legalnews_dataset developers"},
        "keywords": ["legal", "news", "court", "information extraction"],
        "distribution": [_file(table, files[table]) for table in TABLES if table in files],
        "recordSet": [_record_set(table) for table in TABLES if table in files],
    }


def _context() -> dict[str, Any]:
    """Return the context that the standard prescribes."""
    return {
        "@language": "en",
        "@vocab": "https://schema.org/",
        "sc": "https://schema.org/",
        "cr": "http://mlcommons.org/croissant/",
        "rai": "http://mlcommons.org/croissant/RAI/",
        "dct": "http://purl.org/dc/terms/",
        "data": {"@id": "cr:data", "@type": "@json"},
        "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
        "description": {"@container": "@language"},
        "examples": {"@id": "cr:examples", "@type": "@json"},
        "name": {"@container": "@language"},
        "conformsTo": "dct:conformsTo",
        **{term: f"cr:{term}" for term in _TERMS.split()},
    }


def _file(table: str, file: TableFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table}-file",
        "name": f"{table}-file",
        "description": f"The table of {table}.",
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _record_set(table: str) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": TABLES[table].__doc__,
        "key": {"@id": f"{table}/{key_of(table)}"},
        "field": [_field(table, column) for column in columns_of(table)],
    }


def _field(table: str, column: Column) -> dict[str, Any]:
    # mlcroissant reads no record set that refers to itself, as the parties that a party represents would.
    target = None if column.is_list else column.col.references
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": column.col.description,
        "dataType": _TYPES[column.type],
        **({"isArray": True, "arrayShape": "-1"} if column.is_list else {}),
        "source": {"fileObject": {"@id": f"{table}-file"}, "extract": {"column": column.name}},
        **({"references": {"field": {"@id": f"{target}/{key_of(target)}"}}} if target else {}),
    }
