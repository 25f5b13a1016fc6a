"""The styles in which REF lists are written, by the ids of the catalogue of styles, with our own examples."""

import csv
from collections.abc import Mapping
from typing import Final

import pytest

from tests.ingest.telegram import telegram
from tests.shared import shared

STYLES: Final[Mapping[str, tuple[str, str]]] = {
    "L01": ("REF: BERN 412", "1 cable 2008BERN412"),
    "L02": ("Ref: Bern 41", "1 cable 2008BERN41"),
    "L03": ("REFS: A. BERN 41 B. BERN 42", "A cable 2008BERN41 | B cable 2008BERN42"),
    "L04": ("REFTEL: STATE 65432", "1 cable 2008STATE65432"),
    "L05": ("Ref(s): A) BERN 41", "A cable 2008BERN41"),
    "L06": ("REF STATE 65432", "1 cable 2008STATE65432"),
    "L07": ("REF: REF: STATE 65432", "1 cable 2008STATE65432"),
    "L08": ("Reference: BERN 41", "1 cable 2008BERN41"),
    "L10": ("SUBJECT: KITSREF: A. BERN 41", "A cable 2008BERN41"),
    "L11": ("A. REF BERN 41\nB. 06 BERN 88", "A cable 2008BERN41 | B cable 2006BERN88"),
    "E01": ("REF: A. BERN 41  B. BERN 42", "A cable 2008BERN41 | B cable 2008BERN42"),
    "E02": ("REF: A) BERN 41 B) BERN 42", "A cable 2008BERN41 | B cable 2008BERN42"),
    "E03": ("REF: (A) BERN 41 (b) BERN 42", "A cable 2008BERN41 | B cable 2008BERN42"),
    "E04": ("REF: A.) BERN 41", "A cable 2008BERN41"),
    "E05": ("REF: A: BERN 41; B: BERN 42", "A cable 2008BERN41 | B cable 2008BERN42"),
    "E06": ("REF: [A] Bern 41", "A cable 2008BERN41"),
    "E07": ("REF: A - Bern 41", "A cable 2008BERN41"),
    "E08": ("REF: A BERN 41, B BERN 42", "A cable 2008BERN41 | B cable 2008BERN42"),
    "E09": ("REF: A. A) BERN 41", "A cable 2008BERN41"),
    "E10": ("REF: A. REF A STATE 65432", "A cable 2008STATE65432"),
    "E11": ("REF: (1) STATE 65432 (2) BERN 41", "1 cable 2008STATE65432 | 2 cable 2008BERN41"),
    "E12": ("REF: BERN 41", "1 cable 2008BERN41"),
    "E13": (
        "REF: BERN 41; BERN 42; 07 BERN 1",
        "1 cable 2008BERN41 | 2 cable 2008BERN42 | 3 cable 2007BERN1",
    ),
    "E14": ("REF: A. BERN 41\n¶B. BERN 42", "A cable 2008BERN41 | B cable 2008BERN42"),
    "E15": ("REF: A) BERN 41\n- B) STATE 633", "A cable 2008BERN41 | B cable 2008STATE633"),
    "E16": ("REF: E) 04 BERN 41 F) 07 BERN 42", "E cable 2004BERN41 | F cable 2007BERN42"),
    "E17": (
        "REF: A) BERN 1 B) OSLO 2 B) OSLO 3",
        "A cable 2008BERN1 | B cable 2008OSLO2 | B cable 2008OSLO3",
    ),
    "E18": (
        "REF: A. BERN 1 B. OSLO 2\nD. OSLO 3",
        "A cable 2008BERN1 | B cable 2008OSLO2 | D cable 2008OSLO3",
    ),
    "E19": ("ref: a. 05 bern 41\nb. 06 bern 42", "A cable 2005BERN41 | B cable 2006BERN42"),
    "Y01": ("REF: BERN 41", "1 cable 2008BERN41"),
    "Y02": ("REF: 07 BERN 41", "1 cable 2007BERN41"),
    "Y03": ("REF: 2007 BERN 41", "1 cable 2007BERN41"),
    "Y04": ("REF: 07BERN41; 2005BERN42", "1 cable 2007BERN41 | 2 cable 2005BERN42"),
    "Y05": ("REF: '07 BERN 41", "1 cable 2007BERN41"),
    "Y06": ("REF: (99) BERN 41", "1 cable 1999BERN41"),
    "Y07": ("REF: BERN 41 (2007)", "1 cable 2007BERN41"),
    "Y08": ("REF: BERN 41/07", "1 cable 2007BERN41"),
    "Y09": ("REF: BERN 41-07", "1 cable 2007BERN41"),
    "Y10": ("REF: BERN 00041 07", "1 cable 2007BERN41"),
    "Y11": ("REF: STATE (01) 65432", "1 cable 2001STATE65432"),
    "Y12": ("REF: USUN 612 OF 1974", "1 cable 1974USUN612"),
    "Y13": ("REF: STATE 65432 (11/30/75)", "1 cable 1975STATE65432"),
    "Y14": ("REF: 094 BERN 41", "1 cable 1994BERN41"),
    "Y15": ("REF: O4 BERN 41", "1 cable 2004BERN41"),
    "N01": ("REF: STATE 4976", "1 cable 2008STATE4976"),
    "N02": ("REF: STATE 004976", "1 cable 2008STATE4976"),
    "N03": ("REF: BERN #41", "1 cable 2008BERN41"),
    "N04": ("REF: 412 BERN", "1 cable 2008BERN412"),
    "N05": ("REF: BERN, 41", "1 cable 2008BERN41"),
    "N06": ("REF: BERN (C)00041", "1 cable 2008BERN41"),
    "N07": ("REF: A. BERN 41 B. 42 AND PREVIOUS", "A cable 2008BERN41 | B cable 2008BERN42"),
    "N08": ("REF: E: Bern", "E other -"),
    "N09": ("REF: 07-BERN-41", "1 cable 2007BERN41"),
    "M01": ("REF: BERN 41 AND 42", "1 cable 2008BERN41 | 2 cable 2008BERN42"),
    "M02": ("REF: STATE 4, 5, 6", "1 cable 2008STATE4 | 2 cable 2008STATE5 | 3 cable 2008STATE6"),
    "M03": (
        "REF: Bern 41/42; Oslo 1/2/3",
        "1 cable 2008BERN41 | 2 cable 2008BERN42 | 3 cable 2008OSLO1 | 4 cable 2008OSLO2 | 5 cable 2008OSLO3",
    ),
    "M04": ("REF: STATE 65432 & USUN 41", "1 cable 2008STATE65432 | 2 cable 2008USUNNEWYORK41"),
    "M05": ("REF: BERN 41 AND PREVIOUS", "1 cable 2008BERN41"),
    "M08": ("REF: BERN 41 ET AL", "1 cable 2008BERN41"),
    "Q01": ("REF: BERN 41 (NOTAL)", "1 cable 2008BERN41"),
    "Q02": ("REF: STATE 26727 (BROKERS)", "1 cable 2008STATE26727"),
    "Q03": ('REF: BERN 41 ("A LONG STORY")', "1 cable 2008BERN41"),
    "Q07": ("REF: A. (S) TD-315/00001-05", "A report report-td-315-00001-05"),
    "P01": ("REF: SECSTATE 65432", "1 cable 2008STATE65432"),
    "P02": ("REF: EMBASSY BERN 41", "1 cable 2008BERN41"),
    "P03": ("REF: BUENOS AIRES 41", "1 cable 2008BUENOSAIRES41"),
    "P04": (
        "REF: HCMC 41; BKK 42; PORT A 43",
        "1 cable 2008HOCHIMINHCITY41 | 2 cable 2008BANGKOK42 | 3 cable 2008PORTAUPRINCE43",
    ),
    "P05": ("REF: CANBERAR 41", "1 cable 2008CANBERRA41"),
    "P06": ("REF: Bern 41", "1 cable 2008BERN41"),
    "P07": ("REF: STATE'S 6543", "1 cable 2008STATE6543"),
    "P08": ("REF: BUENOS\nAIRES 41", "1 cable 2008BUENOSAIRES41"),
    "P09": (
        "REF: ST. PETERSBURG 75; PORT-OF-SPAIN 220",
        "1 cable 2008STPETERSBURG75 | 2 cable 2008PORTOFSPAIN220",
    ),
    "P13": ("REF: STATE 65432 CIRCULAR", "1 cable 2008STATE65432"),
    "O01": ("REF: HALE-ROWE E MAIL OF 03-04-08", "1 email email-2008-03-04-hale-rowe"),
    "O02": ("REF: HALE/ROWE TELCON 03/04/08", "1 telcon telcon-2008-03-04-hale-rowe"),
    "O03": ("REF: MEMO OF 03/04/08", "1 memo memo-2008-03-04"),
    "O04": ("REF: IIR 0 000 0001 08", "1 report report-iir-0-000-0001-08"),
    "O05": ("REF: TD-315/00001-05", "1 report report-td-315-00001-05"),
    "O06": ("REF: OSC EUP20080102000000", "1 press press-osc-eup20080102000000"),
    "O08": ("REF: SECDEF 12346; USDOC 06989", "1 cable 2008SECDEF12346 | 2 cable 2008USDOC6989"),
    "O09": ("REF: USUN A-578, April 30, 1976", "1 airgram 1976USUNA578"),
    "O11": ("REF: MTCR POC 124/2006 - MAY 2 2006", "1 regime-document mtcr-poc-124-2006"),
    "O13": ("REF: OSLO POINTS JULY 16", "1 other -"),
    "O16": ("REF: 2004 HUMAN RIGHTS REPORT FOR OSLO", "1 report report-2004-human-rights-report-for-oslo"),
    "X01": (
        "REF: A. BERN 41\nROME 00000012  001.2 OF 004\nB. BERN 42",
        "A cable 2008BERN41 | B cable 2008BERN42",
    ),
    "X02": ("REF: A. ROME 12\nB. BERN 42", "B cable 2008BERN42"),
    "X03": ("REF: OCTOBER 29", "1 other -"),
    "X04": ("REF: STATE 65432 \\", "1 cable 2008STATE65432"),
    "X05": ("REF: C0TONOU 348", "1 cable 2008COTONOU348"),
}

