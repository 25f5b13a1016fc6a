"""Writing to a store that is served: by one process apart, one change after the other.

An update can end the engine as a query can, and the engine loses changes that are made at the same time. So
there is one writer, in a process of its own, which acknowledges a change when it is on the disk.

What Compendium derives belongs to the documents: nobody changes it by hand (``touch``).
"""

from compendium.web.writing.change import Change, Delete, Done, Put, Update
from compendium.web.writing.writer import Writer

__all__ = ["Change", "Delete", "Done", "Put", "Update", "Writer"]
