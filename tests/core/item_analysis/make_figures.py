"""Simulate a class and compute its figures with pingouin, SciPy and NumPy, independent of sco_quiz.

Run it where pingouin is installed: `python make_figures.py > figures.json`. The figures were made with pingouin 0.7.0,
SciPy 1.17.1 and NumPy 2.4.6. Moodle's figures are by the formulas of its page "Quiz statistics calculations".
"""

import json

import numpy as np
import pandas as pd
import pingouin
from scipy import stats

PUPILS, ITEMS, PARTIAL, CHOICES = 40, 20, 4, 10


def simulate() -> tuple[np.ndarray, list[list[str | None]]]:
    """Return credits by a two-parameter logistic model, and the options chosen for the first questions."""
    random = np.random.default_rng(2010)
    ability = random.normal(size=PUPILS)
    slope = random.uniform(0.5, 2, ITEMS)
    hard = random.normal(scale=1.2, size=ITEMS)
    chance = 1 / (1 + np.exp(-slope * (ability[:, None] - hard)))
    credits = (random.uniform(size=chance.shape) < chance).astype(float)
    quarters = random.binomial(4, chance[:, -PARTIAL:]) / 4
    credits[:, -PARTIAL:] = quarters
    wrong = random.choice(list("BCD"), p=[0.6, 0.38, 0.02], size=(PUPILS, CHOICES))
    chosen = np.where(credits[:, :CHOICES] == 1, "A", wrong)
    return credits, chosen.tolist()


def item(credits: np.ndarray, place: int, chosen: list[list[str]]) -> dict[str, object]:
    """Return the figures of one question."""
    own, rest = credits[:, place], np.delete(credits, place, axis=1)
    total = rest.sum(axis=1)
    found = stats.pearsonr(own, total)
    interval = found.confidence_interval(0.95)
    if set(own) <= {0, 1}:
        around = stats.binomtest(int(own.sum()), len(own)).proportion_ci(method="wilson")
        facility = [own.mean(), around.low, around.high]
    else:
        facility = [own.mean(), *stats.t.interval(0.95, len(own) - 1, own.mean(), stats.sem(own))]
    most = np.cov(np.sort(own), np.sort(total))[0, 1]
    figures = {
        "facility": facility,
        "spread": own.std(ddof=1),
        "discrimination": [found.statistic, interval.low, interval.high],
        "efficiency": np.cov(own, total)[0, 1] / most,
        "alpha_without": pingouin.cronbach_alpha(pd.DataFrame(rest))[0],
    }
    if place < CHOICES:
        picks = np.array([row[place] for row in chosen])
        figures["options"] = {
            name: [(picks == name).sum(), total[picks == name].mean() if (picks == name).any() else None]
            for name in "ABCD"
        }
    return figures


def main() -> None:
    """Print the class and its figures."""
    credits, chosen = simulate()
    value, interval = pingouin.cronbach_alpha(pd.DataFrame(credits))
    binary = credits[:, : ITEMS - PARTIAL]
    share = binary.mean(axis=0)
    kr20 = len(share) / (len(share) - 1) * (1 - (share * (1 - share)).sum() / binary.sum(axis=1).var())
    totals = credits.sum(axis=1)
    figures = {
        "credits": credits.tolist(),
        "chosen": chosen,
        "alpha": value,
        "alpha_interval_3_digits": interval.tolist(),
        "alpha_interval": [
            1 - (1 - value) * stats.f.ppf(at, PUPILS - 1, (PUPILS - 1) * (ITEMS - 1)) for at in (0.975, 0.025)
        ],
        "kr20": kr20,
        "error": totals.std(ddof=1) * np.sqrt(1 - value),
        "mean": totals.mean() / ITEMS,
        "median": np.median(totals) / ITEMS,
        "spread": totals.std(ddof=1) / ITEMS,
        "skewness": stats.skew(totals, bias=False),
        "items": [item(credits, place, chosen) for place in range(ITEMS)],
        "f": [[at, a, b, stats.f.ppf(at, a, b)] for at in (0.025, 0.5, 0.975) for a, b in ((1, 3), (39, 741), (9, 18))],
        "t": [[at, free, stats.t.ppf(at, free)] for at in (0.025, 0.5, 0.9, 0.975) for free in (1, 2, 39, 500)],
    }
    print(json.dumps(figures, default=float))


if __name__ == "__main__":
    main()
