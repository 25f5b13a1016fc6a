"""Pages from templates: whatever a document says is text in them, never a part of the page."""

from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from compendium.web.pages.address import address, data
from compendium.web.pages.table import spoken
from viz.style import STYLES

CACHE: Final = "no-cache"


def kind_name(kind: str) -> str:
    """The class of a thing as people call it.

    >>> kind_name("PressStatement"), kind_name("Post")
    ('Statement', 'Post')
    """
    return STYLES[kind].name if kind in STYLES else spoken(kind).capitalize() or "Thing"


def plural(kind: str) -> str:
    """Several things of a class.

    >>> plural("Country"), plural("Decision"), plural("MeetingSeries")
    ('Countries', 'Decisions', 'Series of meetings')
    """
    name = kind_name(kind)
    if " " in name:
        return name
    return name.removesuffix("y") + "ies" if name.endswith("y") else f"{name}s"


@cache
def environment() -> Environment:
    """The templates; everything that goes into them is escaped.

    >>> environment().from_string("{{ said }}").render(said="<script>")
    '&lt;script&gt;'
    """
    made = Environment(
        loader=PackageLoader("compendium.web.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"address": address, "data": data}
    made.filters |= {"kind": kind_name, "kinds": plural, "count": "{:,}".format}
    return made


def shown(
    template: str, *, status: int = 200, headers: dict[str, str] | None = None, **values: object
) -> HTMLResponse:
    """A page of that template.

    >>> page = shown("missing.html", status=404, iri="x:<a>", near=())
    >>> page.status_code, b"x:&lt;a&gt;" in page.body
    (404, True)
    """
    body = environment().get_template(template).render(values)
    return HTMLResponse(body, status, {"Cache-Control": CACHE, **(headers or {})})
