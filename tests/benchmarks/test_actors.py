"""How the benchmark of actors decides what is covered and what is the same."""

from benchmarks.actors import Asked, covered, figures, is_same


def test_a_gold_name_is_covered_by_itself_or_by_what_stands_in_its_brackets() -> None:
    assert covered("Kataib Hezbollah") == {"irq.kataib_hezbollah"}
    assert covered("US Defense Department (Mark Esper)") == {"usa.dod", "person.mark_esper"}
    assert covered("Hamas; Palestinian Authority") == {"pse.hamas", "pse.pa"}
    assert covered("a passing shepherd") == frozenset()
    assert covered("the coalition") == frozenset()


def test_what_belongs_to_the_other_is_the_same() -> None:
    assert is_same("usa.mil", "usa") and is_same("usa", "usa.mil")
    assert is_same("usa.gov", "usa.mil")
    assert is_same("person.john_kirby", "usa.dod")
    assert not is_same("irq.mil", "irq.kataib_hezbollah")
    assert not is_same("rus.mod", "ukr.mod")


def test_the_figures_are_shares_of_each_kind_and_of_all() -> None:
    right = Asked("claimant", "r", "Hamas", "Hamas", frozenset({"pse.hamas"}), "pse.hamas")
    wrong = Asked("target", "r", "Hamas", "Fatah", frozenset({"pse.hamas"}), "pse.fatah")
    assert figures([right, wrong]) == {"gold.claimant": 1.0, "gold.target": 0.0, "gold.all": 0.5}
    assert figures([]) == {}
