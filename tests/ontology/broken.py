"""Small ways to break the sample, each with the beginnings of the messages that the shapes must then give.

A line of a change removes what a thing says (``- thing property``), removes it altogether (``- thing``) or
adds a statement (``+ thing property value``); a word in capitals is a thing of the sample, by ``THINGS``.
"""

from typing import Final

THINGS: Final = {
    "ARROW": "document/2008STATE900001/dep/7.C-urge-5e6f7a8b/11223344",
    "CABLE": "document/2008STATE900001",
    "CITATION": "document/2008STATE900001/c/450-455",
    "COPY": "document/2008STATE900001/copy/0f0f0f0f0f0f",
    "COUNTRY": "country/ARG",
    "DECISION": "decision/mtcr-2003-buenos-aires-report-voluntary-1a2b3c4d",
    "DIRECTIVE": "document/2008STATE900001/d/7.C-urge-5e6f7a8b",
    "EVIDENCE": "document/2008STATE900001/e/460-495/as-agreed-at",
    "GHOST": "document/2008STATE900002",
    "IMPLEMENTATION": "document/2008STATE900001/i/USA-cc33dd44",
    "INNER": "document/2008STATE900001/p/7.C",
    "JUDGEMENT": "judgement/0a0b0c0d0e0f",
    "LINK": "link/country/ARG/wikidata/Q414",
    "LOST": "document/2008STATE900001/p/7",
    "MEETING": "meeting/mtcr-plenary-2003-buenos-aires",
    "MEMBERSHIP": "membership/mtcr-ARG",
    "MENTION": "document/2008STATE900001/m/470-495",
    "OTHER": "regime/other",
    "PLACE": "document/2008STATE900001/t/460-495/position",
    "POSITION": "document/2008STATE900001/s/CHN-seeks-aa11bb22",
    "PROPOSAL": "proposal/mtcr-deu-end-use-controls-9f8e7d6c",
    "QUOTE": "document/2008STATE900001/t/460-495/quote",
    "REFERENCE": "document/2008STATE900001/ref/A",
    "SERIES": "series/mtcr-plenary",
    "UNRESOLVED": "document/2008STATE900001/u/490-495",
}

Case = tuple[str, tuple[str, ...]]


def missing(thing: str, name: str, *messages: str) -> Case:
    """A thing of the sample that no longer has a property."""
    return (f"- {thing} {name}", messages)


def changed(thing: str, name: str, value: str, *messages: str) -> Case:
    """A thing of the sample with another value of a property."""
    return (f"- {thing} {name}\n+ {thing} {name} {value}", messages)


def added(thing: str, name: str, value: str, *messages: str) -> Case:
    """A thing of the sample with one value more."""
    return (f"+ {thing} {name} {value}", messages)


COPIES: Final[tuple[Case, ...]] = (
    missing("COPY", "reg:copyOf", "Say of which document this is a copy"),
    missing("COPY", "reg:sha256", "Give the copy the hash"),
    missing("COPY", "reg:stands", "Say whether the copy stands"),
)

JUDGEMENTS: Final[tuple[Case, ...]] = (
    missing("JUDGEMENT", "reg:judges", "Say what is judged"),
    changed("JUDGEMENT", "reg:verdict", '"perhaps"', "Say what was judged"),
    changed("JUDGEMENT", "reg:score", "1.5", "Give the judgement one score"),
    missing("JUDGEMENT", "reg:rule", "Say who judged"),
)

LINKS: Final[tuple[Case, ...]] = (
    missing("LINK", "owl:annotatedSource", "Say which thing of this graph is linked"),
    changed("LINK", "owl:annotatedProperty", "reg:cites", "Say by which property"),
    missing("LINK", "owl:annotatedTarget", "Say what it is linked to"),
    missing("LINK", "sssom:mapping_justification", "Say why"),
    changed("LINK", "sssom:confidence", "1.5", "Say how sure the link is"),
    missing("LINK", "dcterms:created", "Say when it was judged"),
    missing("LINK", "sssom:mapping_tool", "Say who judged"),
)

