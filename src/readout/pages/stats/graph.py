"""Who met whom as GEXF 1.2, which Gephi and networkx open."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from readout.asking.sides import is_country
from readout.asking.stats import Stats
from readout.pages.phrasing import one_line

SPACE = "http://www.gexf.net/1.2draft"


def gexf(stats: Stats) -> str:
    """A node a side, an edge a pair, weighed by their meetings. No clock: the same counts give the same text."""
    root = Xml.Element("gexf", {"xmlns": SPACE, "version": "1.2"})
    meta = Xml.SubElement(root, "meta", {"lastmodifieddate": stats.as_of})
    Xml.SubElement(meta, "creator").text = "Readout"
    Xml.SubElement(meta, "description").text = f"Who met whom, as of {stats.as_of}; edges are weighed by meetings."
    graph = Xml.SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    attributes = Xml.SubElement(graph, "attributes", {"class": "node"})
    for number, (title, type) in enumerate((("meetings", "integer"), ("country", "boolean"))):
        Xml.SubElement(attributes, "attribute", {"id": str(number), "title": title, "type": type})
    _nodes(graph, stats)
    edges = Xml.SubElement(graph, "edges")
    for number, (one, other, count) in enumerate(sorted(stats.met())):
        ends = {"source": one_line(one), "target": one_line(other)}
        Xml.SubElement(edges, "edge", {"id": str(number), **ends, "weight": str(count)})
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'


def _nodes(graph: Xml.Element, stats: Stats) -> None:
    nodes = Xml.SubElement(graph, "nodes")
    for side, count in stats.sides:
        node = Xml.SubElement(nodes, "node", {"id": one_line(side), "label": one_line(side)})
        values = Xml.SubElement(node, "attvalues")
        for number, value in enumerate((str(count), str(is_country(side)).lower())):
            Xml.SubElement(values, "attvalue", {"for": str(number), "value": value})
