"""SciPy: sparse matrices, one row for each person's followers."""

import os

import numpy as np
import scipy
import scipy.sparse as sp

from peer import LEAST, path, serve, top10


def matrix(graph, values):
    source, target = graph.pairs()
    shape = (graph.people, graph.people)
    return sp.csr_array((values, (target.astype(np.int32), source.astype(np.int32))), shape=shape)


def headline(graph):
    A = matrix(graph, np.ones(graph.follows, np.float32))
    interested = graph.interested().astype(np.float32)
    share = float((A[[graph.top]] @ interested)[0] / (A.indptr[graph.top + 1] - A.indptr[graph.top]))

    def work():
        followers = np.diff(A.indptr)
        hits = A @ interested
        return top10(np.where(followers >= LEAST, hits / np.maximum(followers, 1e-9), -1))

    return work, lambda _: share


def by_trust(graph):
    A = matrix(graph, graph.trust())
    interested = graph.interested().astype(np.float32)
    row = A[[graph.top]].astype(np.float64)
    share = float((row @ interested.astype(np.float64))[0] / row.sum())

    def work():
        hits = A @ interested
        trust = A.sum(axis=1)
        return top10(np.where(np.diff(A.indptr) >= LEAST, hits / np.maximum(trust, 1e-9), -1))

    return work, lambda _: share


def open_saved(graph):
    file = path("opened.npz")
    A = matrix(graph, graph.trust())
    sp.save_npz(file, A, compressed=False)
    del A

    def work():
        A = sp.load_npz(file)
        return A, top10(np.diff(A.indptr))[0][1]

    return work, lambda answer: answer[1]


serve(
    {"headline": headline, "headline-by-trust": by_trust, "snapshot-open": open_saved},
    scipy.__version__,
)
