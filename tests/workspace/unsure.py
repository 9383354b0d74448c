"""Three reports of American strikes on one day, of which two are one incident and the third may be of it."""

from pathlib import Path

TEXTS = {
    "hill": "BEIRUT, 3 March 2021 (Hill Courier) - Warplanes of the United States struck a warehouse in Deir ez-Zor on "
    "Tuesday, medics said. Five people died.\n",
    "plain": "BAGHDAD, 5 March 2021 (Plain Dealer) - An American drone strike hit trucks in Anbar on Tuesday, a police "
    "officer said. Eight people were wounded.\n",
    "echo": "AMMAN, 3 March 2021 (Desert Echo) - US jets hit a base of Kataib Hezbollah on Tuesday, the group said.\n",
}
UNSURE = {"Airstrike, Deir ez-Zor, by United States", "Drone strike, Anbar, by United States"}
"""The two incidents that they make; hardly anything keeps them apart."""


def written_to(folder: Path) -> list[Path]:
    """The reports as files."""
    folder.mkdir(exist_ok=True)
    files = [folder / f"{name}.txt" for name in TEXTS]
    for file, text in zip(files, TEXTS.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    return files
