"""Makes seeded classes and describes them with networkx and python-igraph, not with our own code.

    python3 scripts/reference-values/networks.py > packages/analysis/src/networks/generated-classes.json

Keys are those of a published reference graph; a pupil who did not answer has given null choices. What the two
packages lack (Katz-Powell, centralisation among respondents, what is certain despite absence) is written out here.
"""
import json
import random
import sys

import igraph
import networkx as nx

# n, most choices (None: as many as one likes), share absent, chance of choosing inside the own circle
CLASSES = [
    (8, 2, 0, 0.7), (12, 3, 0, 0.8), (18, 3, 0.15, 0.8), (24, 5, 0, 0.5),
    (24, 3, 0.3, 0.9), (28, None, 0.1, 0.8), (30, 1, 0, 0.6), (45, 5, 0.1, 0.9),
]


def make(seed, n, most, absent, inside):
    """Circles of about six; a choice is of somebody in the circle with probability `inside`."""
    rng = random.Random(seed)
    ids = [f"P{i + 1:02}" for i in range(n)]
    circle = {p: rng.randrange(max(2, n // 6)) for p in ids}
    away = set(rng.sample(ids, round(n * absent)))
    edges = []
    for p in ids:
        if p in away:
            continue
        wanted = rng.randint(0, n // 2) if most is None else rng.randint(max(0, most - 2), most)
        chosen = set()
        for _ in range(wanted):
            near = [q for q in ids if q != p and q not in chosen and circle[q] == circle[p]]
            others = [q for q in ids if q != p and q not in chosen]
            chosen.add(rng.choice(near if near and rng.random() < inside else others))
        edges += [(p, q) for q in sorted(chosen)]
    return ids, [p for p in ids if p not in away], edges, circle


def num(value):
    return None if value is None or value != value else round(float(value), 12)


def quotient(a, b):
    return None if b == 0 else num(a / b)


def freeman(values, largest):
    return quotient(sum(max(values) - v for v in values), largest)


def sizes(parts):
    return sorted((len(part) for part in parts), reverse=True)


def katz_powell(graph):
    n, m = graph.number_of_nodes(), graph.number_of_edges()
    mutual = sum(1 for u, v in graph.edges if u < v and graph.has_edge(v, u))
    squares = sum(k * k for _, k in graph.out_degree)
    return quotient(2 * (n - 1) ** 2 * mutual - m * m + squares, m * (n - 1) ** 2 - m * m + squares)


def describe(name, ids, respondents, edges, circle):
    n = len(ids)
    graph = nx.DiGraph()
    graph.add_nodes_from(ids)
    graph.add_edges_from(edges)
    nx.set_node_attributes(graph, circle, "circle")
    at = {p: i for i, p in enumerate(ids)}
    ig = igraph.Graph(n, [(at[a], at[b]) for a, b in edges], directed=True)
    mutual = graph.to_undirected(reciprocal=True)
    pairs = [sorted(e) for e in mutual.edges]
    mig = igraph.Graph(n, [(at[a], at[b]) for a, b in pairs])
    M, A, N = ig.dyad_census()
    among = graph.subgraph(respondents)
    answered = set(respondents)
    received = [graph.in_degree(p) for p in ids]
    given = [graph.out_degree(p) if p in answered else None for p in ids]
    possible = {p: len(answered - {p}) for p in ids}

    def surely_alone(p):
        """No mutual tie, and no answer that is missing could have made one."""
        if mutual.degree(p) > 0:
            return False
        if p in answered:
            return all(q in answered for q in graph.successors(p))
        return graph.in_degree(p) == 0 and answered == set(ids) - {p}

    two_paths = [(a, b, c) for a, b in edges for c in graph.successors(b) if c != a]
    closed = sum(1 for a, _, c in two_paths if graph.has_edge(a, c))
    best = mig.community_optimal_modularity().modularity if 0 < len(pairs) and n <= 30 else None
    leiden = [mig.community_leiden("modularity", n_iterations=-1).modularity for _ in range(30)] if pairs else []
    census = nx.triadic_census(graph)
    clustering = num(mig.transitivity_undirected())
    internal = sum(circle[a] == circle[b] for a, b in edges)
    inside = sum(circle[a] == circle[b] for a, b in pairs)
    spread = [g for g in given if g is not None]
    return {
        "name": name, "nodes": ids, "respondents": respondents, "choices": edges,
        "values": {
            "n": n, "m": len(edges), "density": num(nx.density(graph)),
            "indegree": received, "outdegree": given,
            "dyadCensus": {"M": M, "A": A, "N": N}, "mutualPairs": pairs,
            "reciprocity": {"edgewise": num(ig.reciprocity()), "dyadic_M_over_MA": num(ig.reciprocity(mode="ratio"))},
            "triadCensus": census,
            "transitivity": {"directedWeak": quotient(closed, len(two_paths)), "transitiveTriples": closed,
                             "twoPaths": len(two_paths), "undirectedMutual": clustering},
            "weakComponents": sizes(nx.weakly_connected_components(graph)),
            "strongComponents": sizes(nx.strongly_connected_components(graph)),
            "isolates": {
                "indegree0": [p for p in ids if possible[p] > 0 and graph.in_degree(p) == 0],
                "outdegree0": [p for p in ids if p in answered and graph.out_degree(p) == 0],
                "inAndOut0": [p for p in ids if p in answered and graph.degree(p) == 0],
                "noMutual": [p for p in ids if surely_alone(p)],
            },
            "centralization": {"indegree": freeman(received, (n - 1) ** 2),
                               "outdegree": freeman(spread, (len(spread) - 1) * (n - 1)),
                               "betweenness": freeman(ig.betweenness(), (n - 1) ** 2 * (n - 2))},
            "betweenness": [num(b) for b in ig.betweenness()],
            "pagerank": [num(r) for r in ig.pagerank(damping=0.85)],
            "mutualGraph": {
                "components": sizes(nx.connected_components(mutual)),
                "componentMembers": [sorted(c) for c in nx.connected_components(mutual) if len(c) > 1],
                "cliques3plus": sorted(sorted(c) for c in nx.find_cliques(mutual) if len(c) > 2),
                "triangles": sum(nx.triangles(mutual).values()) // 3,
                "articulationPoints": sorted(nx.articulation_points(mutual)),
                "bridges": sorted(sorted(b) for b in nx.bridges(mutual)),
                "coreNumber": mig.coreness(),
            },
        },
        "leastModularity": num(best if best is not None else max(leiden, default=None)),
        "katzPowellAmongRespondents": katz_powell(among),
        "edgewiseAmongRespondents": num(nx.overall_reciprocity(among)),
        "circle": {p: str(c) for p, c in circle.items()},
        "labels": {
            "choices": {"internal": internal, "external": len(edges) - internal},
            "mutual": {"internal": inside, "external": len(pairs) - inside},
            "assortativity": num(nx.attribute_assortativity_coefficient(graph, "circle")),
            "modularity": num(ig.modularity([circle[p] for p in ids], directed=True)),
        },
    }


random.seed(1)  # for the Leiden runs
classes = [describe(f"class-{seed}", *make(seed, *of)) for seed, of in enumerate(CLASSES, 1)]
json.dump({"tools": {"networkx": nx.__version__, "igraph": igraph.__version__}, "classes": classes}, sys.stdout)
