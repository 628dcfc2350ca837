"""Learn from unlabelled press releases which words are used alike: a trigger that gold never showed gets weights too.

Each word is described by the words that stand beside it (positive pointwise mutual information by place), reduced to a
few dimensions by a singular value decomposition. Only statistics of the texts leave this module.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from scipy.sparse import coo_matrix, csr_matrix, hstack
from sklearn.utils.extmath import randomized_svd

from legalnews_dataset.records.stems import stem

CORPORA = ("doj_press_releases", "county_da_sample")
DIMENSIONS = 100
WORDS, CONTEXTS = 7000, 2500  # the most frequent stems that are described, and those that describe
BESIDE = (-2, -1, 1, 2, 3)
SMOOTHING = 0.75  # of the frequency of contexts, so that rare ones do not rule
_GAP = -1
_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d+|[.,;:!?\"“”]")


@cache
def word_vectors(shared: Path) -> dict[str, Any]:
    """Return a vector of length one for each frequent stem of the corpora in `shared/corpora`."""
    texts = [
        text for name in CORPORA for text in pq.read_table(shared / "corpora" / f"{name}.parquet")["text"].to_pylist()
    ]
    documents = [
        ["0" if word[0].isdigit() else stem(word.lower().replace("’", "'")) for word in _TOKEN.findall(text)]
        for text in texts
    ]
    counts = Counter(word for document in documents for word in document)
    words = sorted(counts, key=lambda word: (-counts[word], word))[:WORDS]
    index = {word: i for i, word in enumerate(words)}
    gap = [_GAP] * max(BESIDE)
    flat = np.array([i for document in documents for i in [*(index.get(word, _GAP) for word in document), *gap]])
    table = hstack([_count(flat, offset) for offset in BESIDE]).tocoo()
    whole = table.sum()
    rows, columns = np.asarray(table.sum(1)).ravel(), np.asarray(table.sum(0)).ravel() ** SMOOTHING
    columns *= whole / columns.sum()
    information = np.log(table.data * whole / (rows[table.row] * columns[table.col]))
    kept = information > 0
    positive = csr_matrix((information[kept], (table.row[kept], table.col[kept])), shape=table.shape)
    left, sizes, _ = randomized_svd(positive, DIMENSIONS, n_iter=4, random_state=0)
    vectors = left * np.sqrt(sizes)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return dict(zip(words, vectors, strict=True))


def _count(flat: Any, offset: int) -> Any:
    """Return how often each context stands so many words after (or before) each word."""
    words, contexts = (flat[:-offset], flat[offset:]) if offset > 0 else (flat[-offset:], flat[:offset])
    known = (words != _GAP) & (contexts != _GAP) & (contexts < CONTEXTS)
    return coo_matrix((np.ones(known.sum()), (words[known], contexts[known])), shape=(WORDS, CONTEXTS)).tocsr()
