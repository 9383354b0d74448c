"""Files that the package ships beside its code: where they lie, and whether one is what it was when it was made."""

import hashlib
from pathlib import Path


def models_folder() -> Path:
    """The folder of the weights: inside an installed package, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parent
    packed = package / "models"
    return packed if packed.is_dir() else package.parents[1] / "models"


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, as hex digits. Raises OSError where it can't be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
