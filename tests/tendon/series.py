"""Series made for tests: a line, days that lean on each other, and missing days."""

import numpy as np


def series(seed: int, n: int = 84, rho: float = 0.5, missing: float = 0.15, slope: float = 0.0):
    rng = np.random.default_rng(seed)
    noise = np.empty(n)
    noise[0] = rng.normal(0, 10)
    for i in range(1, n):
        noise[i] = rho * noise[i - 1] + rng.normal(0, 10 * np.sqrt(1 - rho**2))
    day = np.arange(n, dtype=float)
    kept = rng.random(n) >= missing
    y = 50 + slope * day + noise
    return day[kept], y[kept], np.column_stack([np.ones(kept.sum()), day[kept]])
