"""``compendium link``: judged links to other datasets; new ones are asked for and proposed to a person."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeAlias

import typer

from compendium.commands.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from compendium.linking.propose import Target
    from compendium.linking.thing import Thing
    from queries.fetch import Bounds


class Form(StrEnum):
    """The forms that links are written in."""

    SSSOM = "sssom"
    TTL = "ttl"
    NQ = "nq"


class Kind(StrEnum):
    """The kinds of things that can be linked."""

    COUNTRY = "country"
    PLACE = "place"
    REGIME = "regime"
    MEETING = "meeting"
    PERSON = "person"
    ORGANIZATION = "organization"
    INSTRUMENT = "instrument"
    POST = "post"


FormOption: TypeAlias = Annotated[
    Form, typer.Option("--format", "-f", help="How the links that hold are written.")
]
Output: TypeAlias = Annotated[
    Path | None, typer.Option("-o", "--output", help="A file; else the terminal, or the store's table.")
]
TargetOption: TypeAlias = Annotated[
    str | None, typer.Option("--target", help="Ask for new links: wikidata, geonames or dbpedia.")
]
EndpointOption: TypeAlias = Annotated[str | None, typer.Option(help="Ask there, not at the usual address.")]
Service: TypeAlias = Annotated[
    str | None, typer.Option(help="What is asked: sparql or reconciliation (W3C Reconciliation API).")
]
Kinds: TypeAlias = Annotated[list[Kind] | None, typer.Option("--kind", help="Only these kinds of things.")]
Limit: TypeAlias = Annotated[int | None, typer.Option(min=1, help="Ask about so many things at most.")]
FromDocuments: TypeAlias = Annotated[
    bool, typer.Option("--from-documents", help="Also send names that only unclassified passages give.")
]
Timeout: TypeAlias = Annotated[float, typer.Option(min=0.1, help="Seconds for one answer as a whole.")]
Most: TypeAlias = Annotated[int, typer.Option("--max-bytes", min=1000, help="Bytes of one answer.")]
Tries: TypeAlias = Annotated[int, typer.Option(min=1, max=6, help="How often one question is asked.")]
Jobs: TypeAlias = Annotated[int, typer.Option(min=1, max=4, help="How many questions at a time.")]
Refresh: TypeAlias = Annotated[bool, typer.Option(help="Ask again what was answered before.")]
Contact: TypeAlias = Annotated[
    str | None, typer.Option(help="An address that the service's keeper can write to; it is sent.")
]
Proxy: TypeAlias = Annotated[str | None, typer.Option(help="The address of a proxy; none by default.")]
DryRun: TypeAlias = Annotated[bool, typer.Option("--dry-run", help="Show what would be sent; send nothing.")]


def link(
    form: FormOption = Form.SSSOM,
    output: Output = None,
    target: TargetOption = None,
    endpoint: EndpointOption = None,
    service: Service = None,
    kind: Kinds = None,
    limit: Limit = None,
    from_documents: FromDocuments = False,
    timeout: Timeout = 60.0,
    most: Most = 8 * 1024 * 1024,
    tries: Tries = 3,
    jobs: Jobs = 2,
    refresh: Refresh = False,
    contact: Contact = None,
    proxy: Proxy = None,
    dry_run: DryRun = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the links to other datasets that hold, or (--target) ask for new ones for a person to judge.

    Example: compendium link --format sssom -o compendium.sssom.tsv
    """
    from compendium.commands.shown import fail
    from compendium.linking.propose import target as find
    from queries import BadParameter, Fault
    from queries.fetch import Bounds

    try:
        if target is None:
            if endpoint is not None or service is not None:
                raise BadParameter("--endpoint and --service go with --target")
            _write(store, form, output)
            return
        found = find(target, endpoint=endpoint, service=service)
        things = _things(store, found, kind, limit, from_documents=from_documents)
        if dry_run:
            _show(found, things)
            return
        bounds = Bounds(min(10.0, timeout), timeout, most, proxy)
        run = _Run(store, found, bounds, contact, output)
    except Fault as error:
        fail(str(error), code=2)
    run.go(things, tries=tries, jobs=jobs, refresh=refresh)


def _write(store: Path, form: Form, output: Path | None) -> None:
    from compendium.linking.stated import written
    from queries import open_reader

    text = written(open_reader(store), form=form.value)
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")


def _things(
    store: Path, found: "Target", kinds: list[Kind] | None, limit: int | None, *, from_documents: bool
) -> "tuple[Thing, ...]":
    from compendium.linking.thing import things
    from queries import open_reader

    names = [one.value for one in kinds or list(Kind)]
    wanted = things(
        open_reader(store), names, namespace=found.dataset.namespace, from_documents=from_documents
    )
    return wanted[:limit]


def _show(found: "Target", things: "tuple[Thing, ...]") -> None:
    typer.echo(f"would ask {found.endpoint} about {len(things)} things:")
    for one in things:
        codes = " ".join(filter(None, (one.iso3, one.geonames, one.country)))
        typer.echo(f"  {one.id}\t{'; '.join(one.names)}\t{codes}")


class _Run:
    """One run: who is asked, and into which table."""

    def __init__(
        self, store: Path, found: "Target", bounds: "Bounds", contact: str | None, output: Path | None
    ) -> None:
        from compendium.linking.propose import service_of
        from ingest.load.layout import existing
        from queries.remote import AGENT

        layout = existing(store)
        agent = AGENT if contact is None else f"{AGENT[:-1]}; {contact})"
        self.found, self.service = found, service_of(found, bounds, agent)
        self.sheet = output or layout.links / f"{found.dataset.id}.tsv"
        self.answers = layout.root / "answers"
        self.counts, self.folder = output is None, layout.links

    def go(self, things: "tuple[Thing, ...]", *, tries: int, jobs: int, refresh: bool) -> NoReturn:
        """Ask, write the table, tell what was found and what was not; 1 where something is missing."""
        import time
        from datetime import UTC, datetime

        from compendium.commands.guard import guarded
        from compendium.linking.asking import Manners, ask
        from compendium.linking.cache import Cache
        from compendium.linking.propose import merged, proposed, settled, summary
        from ingest.links.judged import read, written
        from ingest.load.layout import write_whole

        with guarded():
            there = self.sheet.is_file()
            kept = read(self.sheet.read_text(encoding="utf-8"), str(self.sheet)) if there else ()
            asked = {one.id: one for one in things if one.id not in settled(kept)}
            manners = Manners(lambda: datetime.now(UTC).date().isoformat(), time.sleep, tries, jobs)
            outcome = ask(self.service, tuple(asked.values()), Cache(self.answers, refresh), manners)
            rows = proposed(tuple(asked.values()), outcome, self.found)
            self.sheet.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.sheet, written(merged(kept, rows)).encode())
        for line in summary(rows, outcome, asked):
            typer.echo(line, err=line.startswith(self.found.endpoint))
        typer.echo(f"{self.sheet}: write same or not-same, who, when and why beside each candidate.")
        where = "" if self.counts else f" (in {self.folder})"
        typer.echo(f"What is judged the same{where} holds from the next build on; nothing else does.")
        raise typer.Exit(1 if outcome.failures or outcome.unasked else 0)
