"""NetworKit: adjacency in both directions."""

import networkit as nk
import numpy as np

from peer import THREADS, serve

nk.setNumberOfThreads(THREADS)


def directed(graph):
    source, target = graph.pairs()
    return nk.GraphFromCoo(
        (source.astype(np.uint64), target.astype(np.uint64)),
        n=graph.people,
        weighted=False,
        directed=True,
    )


def undirected(graph):
    source, target = graph.pairs()
    low = np.minimum(source, target).astype(np.int64)
    high = np.maximum(source, target).astype(np.int64)
    keys = np.unique(low * graph.people + high)
    return nk.GraphFromCoo(
        ((keys // graph.people).astype(np.uint64), (keys % graph.people).astype(np.uint64)),
        n=graph.people,
        weighted=False,
        directed=False,
    )


def breadth_first(graph):
    # Along follows turned round, as the reach of a person goes: from followed to follower.
    g = nk.graphtools.transpose(directed(graph))

    def work():
        return nk.distance.BFS(g, graph.top, storePaths=False).run().getDistances()

    return work, lambda distances: sum(1 for d in distances if d < 1e18)


def components(graph):
    g = directed(graph)
    return (
        lambda: nk.components.WeaklyConnectedComponents(g).run(),
        lambda found: found.numberOfComponents(),
    )


def cores(graph):
    g = undirected(graph)
    return lambda: nk.centrality.CoreDecomposition(g).run(), lambda found: found.maxCoreNumber()


def betweenness(graph):
    g = directed(graph)
    return (
        lambda: nk.centrality.EstimateBetweenness(g, 20, False, THREADS > 1).run(),
        lambda found: None,
    )


serve(
    {
        "breadth-first": breadth_first,
        "components": components,
        "k-core": cores,
        "betweenness": betweenness,
    },
    nk.__version__,
)
