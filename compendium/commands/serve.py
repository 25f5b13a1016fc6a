"""``compendium serve``: the store for programs and browsers, on this machine."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, TypeAlias

import typer

from compendium.commands.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from compendium.web.settings import Settings
    from queries.contain import Pool


Hosts: TypeAlias = Annotated[
    list[str] | None, typer.Option("--allow-host", help="A further name that this service has in URLs.")
]
Origins: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--cors", metavar="ORIGIN", help="A site whose pages may read what is served; '*' for all."),
]
TokenFile: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Allow writing with the token in FILE, which is made if absent."),
]
Scratch: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Serve a plain store without documents, made if absent.")
]
Log: TypeAlias = Annotated[
    str | None, typer.Option(metavar="FILE", help="Write a line for each request; - for standard error.")
]
Port: TypeAlias = Annotated[int, typer.Option(help="Where to listen; 0: any port that is free.")]
Proxies: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--proxy", metavar="ADDRESS", help="A proxy that says truly who sent a request."),
]
Public: TypeAlias = Annotated[bool, typer.Option("--public", help="Listen where other machines can ask.")]


def serve(
    store: Store = DEFAULT_STORE,
    port: Port = 8765,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    public: Public = False,
    allow_host: Hosts = None,
    cors: Origins = None,
    token_file: TokenFile = None,
    scratch: Scratch = None,
    workers: Annotated[int, typer.Option(help="Queries that run at the same time.", min=1)] = 2,
    seconds: Annotated[float, typer.Option(help="How long a query may take.", min=0.1)] = 5.0,
    log: Log = None,
    proxy: Proxies = None,
) -> None:
    """Serve the store: SPARQL, pages and data for each thing, to this machine alone unless told otherwise.

    Example: compendium serve --port 8765
    """
    from compendium.commands.shown import fail
    from compendium.web.settings import LOOPBACK, Settings
    from compendium.web.token import token
    from queries import Fault
    from queries.contain import Limits, Pool

    _here(host, public)
    place = store if scratch is None else _scratch(scratch)
    secret, made = token(token_file, make=token_file is not None or scratch is not None)
    settings = Settings(
        place,
        host=host,
        port=port,
        token=secret,
        allowed_hosts=(*LOOPBACK, host, *(allow_host or ())),
        origins=tuple(cors or ()),
        workers=workers,
        limits=Limits(seconds=seconds),
        scratch=scratch is not None,
    )
    try:
        with Pool(place, limits=settings.limits, workers=workers) as pool:
            if public and not pool.sealed:
                fail("this system lets no process be without a network, and so --public is refused", code=2)
            _run(settings, pool, secret if made else None, log, tuple(proxy or ()))
    except Fault as error:
        fail(str(error), code=2)
    except OSError as error:
        fail(f"cannot listen on {host} port {port}: {error.strerror or error}", code=2)


def _here(host: str, public: bool) -> None:
    """End where other machines could ask and nobody said that they may."""
    if host not in ("127.0.0.1", "localhost", "::1") and not public:
        raise typer.BadParameter("other machines can ask there: say --public too", param_hint="--host")


def _run(
    settings: "Settings", pool: "Pool", secret: str | None, log: str | None, proxies: tuple[str, ...]
) -> None:
    from compendium.web.app import app
    from compendium.web.context import Context
    from compendium.web.search.kept import kept
    from compendium.web.server import Server, listening
    from compendium.web.state import State, state
    from compendium.web.writing import Writer

    with listening(settings.host, settings.port) as made, _Log(log) as lines:
        settings = settings.at(made.getsockname()[1])
        writer = Writer(settings.store) if settings.token is not None else None
        context = Context(settings, pool, State(state(settings.store)), writer)

        def ready() -> None:
            if not settings.scratch:
                kept(settings.store).renew()
            typer.echo(f"Serving {settings.store} at {settings.url} (stop with Ctrl-C)")
            if secret is not None:
                typer.echo(f"Token for writing: {secret}")

        try:
            Server(app(context, log=lines.write), ready=ready, proxies=proxies).run_on(made)
        finally:
            if writer is not None:
                writer.close()


class _Log:
    """The access log: a file that grows, standard error, or nothing."""

    def __init__(self, name: str | None) -> None:
        self.file: TextIO | None = None
        if name == "-":
            self.file = sys.stderr
        elif name is not None:
            self.file = Path(name).open("a", encoding="utf-8", buffering=1)  # noqa: SIM115

    def __enter__(self) -> "_Log":
        return self

    def __exit__(self, *_: object) -> None:
        if self.file is not None and self.file is not sys.stderr:
            self.file.close()

    def write(self, line: str) -> None:
        if self.file is not None:
            self.file.write(line)


def _scratch(folder: Path) -> Path:
    """The folder of a plain store, which is made where there is none."""
    import pyoxigraph as ox

    if (folder / "journal").exists():
        raise typer.BadParameter(
            f"{folder} is made of documents: serve it with --store", param_hint="--scratch"
        )
    if not (folder / "graph").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        ox.Store(str(folder / "graph")).flush()
    return folder
