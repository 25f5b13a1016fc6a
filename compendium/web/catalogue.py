"""``/questions``: the catalogue as calls with parameters in words, described in OpenAPI."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from compendium.about import about
from compendium.web.context import Context
from compendium.web.negotiate import TABLES, chosen, content_type, prefers
from compendium.web.pages.known import lexicon
from compendium.web.pages.show import shown
from compendium.web.pages.start import answered
from compendium.web.problems import MEDIA, Problem
from queries import Ambiguous, Answer, BadParameter, Question, answer, find_question
from queries.question import catalogue
from queries.result import Format, Result

FORMS: Final[dict[str, Format]] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
_LONGEST: Final = 1000


def routes(context: Context) -> list[BaseRoute]:
    """The list of questions, each question, and what describes them.

    >>> from tests.web.served import asked, context
    >>> from compendium.web.app import app
    >>> call = "/questions/documents-citing?document=08+STATE+900002"
    >>> asked(app(context()), call, headers={"Accept": "text/csv"}).text.splitlines()[0]
    'document,documentLabel,sent,label,caption,passage,number,words,rule'
    """

    def everything(request: Request) -> Response:
        if prefers(request.headers.get("accept", ""), "text/html", TABLES):
            return shown("questions.html", questions=catalogue(), headers={"Vary": "Accept"})
        told = [
            {"name": one.name, "question": one.question, "summary": one.summary, "example": one.example}
            for one in catalogue()
        ]
        return JSONResponse(told, headers={"Vary": "Accept"})

    def one(request: Request) -> Response:
        question = find_question(request.path_params["name"])
        if question is None:
            raise Problem(404, "there is no such question; /questions lists them")
        return _called(context, request, question)

    def described(_: Request) -> Response:
        return JSONResponse(openapi(context.settings.url))

    return [
        Route("/questions", everything),
        Route("/questions/{name}", one),
        Route("/openapi.json", described),
    ]


def _called(context: Context, request: Request, question: Question) -> Response:
    values = {name: value for name, value in request.query_params.items() if value.strip()}
    accept = request.headers.get("accept", "")
    if any(len(value) > _LONGEST for value in values.values()):
        raise Problem(400, f"a parameter has at most {_LONGEST} characters", cap="parameter")
    if prefers(accept, "text/html", TABLES):
        return _page(context, question, values)
    media = chosen(accept, TABLES)
    if media is None:
        raise Problem(406, f"the answer can be had as {', '.join(FORMS)}", accepted=list(FORMS))
    try:
        found = answer(context.pool, question, values, lexicon=lexicon(context))
    except Ambiguous as error:
        raise Problem(400, str(error), choices=list(error.choices)) from None
    body = Result(found.columns, found.rows).written(FORMS[media])
    headers = {"Vary": "Accept", "Cache-Control": "no-cache", "Content-Type": content_type(media)}
    return Response(body, headers={**headers, "Compendium-Searched": str(found.denominator)})


def _page(context: Context, question: Question, values: dict[str, str]) -> Response:
    """A form for the parameters, and below it the answer once those that are needed are given."""
    found: Answer | None = None
    wrong, status = "", 200
    choices: tuple[str, ...] = ()
    known: dict[str, Any] = {"question": question, "values": values, "rows": None, "passages": ()}
    if all(values.get(one.name) for one in question.parameters if one.required):
        try:
            found = answer(context.pool, question, values, lexicon=lexicon(context))
            known["rows"], known["passages"] = answered(found)
        except Ambiguous as error:
            wrong, choices, status = str(error), error.choices, 400
        except BadParameter as error:
            wrong, status = str(error), 400
    known |= {"answer": found, "wrong": wrong, "choices": choices}
    return shown("question.html", status=status, headers={"Vary": "Accept"}, **known)


def openapi(url: str) -> dict[str, Any]:
    """The catalogue in OpenAPI 3.1.

    >>> told = openapi("http://127.0.0.1:8765/")
    >>> told["openapi"], told["paths"]["/questions/documents-citing"]["get"]["parameters"][0]["name"]
    ('3.1.0', 'document')
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{about().title}: questions",
            "version": about().version,
            "description": about().summary,
            "license": {"name": "Apache 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": url.rstrip("/")}],
        "paths": {f"/questions/{one.name}": {"get": _operation(one)} for one in catalogue()},
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


_PROBLEM: Final = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "choices": {"type": "array", "items": {"type": "string"}},
    },
}


def _operation(question: Question) -> dict[str, Any]:
    columns = "\n".join(f"- {one.name}: {one.meaning}" for one in question.columns)
    wrong = {"content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    return {
        "operationId": question.name,
        "summary": question.question,
        "description": f"{question.summary}\n\nFor example: {question.example}\n\nColumns:\n\n{columns}",
        "tags": [question.number.rstrip("bcde")],
        "parameters": [
            {
                "name": one.name,
                "in": "query",
                "required": one.required,
                "description": f"a {one.type}, in words or by its IRI",
                "schema": {"type": "string", "minLength": 1, "maxLength": _LONGEST},
                "example": one.example,
            }
            for one in question.parameters
        ],
        "responses": {
            "200": {
                "description": "the rows of the answer",
                "content": {
                    media: {"schema": {"type": "object" if "json" in media else "string"}} for media in FORMS
                },
            },
            "400": {"description": "a parameter is missing, unknown or fits several things", **wrong},
            "406": {"description": "no such form", **wrong},
            "503": {"description": "too much for one answer, or all workers are taken", **wrong},
        },
    }
