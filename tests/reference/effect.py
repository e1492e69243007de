"""Figures of SciPy and statsmodels that tests/effect_reference.rs holds the engine against.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 statsmodels==0.15.0
    venv/bin/python tests/reference/effect.py > tests/reference/effect.json

Also writes tests/reference/experiment.csv. Seeded, so that it writes the same files again.
"""

import json
import math

import numpy
import scipy
import statsmodels
from scipy import optimize, stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

random = numpy.random.default_rng(20261123)
LEVELS = [0.90, 0.95, 0.99, 0.9998]


def rates():
    # Newcombe (1998), Statistics in Medicine 17, tables I and II, and what a shop might see.
    pairs = [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10),
             (10, 10, 0, 20), (10, 10, 0, 10), (81, 263, 15, 148), (1, 148, 0, 263), (21307, 42613, 10653, 21306)]
    for _ in range(60):
        trials = [int(10 ** random.uniform(0.5, 6.5)) for _ in range(2)]
        chance = 10 ** random.uniform(-3, -0.05)
        pairs.append((int(random.binomial(trials[0], chance)), trials[0],
                      int(random.binomial(trials[1], min(1, chance * 1.2))), trials[1]))
    found = []
    for x, n, y, m in pairs:
        for level in LEVELS:
            low, high = confint_proportions_2indep(x, n, y, m, compare="diff", method="newcomb", alpha=1 - level)
            one = proportion_confint(x, n, alpha=1 - level, method="wilson")
            found.append(dict(counts=[x, n, y, m], level=level, wilson=list(one), newcombe=[low, high]))
    return found


def means():
    found = []
    for case in range(60):
        sizes = [int(10 ** random.uniform(0.5, 4)) + 1 for _ in range(2)]
        arms = []
        for n in sizes:
            spend = numpy.where(random.random(n) < random.uniform(0.01, 1), random.lognormal(7, 1, n), 0).round()
            spend[0] += case + 1
            arms.append(spend)
        for level in LEVELS:
            low, high = CompareMeans(*map(DescrStatsW, arms)).tconfint_diff(alpha=1 - level, usevar="unequal")
            test = stats.ttest_ind(*arms, equal_var=False).confidence_interval(level)
            assert math.isclose(low, test.low, rel_tol=1e-9, abs_tol=1e-9)
            found.append(dict(
                samples=[[len(arm), str(int(arm.sum())), str(int((arm * arm).sum()))] for arm in arms],
                level=level, difference=float(arms[0].mean() - arms[1].mean()), welch=[low, high],
            ))
    return found


def quantiles():
    tails = [0.25, 0.05, 0.025, 0.005, 1e-3, 1e-4, 1e-6]
    degrees = [1, 1.5, 2, 3, 4.7, 10, 29.3, 100, 333.3, 999, 1000, 1001, 5e3, 1e5, 1e7]
    return dict(
        normal=[[tail, float(stats.norm.isf(tail))] for tail in tails],
        student=[[tail, df, float(stats.t.isf(tail, df))] for tail in tails for df in degrees],
        chi_square=[[x, df, float(stats.chi2.sf(x, df))] for df in (1, 2, 3, 4, 7, 12, 33) for x in (0.1, 1, 5, 20, 60)],
    )


def ratios():
    """Ratios by solving for them: the r for which the interval of `with - r * without` ends at zero."""
    found = []
    for x, n, y, m in [(56, 70, 48, 80), (120, 10000, 90, 10000), (400, 20000, 300, 5000), (9, 10, 3, 10)]:
        (l1, u1), (l2, u2) = (proportion_confint(a, b, method="wilson") for a, b in ((x, n), (y, m)))
        p, q = x / n, y / m
        low = optimize.brentq(lambda r: p - r * q - math.hypot(p - l1, r * (u2 - q)), 1e-9, p / q, xtol=1e-15)
        high = optimize.brentq(lambda r: p - r * q + math.hypot(u1 - p, r * (q - l2)), p / q, 1e3, xtol=1e-15)
        found.append(dict(counts=[x, n, y, m], ratio=[low, high]))
    return found


def holm():
    found = []
    for _ in range(20):
        values = sorted((10 ** random.uniform(-5, 0, 8)).tolist())
        found.append(dict(values=values, adjusted=multipletests(values, method="holm")[1].tolist()))
    return found


def checks():
    found = []
    for counts, shares in [([44700, 45489], [1, 1]), ([21306, 21307, 21387], [1, 1, 1]), ([960, 40], [96, 4])]:
        expected = numpy.array(shares) / sum(shares) * sum(counts)
        found.append(dict(counts=counts, shares=shares, p=float(stats.chisquare(counts, expected).pvalue)))
    tables = []
    for _ in range(10):
        table = random.integers(20, 2000, (int(random.integers(2, 7)), int(random.integers(2, 4))))
        tables.append(dict(table=table.tolist(), p=float(stats.chi2_contingency(table, correction=False).pvalue)))
    return dict(shares=found, tables=tables)


def experiment(path):
    """A table like that of a mailing to 1800 customers, and what comes of it by customer, not by sums."""
    n = 1800
    arms = random.choice(["Mens E-Mail", "No E-Mail", "Womens E-Mail"], n)
    rows = dict(
        recency=random.integers(1, 13, n), history=random.lognormal(5, 0.9, n).round(2),
        newbie=random.integers(0, 2, n), channel=random.choice(["Phone", "Web", "Multichannel"], n), segment=arms,
    )
    rows["visit"] = (random.random(n) < numpy.where(arms == "No E-Mail", 0.2, 0.32)).astype(int)
    rows["conversion"] = rows["visit"] * (random.random(n) < 0.7)
    rows["spend"] = numpy.where(rows["conversion"] == 1, random.lognormal(4, 0.7, n).round(2), 0.0)
    with open(path, "w") as file:
        print(",".join(rows), file=file)
        for row in zip(*rows.values()):
            print(",".join(str(cell) for cell in row), file=file)

    def contrast(arm, among):
        found = {}
        with_it, without = among & (arms == arm), among & (arms == "No E-Mail")
        for name in ("visit", "conversion"):
            x, y = rows[name][with_it].sum(), rows[name][without].sum()
            ends = confint_proportions_2indep(x, with_it.sum(), y, without.sum(), compare="diff", method="newcomb")
            found[name] = [x / with_it.sum() - y / without.sum(), *ends]
        a, b = rows["spend"][with_it], rows["spend"][without]
        ends = stats.ttest_ind(a, b, equal_var=False).confidence_interval(0.95)
        found["spend"] = [a.mean() - b.mean(), ends.low, ends.high]
        return {name: [float(number) for number in numbers] for name, numbers in found.items()}

    everybody = numpy.ones(n, dtype=bool)
    return {arm: dict(all=contrast(arm, everybody), web=contrast(arm, rows["channel"] == "Web"))
            for arm in ("Mens E-Mail", "Womens E-Mail")}


versions = dict(scipy=scipy.__version__, statsmodels=statsmodels.__version__, numpy=numpy.__version__)
print(json.dumps(dict(versions=versions, rates=rates(), means=means(), quantiles=quantiles(), ratios=ratios(),
                      holm=holm(), checks=checks(), experiment=experiment("tests/reference/experiment.csv")), indent=0))
