"""Polars: columns of text."""

import polars as pl

from peer import path, serve


def load(graph):
    return lambda: pl.read_csv(path("follows.csv")), lambda frame: frame.height


def interactions(graph):
    ties = pl.read_csv(path("follows.csv"))
    top = ties.group_by("target").len().sort("len", "target", descending=[True, False]).head(1000)
    names = top["target"]
    del ties
    events = pl.read_csv(path("interactions.csv"), try_parse_dates=True)

    def work():
        return (
            events.filter(pl.col("target").is_in(names.implode()))
            .group_by("target", "kind", pl.col("time").dt.truncate("1mo"))
            .len()
        )

    return work, lambda counts: counts["len"].sum()


serve({"load-follows": load, "interactions": interactions}, pl.__version__)
