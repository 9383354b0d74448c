import inspect
import pickle
import re

import pytest

from rashomon import errors
from rashomon.errors import InputEmpty, RashomonError

CLASSES = [value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, RashomonError)]
STEP = 4
"""Columns that each level of the drawn tree is set in by."""


def drawn_tree() -> dict[str, str]:
    """Each class of the docstring's tree with the class that it hangs under."""
    parents, path = {}, []
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"^([│├└─\s]*)([A-Z]\w+)(?:\s{2,}(\S.*))?$", line)
        if found is None:
            continue
        depth = (len(found[1]) + STEP - 1) // STEP
        assert depth == 0 or found[3], f"{found[2]} is not explained"
        path[depth:] = [found[2]]
        parents[found[2]] = path[depth - 1] if depth else "Exception"
    return parents


def test_the_drawn_tree_is_the_tree() -> None:
    assert drawn_tree() == {cls.__name__: cls.__bases__[0].__name__ for cls in CLASSES}


@pytest.mark.parametrize("cls", CLASSES)
def test_every_error_travels_between_processes(cls: type[RashomonError]) -> None:
    back = pickle.loads(pickle.dumps(cls("It broke.", "Mend it.")))
    assert (type(back), str(back), back.next_step) == (cls, "It broke. Mend it.", "Mend it.")


def test_an_error_without_a_next_step_has_no_space_at_its_end() -> None:
    assert str(InputEmpty("Nothing is in it.")) == "Nothing is in it."
