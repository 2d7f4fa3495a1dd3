"""Values of network measures by independent libraries, for ReferenceTests.swift.

Made with networkx 3.6.1, igraph 1.0.0 and scipy 1.17.1:

    python3 reference.py ../../../../shared/data > expected.tsv

Graphs: three real ones from the shared data (people named as in the files, self-ties and repeats
dropped) and random ones, drawn as `Graph.drawn` in the tests draws them. A row is graph, measure,
what (`sum` over everybody, `top` for the five greatest, `at` for every so many people by number),
name and value. Everything is over the directed ties; contacts are both directions as one.
"""
import sys

import igraph
import networkx as nx
import numpy as np
import scipy.sparse as sp
import scipy.sparse.csgraph as csgraph

MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)


def drawn(people, ties, seed):
    """Ties whose ends crowd towards the first people: the product of two draws."""
    source = SplitMix(seed)
    pairs = []
    for _ in range(ties):
        a = source.next() % people
        b = (source.next() % people) * (source.next() % people) // people
        pairs.append((f"p{a}", f"p{b}"))
    return pairs


def read(path, separator, skip=0):
    with open(path) as file:
        lines = [line for line in file if not line.startswith("%")][skip:]
    return [tuple(line.split(separator)[:2]) for line in (line.strip() for line in lines) if line]


def measures(graph):
    names = list(graph)
    contacts = graph.to_undirected()
    index = {name: number for number, name in enumerate(names)}
    ties = igraph.Graph(len(names), [(index[a], index[b]) for a, b in graph.edges], directed=True)
    both = igraph.Graph(len(names), [(index[a], index[b]) for a, b in contacts.edges])
    matrix = nx.to_scipy_sparse_array(graph, nodelist=names, dtype=float, format="csr")

    pagerank = nx.pagerank(graph, alpha=0.85, tol=1e-15, max_iter=1000)
    yield "pagerank", pagerank
    first = names[:5]
    restart = {name: 0.2 if name in first else 0 for name in names}
    yield "pagerank from 5", nx.pagerank(
        graph, alpha=0.85, personalization=restart, dangling=restart, tol=1e-15, max_iter=1000
    )
    _, authorities = sp.linalg.eigsh(matrix.T @ matrix, k=1, which="LA", tol=1e-13)
    authorities = np.abs(authorities[:, 0])
    yield "hits authority", dict(zip(names, authorities / authorities.sum()))
    hubs = matrix @ authorities
    yield "hits hub", dict(zip(names, hubs / hubs.sum()))
    katz = sp.linalg.spsolve(
        (sp.eye_array(len(names)) - 0.01 * matrix.T).tocsc(), np.ones(len(names))
    )
    yield "katz centrality", dict(zip(names, katz))
    following = np.asarray(matrix.sum(axis=1)).ravel()
    spread = sp.diags_array(np.divide(1, following, where=following > 0, out=0 * following))
    readers = sp.linalg.spsolve(
        (sp.eye_array(len(names)) - 0.05 * (spread @ matrix).T).tocsc(),
        np.asarray((spread @ matrix).sum(axis=0)).ravel(),
    )
    yield "tunkrank", dict(zip(names, readers))
    yield "harmonic closeness", dict(
        zip(names, np.asarray(ties.harmonic_centrality(mode="in", normalized=False))
            * (len(names) - 1 if igraph_divides(ties) else 1))
    )
    n = len(names)
    between = np.asarray(ties.betweenness(directed=True)) / ((n - 1) * (n - 2))
    yield "betweenness", dict(zip(names, between))
    yield "core number", nx.core_number(contacts)
    _, labels = csgraph.connected_components(matrix, directed=True, connection="weak")
    yield "component size", dict(zip(names, np.bincount(labels)[labels]))
    yield "triangles", nx.triangles(contacts)
    clustering = nx.clustering(contacts)
    yield "clustering coefficient", {
        name: value for name, value in clustering.items() if contacts.degree(name) > 1
    }
    yield "constraint", dict(zip(names, both.constraint()))
    yield "effective size", nx.effective_size(contacts)
    circles = {
        name: nx.number_connected_components(contacts.subgraph(graph.predecessors(name)))
        for name in names
    }
    yield "structural diversity", circles


def igraph_divides(graph):
    """Whether this igraph divides harmonic centrality by n - 1 whatever it is told."""
    path = igraph.Graph(3, [(0, 1), (1, 2)], directed=True)
    return path.harmonic_centrality(mode="in", normalized=False)[2] < 1


def main(folder):
    graphs = {
        "advogato": read(folder + "/advogato/out.advogato", " "),
        "bitcoin-otc": read(folder + "/bitcoin-otc/soc-sign-bitcoinotc.csv", ","),
        "ciao": read(folder + "/ciao/trust.tsv", "\t", skip=1),
    }
    for number in range(4):
        people, ties = [60, 200, 500, 1000][number], [150, 1200, 2000, 12000][number]
        graphs[f"drawn {people} {ties} {number}"] = drawn(people, ties, number)
    for name, pairs in graphs.items():
        graph = nx.DiGraph()
        for a, b in pairs:
            graph.add_node(a)
            graph.add_node(b)
            if a != b:
                graph.add_edge(a, b)
        people = list(graph)
        print(name, "ties", "sum", "-", graph.number_of_edges(), sep="\t")
        for measure, values in measures(graph):
            known = {key: value for key, value in values.items() if value == value}
            print(name, measure, "sum", "-", repr(float(sum(known.values()))), sep="\t")
            top = sorted(known, key=lambda key: (-known[key], key))[:5]
            for person in top:
                print(name, measure, "top", person, repr(float(known[person])), sep="\t")
            for person in people[3 :: max(1, len(people) // 6)]:
                if person in known:
                    print(name, measure, "at", person, repr(float(known[person])), sep="\t")
        print(name, file=sys.stderr)


main(sys.argv[1])
