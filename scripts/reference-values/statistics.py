"""Values of wellbeing statistics by numpy and scipy, with ties throughout, not by our own code.

    python3 scripts/reference-values/statistics.py > packages/analysis/src/wellbeing/reference-statistics.json

Answers are drawn as counts of the scores 1-5, so most are tied. Exact values with ties, which scipy's own exact methods
do not give, are from its permutation tests over every way to share out the values seen.
"""
import json
import sys

import numpy as np
import scipy
from scipy import stats

rng = np.random.default_rng(5)
SCORES = np.array([1, 2, 3, 4, 5])


def counts_of(n):
    weights = rng.dirichlet(np.ones(5))
    return rng.multinomial(n, weights).tolist()


def written_out(counts):
    return np.repeat(SCORES, counts).astype(float)


def summary(n):
    counts = counts_of(n)
    x = written_out(counts)
    low, high = stats.t.interval(0.95, n - 1, loc=x.mean(), scale=stats.sem(x)) if x.std() > 0 else (x.mean(), x.mean())
    return {"counts": counts, "mean": x.mean(), "sd": x.std(ddof=1), "median": float(np.median(x)),
            "shareLow": float((x < 3).mean()), "low": low, "high": high}


def ranks_apart(x, y, axis):
    """How far the rank sum of x is from the middle."""
    both = stats.rankdata(np.concatenate([x, y], axis=axis), axis=axis)
    mine = np.take(both, range(x.shape[axis]), axis=axis).sum(axis=axis)
    return np.abs(mine - x.shape[axis] * (both.shape[axis] + 1) / 2)


def rank_sum(n, m, exact):
    before, now = counts_of(n), counts_of(m)
    x, y = written_out(now), written_out(before)
    u, p = stats.mannwhitneyu(x, y, method="asymptotic", use_continuity=True)
    if exact:
        p = stats.permutation_test((x, y), ranks_apart, n_resamples=np.inf, vectorized=True, alternative="greater").pvalue
    return {"before": before, "now": now, "p": 1.0 if np.isnan(p) else p, "effect": 2 * u / (n * m) - 1}


def signed_rank(n):
    while True:
        d = rng.integers(-4, 5, n).astype(float)
        if np.any(d != 0):
            break
    method = stats.PermutationMethod(n_resamples=np.inf)
    seen = d[d != 0]
    ranks = stats.rankdata(np.abs(seen))
    return {"differences": d.tolist(), "p": stats.wilcoxon(d, zero_method="wilcox", method=method).pvalue,
            "effect": (ranks[seen > 0].sum() - ranks[seen < 0].sum()) / ranks.sum()}


def adjusted(n):
    ps = np.round(rng.random(n) ** 3, 2).tolist()  # rounded, so that some are alike
    return {"p": ps, "adjusted": stats.false_discovery_control(ps, method="bh").tolist()}


def wilson(count, n):
    ci = stats.binomtest(count, n).proportion_ci(method="wilson")
    return {"count": count, "n": n, "low": ci.low, "high": ci.high}


degrees = [*range(1, 41), 60, 99, 199, 200, 201, 400, 1000, 60000]
json.dump({
    "tools": {"numpy": np.__version__, "scipy": scipy.__version__},
    "tQuantiles": [{"degrees": d, "quantile": stats.t.ppf(0.975, d)} for d in degrees],
    "summaries": [summary(n) for n in (2, 3, 4, 5, 8, 12, 24, 28, 60, 400)],
    "wilson": [wilson(k, n) for k, n in ((0, 1), (1, 1), (0, 9), (2, 24), (12, 24), (24, 24), (7, 61), (381, 60000))],
    "exactRankSums": [rank_sum(n, m, True) for n, m in ((2, 2), (2, 3), (4, 4), (3, 8), (6, 7), (8, 8), (9, 8), (10, 9))],
    "rankSums": [rank_sum(n, m, False) for n, m in ((26, 28), (40, 61), (60, 30), (400, 380))],
    "signedRanks": [signed_rank(n) for n in (2, 3, 4, 6, 8, 10, 12, 15)],
    "adjusted": [adjusted(n) for n in (1, 2, 5, 12, 40)],
}, sys.stdout, separators=(",", ":"))
print()
