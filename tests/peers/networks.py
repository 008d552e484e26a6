#!/usr/bin/env python3
"""Opens the files of `stancegraph network` in networkx and igraph and compares nodes, edges, weights and attributes.

    python3 -m venv venv && venv/bin/pip install -r tests/peers/requirements.txt
    cargo build --features cli && venv/bin/python tests/peers/networks.py target/debug/stancegraph [--schemas DIR]

With --schemas, GraphML and GEXF are also validated: the folder holds `graphml.xsd`, as published for GraphML 1.1, and
`gexf.xsd`, as published for GEXF 1.2draft, each with the files that it includes.
"""
import csv, io, math, pathlib, subprocess, sys, tempfile
import igraph, networkx as nx

RUNS = [
    ("es-11-1", "--nodes nation --aggregation congruence"),
    ("es-11-1", "--nodes nation --aggregation subtract --normalization average --qualifier degree"),
    ("nato-accession", "--mode two --aggregation subtract"),
    ("nato-accession", "--nodes target --aggregation ignore --normalization cosine"),
    ("ukraine-article", "--nodes nation --aggregation conflict --isolates"),
]


def written(command, data, settings, shape):
    run = [command, "network", "--data", data, *settings.split(), "--format", shape]
    return subprocess.run(run, check=True, capture_output=True, text=True).stdout


def same(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: found {found!r}, wanted {wanted!r}")


def expected(command, data, settings):
    """The edges by the keys of both ends, and the table of weights, which have to tell the same."""
    rows = list(csv.DictReader(io.StringIO(written(command, data, settings, "edges"))))
    edges = {(row["source_key"], row["target_key"]): float(row["weight"]) for row in rows}
    table = list(csv.reader(io.StringIO(written(command, data, settings, "csv"))))
    names = {name: float(cell) for line in table[1:] for name, cell in zip([(line[0], top) for top in table[0][1:]], line[1:])}
    for row in rows:
        same("cell of the table", names[row["source"], row["target"]], float(row["weight"]))
    weights = sum(weight != 0 for weight in names.values())
    two = "--mode two" in settings
    same("weights in the table", weights, len(edges) * (1 if two else 2))
    return edges, len(table) - 1 + (len(table[0]) - 1 if two else 0)


def degrees(edges):
    sums = {}
    for (left, right), weight in edges.items():
        for end in (left, right):
            count, total = sums.get(end, (0, []))
            sums[end] = (count + 1, total + [weight])
    return {end: (count, math.fsum(total)) for end, (count, total) in sums.items()}


def check(what, edges, nodes, wanted):
    same(f"{what}: nodes", len(nodes), wanted[1])
    same(f"{what}: edges", {frozenset(ends): weight for ends, weight in edges.items()}, {frozenset(ends): weight for ends, weight in wanted[0].items()})
    same(f"{what}: degrees", {end: sums[0] for end, sums in degrees(edges).items()}, {end: sums[0] for end, sums in degrees(wanted[0]).items()})
    for node in nodes:
        if not node["key"] or not node["name"] or not node["statements"] >= 0:
            sys.exit(f"{what}: a node lacks an attribute: {node}")


def with_networkx(graph, name):
    keys = {node: data["key"] for node, data in graph.nodes(data=True)}
    edges = {(keys[a], keys[b]): data["weight"] for a, b, data in graph.edges(data=True)}
    nodes = [{"key": data["key"], "name": data[name], "statements": data["statements"]} for _, data in graph.nodes(data=True)]
    return edges, nodes


def with_igraph(path):
    graph = igraph.Graph.Read_GraphML(str(path))
    same("igraph: directed", graph.is_directed(), False)
    edges = {(graph.vs[edge.source]["key"], graph.vs[edge.target]["key"]): edge["weight"] for edge in graph.es}
    return edges, [node.attributes() for node in graph.vs]


def validate(schemas, path, name):
    from lxml import etree
    schema = etree.XMLSchema(etree.parse(str(pathlib.Path(schemas) / name)))
    document = etree.parse(str(path))
    if not schema.validate(document):
        sys.exit(f"{path.name}: {schema.error_log}")


def main(command, schemas=None):
    folder = pathlib.Path(tempfile.mkdtemp())
    for data, settings in RUNS:
        wanted = expected(command, data, settings)
        for shape in ("graphml", "gexf"):
            (folder / f"network.{shape}").write_text(written(command, data, settings, shape), encoding="utf-8")
        graphml, gexf = folder / "network.graphml", folder / "network.gexf"
        check("networkx, GraphML", *with_networkx(nx.read_graphml(graphml), "name"), wanted)
        check("networkx, GEXF", *with_networkx(nx.read_gexf(gexf), "label"), wanted)
        check("igraph, GraphML", *with_igraph(graphml), wanted)
        if schemas:
            validate(schemas, graphml, "graphml.xsd")
            validate(schemas, gexf, "gexf.xsd")
        print(f"ok: {data} {settings}: {wanted[1]} nodes, {len(wanted[0])} edges")
    series = folder / "series.gexf"
    series.write_text(written(command, "nato-accession", "--aggregation congruence --window 3 --unit months", "gexf"), encoding="utf-8")
    graph = nx.read_gexf(series)
    same("series: edges with a weight over time", all(data["weight"] for _, _, data in graph.edges(data=True)), True)
    if schemas:
        validate(schemas, series, "gexf.xsd")
    print(f"ok: a series of windows: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


if __name__ == "__main__":
    arguments = [word for word in sys.argv[1:] if word != "--schemas"]
    if not arguments:
        sys.exit(__doc__)
    main(*arguments[:2])
