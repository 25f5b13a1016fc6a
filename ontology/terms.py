"""Terms of ``regime.ttl`` and ``borrowed.ttl``. Generated: run ``python -m ontology.generate``."""

from typing import Final

from ontology.names import DCTERMS, OA, OWL, PROV, RDF, RDFS, REG, SKOS, SSSOM, VOID, XSD

C_CABLE: Final[str] = REG + "Cable"
C_CITATION: Final[str] = REG + "Citation"
C_COPY: Final[str] = REG + "Copy"
C_COUNTRY: Final[str] = REG + "Country"
C_DECISION: Final[str] = REG + "Decision"
C_DEPENDENCE: Final[str] = REG + "Dependence"
C_DIRECTIVE: Final[str] = REG + "Directive"
C_DOCUMENT: Final[str] = REG + "Document"
C_EMAIL: Final[str] = REG + "Email"
C_EVIDENCE: Final[str] = REG + "Evidence"
C_GHOST: Final[str] = REG + "Ghost"
C_IMPLEMENTATION: Final[str] = REG + "Implementation"
C_INSTRUMENT: Final[str] = REG + "Instrument"
C_JUDGEMENT: Final[str] = REG + "Judgement"
C_LINK: Final[str] = REG + "Link"
C_MEETING: Final[str] = REG + "Meeting"
C_MEETING_SERIES: Final[str] = REG + "MeetingSeries"
C_MEMBERSHIP: Final[str] = REG + "Membership"
C_MEMORANDUM: Final[str] = REG + "Memorandum"
C_MENTION: Final[str] = REG + "Mention"
C_ORGANIZATION: Final[str] = REG + "Organization"
C_PAPER: Final[str] = REG + "Paper"
C_PASSAGE: Final[str] = REG + "Passage"
C_PERSON: Final[str] = REG + "Person"
C_PLACE: Final[str] = REG + "Place"
C_POSITION: Final[str] = REG + "Position"
C_POST: Final[str] = REG + "Post"
C_PRESS_STATEMENT: Final[str] = REG + "PressStatement"
C_PROPOSAL: Final[str] = REG + "Proposal"
C_REFERENCE: Final[str] = REG + "Reference"
C_REGIME: Final[str] = REG + "Regime"
C_TAG: Final[str] = REG + "Tag"
C_TOPIC: Final[str] = REG + "Topic"
C_UNRESOLVED: Final[str] = REG + "Unresolved"
ABOUT: Final[str] = REG + "about"
ACT: Final[str] = REG + "act"
ADDRESSEE: Final[str] = REG + "addressee"
ADOPTED_AT: Final[str] = REG + "adoptedAt"
ALPHA2: Final[str] = REG + "alpha2"
AMENDS: Final[str] = REG + "amends"
AND_PREVIOUS: Final[str] = REG + "andPrevious"
AS_OF: Final[str] = REG + "asOf"
AT_PLACE: Final[str] = REG + "atPlace"
ATTENTION: Final[str] = REG + "attention"
BASIS: Final[str] = REG + "basis"
BECAME_DECISION: Final[str] = REG + "becameDecision"
CAPTION: Final[str] = REG + "caption"
CHAIR: Final[str] = REG + "chair"
CHARACTERS: Final[str] = REG + "characters"
CITED_IN: Final[str] = REG + "citedIn"
CITES: Final[str] = REG + "cites"
CLASSIFICATION_REASON: Final[str] = REG + "classificationReason"
CLASSIFIED_BY: Final[str] = REG + "classifiedBy"
CONCERNS: Final[str] = REG + "concerns"
CONCERNS_PROPOSAL: Final[str] = REG + "concernsProposal"
CONDITION: Final[str] = REG + "condition"
CONFIDENCE: Final[str] = REG + "confidence"
CONTENT: Final[str] = REG + "content"
COPY_OF: Final[str] = REG + "copyOf"
DATE: Final[str] = REG + "date"
DATE_STATUS: Final[str] = REG + "dateStatus"
DECISION_KIND: Final[str] = REG + "decisionKind"
DECLASSIFICATION: Final[str] = REG + "declassification"
DEPENDENT: Final[str] = REG + "dependent"
DEPENDS_ON: Final[str] = REG + "dependsOn"
DEPENDS_ON_INDIRECTLY: Final[str] = REG + "dependsOnIndirectly"
DUE: Final[str] = REG + "due"
EARLIEST: Final[str] = REG + "earliest"
END: Final[str] = REG + "end"
END_DATE: Final[str] = REG + "endDate"
EVIDENCE: Final[str] = REG + "evidence"
EXECUTIVE_ORDER: Final[str] = REG + "executiveOrder"
FATE: Final[str] = REG + "fate"
FOLLOWS_DOCUMENT: Final[str] = REG + "followsDocument"
FORM: Final[str] = REG + "form"
GENERIC: Final[str] = REG + "generic"
GRADE: Final[str] = REG + "grade"
HANDLING: Final[str] = REG + "handling"
HAS_PASSAGE: Final[str] = REG + "hasPassage"
HAS_REFERENCE: Final[str] = REG + "hasReference"
HEADING: Final[str] = REG + "heading"
HEDGE: Final[str] = REG + "hedge"
HELD: Final[str] = REG + "held"
HOLDER: Final[str] = REG + "holder"
HOST_COUNTRY: Final[str] = REG + "hostCountry"
IMPLEMENTER: Final[str] = REG + "implementer"
IMPLEMENTS: Final[str] = REG + "implements"
IN_PASSAGE: Final[str] = REG + "inPassage"
IN_SERIES: Final[str] = REG + "inSeries"
INFO_ADDRESSEE: Final[str] = REG + "infoAddressee"
INTERSESSIONAL: Final[str] = REG + "intersessional"
JUDGES: Final[str] = REG + "judges"
LABEL: Final[str] = REG + "label"
LATEST: Final[str] = REG + "latest"
LEAST_CONFIDENCE: Final[str] = REG + "leastConfidence"
LEVEL: Final[str] = REG + "level"
LOCATED_IN: Final[str] = REG + "locatedIn"
M49: Final[str] = REG + "m49"
MARKING: Final[str] = REG + "marking"
MARKING_STATUS: Final[str] = REG + "markingStatus"
MEMBER: Final[str] = REG + "member"
MENTIONS: Final[str] = REG + "mentions"
MODALITY: Final[str] = REG + "modality"
NAMES: Final[str] = REG + "names"
NOTAL: Final[str] = REG + "notal"
NUMBER: Final[str] = REG + "number"
NUMBER_STATUS: Final[str] = REG + "numberStatus"
NUMERIC_CODE: Final[str] = REG + "numericCode"
ORDER: Final[str] = REG + "order"
ORDINAL: Final[str] = REG + "ordinal"
OUTLINED_IN: Final[str] = REG + "outlinedIn"
PART_OF: Final[str] = REG + "partOf"
PARTICIPANT: Final[str] = REG + "participant"
PARTY: Final[str] = REG + "party"
PIPELINE: Final[str] = REG + "pipeline"
PLACE: Final[str] = REG + "place"
POST: Final[str] = REG + "post"
PRECEDENCE_ACTION: Final[str] = REG + "precedenceAction"
PRECEDENCE_INFO: Final[str] = REG + "precedenceInfo"
PROPOSED_BY: Final[str] = REG + "proposedBy"
RAW_TEXT: Final[str] = REG + "rawText"
REASON: Final[str] = REG + "reason"
REFERENCE_TYPE: Final[str] = REG + "referenceType"
REGIME: Final[str] = REG + "regime"
RELATION: Final[str] = REG + "relation"
REPORTED_BY: Final[str] = REG + "reportedBy"
RESTS_ON_DECISION: Final[str] = REG + "restsOnDecision"
RULE: Final[str] = REG + "rule"
SCORE: Final[str] = REG + "score"
SENDER: Final[str] = REG + "sender"
SENT: Final[str] = REG + "sent"
SHA256: Final[str] = REG + "sha256"
SINCE: Final[str] = REG + "since"
STANCE: Final[str] = REG + "stance"
STANDS: Final[str] = REG + "stands"
START: Final[str] = REG + "start"
START_DATE: Final[str] = REG + "startDate"
STATUS: Final[str] = REG + "status"
SUBJECT_MARKING: Final[str] = REG + "subjectMarking"
SUPERSEDES: Final[str] = REG + "supersedes"
TABLED_AT: Final[str] = REG + "tabledAt"
TAG: Final[str] = REG + "tag"
TARGET: Final[str] = REG + "target"
TARGET_PASSAGE: Final[str] = REG + "targetPassage"
TEXT: Final[str] = REG + "text"
TOWARDS: Final[str] = REG + "towards"
TOWARDS_TEXT: Final[str] = REG + "towardsText"
UNTIL: Final[str] = REG + "until"
VERDICT: Final[str] = REG + "verdict"
VERIFIED: Final[str] = REG + "verified"
VIA_REFERENCE: Final[str] = REG + "viaReference"
WEEK_END: Final[str] = REG + "weekEnd"
WEEK_START: Final[str] = REG + "weekStart"
YEAR: Final[str] = REG + "year"
YEAR_STATUS: Final[str] = REG + "yearStatus"

