"""The term page is fresh, describes every term and leads nowhere that does not exist."""

from lxml import html

from ontology.pages import TARGET, main, page, schemes
from ontology.source import terms


def test_the_page_is_fresh() -> None:
    assert TARGET.read_text() == page(), "run python -m ontology.pages"
    assert main(["--check"]) == 0


def test_every_term_and_concept_has_an_anchor() -> None:
    anchors = html.fromstring(page()).xpath("//@id")
    assert len(anchors) == len(set(anchors))
    wanted = {term.name for term in terms()} | {one.anchor for one in schemes()}
    wanted |= {concept.anchor for one in schemes() for concept in one.concepts}
    assert wanted <= set(anchors)


def test_links_within_the_page_lead_somewhere() -> None:
    tree = html.fromstring(page())
    inside = {str(href)[1:] for href in tree.xpath("//@href") if str(href).startswith("#")}
    assert inside
    assert inside <= set(tree.xpath("//@id"))


def test_the_page_needs_nothing_from_elsewhere() -> None:
    tree = html.fromstring(page())
    assert tree.xpath("//script | //link | //img | //iframe | //@src") == []
    assert "url(" not in page()
    assert "@import" not in page()


def test_the_page_can_be_read_without_seeing_it() -> None:
    tree = html.fromstring(page())
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1
    assert all(nav.get("aria-label") for nav in tree.xpath("//nav"))
    assert all(cell.get("scope") for cell in tree.xpath("//th"))
    assert tree.xpath("//a[@class='skip']/@href") == ["#page-main"]


def test_markings_are_listed_from_low_to_high() -> None:
    levels = [
        one.level for scheme in schemes() if scheme.anchor == "scheme-markings" for one in scheme.concepts
    ]
    assert levels == [*sorted(levels[:-1]), ""]
