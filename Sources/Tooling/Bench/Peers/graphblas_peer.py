"""SuiteSparse:GraphBLAS: sparse matrices over semirings, one row for each person's followers."""

import graphblas as gb
import numpy as np
from graphblas import Matrix, Vector, binary, op, semiring

from peer import THREADS, serve

gb.ss.config["nthreads"] = THREADS


def matrix(graph):
    source, target = graph.pairs()
    A = Matrix.from_coo(
        target.astype(np.uint64),
        source.astype(np.uint64),
        True,
        dtype=bool,
        nrows=graph.people,
        ncols=graph.people,
    )
    A.wait()
    return A


def dense(vector):
    return vector.new().to_dense(0)


def pagerank(graph, start):
    A = matrix(graph)
    start = start / start.sum()

    def work():
        following = dense(A.reduce_columnwise(op.plus["INT32"])).astype(float)
        sinks = following == 0
        share = np.divide(1, following, where=~sinks, out=np.zeros_like(following))
        rank = start.copy()
        for _ in range(50):
            given = Vector.from_dense(rank * share)
            got = dense(semiring.plus_second["FP64"](A @ given))
            rank = 0.85 * (got + start * rank[sinks].sum()) + 0.15 * start
        return rank

    return work, lambda rank: float(rank[graph.top])


def pairwise(graph):
    A = matrix(graph)

    def work():
        followers = dense(A.reduce_rowwise(op.plus["INT32"]))
        top = np.argsort(-followers, kind="stable")[:1000]
        B = A[top, :].new()
        shared = semiring.plus_pair["INT32"](B @ B.T).new().to_dense(0)
        sizes = followers[top]
        return shared / (sizes[:, None] + sizes[None] - shared)

    return work, lambda jaccard: float(jaccard[0, 1])


def triangles(graph):
    A = matrix(graph)
    U = binary.lor(A | A.T).new(dtype=bool)
    del A

    def work():
        degrees = dense(U.reduce_rowwise(op.plus["INT32"]))
        order = np.argsort(degrees, kind="stable")
        P = U[order, order].new()
        low = gb.select.tril(P).new()
        high = gb.select.triu(P).new()
        C = Matrix(int, graph.people, graph.people)
        C(low.S) << semiring.plus_pair["INT64"](low @ high.T)
        return C.reduce_scalar(op.plus).new().value

    return work, float


serve(
    {
        "pagerank": lambda graph: pagerank(graph, np.ones(graph.people)),
        "topic-pagerank": lambda graph: pagerank(graph, graph.interested().astype(float)),
        "pairwise-jaccard": pairwise,
        "triangles": triangles,
    },
    gb.__version__,
)