UNREAD: Final[Mapping[str, tuple[str, str]]] = {
    "L09": ("Re Deptel 43", "Re without a colon begins a sentence as often as a list"),
    "Q04": ("REF: Embtel 45 rptd info Rome 3", "relative to the sender, as P11"),
    "Q05": ("REF: Bern to Bonn 29", "two posts, and either may have numbered it"),
    "Q06": ("REF: Deptel 45[fn]", "relative to the sender, as P11"),
    "P10": ("REF: your 94", "relative to the sender"),
    "P11": ("REF: Embtel 45", "relative to the sender: which of several addressees is meant is not said"),
    "P12": ("REF: Secto 56; Delga 78", "a series of messages of a delegation, not of a post"),
    "O07": ("REF: CINCPAC 180031Z Aug", "a message that is known by its time only"),
    "O10": ("REF: 9 FAM APPENDIX L", "a manual"),
    "O12": ("REF: UNSCR 1540 COMMITTEE NOTICE", "no series of notices is known"),
    "O14": ("REF: EXP.LIC. D000001", "a licence"),
    "O15": ("REF: EmbDesp 26", "relative to the sender, as P11"),
}
BODY: Final = ("M06", "M07")
"""Listed under "multiple", but written in paragraphs, not in REF lists."""


@pytest.mark.parametrize("style", STYLES)
def test_a_style_is_read(style: str) -> None:
    written, expected = STYLES[style]
    found = telegram("1. (C) We met.", ref=written).references
    assert " | ".join(f"{one.label} {one.type} {one.target or '-'}" for one in found) == expected


@pytest.mark.parametrize("style", UNREAD)
def test_of_a_style_that_is_not_read_nothing_is_guessed(style: str) -> None:
    found = telegram("1. (C) We met.", ref=UNREAD[style][0]).references
    assert [one.target for one in found if one.target is not None] == []
    assert all(one.why for one in found)


def test_every_style_of_the_catalogue_is_accounted_for() -> None:
    with shared("ref_styles.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["id"] for row in csv.DictReader(file) if row["group"] != "body"}
    assert listed == {*STYLES, *UNREAD, *BODY}
