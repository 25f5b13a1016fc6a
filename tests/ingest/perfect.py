"""The extraction that a gold asks for, in its JSON form: what a flawless reader would print."""

from collections.abc import Mapping
from typing import Any


def perfect(gold: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "document": dict(gold["document"]),
        "references": [dict(row) for row in gold.get("references") or ()],
        "passages": [row for given in gold["passages"] for row in _passages(given)],
        "citations": [dict(row) for row in gold.get("citations") or () for _ in range(row.get("count", 1))],
        "meetings": [dict(row) for row in gold.get("meetings") or ()],
        "decisions": [_decision(row) for row in gold.get("decisions") or ()],
        "proposals": [dict(row) for row in gold.get("proposals") or ()],
        "countries": [
            {"iso3": code.split("|")[0], "passages": ["1"] if where is True else where}
            for code, where in (gold.get("countries_mentioned") or {}).items()
        ],
        "directives": [_directive(row) for row in gold.get("directives") or ()],
        "positions": [row | {"holder": row["holder"].split("|")[0]} for row in gold.get("positions") or ()],
        "implementations": [
            *(gold.get("implementations") or ()),
            *(
                row | {"implementer": row["country"]}
                for row in gold.get("statements") or ()
                if "implements" in row
            ),
        ],
    }


def _passages(given: Mapping[str, Any]) -> list[dict[str, Any]]:
    status = "inferred" if given.get("inferred") else "stated"
    heading = given.get("heading")
    rows = [
        {
            "number": given["number"],
            "number_status": status,
            "marking": given.get("marking"),
            "heading": None if heading == "lost" else heading,
        }
    ]
    for part in given.get("parts") or ():
        number = f"{given['number']}.{part}"
        rows.append({"number": number, "number_status": "stated", "marking": given.get("part_marking")})
    for bullet in range(1, given.get("bullets", 0) + 1):
        rows.append({"number": f"{given['number']}.{bullet}", "number_status": "inferred", "marking": None})
    return rows


def _decision(row: Mapping[str, Any]) -> dict[str, Any]:
    concerns = [*(row.get("concerns") or ()), *([row["country"]] if "country" in row else [])]
    return {**row, "concerns": concerns}


def _directive(row: Mapping[str, Any]) -> dict[str, Any]:
    modality = row["modality"]
    return {**row, "modality": modality if isinstance(modality, str) else modality[0]}
