"""A small graph that reads like the domain: three held documents, made by hand; serials > 900000."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pyoxigraph as ox

from ingest.links import known
from ingest.links.places import place_quads
from ingest.links.state import link_quads
from ingest.state.authority import authority_quads
from ingest.tables import knowledge
from ontology import triples
from ontology.names import (
    AUTHORITY_GRAPH,
    DCTERMS,
    DERIVED_GRAPH,
    OA,
    RDF,
    RDFS,
    REG,
    document,
    document_graph,
    passage,
    thing,
)
from queries.store import Reader

Value = str | int | bool


def node(value: str) -> ox.NamedNode:
    return ox.NamedNode(value)


def term(value: Value) -> ox.NamedNode | ox.Literal:
    if isinstance(value, str) and value.startswith("https://"):
        return node(value)
    if (
        isinstance(value, str)
        and value[:4].isdigit()
        and value[4:5] in ("", "-")
        and len(value) in (4, 10, 20)
    ):
        kind = {4: "gYear", 10: "date", 20: "dateTime"}[len(value)]
        return ox.Literal(value, datatype=node("http://www.w3.org/2001/XMLSchema#" + kind))
    return ox.Literal(value)


@dataclass
class World:
    quads: list[ox.Quad] = field(default_factory=list)
    graph: str = AUTHORITY_GRAPH
    count: int = 0

    def say(
        self, subject: str, kinds: str, label: str | None = None, /, **facts: Value | tuple[Value, ...]
    ) -> str:
        for kind in kinds.split():
            self.add(subject, RDF + "type", REG + kind)
        if label is not None:
            self.add(subject, RDFS + "label", label)
        for name, values in facts.items():
            for value in values if isinstance(values, tuple) else (values,):
                self.add(subject, REG + name, value)
        return subject

    def add(self, subject: str, predicate: str, value: Value) -> None:
        self.quads.append(ox.Quad(node(subject), node(predicate), term(value), node(self.graph)))

    def named(self, identifier: str, label: str, kinds: str = "Cable Document", **facts: Value) -> str:
        one = document(identifier)
        self.add(one, DCTERMS + "identifier", identifier)
        return self.say(one, kinds, label, **facts)

    def held(
        self, identifier: str, label: str, sent: str, kinds: str = "Cable Document", **facts: Value
    ) -> str:
        self.graph = document_graph(identifier, "C")
        mark = thing("marking", "C")
        return self.named(identifier, label, kinds, held=True, sent=sent, marking=mark, **facts)

    def passage(self, identifier: str, number: str, text: str, **facts: Value) -> str:
        one = passage(identifier, number)
        said = {
            "numberStatus": "stated",
            "markingStatus": "inherited",
            "marking": thing("marking", "C"),
            **facts,
        }
        if said["markingStatus"] == "lost":
            del said["marking"]
        self.count += 1
        self.say(one, "Passage", number, number=number, text=text, order=self.count, **said)
        self.add(document(identifier), REG + "hasPassage", one)
        return one

    def evidence(self, words: str, rule: str, within: str | None = None, grade: str = "verbatim") -> str:
        self.count += 1
        one, quote = thing("e", str(self.count)), thing("t", str(self.count))
        self.say(one, "Evidence", rule=rule, grade=grade, **({"inPassage": within} if within else {}))
        self.add(one, OA + "hasSelector", quote)
        self.add(quote, OA + "exact", words)
        return one

    def claim(self, kinds: str, label: str, within: str, words: str, rule: str, **facts: Value) -> str:
        self.count += 1
        proof = self.evidence(words, rule, within)
        return self.say(thing("x", str(self.count)), kinds, label, inPassage=within, evidence=proof, **facts)

    def mention(self, within: str, words: str, what: str) -> None:
        self.claim("Mention", words, within, words, "name", names=what)

    def reference(self, identifier: str, label: str, raw: str, target: str, **facts: Value) -> str:
        self.count += 1
        one = thing("document", identifier, "ref", label)
        proof = self.evidence(raw, "ref-item")
        said = {"referenceType": "cable", "order": self.count, **facts}
        self.say(one, "Reference", label, rawText=raw, target=target, evidence=proof, **said)
        self.add(one, REG + "label", label)
        self.add(document(identifier), REG + "hasReference", one)
        self.add(document(identifier), REG + "cites", target)
        return one

    def directive(self, within: str, modality: str, act: str, content: str, **facts: Value) -> str:
        return self.claim(
            "Directive",
            f"{modality} {content}",
            within,
            f"{modality} {content}",
            "modal",
            modality=thing("modality", modality),
            act=act,
            content=content,
            **facts,
        )

    def rests(self, directive: str, basis: str, relation: str, within: str, words: str, rule: str) -> None:
        self.add(directive, REG + relation, basis)
        self.add(directive, REG + "dependsOn", basis)
        facts = {"dependent": directive, "basis": basis, "relation": REG + relation}
        self.claim("Dependence", f"{relation} {words}", within, words, rule, **facts)

    def derived(self, subject: str, predicate: str, value: Value) -> None:
        quad = ox.Quad(node(subject), node(REG + predicate), term(value), node(DERIVED_GRAPH))
        self.quads.append(quad)


BUENOS_AIRES = thing("meeting", "mtcr-plenary-2003-buenos-aires")
SEOUL = thing("meeting", "mtcr-plenary-2004-seoul")
ATHENS = thing("meeting", "mtcr-plenary-2007-athens")
MTCR = thing("regime", "mtcr")
REPORTING = thing("decision", "mtcr-2003-buenos-aires-reporting-1")
ANNEX = thing("decision", "mtcr-2007-athens-annex-2")
CHINA = thing("decision", "mtcr-1994-china-3")
PROPOSAL = thing("proposal", "mtcr-deu-end-use-4")


def _first(world: World) -> None:
    """The statement of 2003 and the guidance of 2004, which rests on what was decided there."""
    world.held(
        "mtcr-statement-2003-buenos-aires",
        "MTCR statement, Buenos Aires 2003",
        "2003-09-26",
        "PressStatement Document",
    )
    one = world.passage(
        "mtcr-statement-2003-buenos-aires", "2", "Partners agreed to report on a voluntary basis."
    )
    proof = world.evidence("agreed to report on a voluntary basis", "agreed-to", one)
    world.say(
        REPORTING,
        "Decision",
        "report on a voluntary basis (MTCR, Buenos Aires 2003)",
        evidence=proof,
        regime=MTCR,
        generic=False,
    )
    world.say(REPORTING, "Decision", about="report on a voluntary basis on national enactment", year="2003")
    world.say(REPORTING, "Decision", adoptedAt=BUENOS_AIRES, decisionKind="reporting")
    world.mention(one, "Buenos Aires", BUENOS_AIRES)
    world.held("2004STATE900104", "04 STATE 900104", "2004-09-20T00:00:00Z")
    two = world.passage(
        "2004STATE900104",
        "4",
        "The delegation should urge Partners to report as agreed in Buenos Aires.",
        heading="Reporting",
    )
    directive = world.directive(
        two, "should", "urge", "urge Partners to report", about=thing("topic", "mtcr-reporting")
    )
    world.rests(directive, REPORTING, "restsOnDecision", two, "as agreed in Buenos Aires", "as-agreed-at")
    world.derived(directive, "dependsOnIndirectly", REPORTING)
    three = world.passage("2004STATE900104", "5", "China supports the German proposal on end use controls.")
    world.claim(
        "Position",
        "China supports",
        three,
        "China supports",
        "holder-verb",
        holder=thing("country", "CHN"),
        stance=thing("stance", "supports"),
        towards=PROPOSAL,
        towardsText="end use controls",
        asOf="2004-09-20",
    )
    world.say(
        PROPOSAL,
        "Proposal",
        "end use controls (Germany)",
        about="end use controls",
        generic=False,
        regime=MTCR,
        proposedBy=thing("country", "DEU"),
        tabledAt=SEOUL,
        evidence=world.evidence("German proposal", "national", three),
    )
    world.mention(three, "German proposal", PROPOSAL)
    world.mention(three, "China", thing("country", "CHN"))


def _second(world: World) -> None:
    """The guidance of 2008: references, indirect dependence, a lost mark, a proposal, an implementation."""
    me = "2008STATE900001"
    doe = world.say(thing("person", "jane-doe"), "Person", "Jane Doe")
    world.held(
        me,
        "08 STATE 900001",
        "2008-04-04T00:45:00Z",
        classifiedBy=doe,
        declassification="1.6, X5, X6",
        executiveOrder="12958",
        classificationReason="1.4 (B)",
    )
    ghost = world.named("2008STATE900002", "08 STATE 900002")
    other = world.named("2007PARIS900007", "07 PARIS 900007")
    mail = world.named("email-2008-02-03-doe-roe", "e-mail Doe-Roe, 2008-02-03", "Email Document")
    a = world.reference(me, "A", "04 STATE 900104", document("2004STATE900104"), caption="REPORTING")
    b = world.reference(me, "B", "STATE 900002 (SMALL GROUP)", ghost, caption="SMALL GROUP")
    world.reference(me, "C", "07 PARIS 900007", other)
    world.reference(
        me,
        "D",
        "DOE-ROE E MAIL OF 02-03-08",
        mail,
        referenceType="email",
        date="2008-02-03",
        dateStatus="interpreted",
    )
    for one in (ghost, other, mail):
        world.say(one, "Ghost", held=False, citedIn=document(me))
    seven = world.passage(me, "7", "", heading="Export Control Issues", markingStatus="stated")
    text = (
        "The delegation should urge Partners to report, as agreed at the 2003 Buenos Aires Plenary."
        " Annex changes agreed in Athens are to be implemented by the end of May 2008."
    )
    seven_c = world.passage(me, "7.C", text, numberStatus="repaired", partOf=seven)
    world.mention(seven_c, "2003 Buenos Aires Plenary", BUENOS_AIRES)
    directive = world.directive(
        seven_c, "should", "urge", "urge Partners to report", about=thing("topic", "mtcr-reporting")
    )
    world.rests(
        directive,
        REPORTING,
        "restsOnDecision",
        seven_c,
        "as agreed at the 2003 Buenos Aires Plenary",
        "as-agreed-at",
    )
    world.derived(directive, "dependsOnIndirectly", REPORTING)
    world.add(
        REPORTING,
        REG + "evidence",
        world.evidence("as agreed at the 2003 Buenos Aires Plenary", "as-agreed-at", seven_c),
    )
    proof = world.evidence("Annex changes agreed in Athens", "agreed-in", seven_c)
    world.say(
        ANNEX,
        "Decision",
        "MTCR Annex changes (MTCR, Athens 2007)",
        about="MTCR Annex changes",
        year="2007",
        adoptedAt=ATHENS,
        regime=MTCR,
        generic=False,
        evidence=proof,
    )
    world.claim(
        "Implementation",
        "USA implements",
        seven_c,
        "to be implemented by the end of May 2008",
        "expects",
        implementer=thing("country", "USA"),
        implements=ANNEX,
        due="2008-05",
        status="expected",
    )
    three = world.passage(
        me,
        "3",
        "The delegation should follow the approach of REF A. See REF A, REF B.",
        markingStatus="lost",
        heading="Reporting",
    )
    follow = world.directive(three, "should", "follow", "follow the approach of REF A")
    world.rests(
        follow, document("2004STATE900104"), "followsDocument", three, "the approach of REF A", "as-in-ref"
    )
    world.derived(follow, "dependsOnIndirectly", REPORTING)
    world.derived(follow, "dependsOnIndirectly", document("2004STATE900104"))
    world.claim(
        "Citation", "REF A", three, "REF A", "ref-letter", viaReference=a, target=document("2004STATE900104")
    )
    world.claim("Citation", "REF B", three, "REF B", "ref-letter", viaReference=b, target=ghost)
    _third(world, me)


def _third(world: World, me: str) -> None:
    six = world.passage(
        me,
        "6.B",
        "The delegation should support the 1994 decision to admit China once it meets the criteria.",
        heading="Membership",
    )
    world.say(
        CHINA,
        "Decision",
        "admit China (MTCR, 1994)",
        about="admit China once it meets the criteria",
        year="1994",
        generic=False,
        regime=MTCR,
        concerns=thing("country", "CHN"),
        evidence=world.evidence("1994 decision to admit China", "year-decision", six),
    )
    support = world.directive(
        six,
        "should",
        "support",
        "support the 1994 decision",
        about=thing("topic", "mtcr-membership"),
        condition="once it meets the criteria",
    )
    world.rests(support, CHINA, "restsOnDecision", six, "the 1994 decision to admit China", "named-decision")
    world.derived(support, "dependsOnIndirectly", CHINA)
    world.mention(six, "China", thing("country", "CHN"))
    eight = world.passage(
        me,
        "8",
        "The delegation may support the German proposal. China opposes it.",
        markingStatus="stated",
        marking=thing("marking", "SBU"),
    )
    may = world.directive(
        eight, "may", "support", "support the German proposal", about=thing("topic", "mtcr-end-use-controls")
    )
    world.rests(may, PROPOSAL, "concernsProposal", eight, "the German proposal", "proposal")
    world.add(PROPOSAL, REG + "evidence", world.evidence("the German proposal", "national", eight))
    world.mention(eight, "the German proposal", PROPOSAL)
    world.claim(
        "Position",
        "China opposes",
        eight,
        "China opposes it",
        "holder-verb",
        holder=thing("country", "CHN"),
        stance=thing("stance", "opposes"),
        towards=PROPOSAL,
        towardsText="end use controls",
        asOf="2008-04-04",
    )
    nine = world.passage(me, "9", "The delegation should oppose intersessional IE meetings.")
    world.directive(
        nine,
        "should",
        "oppose",
        "oppose intersessional IE meetings",
        about=thing("topic", "mtcr-information-exchange"),
    )
    world.claim("Unresolved", "the Group", nine, "the Group", "unresolved", reason="no meeting of that name")


def _quads() -> Iterator[ox.Quad]:
    world = World()
    _first(world)
    _second(world)
    yield from world.quads
    yield from authority_quads(knowledge())
    yield from triples()


@cache
def library() -> Reader:
    """The graph, opened for reading."""
    store = ox.Store()
    store.extend(_quads())
    store.extend(place_quads(knowledge()))
    store.extend(link_quads(store, known().links, known()))
    return Reader(store)
