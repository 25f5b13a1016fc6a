"""Made-up cables of the usual length and make, as many as are wanted: the same number gives the same cable.

Of ten cables seven report on ordinary business, two name a regime in passing, one is guidance for a meeting.
"""

import random
from collections.abc import Iterator
from typing import Final

POSTS: Final = (
    "PARIS",
    "LONDON",
    "OSLO",
    "BERLIN",
    "ANKARA",
    "SEOUL",
    "TOKYO",
    "CANBERRA",
    "RIO DE JANEIRO",
    "NEW DELHI",
)
COUNTRIES: Final = (
    "France",
    "Norway",
    "Germany",
    "Turkey",
    "Brazil",
    "India",
    "Japan",
    "Australia",
    "Argentina",
    "Italy",
)
SURNAMES: Final = (
    "Durham",
    "Conway",
    "Hollis",
    "Loring",
    "Walsh",
    "Hattersley",
    "Mercer",
    "Aldous",
    "Penrose",
    "Quill",
)
MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
TAGS: Final = ("PREL", "PGOV", "ECON", "ETRD", "PARM", "MNUC", "EAID", "KDEM", "SENV", "PHUM")
SUBJECTS: Final = (
    "HARVEST PROSPECTS AND THE NEW GRAIN BOARD",
    "MINISTER {who} ON THE BUDGET DEBATE",
    "PORT STRIKE ENTERS ITS SECOND WEEK",
    "CIVIL AVIATION TALKS: SECOND ROUND",
    "REGIONAL ELECTIONS: FIRST IMPRESSIONS",
    "VISIT OF THE FISHERIES COMMITTEE",
)
ORDINARY: Final = (
    "The Foreign Ministry's director for economic affairs, {who}, told econoff on {month} {day} "
    "that the draft budget would reach parliament before the recess.",
    "Prices for wheat and barley rose by {few} percent in the last quarter, and the grain board "
    "expects imports of {many} tons.",
    "Opposition deputies have called the plan unworkable, but most observers expect it to pass "
    "with small amendments.",
    "The port authority and the dockers' union met twice this week without result; a third "
    "meeting is set for {month} {day}.",
    "According to the Ministry of Transport, {few} new air routes were granted in the year, most "
    "of them to {country}.",
    "Embassy officers who travelled in the north found roads repaired and markets well supplied.",
    "{who} noted that relations with {country} had improved since the visit of the trade delegation.",
    "The press has given the matter little room, and editorials were divided along the usual lines.",
    "Contacts at the central bank said that reserves had fallen slightly, to the level of the year before.",
    "A new law on fisheries, which sets quotas for cod and herring, entered the committee stage "
    "on {month} {day}.",
    "The mayor thanked the Ambassador for the exchange of students and asked that it be continued "
    "for another {few} years.",
    "Local elections in {few} districts produced no surprises; turnout was lower than expected "
    "because of the weather.",
    "Comment: The government seems in no hurry to settle the dispute, and neither does the union. "
    "End comment.",
    "As reported ref A, the committee will hear witnesses from industry before it takes a decision.",
    "Econoff thanked {who} for the figures and said that the Embassy would report the views of "
    "the trade septel.",
    "The text of the agreement was sent by {year2} {post} {serial}, and no changes have been made since.",
)
PASSING: Final = (
    "{who} said that {country} remained interested in membership of the Missile Technology "
    "Control Regime and would study the Guidelines.",
    "On export controls, the Ministry expects its catch-all regulation to enter into force in {month}.",
    "{country} supported the proposal on brokering at the last Reinforced Point of Contact "
    "meeting, {who} said.",
    "The customs service asked for training in recognising items of the MTCR Annex (ref B).",
)
GUIDANCE: Final = (
    "The delegation should thank the Chair for the outreach to {country} that was agreed at the "
    "2003 Buenos Aires Plenary.",
    "Posts should urge host governments to report on catch-all controls, as agreed at the {plenary} Plenary.",
    "The delegation should support the proposal of {country} on intangible technology, outlined in REF A.",
    "If asked, the delegation may say that the United States is still studying the application of {country}.",
    "The delegation should not agree to the release of papers of the Information Exchange outside "
    "the Regime.",
    "{country} opposes the proposal and could not agree to it until its parliament has acted.",
    "Washington agencies ask that replies reach the Department by {month} {day}.",
)
PLENARIES: Final = ("2005 Madrid", "2006 Copenhagen", "2007 Athens", "2004 Seoul")


