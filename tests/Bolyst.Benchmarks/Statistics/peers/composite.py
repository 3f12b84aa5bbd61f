"""A composite of min-max scores with weights, and its ranks, in numpy: the same steps as the benchmark beside it.

Usage: composite.py DATA ZONES INDICATORS REPEATS. DATA holds indicators one after another, as little-endian doubles.
Prints the best seconds of one composite, then the mean seconds of one simulated ranking (values drawn again, weights drawn again), and the sum of scores.
"""
import sys
import time

import numpy as np

path, zones, indicators, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
x = np.fromfile(path, dtype="<f8").reshape(indicators, zones)
weights = np.arange(1, indicators + 1, dtype=float)
rng = np.random.default_rng(1)


def composite(values, w):
    low = np.nanmin(values, axis=1, keepdims=True)
    high = np.nanmax(values, axis=1, keepdims=True)
    scaled = (values - low) / (high - low) * 100
    present = ~np.isnan(scaled)
    total = w @ present
    scores = (w @ np.where(present, scaled, 0)) / total
    return np.where(present.all(axis=0), scores, np.nan)


def rank(scores):
    order = np.argsort(-scores, kind="quicksort")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    return ranks


def best(run):
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def simulated():
    drawn = x + 0.5 * rng.standard_normal(x.shape)
    rank(composite(drawn, weights * (1 + 0.25 * (2 * rng.random(indicators) - 1))))


def mean(run):
    start = time.perf_counter()
    for _ in range(repeats):
        run()
    return (time.perf_counter() - start) / repeats


one = best(lambda: rank(composite(x, weights)))
print(one, mean(simulated), np.nansum(composite(x, weights)))