DCTERMS_CREATED: Final[str] = DCTERMS + "created"
DCTERMS_DATE: Final[str] = DCTERMS + "date"
DCTERMS_DESCRIPTION: Final[str] = DCTERMS + "description"
DCTERMS_IDENTIFIER: Final[str] = DCTERMS + "identifier"
DCTERMS_IS_PART_OF: Final[str] = DCTERMS + "isPartOf"
DCTERMS_IS_REPLACED_BY: Final[str] = DCTERMS + "isReplacedBy"
DCTERMS_LICENSE: Final[str] = DCTERMS + "license"
DCTERMS_SOURCE: Final[str] = DCTERMS + "source"
DCTERMS_TITLE: Final[str] = DCTERMS + "title"
OA_SPECIFIC_RESOURCE: Final[str] = OA + "SpecificResource"
OA_TEXT_POSITION_SELECTOR: Final[str] = OA + "TextPositionSelector"
OA_TEXT_QUOTE_SELECTOR: Final[str] = OA + "TextQuoteSelector"
OA_END: Final[str] = OA + "end"
OA_EXACT: Final[str] = OA + "exact"
OA_HAS_SELECTOR: Final[str] = OA + "hasSelector"
OA_HAS_SOURCE: Final[str] = OA + "hasSource"
OA_PREFIX: Final[str] = OA + "prefix"
OA_START: Final[str] = OA + "start"
OA_SUFFIX: Final[str] = OA + "suffix"
OWL_AXIOM: Final[str] = OWL + "Axiom"
OWL_ANNOTATED_PROPERTY: Final[str] = OWL + "annotatedProperty"
OWL_ANNOTATED_SOURCE: Final[str] = OWL + "annotatedSource"
OWL_ANNOTATED_TARGET: Final[str] = OWL + "annotatedTarget"
OWL_SAME_AS: Final[str] = OWL + "sameAs"
PROV_AGENT: Final[str] = PROV + "Agent"
PROV_WAS_ATTRIBUTED_TO: Final[str] = PROV + "wasAttributedTo"
RDF_TYPE: Final[str] = RDF + "type"
RDFS_COMMENT: Final[str] = RDFS + "comment"
RDFS_LABEL: Final[str] = RDFS + "label"
RDFS_SEE_ALSO: Final[str] = RDFS + "seeAlso"
SKOS_CONCEPT: Final[str] = SKOS + "Concept"
SKOS_CONCEPT_SCHEME: Final[str] = SKOS + "ConceptScheme"
SKOS_ALT_LABEL: Final[str] = SKOS + "altLabel"
SKOS_BROADER: Final[str] = SKOS + "broader"
SKOS_CLOSE_MATCH: Final[str] = SKOS + "closeMatch"
SKOS_DEFINITION: Final[str] = SKOS + "definition"
SKOS_EXACT_MATCH: Final[str] = SKOS + "exactMatch"
SKOS_HIDDEN_LABEL: Final[str] = SKOS + "hiddenLabel"
SKOS_IN_SCHEME: Final[str] = SKOS + "inScheme"
SKOS_NOTATION: Final[str] = SKOS + "notation"
SKOS_NOTE: Final[str] = SKOS + "note"
SKOS_PREF_LABEL: Final[str] = SKOS + "prefLabel"
SSSOM_AUTHOR_LABEL: Final[str] = SSSOM + "author_label"
SSSOM_CONFIDENCE: Final[str] = SSSOM + "confidence"
SSSOM_MAPPING_JUSTIFICATION: Final[str] = SSSOM + "mapping_justification"
SSSOM_MAPPING_TOOL: Final[str] = SSSOM + "mapping_tool"
VOID_DATASET: Final[str] = VOID + "Dataset"
VOID_LINKSET: Final[str] = VOID + "Linkset"
VOID_LINK_PREDICATE: Final[str] = VOID + "linkPredicate"
VOID_OBJECTS_TARGET: Final[str] = VOID + "objectsTarget"
VOID_SUBJECTS_TARGET: Final[str] = VOID + "subjectsTarget"
VOID_TRIPLES: Final[str] = VOID + "triples"
VOID_URI_SPACE: Final[str] = VOID + "uriSpace"
XSD_BOOLEAN: Final[str] = XSD + "boolean"
XSD_DATE: Final[str] = XSD + "date"
XSD_DATE_TIME: Final[str] = XSD + "dateTime"
XSD_G_YEAR: Final[str] = XSD + "gYear"
XSD_G_YEAR_MONTH: Final[str] = XSD + "gYearMonth"
XSD_INTEGER: Final[str] = XSD + "integer"
XSD_STRING: Final[str] = XSD + "string"

