"""From trained seeds to what is published: measures on dev, and the folder that the package ships."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from rich.console import Console

from rashomon.read.neural.decode import Settings
from training.dev import open_session, scored
from training.fit import attribution_pairs, calibration_error, crossed_error, curve, entity_pairs, fit_settings
from training.heads import Reader
from training.measure import measures
from training.pack import load, pack, settings_of
from training.plot import plot_reliability

FORMS = {"float": (False, False), "int8": (True, True), "int8, 8 bits": (True, False)}
"""How a seed is exported for measuring: int8 or not, and with weights reduced to 7 bits or not."""
console = Console(soft_wrap=True)
Measures = dict[str, dict[str, dict[str, float]]]
"""Figures by form, seed and name."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A packed reader with its settings and its curves."""

    settings: Settings
    curves: dict[str, list[list[float]]]
    errors: dict[str, float]


def measure_seeds(folders: Sequence[Path], target: Path) -> None:
    """Write the measures of each seed in each form to `target`, and print their means."""
    found: Measures = {}
    for folder in folders:
        reader = load(folder / "reader.pt")
        for form, (int8, reduced) in FORMS.items():
            packed = folder / form.replace(", ", "-").replace(" ", "-")
            pack(reader, packed, settings_of(reader), {}, int8=int8, reduced=reduced)
            settings = fitted_settings(reader, packed)
            found.setdefault(form, {})[folder.name] = measures(packed, settings, events=reader.knows_events)
            console.print(f"{folder.name}, {form}: done")
    target.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    table = table_of(found)
    console.print(table, markup=False)
    write_between_marks(target.with_name("MODEL_CARD.md"), table)


def table_of(found: Measures) -> str:
    """The mean of the seeds by figure and form, with each seed's figure in int8, as a table in Markdown.

    What a seed was not trained for has no figure.
    """
    seeds = list(found["int8"])
    heads = ["figure", *(f"{form}, mean" for form in found), *(f"int8, {seed}" for seed in seeds)]
    rows = ["| " + " | ".join(heads) + " |", "| --- |" + " --- |" * (len(heads) - 1)]
    for name in max(found["int8"].values(), key=len):
        by_form = [[seed[name] for seed in by_seed.values() if name in seed] for by_seed in found.values()]
        each = [found["int8"][seed].get(name) for seed in seeds]
        told = [*(mean(values) for values in by_form), *each]
        rows.append(f"| {name} | " + " | ".join("–" if value is None else f"{value:.3f}" for value in told) + " |")
    return "\n".join(rows)


def write_between_marks(card: Path, table: str) -> None:
    """Put the table into the model card, in the place of the one before it."""
    before, mark, rest = card.read_text(encoding="utf-8").partition("<!-- measures -->")
    card.write_text(f"{before}{mark}\n{table}\n<!-- end -->{rest.partition('<!-- end -->')[2]}", encoding="utf-8")


def fitted_settings(reader: Reader, packed: Path) -> Settings:
    """The settings that decode a packed reader best on dev."""
    session = open_session(packed)
    return fit_settings(scored(session, "polnear"), scored(session, "world"), settings_of(reader))


def ship(folder: Path, models: Path, docs: Path) -> None:
    """Write a seed to `models`, fitted on dev as it is shipped, and its reliability to `docs`."""
    reader = load(folder / "reader.pt")
    pack(reader, models, settings_of(reader), {})
    fitted = fit(reader, models, docs)
    pack(reader, models, fitted.settings, fitted.curves)
    console.print({"settings": fitted.settings, "calibration error": fitted.errors})


def fit(reader: Reader, models: Path, docs: Path) -> Fitted:
    """Everything that is fitted on dev for the packed reader in `models`."""
    session = open_session(models)
    corpora = {name: scored(session, name) for name in ("polnear", "world", "ner_worldwide", "re3d")}
    settings = fit_settings(corpora["polnear"], corpora["world"], settings_of(reader))
    pairs = {
        "attribution": attribution_pairs([*corpora["polnear"], *corpora["world"]], settings),
        "entity": entity_pairs([*corpora["ner_worldwide"], *corpora["re3d"]]),
    }
    curves = {layer: curve(found) for layer, found in pairs.items()}
    errors = {layer: calibration_error(found, curves[layer]) for layer, found in pairs.items()}
    errors |= {f"{layer}, on unseen halves": crossed_error(found) for layer, found in pairs.items()}
    plot_reliability({layer: (found, curves[layer]) for layer, found in pairs.items()}, docs / "reliability.svg")
    return Fitted(settings, curves, {name: round(error, 4) for name, error in errors.items()})
