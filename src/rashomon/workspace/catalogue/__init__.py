"""The catalogue: what pages ask of a workspace, laid out for quick answers in a file beside it.

It holds nothing of its own: it is made from the workspace, follows it when that changes, and may be deleted at any time.
"""

from rashomon.workspace.catalogue.file import Catalogue
from rashomon.workspace.catalogue.fill import Listener

__all__ = ["Catalogue", "Listener"]
