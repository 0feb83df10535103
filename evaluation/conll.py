"""Coreference scores: MUC, B-cubed and entity-based CEAF, and their mean (Pradhan et al. 2014, "CoNLL F1").

Both sides cluster the same mentions here (gold mentions); a mention in no cluster of a side stands alone there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

if TYPE_CHECKING:
    from collections.abc import Sequence

Clusters = list[frozenset[str]]


def conll_f1(ours: Sequence[frozenset[str]], gold: Sequence[frozenset[str]]) -> float:
    """Mean F1 of the three measures."""
    return (_f1(*muc(ours, gold)) + _f1(*b_cubed(ours, gold)) + _f1(*ceaf_e(ours, gold))) / 3


def muc(ours: Sequence[frozenset[str]], gold: Sequence[frozenset[str]]) -> tuple[float, float]:
    """Precision and recall over links (Vilain et al. 1995)."""
    return _muc_recall(gold, ours), _muc_recall(ours, gold)


def _muc_recall(response: Sequence[frozenset[str]], key: Sequence[frozenset[str]]) -> float:
    where = {mention: i for i, cluster in enumerate(response) for mention in cluster}
    links = total = 0
    for cluster in key:
        parts = len({where.get(mention, mention) for mention in cluster})
        links += len(cluster) - parts
        total += len(cluster) - 1
    return links / total if total else 0.0


def b_cubed(ours: Sequence[frozenset[str]], gold: Sequence[frozenset[str]]) -> tuple[float, float]:
    """Precision and recall over mentions (Bagga & Baldwin 1998)."""
    return _b_cubed(ours, gold), _b_cubed(gold, ours)


def _b_cubed(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> float:
    where = {mention: i for i, cluster in enumerate(other) for mention in cluster}
    total = sum(len(cluster) for cluster in one)
    right = sum(n * n / len(cluster) for cluster in one for n in Counter(where.get(m, m) for m in cluster).values())
    return right / total if total else 0.0


def ceaf_e(ours: Sequence[frozenset[str]], gold: Sequence[frozenset[str]]) -> tuple[float, float]:
    """Precision and recall over the best one-to-one pairing of clusters, by Dice (Luo 2005, phi 4)."""
    where = {mention: j for j, cluster in enumerate(gold) for mention in cluster}
    weights = np.zeros((len(ours), len(gold)))
    for i, cluster in enumerate(ours):
        for j, n in Counter(where[m] for m in cluster if m in where).items():
            weights[i, j] = 2 * n / (len(cluster) + len(gold[j]))
    rows, columns = linear_sum_assignment(weights, maximize=True)
    best = float(weights[rows, columns].sum())
    return best / len(ours) if ours else 0.0, best / len(gold) if gold else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
