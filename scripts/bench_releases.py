"""Measure what comes after a build: validating, releasing, comparing versions, loading."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench_clock import Figures, seconds
from bench_peers import measure_load

LOADED = "events"


def measure_releases(before: Path, after: Path, store: Path) -> Figures:
    """Return the seconds of validating a build, of releasing two builds, of their diff and of loading a table.

    Args:
        before: a build.
        after: a build of more articles, released as the next version.
        store: the folder of the store to make.

    """
    from legalnews_dataset.releases.compare import compare
    from legalnews_dataset.releases.release import release
    from legalnews_dataset.releases.store import open_store
    from legalnews_dataset.tables.validate import validate

    opened, versions = open_store(store), list[str]()

    def freeze(build: Path) -> None:
        versions.append(release(build, opened, because="measured").version)

    figures: Figures = {
        "validate: s for the whole": seconds(lambda: validate(after)),
        "release: s for a quarter, the first version": seconds(lambda: freeze(before)),
        "release: s for the whole, the next version": seconds(lambda: freeze(after)),
        "diff: s between the two": seconds(lambda: compare(opened, *versions)),
    }
    figures |= measure_load(store, versions[-1], LOADED)
    shutil.rmtree(store)
    first = open_store(store)
    figures["release: s for the whole, the first version"] = seconds(lambda: release(after, first))
    return figures
