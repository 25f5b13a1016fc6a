"""``compendium rebuild``: the graph again, from the documents that the store keeps."""

import os
import time

from compendium.commands.options import DEFAULT_STORE, Curation, Profiles, Store, known


def rebuild(store: Store = DEFAULT_STORE, profiles: Profiles = None, curation: Curation = None) -> None:
    """Make the graph again from the documents that the store keeps; the same documents give the same bytes.

    Example: compendium rebuild --store compendium.db
    """
    from compendium.commands.build import show
    from compendium.commands.guard import guarded
    from compendium.commands.progress import shown
    from compendium.commands.stop import stoppable
    from ingest.load import rebuild as again

    began = time.monotonic()
    with guarded(), shown() as (told, progress), stoppable(told):
        jobs = os.cpu_count() or 1
        done = again(store, knowledge=known(profiles), progress=progress, jobs=jobs, curation=curation)
    show(done, store, time.monotonic() - began)
