"""What pages need besides the workspace, loaded before a reader waits for it."""

from threading import Thread
from typing import get_args

from rashomon.codebook.actors import load_actors
from rashomon.codebook.questions import questions
from rashomon.web.atlas.labels import towns
from rashomon.web.atlas.outlines import Detail, countries
from rashomon.web.templating import environment


def warm_up() -> Thread:
    """Load the codebook, the templates and the outlines of the map in a thread of its own, beside the first pages."""
    thread = Thread(target=_load, name="warming up", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    load_actors()
    questions()
    for name in environment().list_templates():
        environment().get_template(name)
    for detail in get_args(Detail):
        countries(detail)
    towns()