CLASSES: Final[tuple[str, ...]] = (
    C_CABLE,
    C_CITATION,
    C_COPY,
    C_COUNTRY,
    C_DECISION,
    C_DEPENDENCE,
    C_DIRECTIVE,
    C_DOCUMENT,
    C_EMAIL,
    C_EVIDENCE,
    C_GHOST,
    C_IMPLEMENTATION,
    C_INSTRUMENT,
    C_JUDGEMENT,
    C_LINK,
    C_MEETING,
    C_MEETING_SERIES,
    C_MEMBERSHIP,
    C_MEMORANDUM,
    C_MENTION,
    C_ORGANIZATION,
    C_PAPER,
    C_PASSAGE,
    C_PERSON,
    C_PLACE,
    C_POSITION,
    C_POST,
    C_PRESS_STATEMENT,
    C_PROPOSAL,
    C_REFERENCE,
    C_REGIME,
    C_TAG,
    C_TOPIC,
    C_UNRESOLVED,
)

PROPERTIES: Final[tuple[str, ...]] = (
    ABOUT,
    ACT,
    ADDRESSEE,
    ADOPTED_AT,
    ALPHA2,
    AMENDS,
    AND_PREVIOUS,
    AS_OF,
    AT_PLACE,
    ATTENTION,
    BASIS,
    BECAME_DECISION,
    CAPTION,
    CHAIR,
    CHARACTERS,
    CITED_IN,
    CITES,
    CLASSIFICATION_REASON,
    CLASSIFIED_BY,
    CONCERNS,
    CONCERNS_PROPOSAL,
    CONDITION,
    CONFIDENCE,
    CONTENT,
    COPY_OF,
    DATE,
    DATE_STATUS,
    DECISION_KIND,
    DECLASSIFICATION,
    DEPENDENT,
    DEPENDS_ON,
    DEPENDS_ON_INDIRECTLY,
    DUE,
    EARLIEST,
    END,
    END_DATE,
    EVIDENCE,
    EXECUTIVE_ORDER,
    FATE,
    FOLLOWS_DOCUMENT,
    FORM,
    GENERIC,
    GRADE,
    HANDLING,
    HAS_PASSAGE,
    HAS_REFERENCE,
    HEADING,
    HEDGE,
    HELD,
    HOLDER,
    HOST_COUNTRY,
    IMPLEMENTER,
    IMPLEMENTS,
    IN_PASSAGE,
    IN_SERIES,
    INFO_ADDRESSEE,
    INTERSESSIONAL,
    JUDGES,
    LABEL,
    LATEST,
    LEAST_CONFIDENCE,
    LEVEL,
    LOCATED_IN,
    M49,
    MARKING,
    MARKING_STATUS,
    MEMBER,
    MENTIONS,
    MODALITY,
    NAMES,
    NOTAL,
    NUMBER,
    NUMBER_STATUS,
    NUMERIC_CODE,
    ORDER,
    ORDINAL,
    OUTLINED_IN,
    PART_OF,
    PARTICIPANT,
    PARTY,
    PIPELINE,
    PLACE,
    POST,
    PRECEDENCE_ACTION,
    PRECEDENCE_INFO,
    PROPOSED_BY,
    RAW_TEXT,
    REASON,
    REFERENCE_TYPE,
    REGIME,
    RELATION,
    REPORTED_BY,
    RESTS_ON_DECISION,
    RULE,
    SCORE,
    SENDER,
    SENT,
    SHA256,
    SINCE,
    STANCE,
    STANDS,
    START,
    START_DATE,
    STATUS,
    SUBJECT_MARKING,
    SUPERSEDES,
    TABLED_AT,
    TAG,
    TARGET,
    TARGET_PASSAGE,
    TEXT,
    TOWARDS,
    TOWARDS_TEXT,
    UNTIL,
    VERDICT,
    VERIFIED,
    VIA_REFERENCE,
    WEEK_END,
    WEEK_START,
    YEAR,
    YEAR_STATUS,
)