CABLES: Final = (
    missing("CABLE", "rdfs:label", "Give the thing a name"),
    missing("CABLE", "dcterms:identifier", "Identify the cable"),
    changed("CABLE", "dcterms:identifier", '"08 STATE 900001"', "Identify the cable"),
    added("CABLE", "dcterms:identifier", '"2008STATE900003"', "Keep one dcterms:identifier"),
    missing("CABLE", "reg:held", "Say whether the cable is held"),
    added("CABLE", "reg:held", "false", "Decide whether the document is held"),
    added("CABLE", "reg:marking", "id:marking-S", "Keep one overall marking"),
    changed("CABLE", "reg:sent", '"April 4"', "Write one date of sending"),
    missing("CABLE", "reg:sha256", "Record the file of a held document"),
    missing("CABLE", "reg:sent", "The document has no date"),
    added("CABLE", "reg:cites", "MEETING", "Show where the document cites this"),
    missing("GHOST", "reg:citedIn", "Say who cites the ghost"),
    changed("GHOST", "reg:held", "true", "A ghost is not held", "Record the file", "The document has no"),
    changed("GHOST", "reg:earliest", '"2009-01-01"^^xsd:date', "Order the interval of the ghost"),
    missing("GHOST", "reg:latest", "The ghost has no estimated date"),
    missing("REFERENCE", "reg:label", "Give the reference its letter"),
    missing("REFERENCE", "reg:rawText", "Keep the words of the reference"),
    changed("REFERENCE", "reg:referenceType", '"fax"', "Say what the reference denotes"),
    missing("REFERENCE", "reg:target", "It could not be decided which document the reference denotes"),
    missing("REFERENCE", "reg:evidence", "Say which words support this"),
    missing("CABLE", "reg:hasReference", "Link the reference from its one document"),
)
PASSAGES: Final = (
    missing("INNER", "reg:number", "Number the passage"),
    changed("INNER", "reg:number", "7", "Number the passage"),
    changed("INNER", "reg:numberStatus", '"guessed"', "Say how the number of the passage is known"),
    changed("INNER", "reg:markingStatus", '"guessed"', "Say how the marking of the passage is known"),
    added("INNER", "reg:marking", "id:marking-S", "Keep one marking for each passage"),
    changed("INNER", "reg:marking", "id:stance-seeks", "Use a concept of the scheme of markings"),
    changed("LOST", "reg:markingStatus", '"lost"', "Remove the marking"),
    missing("LOST", "reg:marking", "State the marking that the text gives"),
    missing("INNER", "reg:order", "Give the passage its place in the text"),
    missing("INNER", "reg:partOf", "Say what the passage is part of"),
    changed("INNER", "reg:start", "550", "Say where the passage starts"),
    missing("INNER", "reg:end", "Say where the passage ends"),
    changed("INNER", "reg:end", "900", "Put the passage inside"),
    missing(
        "CABLE", "reg:hasPassage", "Link the passage from its one document", "The document has no passage"
    ),
)
WORDS: Final = (
    missing("EVIDENCE", "oa:hasSource", "Name the one document whose words these are"),
    missing("EVIDENCE", "oa:hasSelector", "Give the evidence its position", "Give the evidence its words"),
    changed("EVIDENCE", "oa:hasSelector", "PLACE", "Give the evidence its words"),
    changed("EVIDENCE", "reg:grade", '"certain"', "Grade the evidence once"),
    changed("EVIDENCE", "reg:confidence", "101.5", "Say once, from 0 to 100, how surely the words were read"),
    changed("EVIDENCE", "reg:leastConfidence", '"low"', "Say once, from 0 to 100, how surely the least sure"),
    missing("EVIDENCE", "reg:rule", "Name the one rule that read these words"),
    added("EVIDENCE", "reg:inPassage", "LOST", "Put the evidence in one passage only"),
    ("- EVIDENCE", ("Describe this evidence",)),
    changed("PLACE", "oa:start", "900", "Give the position one start and one end"),
    missing("PLACE", "oa:end", "Say where the words end"),
    missing("QUOTE", "oa:exact", "Quote the words"),
    missing("CITATION", "reg:inPassage", "Put the citation in its passage"),
    ("- CITATION reg:target\n- CITATION reg:viaReference", ("Say what is cited",)),
    missing("MENTION", "reg:inPassage", "Put the mention in its passage"),
    missing("MENTION", "reg:names", "Say what the words name"),
    missing("UNRESOLVED", "reg:reason", "Say why it could not be decided"),
)
REGIMES: Final = (
    missing("MEETING", "reg:inSeries", "Put the meeting in exactly one series"),
    added("MEETING", "reg:inSeries", "OTHER", "Put the meeting in exactly one series"),
    missing("MEETING", "reg:regime", "Say which regime held the meeting"),
    changed("MEETING", "reg:endDate", '"2003-01-01"^^xsd:date', "Order the dates of the meeting"),
    added("MEETING", "reg:year", '"2004"^^xsd:gYear', "Keep one year for each meeting"),
    ("- MEETING reg:evidence\n- MEETING dcterms:source", ("Say how the meeting is known",)),
    added("MEETING", "reg:place", '"Buenos Ayres"', "Check the place"),
    missing("SERIES", "reg:regime", "Say which regime the series belongs to"),
    missing("DECISION", "reg:about", "Say what the decision is about"),
    added("DECISION", "reg:adoptedAt", "OTHER", "Check the meeting"),
    changed("DECISION", "reg:decisionKind", '"important"', "Use a kind of decision from the scheme"),
    missing("DECISION", "reg:regime", "Say which regime took the decision"),
    missing("PROPOSAL", "reg:about", "Say what the proposal is about"),
    missing("PROPOSAL", "reg:proposedBy", "The text does not say who made the proposal"),
    changed("COUNTRY", "skos:notation", '"AR"', "Give the country its ISO"),
    missing("MEMBERSHIP", "reg:member", "Say whose membership it is"),
    missing("MEMBERSHIP", "reg:regime", "Say which regime it is a membership of"),
    missing("MEMBERSHIP", "dcterms:source", "Name the source of the membership"),
)
GUIDANCE: Final = (
    missing("DIRECTIVE", "reg:evidence", "Say which words support this"),
    missing("DIRECTIVE", "reg:act", "Name the one act"),
    missing("DIRECTIVE", "reg:content", "Keep the words of the act"),
    missing("DIRECTIVE", "reg:inPassage", "Put the directive in its passage"),
    missing("DIRECTIVE", "reg:modality", "Give the directive one modality", "Use a modality of the scheme"),
    changed("DIRECTIVE", "reg:modality", "id:stance-seeks", "Use a modality of the scheme"),
    missing("DIRECTIVE", "reg:dependsOn", "State reg:dependsOn beside"),
    missing("DIRECTIVE", "reg:followsDocument", "State the shortcut too"),
    ("- ARROW", ("Explain each reg:dependsOn",)),
    missing("ARROW", "reg:basis", "Say what the dependent rests on", "Explain each reg:dependsOn"),
    missing("ARROW", "reg:dependent", "Say what depends", "Explain each reg:dependsOn"),
    changed("ARROW", "reg:relation", "reg:cites", "Say how it depends", "State the shortcut too"),
    missing("ARROW", "reg:rule", "Name the one rule that found the dependence"),
    changed("POSITION", "reg:hedge", "7", "Give the position one hedge"),
    missing("POSITION", "reg:holder", "Say whose position it is"),
    missing("POSITION", "reg:reportedBy", "Name the document that reports"),
    missing("POSITION", "reg:stance", "Give the position one stance", "Use a stance of the scheme"),
    changed("POSITION", "reg:stance", "id:marking-C", "Use a stance of the scheme"),
    ("- POSITION reg:towards\n- POSITION reg:towardsText", ("Say what the position is about",)),
    missing("IMPLEMENTATION", "reg:implementer", "Say who implements"),
    missing("IMPLEMENTATION", "reg:implements", "The text does not say which decision"),
)
BROKEN: Final[tuple[Case, ...]] = (
    *CABLES,
    *COPIES,
    *JUDGEMENTS,
    *LINKS,
    *PASSAGES,
    *WORDS,
    *REGIMES,
    *GUIDANCE,
)
