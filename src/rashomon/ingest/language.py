"""The language of a text: by its script, by its small words if it is English, and by py3langid only where those don't tell."""

import re
from collections import Counter
from functools import cache
from typing import Any

SAMPLE = 6_000
"""Characters looked at."""
FEWEST_LETTERS = 20
"""A text with fewer letters is of no language that could be told."""
SURE, SURE_WHERE_SHORT, SHORT = 0.75, 0.95, 120
"""The probability from which on py3langid is believed, for usual texts and for those of few characters."""
ENGLISH = frozenset(
    "the of and was were that with by from said have has had for which they this it is are at to an not but who their its been be after "
    "killed attack on in as he she his her or would will about more than when there into also over".split()
)
ENGLISH_ONLY = frozenset(
    "the of and was were that with from said have which they this been after their would when there than who".split()
)
ENGLISH_SHARE = 0.2
ONLY_SHARE = 0.06
SCRIPTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("latin", r"A-Za-z\u00c0-\u024f\u1e00-\u1eff", ()),
    ("cyrillic", r"\u0400-\u052f", ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tg", "mn")),
    ("arabic", r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff", ("ar", "fa", "ur", "ps", "ku", "ug")),
    ("hebrew", r"\u0590-\u05ff", ("he",)), ("greek", r"\u0370-\u03ff\u1f00-\u1fff", ("el",)),
    ("armenian", r"\u0530-\u058f", ("hy",)), ("georgian", r"\u10a0-\u10ff", ("ka",)),
    ("devanagari", r"\u0900-\u097f", ("hi", "mr", "ne")), ("bengali", r"\u0980-\u09ff", ("bn", "as")),
    ("gurmukhi", r"\u0a00-\u0a7f", ("pa",)), ("gujarati", r"\u0a80-\u0aff", ("gu",)), ("odia", r"\u0b00-\u0b7f", ("or",)),
    ("tamil", r"\u0b80-\u0bff", ("ta",)), ("telugu", r"\u0c00-\u0c7f", ("te",)), ("kannada", r"\u0c80-\u0cff", ("kn",)),
    ("malayalam", r"\u0d00-\u0d7f", ("ml",)), ("sinhala", r"\u0d80-\u0dff", ("si",)), ("thai", r"\u0e00-\u0e7f", ("th",)),
    ("lao", r"\u0e80-\u0eff", ("lo",)), ("burmese", r"\u1000-\u109f", ("my",)), ("ethiopic", r"\u1200-\u137f", ("am",)),
    ("khmer", r"\u1780-\u17ff", ("km",)), ("kana", r"\u3040-\u30ff", ("ja",)), ("hangul", r"\uac00-\ud7af\u1100-\u11ff", ("ko",)),
    ("han", r"\u3400-\u4dbf\u4e00-\u9fff", ("zh",)),
)  # fmt: skip
LATIN = (
    "en", "es", "fr", "de", "it", "pt", "nl", "tr", "pl", "cs", "sk", "sv", "da", "no", "fi", "et", "lv", "lt", "hu", "ro", "hr", "sl", "sq", "az", "uz",
    "id", "ms", "tl", "vi", "sw", "so", "ha", "yo", "ig", "om", "rw", "zu", "xh", "af", "ca", "gl", "eu", "cy", "ga", "is", "mt", "mg", "ht", "ln",
)  # fmt: skip
LETTERS = {name: re.compile(f"[{letters}]") for name, letters, _ in SCRIPTS}
ASCII, NOT_ASCII_LETTERS = re.compile(r"[\x00-\x7f]+"), re.compile(r"[^A-Za-z]+")
CANDIDATES = {name: languages or LATIN for name, _, languages in SCRIPTS}


def language_of(text: str) -> tuple[str | None, str]:
    """The ISO 639-1 code of the language of most of a text, and the basis for it; None where it can't be told."""
    sample = text[:SAMPLE]
    # Most texts are ASCII but for a few characters: only those are tried with the letters of every script.
    plain, others = len(NOT_ASCII_LETTERS.sub("", sample)), ASCII.sub("", sample)
    found = {name: len(letters.findall(others)) + plain * (name == "latin") for name, letters in LETTERS.items()}
    counts = Counter({name: count for name, count in found.items() if count})
    if counts["kana"]:
        counts["kana"] += counts.pop("han", 0)
    script, letters = max(counts.items(), key=lambda item: item[1], default=("latin", 0))
    if letters < (FEWEST_LETTERS if script not in ("han", "kana", "hangul") else FEWEST_LETTERS // 4):
        return None, "too short to tell"
    if len(CANDIDATES[script]) == 1:
        return CANDIDATES[script][0], f"its {script} letters"
    if script == "latin" and _reads_english(sample):
        return "en", "its small words"
    return _by_model(sample, script)


def _reads_english(sample: str) -> bool:
    words = Counter(re.findall(r"[a-z]+", sample.lower()))
    if not words:
        return False
    total, small, own = words.total(), *(sum(words[word] for word in known) for known in (ENGLISH, ENGLISH_ONLY))
    kinds = len(ENGLISH_ONLY & words.keys())
    return small >= ENGLISH_SHARE * total and own >= ONLY_SHARE * total and kinds >= 2


def _by_model(sample: str, script: str) -> tuple[str | None, str]:
    """What py3langid takes it for among the languages of the script; capitals mislead it, so they are put down."""
    upper = sum(letter.isupper() for letter in sample)
    if upper > 0.5 * sum(letter.isalpha() for letter in sample):
        sample = sample.lower()
    language, probability = _model(script).classify(sample)
    if probability < (SURE if len(sample) > SHORT else SURE_WHERE_SHORT):
        return None, f"not sure enough: {language} with probability {probability:.2f}"
    return str(language), f"its words, probability {probability:.2f}"


@cache
def _model(script: str) -> Any:
    """The model for one script; loading it takes a second and is seldom needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(CANDIDATES[script]))
    return identifier
