"""Errors that a user can do something about become one line and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer


@contextmanager
def guarded() -> Iterator[None]:
    """Print the message of a refused file, a store in trouble or an unusable table, and leave with 2."""
    from ingest.load.errors import StoreError
    from ingest.read import Refused
    from ingest.tables.rows import TableError

    try:
        yield
    except Refused as error:
        typer.echo(f"compendium: {error} [{error.code}]", err=True)
        raise typer.Exit(2) from error
    except (StoreError, TableError) as error:
        typer.echo(f"compendium: {error}", err=True)
        raise typer.Exit(2) from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        typer.echo(f"compendium: {place}{error.strerror or error}", err=True)
        raise typer.Exit(2) from error
