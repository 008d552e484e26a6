#!/usr/bin/env python3
"""Compares measures of signed networks with networkx, igraph, leidenalg and numpy, on three published and 200 random networks.

    python3 -m venv venv && venv/bin/pip install -r tests/peers/requirements.txt
    STANCEGRAPH_PEERS=results.jsonl cargo test --release --test signed -- --ignored results_for_other_programs
    venv/bin/python tests/peers/signed.py results.jsonl

Numbers have to agree to 1e-9: the census of triads, the spectrum of the Laplacian, the modularity of a given partition,
frustration where every pair of factions can be tried, and all centralities. Camps have to reach at least the quality that leidenalg finds.
"""
import itertools, json, sys
import igraph, leidenalg, networkx as nx, numpy as np

CLOSE = 1e-9


def close(what, found, wanted):
    if (found is None) != (wanted is None) or found is not None and abs(found - wanted) > CLOSE * max(1, abs(wanted)):
        sys.exit(f"{what}: found {found!r}, wanted {wanted!r}")


def triads(graph):
    counts = [0] * 4
    for clique in nx.enumerate_all_cliques(graph):
        if len(clique) > 3:
            break
        if len(clique) == 3:
            counts[sum(graph.edges[pair]["weight"] < 0 for pair in itertools.combinations(clique, 2))] += 1
    return counts


def spectrum(graph):
    positive = nx.Graph()
    positive.add_nodes_from(range(len(graph)))
    positive.add_edges_from((a, b, data) for a, b, data in graph.edges(data=True) if data["weight"] > 0)
    return sorted(np.linalg.eigvalsh(nx.laplacian_matrix(positive, nodelist=range(len(graph))).toarray().astype(float)), reverse=True)


def frustration(count, edges, weigh):
    sides = np.arange(1 << max(count - 1, 0))
    sums = np.zeros(len(sides))
    for a, b, weight in edges:
        apart = (sides >> a & 1) != (sides >> b & 1)
        sums += np.where(apart == (weight > 0), weigh(weight), 0)
    return sums.min()


def layers(line):
    """The positive and the negative edges as two igraph networks, and the sum of the weights of each."""
    for sign in (1, -1):
        edges = [(a, b, sign * weight) for a, b, weight in line["edges"] if sign * weight > 0]
        graph = igraph.Graph(n=line["count"], edges=[edge[:2] for edge in edges])
        graph.es["weight"] = [edge[2] for edge in edges]
        yield graph, sum(edge[2] for edge in edges)


def modularity(line, labels, resolution):
    """Gómez and others: the modularities of both signs, each by igraph, in proportion to their weights."""
    (positive, more), (negative, less) = layers(line)
    if more + less == 0:
        return None
    of = lambda graph, total: graph.modularity(labels, weights="weight", resolution=resolution) if total else 0
    return (more * of(positive, more) - less * of(negative, less)) / (more + less)


def found_by_leidenalg(line, kind, **settings):
    """The best of ten runs of leidenalg, which adds up the qualities of both signs, the negative one taken off."""
    graphs = [graph for graph, _ in layers(line)]
    best = []
    for seed in range(10):
        optimiser = leidenalg.Optimiser()
        optimiser.set_rng_seed(seed)
        parts = [kind(graph, weights="weight", **settings) for graph in graphs]
        optimiser.optimise_partition_multiplex(parts, layer_weights=[1, -1], n_iterations=-1)
        best.append(list(parts[0].membership))
    return best


def fit(line, labels):
    total = sum(abs(weight) for _, _, weight in line["edges"])
    if not total:
        return None
    return sum(abs(weight) for a, b, weight in line["edges"] if (weight > 0) == (labels[a] == labels[b])) / total


def reaches(what, found, wanted, tally):
    if found < wanted - CLOSE:
        sys.exit(f"{what}: found {found!r}, leidenalg {wanted!r}")
    tally[0 if found > wanted + CLOSE else 1] += 1


def friendly(graph):
    positive = nx.Graph()
    positive.add_nodes_from(graph)
    positive.add_edges_from((a, b, {**data, "length": 1 / data["weight"]}) for a, b, data in graph.edges(data=True) if data["weight"] > 0)
    return positive


def all_close(what, found, wanted):
    if (found is None) != (wanted is None):
        sys.exit(f"{what}: found {found!r}, wanted {wanted!r}")
    for place, (one, other) in enumerate(zip(found or [], wanted or [], strict=True)):
        close(f"{what} of {place}", one, other)


def page_rank(positive, start=None, **settings):
    ranks = nx.pagerank(positive, personalization=start, max_iter=10_000, tol=1e-15, **settings)
    return [ranks[place] for place in range(len(positive))]


def eigenvector(matrix):
    """The eigenvector of the highest eigenvalue; None where there is none above 0 or the next is within a millionth."""
    values, vectors = np.linalg.eigh(matrix)
    size = abs(values).max()
    if values[-1] <= 1e-6 * size or len(values) > 1 and values[-1] - values[-2] <= 1e-6 * size:
        return None
    vector = vectors[:, -1]
    largest = np.flatnonzero(abs(vector) >= abs(vector).max() * (1 - 1e-9))[0]
    return list(vector / vector[largest])


