"""The routes of the API do what their OpenAPI says, for requests that nobody thought of."""

import json
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from compendium.web.app import app
from tests.web.served import context

DESCRIPTION = Path("compendium/web/reconcile/openapi.json")
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]

described = schemathesis.openapi.from_dict(json.loads(DESCRIPTION.read_text("utf-8")))
described.app = app(context())


@described.parametrize()
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_does_what_it_says(case: Any) -> None:
    case.call_and_validate(checks=CHECKS, headers={"Host": "127.0.0.1:8765"})
