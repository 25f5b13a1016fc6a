"""How each kind of thing looks: a shape and a colour, told apart without colour as well."""

from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one kind. ``shape`` is one of vis-network's; boxes hold their label.

    >>> look = Style("Ghost (not held)", "box", "#ffffff", "#7d8894", dashed=True)
    >>> "stroke-dasharray" in look.icon, look.attributes(asked=True)["borderWidth"]
    (True, 3)
    """

    name: str
    shape: str
    fill: str
    border: str
    ink: str = "#1d2733"
    dashed: bool = False
    size: int = 16

    @property
    def icon(self) -> Markup:
        """The shape as SVG, for the legend."""
        dash = ' stroke-dasharray="2 2"' if self.dashed else ""
        drawn = ICONS[self.shape]
        return Markup(f'<g fill="{self.fill}" stroke="{self.border}" stroke-width="1.5"{dash}>{drawn}</g>')

    def attributes(self, *, asked: bool) -> dict[str, Any]:
        """vis-network's options for a node of this kind."""
        return {
            "shape": self.shape,
            "size": self.size + (6 if asked else 0),
            "borderWidth": 3 if asked else 1.5,
            "color": {
                "background": self.fill,
                "border": "#000000" if asked else self.border,
                "highlight": {"background": self.fill, "border": "#000000"},
            },
            "font": {"color": self.ink, "size": 15, "face": "system-ui, Liberation Sans, Arial"},
            "shapeProperties": {"borderDashes": [5, 4] if self.dashed else False, "borderRadius": 4},
        }


ICONS: Final = {
    "box": '<rect x="-8" y="-5" width="16" height="10" rx="2"/>',
    "diamond": '<path d="M0 -6L8 0L0 6L-8 0Z"/>',
    "hexagon": '<path d="M-7 0L-3.5 -6H3.5L7 0L3.5 6H-3.5Z"/>',
    "dot": '<circle r="5.5"/>',
    "triangle": '<path d="M0 -6L7 6H-7Z"/>',
    "triangleDown": '<path d="M0 6L7 -6H-7Z"/>',
    "star": '<path d="M0 -6L2 -2H7L3 1L4.5 6L0 3L-4.5 6L-3 1L-7 -2H-2Z"/>',
    "square": '<rect x="-5.5" y="-5.5" width="11" height="11"/>',
}

DOCUMENT: Final = Style("Document", "box", "#dcebf7", "#4a86b8")
STYLES: Final[dict[str, Style]] = {
    "Ghost": Style("Ghost (not held)", "box", "#ffffff", "#7d8894", "#5b6876", dashed=True),
    "Directive": Style("Directive", "box", "#0b5cad", "#083f77", "#ffffff"),
    "Decision": Style("Decision", "diamond", "#d55e00", "#8f3f00", size=20),
    "Proposal": Style("Proposal", "triangle", "#cc79a7", "#8c4a70", size=18),
    "Position": Style("Position", "star", "#f0d742", "#8a7a10"),
    "Implementation": Style("Implementation", "triangleDown", "#9b7a4a", "#5f4a2b"),
    "Meeting": Style("Meeting", "hexagon", "#1b9e77", "#0e5f47", size=18),
    "MeetingSeries": Style("Series of meetings", "hexagon", "#c9e8de", "#1b9e77"),
    "Cable": Style("Cable", "box", "#dcebf7", "#4a86b8"),
    "PressStatement": Style("Statement", "box", "#d9f2e6", "#1b9e77"),
    "Instrument": Style("Instrument", "box", "#efe6f5", "#80589c"),
    "Country": Style("Country", "dot", "#e69f00", "#8f6300", size=13),
    "Organization": Style("Organization", "square", "#c5ccd3", "#68727d", size=12),
    "Person": Style("Person", "dot", "#c5ccd3", "#68727d", size=10),
    "Topic": Style("Topic", "square", "#e8e2cf", "#8a7a4a", size=12),
}


def style(kind: str) -> Style:
    """The look of things of that kind; kinds of documents without a look of their own share one.

    >>> style("Decision").shape, style("Email").shape
    ('diamond', 'box')
    """
    return STYLES.get(kind, DOCUMENT if kind != "Other" else Style("Other", "dot", "#dddddd", "#888888"))
