"""What the service says of itself."""

import json
from importlib import resources
from typing import Final

from compendium.web.reconcile.kinds import ALL
from ontology.names import ID, REG

WIDTH: Final = 430
HEIGHT: Final = 300
PATH: Final = "/reconcile"


def described() -> object:
    """The description of the service as OpenAPI.

    >>> "/reconcile/suggest/entity" in described()["paths"]
    True
    """
    return json.loads((resources.files("compendium.web.reconcile") / "openapi.json").read_text("utf-8"))


def manifest(url: str) -> dict[str, object]:
    """The manifest of a service at that address.

    >>> told = manifest("http://127.0.0.1:8765/")
    >>> told["versions"], told["view"], len(told["defaultTypes"])
    (['0.2'], {'url': 'http://127.0.0.1:8765/id/{{id}}'}, 8)
    """
    root = url.rstrip("/")
    here = root + PATH
    return {
        "versions": ["0.2"],
        "name": "Compendium: documents and decisions of export-control regimes",
        "identifierSpace": ID,
        "schemaSpace": REG,
        "documentation": "https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/",
        "view": {"url": f"{root}/id/{{{{id}}}}"},
        "defaultTypes": [{"id": one.id, "name": one.name} for one in ALL],
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {
            name: {
                "service_url": here,
                "service_path": f"/suggest/{name}",
                "flyout_service_path": f"/flyout/{name}?id=${{id}}",
            }
            for name in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": [
                {
                    "name": "limit",
                    "label": "Limit",
                    "type": "number",
                    "default": 0,
                    "help_text": "so many values at most for each thing; 0: all, up to 100",
                }
            ],
        },
    }