def cable(number: int, *, short: bool = False) -> str:
    """The cable of that number, of some 2 to 7 thousand characters; a *short* one has some thousand."""
    chance = random.Random(number)
    kind = chance.choices(("ordinary", "passing", "guidance"), (7, 2, 1))[0]
    year, month, day = 2003 + chance.randrange(7), chance.choice(MONTHS), 1 + chance.randrange(28)
    post = "STATE" if kind == "guidance" else chance.choice(POSTS)
    serial = 900_000 + number
    references = _references(chance, year)
    subject = (
        "MTCR: GUIDANCE FOR THE PLENARY" if kind == "guidance" else _filled(chance, chance.choice(SUBJECTS))
    )
    lines = [
        f"R {day:02d}{chance.randrange(24):02d}{chance.randrange(60):02d}Z {month} {year % 100:02d}",
        f"FM {'SECSTATE WASHDC' if post == 'STATE' else 'AMEMBASSY ' + post}",
        f"TO {'AMEMBASSY PARIS PRIORITY' if post == 'STATE' else 'SECSTATE WASHDC 1234'}",
        f"INFO AMEMBASSY {chance.choice(POSTS)}",
        f"C O N F I D E N T I A L {post} {serial:06d}",
        "",
        "SIPDIS",
        "",
        f"E.O. 12958: DECL: {MONTHS.index(month) + 1:02d}/{day:02d}/{year + 10}",
        f"TAGS: {', '.join(sorted(chance.sample(TAGS, 3)))}",
        f"SUBJECT: {subject.upper()}",
        "",
        *references,
        "",
        f"Classified By: Econoff {chance.choice(SURNAMES)}, reasons 1.4 (b) and (d).",
        "",
    ]
    for place in range(1, 2 if short else 6 + chance.randrange(8)):
        lines += [f"{place}. (C) {' '.join(_sentences(chance, kind))}", ""]
    return "\n".join([*lines, chance.choice(SURNAMES).upper(), ""])


def cables(count: int, first: int = 0, *, short: bool = False) -> Iterator[str]:
    """So many cables, one after the other."""
    return (cable(number, short=short) for number in range(first, first + count))


def _references(chance: random.Random, year: int) -> list[str]:
    items = [
        f"{chance.choice(POSTS)} {900_000 + chance.randrange(90_000)}" for _ in range(1 + chance.randrange(4))
    ]
    items += [f"{(year - 1) % 100:02d} STATE {900_000 + chance.randrange(90_000)} (NOTAL)"]
    return [
        f"{'REF: ' if not place else '     '}{'ABCDEF'[place]}. {item}" for place, item in enumerate(items)
    ]


def _sentences(chance: random.Random, kind: str) -> list[str]:
    bank = ORDINARY
    count = 3 + chance.randrange(3)
    said = [_filled(chance, chance.choice(bank)) for _ in range(count)]
    if kind == "guidance":
        said[: count - 1] = [_filled(chance, chance.choice(GUIDANCE)) for _ in range(count - 1)]
    elif kind == "passing" and chance.random() < 0.3:
        said[0] = _filled(chance, chance.choice(PASSING))
    return said


def _filled(chance: random.Random, words: str) -> str:
    return words.format(
        who=chance.choice(SURNAMES),
        country=chance.choice(COUNTRIES),
        post=chance.choice(POSTS),
        month=chance.choice(MONTHS).capitalize(),
        plenary=chance.choice(PLENARIES),
        year2=f"{3 + chance.randrange(7):02d}",
        serial=900_000 + chance.randrange(90_000),
        day=1 + chance.randrange(28),
        few=2 + chance.randrange(9),
        many=f"{chance.randrange(100, 900)},000",
    )
