"""Words without their endings."""

import pytest

from rashomon.codebook import stems as module
from rashomon.codebook.stems import load_stems, stems
from rashomon.errors import CodebookInvalid

GOOD = {"endings": "ing s", "empty": "the", "irregular": {"go": "went"}}


@pytest.mark.parametrize(
    "wrong", [{"endings": []}, {"empty": " "}, {"irregular": {"go": 1}}, {"irregular": "go"}, {"odd": "x"}]
)
def test_a_mistake_in_the_file_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, object]) -> None:
    monkeypatch.setattr(module, "read_table", lambda name: GOOD | wrong)
    with pytest.raises(CodebookInvalid, match="stems"):
        load_stems.__wrapped__()


@pytest.mark.parametrize(
    "forms", ["kill kills killed killing killings", "stop stopped stopping", "arrive arrives arrived arriving",
              "carry carries carried", "steal stole stolen stealing", "take took taken taking", "nominate nominated nomination", "shoot shot shooting"]
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len(set(stems(forms))) == 1


def test_different_words_stay_apart_and_empty_ones_fall_away() -> None:
    assert len(set(stems("fire hire shell ship shape"))) == 5
    assert stems("the taking of it") == ("tak",) and stems("of it") == ()