def standing(number, graph, line):
    """Degrees, PN, PageRank, betweenness and eigenvector, by networkx, igraph and numpy; how many eigenvectors there are."""
    told, count, positive = line["standing"], len(graph), friendly(graph)
    layered = [layer for layer, _ in layers(line)]
    degrees = zip(*(layer.degree() for layer in layered), *(layer.strength(weights="weight") for layer in layered))
    for place, (found, wanted) in enumerate(zip(told["degrees"], degrees, strict=True)):
        all_close(f"{number}: degrees of {place}", found, wanted)
    matrix = nx.to_numpy_array(graph, nodelist=range(count))
    signs = np.where(matrix > 0, 1.0, np.where(matrix < 0, -2.0, 0.0))
    if told["pn"] is not None:
        all_close(f"{number}: PN", told["pn"], list(np.linalg.solve(np.eye(count) - signs / (2 * count - 2), np.ones(count))))
    all_close(f"{number}: PageRank", told["page_rank"], page_rank(positive))
    all_close(f"{number}: PageRank of igraph", told["page_rank"], layered[0].pagerank(weights="weight"))
    start = {0: 0, count - 1: 0}
    for place in (0, count - 1):
        start[place] += 1
    all_close(f"{number}: PageRank near two", told["page_rank_near"], page_rank(positive, start, alpha=0.5))
    between = told["betweenness"]
    for name, length in (("steps", None), ("weights", "length")):
        peer = layered[0].betweenness(weights=[1 / weight for weight in layered[0].es["weight"]] if length else None)
        all_close(f"{number}: betweenness by {name} of igraph", between[name], peer)
        peer = nx.betweenness_centrality(positive, normalized=False, weight=length)
        differs = any(abs(peer[place] - found) > CLOSE * max(1, found) for place, found in enumerate(between[name]))
        # networkx takes two ways for as long where their sums of rounded fractions are the same to the last digit.
        if differs and not length:
            sys.exit(f"{number}: betweenness by {name}: found {between[name]!r}, networkx {peer!r}")
        rounded[0] += differs
    peer = nx.betweenness_centrality(positive) if count > 2 else None
    all_close(f"{number}: normalized", between["normalized"], peer and [peer[place] for place in range(count)])
    for name, counted in (("friendships", np.maximum(matrix, 0)), ("signs", matrix)):
        all_close(f"{number}: eigenvector by {name}", told["eigenvector"][name], eigenvector(counted))
        vectors[told["eigenvector"][name] is not None] += 1


rounded, vectors = [0], [0, 0]


def main(path):
    lines = [json.loads(line) for line in open(path, encoding="utf-8")]
    exact, tried, camps, balance = 0, 0, [0, 0], [0, 0]
    for number, line in enumerate(lines):
        graph = nx.Graph()
        graph.add_nodes_from(range(line["count"]))
        graph.add_weighted_edges_from(line["edges"])
        if triads(graph) != line["triads"]:
            sys.exit(f"{number}: triads {line['triads']}, networkx {triads(graph)}")
        standing(number, graph, line)
        scale = max(1, max(line["spectrum"]))
        for found, wanted in zip(line["spectrum"], spectrum(graph), strict=True):
            close(f"{number}: spectrum", found / scale, wanted / scale)
        for name, weigh in (("edges", lambda _: 1), ("weights", abs)):
            lower, upper = line["frustration"][name]
            exact += lower == upper
            if line["count"] <= 18:
                least = frustration(line["count"], line["edges"], weigh)
                tried += 1
                close(f"{number}: frustration by {name}", upper, least)
                close(f"{number}: bound by {name}", lower, least)
        close(f"{number}: modularity", line["modularity"], modularity(line, line["given"], 1))
        close(f"{number}: at two thirds", line["at_two_thirds"], modularity(line, line["given"], 2 / 3))
        if line["edges"]:
            close(f"{number}: camps", line["camps_modularity"], modularity(line, line["camps"], 1))
            close(f"{number}: fit", line["fit"], fit(line, line["balance"]))
            peers = found_by_leidenalg(line, leidenalg.RBConfigurationVertexPartition)
            reaches(f"{number}: modularity", line["camps_modularity"], max(modularity(line, labels, 1) for labels in peers), camps)
            peers = found_by_leidenalg(line, leidenalg.CPMVertexPartition, resolution_parameter=0)
            reaches(f"{number}: fit", line["fit"], max(fit(line, labels) for labels in peers), balance)
    print(f"ok: {len(lines)} networks; {exact} of {2 * len(lines)} frustrations proved, {tried} of them tried")
    print(f"standing: {vectors[1]} eigenvectors, {vectors[0]} times none; networkx misses equal ways by weights in {rounded[0]}")
    print(f"modularity: above leidenalg's best of ten in {camps[0]}, the same in {camps[1]}; fit: {balance[0]} and {balance[1]}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
