"""A user's own files: part of the codebook while they are chosen, and refused where they break its schema."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.codebook import take_up
from rashomon.codebook.actors import load_actors
from rashomon.codebook.grades import estimate_rules
from rashomon.codebook.outlets import outlet_named
from rashomon.codebook.places import load_places
from rashomon.codebook.silence import missed_parts
from rashomon.codebook.tables import digest
from rashomon.config import Config
from rashomon.errors import CodebookInvalid
from rashomon.model import Claimant, Reading
from rashomon.pipeline import build_ledger, read_many
from rashomon.read import annotators, reader_version
from rashomon.reconcile.weight.kinds import kinds_of
from rashomon.resolve import actor_context, resolve_actor
from tests.builders import make_report

DOCS = Path(__file__).parents[2] / "docs" / "codebook.md"
HEAD = 'source = "ours"\n[actors]\n'


@pytest.fixture(autouse=True)
def _ours_alone_afterwards() -> Iterator[None]:
    yield
    take_up(())


def write(folder: Path, text: str, name: str = "actors.toml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example of docs/codebook.md as a folder."""
    found = re.search(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return write(tmp_path / "own", found[1], "actors_example.toml")


def test_the_example_of_the_docs_is_found_in_reports(example: Path) -> None:
    assert "xyz.river_guard" not in load_actors().by_id
    take_up((example,))
    context = actor_context(make_report("BAGHDAD - The River Guard said nothing in Iraq.", day="2024-04-01"))
    assert resolve_actor("Haras an-Nahr", context).actor == "xyz.river_guard"
    assert resolve_actor("حرس النهر", context).actor == "xyz.river_guard"
    spokesman = resolve_actor("the River Guard spokesman", context)
    assert (spokesman.actor, spokesman.role) == ("person.salim_nahri", "River Guard spokesman")
    assert load_actors().by_id["xyz.river_guard"].member_of[0].of == "irq.pmf"


def test_the_codebook_is_ours_again_where_no_folder_is_chosen(example: Path) -> None:
    before = digest()
    take_up((example,))
    assert digest() != before
    take_up(())
    assert digest() == before
    assert "xyz.river_guard" not in load_actors().by_id


def test_the_readers_version_tells_of_the_files(example: Path) -> None:
    before = reader_version(annotators("rules"))
    take_up((example,))
    with_example = reader_version(annotators("rules"))
    path = example / "actors_example.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    take_up((example,))
    assert len({before, with_example, reader_version(annotators("rules"))}) == 3


@pytest.mark.parametrize("workers", [1, 2])
def test_worker_processes_know_the_files_too(example: Path, workers: int) -> None:
    reports = [
        make_report(f"The River Guard said that {n} men were killed in the strike.", str(n)) for n in range(3, 9)
    ]
    config = Config(reader="rules", workers=workers, codebook=(example,))
    take_up(config.codebook)
    readings = [item for item in read_many(reports, config) if isinstance(item, Reading)]
    found = {a.claimant.actor for reading in readings for a in reading.attributions if a.claimant}
    assert found == {"xyz.river_guard"}


def test_places_and_outlets_can_be_added(tmp_path: Path) -> None:
    place = '[places.tel_zor]\nname = "Tel Zorvek"\nprecision = "site"\ncountry = "IQ"\nat = [33.0, 44.0]\n'
    write(tmp_path, place, "places.toml")
    write(tmp_path, '[outlets."Zorvek Gazette"]\naliases = []\ndomains = ["zorvek.example"]\n', "outlets.toml")
    take_up((tmp_path,))
    assert load_places().find("Tel Zorvek")
    assert outlet_named("Zorvek Gazette") is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[actors]\n", "'source' is missing"),
        ("source = 3\n[actors]\n", "'source' is no text"),
        ('source = "ours"\nactors = 1\n', "not a table"),
        (HEAD + '"x.a" = { name = "Zorvek", kind = "club" }', "unknown kind 'club'"),
        (HEAD + '"x.a" = { name = "Zorvek", kind = "party", colour = "red" }', "unknown key 'colour'"),
        (HEAD + '"x.a" = { name = 7, kind = "party" }', "'name' is no text"),
        (HEAD + '"x.a" = { name = "Zorvek", kind = "party", mission = "yes" }', "'mission' is neither"),
        (HEAD + '"x.a" = { name = "Zorvek", kind = "party", member_of = [["un", "soon", ""]] }', "'soon' is no date"),
        (HEAD + '"x.a" = { name = "Zorvek", kind = "party", member_of = [["un"]] }', "a membership is not"),
        (HEAD + '"x.a" = { name = "Zorvek", kind = "party", member_of = [["x.no", "", ""]] }', "x.no"),
        (HEAD + '"x.a" = { name = "Zorvek", kind = "party", part_of = "x.none" }', "x.none"),
        (HEAD + '"irq.pmf" = { name = "Zorvek", kind = "party" }', "two actors 'irq.pmf'"),
        (
            HEAD + '"x.a" = { name = "Zorvek", kind = "armed_group", aliases = ["Kataib Hezbollah"] }',
            "kataib hezbollah",
        ),
        (HEAD + '"person.a" = { name = "Zor Vek", offices = [["Mayor", "usa"]] }', "an office is not"),
        (HEAD + '"x.a" = { name = ', "not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(CodebookInvalid) as caught:
        take_up((write(tmp_path, text),))
    assert told in str(caught.value)
    assert caught.value.next_step
    take_up(())
    assert "irq.pmf" in load_actors().by_id


def test_a_mistake_names_its_file_and_entry(tmp_path: Path) -> None:
    text = HEAD + '"x.a" = { name = "Zorvek", kind = "club" }'
    with pytest.raises(CodebookInvalid, match=r"actors\.toml, entry 'x\.a'") as caught:
        take_up((write(tmp_path, text),))
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(("name", "told"), [("cues.toml", "no file of the codebook"), ("notes.txt", "holds no file")])
def test_a_folder_of_something_else_is_refused(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(CodebookInvalid, match=told):
        take_up((write(tmp_path, "", name),))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CodebookInvalid, match="is not there"):
        take_up((tmp_path / "none",))


def test_a_place_or_a_section_that_is_there_already_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookInvalid, match="no section 'palaces'"):
        take_up((write(tmp_path / "a", "[palaces.x]\n", "places.toml"),))
    with pytest.raises(CodebookInvalid, match="has an entry of that name"):
        take_up((write(tmp_path / "b", "[agencies.Reuters]\naliases = []\ndomains = []\n", "outlets.toml"),))


@pytest.fixture
def question(tmp_path: Path) -> Path:
    """The question of docs/codebook.md as a folder."""
    found = re.search(r"```toml\n(\[warned\].*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return write(tmp_path / "own", found[1], "questions.toml")


def test_a_question_of_ones_own_is_asked_like_any_other(question: Path) -> None:
    take_up((question,))
    rules = Config(reader="rules")
    said = ("residents had been warned before the air strike", "residents were not warned before the air strike")
    reports = [
        make_report(f"An air strike hit Baiji on Monday. The {name} said {words}.", name, day="2019-06-12", outlet=name)
        for name, words in zip(("army", "mayor"), said, strict=True)
    ]
    readings = [reading for reading in read_many(reports, rules) if isinstance(reading, Reading)]
    (incident,) = build_ledger({report.id: report for report in reports}, readings).incidents
    warned = next(answered for answered in incident.questions if answered.question == "warned")
    assert (warned.finding, warned.how, len(warned.accounts)) == ("contradicts", "polarity", 2)


def test_a_question_that_is_there_already_is_refused(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "own", '[killed]\nwords = "How many?"\nkind = "number"\noutcome = "killed"\n', "questions.toml"
    )
    with pytest.raises(CodebookInvalid, match="'killed'"):
        take_up((folder,))


def test_sources_silence_and_estimates_grow_as_the_docs_tell(tmp_path: Path, question: Path) -> None:
    fisher = Claimant(name="two fishermen", anonymous=True)
    assert kinds_of(fisher, None) == ("unnamed",)
    for name, text in re.findall(r"```toml\n# (\w+\.toml)\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL):
        write(question, text, name)
    take_up((question,))
    assert kinds_of(fisher, None) == ("witness", "unnamed")
    assert kinds_of(Claimant(name="a doctor", anonymous=True), None) == ("medical", "unnamed"), "ours is still there"
    assert missed_parts()["warned"] == ("initiator",)
    assert missed_parts()["notified"] == ("initiator", "place")
    assert next(iter(estimate_rules())) == "ucdp"
    assert estimate_rules()["clinics"].sources == ("medical", "monitor")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("sources.toml", '[witness]\nwords = "seer"\n', "'words'"),
        ("sources.toml", '[oracle]\nwords = "oracle"\nplural = "oracles"\n', "no section 'oracle'"),
        ("sources.toml", '[witness]\nterms = ["("]\n', "no regular expression"),
        ("sources.toml", '[witness]\nterms = "fishermen"\n', "'terms'"),
        ("silence.toml", '[questions]\nnothing = ["initiator"]\n', "unknown key 'nothing'"),
        ("silence.toml", '[questions]\nkilled = ["bystander"]\n', "unknown part 'bystander'"),
        ("grades.toml", '[estimates.ucdp]\nwords = "x"\nbest = ["lowest"]\n', "has an entry of that name"),
        ("grades.toml", '[estimates.mine]\nwords = "x"\nbest = ["dearest"]\n', "unknown order 'dearest'"),
        ("grades.toml", "[admiralty]\nrules = []\n", "has an entry of that name"),
        ("grades.toml", '[admiralty]\nmine = "x"\n', "unknown key 'mine'"),
    ],
)
def test_what_can_not_be_added_to_weight_is_told_at_once(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(CodebookInvalid, match=re.escape(told)) as caught:
        take_up((write(tmp_path / "own", text, name),))
    assert caught.value.next_step
