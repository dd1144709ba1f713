"""Reckons before and after with scipy and statistics of the standard library, not with our own code.

    python3 scripts/reference-values/effect.py > packages/analysis/src/effect/effect-reference.json

Lines and their prediction intervals are read off scipy.stats.linregress and scipy.stats.t; paired differences put
scipy's score intervals together by Newcombe 1998, method 10; means of differences are scipy's t interval.
"""
import json
import math
import random

from scipy import stats


def paired(n11, n10, n01, n00):
    n = n11 + n10 + n01 + n00
    first = stats.binomtest(n11 + n10, n).proportion_ci(method="wilson")
    second = stats.binomtest(n11 + n01, n).proportion_ci(method="wilson")
    p1, p2 = (n11 + n10) / n, (n11 + n01) / n
    margins = (n11 + n10) * (n01 + n00) * (n11 + n01) * (n10 + n00)
    product = n11 * n00 - n10 * n01
    if product > 0:
        product = max(product - n / 2, 0)
    phi = product / math.sqrt(margins) if margins else 0

    def far(a, b):
        return math.sqrt(a * a - 2 * phi * a * b + b * b)

    return {"table": [n11, n10, n01, n00], "difference": p2 - p1,
            "low": p2 - p1 - far(p2 - second.low, first.high - p1),
            "high": p2 - p1 + far(second.high - p2, p1 - first.low)}


def line(seed, n):
    rng = random.Random(seed)
    xs = [rng.randint(0, 10) / 20 for _ in range(n)]
    ys = [min(1, max(0, 0.1 + 0.6 * x + rng.gauss(0, 0.1))) for x in xs]
    at = rng.randint(0, 4) / 20
    fit = stats.linregress(xs, ys)
    middle = fit.intercept + fit.slope * at
    mean = sum(xs) / n
    squares = sum((x - mean) ** 2 for x in xs)
    left = sum((y - fit.intercept - fit.slope * x) ** 2 for x, y in zip(xs, ys))
    margin = stats.t.ppf(0.975, n - 2) * math.sqrt(left / (n - 2) * (1 + 1 / n + (at - mean) ** 2 / squares))
    return {"others": [{"before": x, "after": y} for x, y in zip(xs, ys)], "at": at, "slope": fit.slope,
            "expected": middle, "low": middle - margin, "high": middle + margin}


def scores(seed, n):
    rng = random.Random(seed)
    pairs = [(rng.randint(4, 20) / 4, rng.randint(4, 20) / 4) for _ in range(n)]
    differences = [b - a for a, b in pairs]
    interval = stats.ttest_1samp(differences, 0).confidence_interval(0.95)
    return {"pairs": [{"before": a, "after": b} for a, b in pairs],
            "difference": sum(differences) / n, "low": interval.low, "high": interval.high}


rng = random.Random(8)
print(json.dumps({
    "paired": [paired(*(rng.randint(0, 12) for _ in range(4))) for _ in range(40)] + [paired(0, 0, 0, 9), paired(9, 0, 0, 0), paired(0, 0, 7, 0)],
    "lines": [line(seed, n) for seed, n in enumerate([8, 9, 12, 17, 22, 27])],
    "scores": [scores(seed, n) for seed, n in enumerate([8, 13, 21, 28])],
}, indent=1))
