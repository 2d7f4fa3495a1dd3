"""Writes StatisticsReference.swift beside this file: random columns with ties, and what scipy and
scikit-learn say of them.

    pip install scipy scikit-learn && python reference.py
"""

import pathlib
import random

import numpy
import scipy
import sklearn
from scipy import stats
from sklearn import metrics


def partial(columns):
    """Partial correlation of the first two columns given the others, by the inverse of the
    correlations of their ranks."""
    ranks = numpy.array([stats.rankdata(column) for column in columns])
    inverse = numpy.linalg.inv(numpy.corrcoef(ranks))
    return -inverse[0, 1] / numpy.sqrt(inverse[0, 0] * inverse[1, 1])


def case(seed):
    draw = random.Random(seed)
    count = draw.randint(12, 45)
    levels = draw.choice([3, 6, 20])
    base = [draw.randint(0, levels) for _ in range(count)]
    outcome = [max(0, value + draw.randint(-levels, levels // 2)) for value in base]
    score = [value + draw.randint(-2, 2) for value in base]
    controls = [
        [value + draw.randint(-levels, levels) for value in base],
        [draw.randint(0, levels) for _ in range(count)],
    ]
    order = sorted(range(count), key=lambda index: (-score[index], index))
    place = [0] * count
    for position, index in enumerate(order):
        place[index] = -position
    first = min(10, count // 2)
    chosen = [place[index] > -first for index in range(count)]
    positive = [value > 0 for value in outcome]
    low, high = numpy.percentile(score, [2.5, 97.5])
    numbers = [
        stats.spearmanr(score, outcome).statistic,
        stats.kendalltau(score, outcome).statistic,
        partial([score, outcome, controls[0]]),
        partial([score, outcome, *controls]),
        metrics.roc_auc_score(positive, score),
        sum(a and b for a, b in zip(chosen, positive)) / first,
        metrics.ndcg_score([outcome], [place], k=first, ignore_ties=True),
        low,
        high,
    ]
    columns = [score, outcome, *controls]
    return columns, first, numbers


def main():
    lines = [
        "/// Random columns with ties, and what is said of them by",
        f"/// scipy {scipy.__version__} and scikit-learn {sklearn.__version__}; `reference.py` wrote it.",
        "enum StatisticsReference {",
        "  /// A line for each case: score, outcome, two controls, how many are chosen; then Spearman,",
        "  /// Kendall, partial given one and both controls, area, precision, gain, percentiles.",
        '  static let text = """',
    ]
    for seed in range(1, 13):
        columns, first, numbers = case(seed)
        for column in columns:
            text = " ".join(map(str, column))
            while len(text) > 92:
                cut = text.rindex(" ", 0, 92)
                lines.append("    " + text[:cut] + " \\")
                text = text[cut + 1 :]
            lines.append("    " + text)
        numbers = [repr(float(number)) for number in numbers]
        lines.append(f"    {first}")
        lines.append("    " + " ".join(numbers[:4]) + " \\")
        lines.append("    " + " ".join(numbers[4:]))
    lines += ['    """', "}", ""]
    path = pathlib.Path(__file__).parent / "StatisticsReference.swift"
    path.write_text("\n".join(lines))


main()
