"""igraph: adjacency in both directions."""

import igraph as ig
import numpy as np

from peer import serve


def two_hops(graph):
    source, target = graph.pairs()
    edges = np.ascontiguousarray(np.stack([source, target], 1).astype(np.int64))
    g = ig.Graph(n=graph.people, edges=memoryview(edges), directed=True)
    del source, target, edges

    def work():
        return sum(g.neighborhood_size(graph.seeds, order=2, mode="in", mindist=1))

    return work, float


serve({"two-hop-reach": two_hops}, ig.__version__)
