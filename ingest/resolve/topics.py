"""What a stretch of text is about: the topics of a regime's profile whose words occur in it."""

from ingest.annotate.names.names import Names, names, per_knowledge
from ingest.document import Span
from ingest.knowledge import Knowledge, Profile


@per_knowledge
def _topic_words(knowledge: Knowledge) -> Names[tuple[str, str]]:
    return names(
        (
            (word, (profile.id, topic.id))
            for profile in knowledge.profiles
            for topic in profile.topics
            for word in topic.words
        ),
        folded=True,
    )


def topics(
    text: str, spans: tuple[Span, ...], profile: Profile | None, knowledge: Knowledge
) -> tuple[str, ...]:
    """The ids of the topics that those stretches speak of, in the order of the profile.

    >>> from ingest.tables import knowledge
    >>> mtcr = next(one for one in knowledge().profiles if one.id == "mtcr")
    >>> topics("on catch-all controls", (Span(0, 21),), mtcr, knowledge())
    ('mtcr-catch-all',)
    """
    if profile is None:
        return ()
    said = {
        topic
        for span in spans
        for _, found in _topic_words(knowledge).find(text, span)
        for regime, topic in found
        if regime == profile.id
    }
    return tuple(one.id for one in profile.topics if one.id in said)
