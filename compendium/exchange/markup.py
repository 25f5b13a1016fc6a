"""A network as XML that graph tools open: GraphML and GEXF, written by networkx and the same each time."""

import re
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import ElementTree

import networkx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from compendium.exchange.network import Network

_ILLEGAL: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold, not even escaped: most control characters, halves of characters."""
_BREAK: Final = re.compile("\r\n?")
REPLACEMENT: Final = "\ufffd"


def graphml(network: Network) -> bytes:
    """The network as GraphML; each edge has an identifier of its own, as the format asks for.

    ``networkx.read_graphml(file, edge_key_type=str, force_multigraph=True)`` reads it again, with the edge
    identifiers as keys.

    >>> made = Network()
    >>> made.add_edge("a", "b", key="cites", relation="cites", evidence=1)
    'cites'
    >>> b'attr.type="long"' in graphml(made), b'id="e0"' in graphml(made)
    (True, True)
    """
    named = legal(network)
    for number, (_, _, told) in enumerate(named.edges(data=True)):
        told["id"] = f"e{number}"
    output = BytesIO()
    GraphMLWriter(named, edge_id_from_attribute="id").dump(output)
    return output.getvalue()


def gexf(network: Network) -> bytes:
    """The network as GEXF 1.2, without the day on which it was written.

    >>> made = Network()
    >>> made.add_edge("a", "b", key="cites", relation="cites", evidence=1)
    'cites'
    >>> b'title="networkx_key"' in gexf(made), b"lastmodifieddate" in gexf(made)
    (True, False)
    """
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(legal(network))
    writer.indent(writer.xml)
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    output = BytesIO()
    ElementTree(writer.xml).write(output, encoding="utf-8", xml_declaration=True)
    return output.getvalue()


def legal(network: Network) -> Network:
    r"""A copy whose texts hold only what XML can hold; what it cannot is replaced by U+FFFD.

    >>> made = Network()
    >>> made.add_node("a", label="one\x0ctwo\r\nthree", held=True)
    >>> legal(made).nodes["a"]
    {'label': 'one\ufffdtwo\nthree', 'held': True}
    """
    made: Network = networkx.MultiDiGraph()
    for name, told in network.nodes(data=True):
        made.add_node(_legal(name), **_each(told))
    for source, target, key, told in network.edges(keys=True, data=True):
        made.add_edge(_legal(source), _legal(target), key=_legal(key), **_each(told))
    return made


def _each(told: dict[str, object]) -> dict[str, object]:
    return {name: _legal(value) if isinstance(value, str) else value for name, value in told.items()}


def _legal(text: str) -> str:
    return _ILLEGAL.sub(REPLACEMENT, _BREAK.sub("\n", text))
