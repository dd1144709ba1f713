"""Median processor time in ms of igraph's measures for one class, as JSON: all of them, each, and building the graphs.

Reads {"passes": number, "classes": [{"n": number, "choices": [[from, to], ...]}]} from standard input.
"""
import json
import statistics
import sys
import time

import igraph

given = json.load(sys.stdin)


def graphs(made):
    choices = [tuple(pair) for pair in made["choices"]]
    there = set(choices)
    mutual = [(a, b) for a, b in choices if a < b and (b, a) in there]
    return (igraph.Graph(made["n"], choices, directed=True), igraph.Graph(made["n"], mutual))


MEASURES = {
    "density": lambda g, m: g.density(),
    "reciprocity": lambda g, m: g.reciprocity(),
    "dyad census": lambda g, m: g.dyad_census(),
    "triad census": lambda g, m: g.triad_census(),
    "betweenness": lambda g, m: g.betweenness(),
    "PageRank": lambda g, m: g.pagerank(),
    "components": lambda g, m: (g.connected_components("weak"), g.connected_components("strong"), m.connected_components()),
    "cliques": lambda g, m: m.maximal_cliques(3),
    "core numbers": lambda g, m: m.coreness(),
    "Louvain": lambda g, m: m.community_multilevel(),
}
pairs = [graphs(made) for made in given["classes"]]


def time_of_one(run):
    times = []
    for _ in range(given["passes"]):
        before = time.process_time()
        run()
        times.append((time.process_time() - before) * 1000 / len(pairs))
    return statistics.median(times)


def over_all(measure):
    return lambda: [measure(g, m) for g, m in pairs]


json.dump({
    "version": igraph.__version__,
    "all": time_of_one(over_all(lambda g, m: [measure(g, m) for measure in MEASURES.values()])),
    "building": time_of_one(lambda: [graphs(made) for made in given["classes"]]),
    "each": {name: time_of_one(over_all(measure)) for name, measure in MEASURES.items()},
}, sys.stdout)
