"""The post that some words name, in spite of prefixes, glued words and damage."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile
from typing import Final

from rapidfuzz import fuzz, process

from ingest.knowledge import Post
from ingest.parse.text.vocabulary import vocabulary

_SHORTEST_FUZZY: Final = 5
_SHORTEST_CODE: Final = 5
_SHORTEST_CUT: Final = 6
_CLOSE: Final = 84.0
_AHEAD: Final = 4.0
# To hash hundreds of posts takes longer than to read a short telegram: the look-ups are kept by identity.
_MADE: Final[list[tuple[tuple[Post, ...], "Posts"]]] = []
_KEPT: Final = 4
_ZEROS: Final = str.maketrans("01", "OI")


@dataclass(frozen=True, slots=True)
class Named:
    """A post and how its name was understood: "post", "post-alias" or "post-misspelt"."""

    post: Post
    rule: str


@lru_cache(maxsize=1 << 12)
def key(words: str) -> str:
    """The letters of a name, with letters for the digits that scans put in their place.

    >>> key("ST. PETERSBURG"), key("COTON0U")
    ('STPETERSBURG', 'COTONOU')
    """
    return "".join(c for c in words.upper().translate(_ZEROS) if c.isalpha())


class Posts:
    """The posts of the tables, to be looked up by whatever a text calls them."""

    def __init__(self, posts: tuple[Post, ...]) -> None:
        self._exact: dict[str, Post] = {}
        self._aliases: dict[str, Post] = {}
        for post in posts:
            self._exact.setdefault(key(post.name), post)
            self._exact.setdefault(post.glued, post)
        for name in vocabulary().message_offices:
            self._exact.setdefault(key(name), Post(name, key(name), *(None,) * 4, (), (), None, None))
        for post in posts:
            for alias in (*post.aliases, *post.routing):
                self._aliases.setdefault(key(alias), post)
        self._glued = {post.glued: post for post in reversed(posts)}
        self._names = sorted({*self._exact, *(a for a in self._aliases if len(a) >= _SHORTEST_FUZZY)})

    def called(self, glued: str) -> Post | None:
        """The post of the tables with that glued name.

        >>> from ingest.tables import knowledge
        >>> posts = posts_of(knowledge().posts)
        >>> [one and one.name for one in map(posts.called, ("ABUDHABI", "XYZZY"))]
        ['ABU DHABI', None]
        """
        return self._glued.get(glued)

    def find(self, words: str) -> Named | None:
        """The post that *words* name; ``None`` where none or several could be meant.

        >>> from ingest.tables import knowledge
        >>> posts = posts_of(knowledge().posts)
        >>> found = [posts.find(words) for words in ("SECSTATE", "WELLINGOTN", "XYZZY")]
        >>> [one and (one.post.glued, one.rule) for one in found]
        [('STATE', 'post-alias'), ('WELLINGTON', 'post-misspelt'), None]
        """
        name = key(_without_prefix(words))
        exact = self.exact(words)
        if exact is not None or len(name) < _SHORTEST_FUZZY:
            return exact
        return self._misspelt(name)

    def exact(self, words: str) -> Named | None:
        """The post that *words* name letter for letter.

        >>> from ingest.tables import knowledge
        >>> posts = posts_of(knowledge().posts)
        >>> found = [posts.exact(words) for words in ("AMEMBASSY PARIS", "SECSTATE", "PARRIS")]
        >>> [one and one.post.glued for one in found]
        ['PARIS', 'STATE', None]
        """
        for name in (key(words), key(_without_prefix(words))):
            if name in self._exact:
                return Named(self._exact[name], "post")
            if name in self._aliases:
                return Named(self._aliases[name], "post-alias")
        return None

    def glued(self, words: str) -> str:
        """The glued name of the post that *words* name; their own letters where no table has it.

        >>> from ingest.tables import knowledge
        >>> posts = posts_of(knowledge().posts)
        >>> posts.glued("SECSTATE WASHDC"), posts.glued("AMEMBASSY XYZZY")
        ('STATE', 'XYZZY')
        """
        bare = words.removesuffix(" WASHDC")
        named = self.find(bare)
        return named.post.glued if named is not None else key(_without_prefix(bare))

    def abbreviated(self, code: str) -> Named | None:
        """The post that the first letters of its name stand for, as in the names that an archive gives.

        >>> from ingest.tables import knowledge
        >>> posts = posts_of(knowledge().posts)
        >>> found = [posts.abbreviated(code) for code in ("BUCHAR", "NEWDE", "PORT", "STATE")]
        >>> [one and one.post.glued for one in found]
        ['BUCHAREST', 'NEWDELHI', None, 'STATE']
        """
        whole = self.exact(code)
        if whole is not None or len(key(code)) < _SHORTEST_CODE:
            return whole
        cut = {name for name in self._exact if name.startswith(key(code))}
        glued = {self._exact[name].glued for name in cut}
        return Named(self._exact[cut.pop()], "post-abbreviated") if len(glued) == 1 else None

    def _misspelt(self, name: str) -> Named | None:
        close = process.extract(name, self._names, scorer=fuzz.ratio, score_cutoff=_CLOSE, limit=3)
        cut = [(one, 90.0, 0) for one in self._beginning(name)] if len(name) >= _SHORTEST_CUT else []
        posts = {self._post(one).glued: score for one, score, _ in reversed([*close, *cut])}
        ranked = sorted(posts.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _AHEAD):
            return None
        return Named(self._exact[ranked[0][0]], "post-misspelt")

    def _beginning(self, name: str) -> Iterator[str]:
        """The names that begin so, in order."""
        rest = islice(self._names, bisect_left(self._names, name), None)
        return takewhile(lambda one: one.startswith(name), rest)

    def _post(self, name: str) -> Post:
        return self._exact.get(name) or self._aliases[name]


@lru_cache(maxsize=1 << 12)
def _without_prefix(words: str) -> str:
    parts = words.split()
    while len(parts) > 1 and parts[0].upper().rstrip(".") in vocabulary().post_prefixes:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].upper().strip(".,") in vocabulary().post_suffixes:
        parts = parts[:-1]
    return " ".join(parts)


def posts_of(posts: tuple[Post, ...]) -> Posts:
    """The look-up of some posts, made once.

    >>> from ingest.tables import knowledge
    >>> found = posts_of(knowledge().posts)
    >>> found is posts_of(knowledge().posts), found.exact("PARIS") is not None
    (True, True)
    """
    for known, made in _MADE:
        if known is posts:
            return made
    made = Posts(posts)
    _MADE.append((posts, made))
    del _MADE[:-_KEPT]
    return made
