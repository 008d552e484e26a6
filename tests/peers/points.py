#!/usr/bin/env python3
"""Writes what other programs make of random inputs, and of the justices of tests/ideal_points.rs, to points.jsonl.

    python3 -m venv venv && venv/bin/pip install -r tests/peers/requirements.txt
    venv/bin/python tests/peers/points.py > tests/peers/points.jsonl && cargo test --test peer_figures

The figures are those of krippendorff, scikit-learn, SciPy and ruptures. Justices are placed by a sampler of Gibbs for the
model of `MCMCirt1d` in the R package MCMCpack (Albert and Chib 1993; Martin, Quinn and Park 2011): probit, points normal
(0, 1), slopes and intercepts normal with precision 0.25.
"""
import json, pathlib, re, warnings
import krippendorff, numpy as np, ruptures
from scipy.stats import linregress, norm, theilslopes
from sklearn.metrics import cohen_kappa_score

RANDOM = np.random.default_rng(20250905)


def tell(measure, **case):
    print(json.dumps({"measure": measure, **case}))


def alphas():
    for level in ("nominal", "ordinal", "interval", "ratio"):
        for _ in range(25):
            truth = RANDOM.integers(0, 5, RANDOM.integers(4, 20))
            coders = [np.where(RANDOM.random(len(truth)) < 0.3, RANDOM.integers(0, 5, len(truth)), truth) for _ in range(RANDOM.integers(2, 6))]
            coded = np.where(RANDOM.random((len(coders), len(truth))) < 0.2, np.nan, np.array(coders, dtype=float))
            value = krippendorff.alpha(coded, level_of_measurement=level)
            tell("alpha", by=level, coders=[[None if np.isnan(one) else one for one in row] for row in coded.tolist()], value=value)


def kappas():
    for name, weights in (("equal", None), ("linear", "linear"), ("quadratic", "quadratic")):
        for _ in range(25):
            left = RANDOM.integers(0, 4, RANDOM.integers(8, 40))
            right = np.where(RANDOM.random(len(left)) < 0.4, RANDOM.integers(0, 4, len(left)), left)
            tell("kappa", by=name, coders=[left.tolist(), right.tolist()], value=cohen_kappa_score(left, right, weights=weights))


def trends():
    for _ in range(40):
        times = np.sort(RANDOM.integers(0, 30, RANDOM.integers(4, 40))).astype(float)
        values = np.round(0.1 * times + RANDOM.standard_t(2, len(times)), int(RANDOM.integers(0, 4)))
        slope, intercept, low, high = theilslopes(values, times, alpha=0.95, method="separate")
        line = linregress(times, values)
        tell("trend", points=list(zip(times.tolist(), values.tolist())), theil_sen=[slope, intercept, low, high],
             least_squares=[line.slope, line.intercept, line.stderr])


def breaks():
    for _ in range(60):
        levels = np.repeat(RANDOM.normal(0, 2, RANDOM.integers(1, 6)), RANDOM.integers(5, 15))
        series = np.round(levels + RANDOM.normal(0, 1, len(levels)), 4)
        penalty, shortest = float(RANDOM.uniform(1, 15)), int(RANDOM.integers(1, 4))
        found = ruptures.Pelt(model="l2", min_size=shortest, jump=1).fit(series).predict(pen=penalty)
        tell("breaks", series=series.tolist(), penalty=penalty, shortest=shortest, breaks=[int(at) for at in found[:-1]])


def truncated(mean, positive):
    """Draws of normal variables of variance 1, above or below 0."""
    edge = norm.cdf(-mean)
    share = RANDOM.random(mean.shape)
    share = np.where(positive, edge + share * (1 - edge), share * edge)
    return mean + norm.ppf(np.clip(share, 1e-12, 1 - 1e-12))


def justices(draws=10000, burn=1000):
    source = (pathlib.Path(__file__).parent.parent / "ideal_points.rs").read_text(encoding="utf-8")
    cases = re.search(r'const CASES: &str = "(.*?)";', source, re.S)[1].replace("\\\n", "").split()
    names = re.findall(r'"(\w+)"', re.search(r"const JUSTICES.*?=\s*\[(.*?)\]", source, re.S)[1])
    votes = np.array([[np.nan if one == "-" else float(one) for one in case] for case in cases])
    seen, (count, people) = ~np.isnan(votes), votes.shape
    points, items, kept = RANDOM.normal(size=people), np.zeros((count, 2)), []
    for draw in range(draws + burn):
        design = np.column_stack([-np.ones(people), points])
        latent = truncated(items @ design.T, votes == 1)
        ours = seen[:, :, None] * design[None, :, :]
        spread = np.linalg.inv(np.einsum("cpi,cpj->cij", ours, ours) + 0.25 * np.eye(2))
        middles = np.einsum("cij,cpj,cp->ci", spread, ours, latent)
        items = middles + np.einsum("cij,cj->ci", np.linalg.cholesky(spread), RANDOM.normal(size=(count, 2)))
        precision = 1 + (seen * items[:, 1:] ** 2).sum(0)
        middle = (np.where(seen, latent + items[:, :1], 0) * items[:, 1:]).sum(0) / precision
        points = RANDOM.normal(middle, precision ** -0.5)
        if draw >= burn:
            # Liberal votes are 1: Thomas is to lie above Stevens.
            sign = np.sign(points[names.index("thomas")] - points[names.index("stevens")])
            kept.append(sign * points)
    tell("justices", names=names, mean=np.mean(kept, 0).tolist(), deviation=np.std(kept, 0).tolist())


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for write in (alphas, kappas, trends, breaks, justices):
        write()
