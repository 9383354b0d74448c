"""By which words a text says whose reporting it is."""

import pytest

from rashomon.codebook.copying import agencies_told


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("A driver told AFP that the road was closed.", ("AFP",)),
        ("The mayor told The Associated Press and a Reuters reporter saw it.", ("AP", "Reuters")),
        ("MARFA (AP): The road is closed.", ("AP",)),
        ("The road is closed. – Interfax", ("Interfax",)),
        ("Agencies of the state told nobody; the AA helped motorists, as AFPX knows.", ()),
    ],
)
def test_agencies_are_told_by_their_names(text: str, agencies: tuple[str, ...]) -> None:
    assert agencies_told(text) == agencies
