"""The values that a judgement may give: what answers a question, what is a grade, and what part somebody can have."""

from rashomon.codebook.grades import airwars
from rashomon.codebook.questions import questions
from rashomon.errors import UsageMistaken
from rashomon.model import figure_from, grade_given

PARTS = ("initiator", "target", "neither")
"""What a judgement can say that an actor has in an incident."""


def check_correction(question: str, value: str) -> None:
    """Raise `UsageMistaken` where a corrected value is no answer to the question."""
    entry = next((entry for entry in questions() if entry.question.id == question), None)
    if entry is None:
        raise UsageMistaken(f"The codebook has no question {question!r} any more.", "Name the folder with --codebook.")
    if entry.question.kind == "number" and figure_from(value) is None:
        raise UsageMistaken(f"{value!r} is no figure.", "Write 17, 5-6 or 17+ (17 and more).")
    if entry.question.kind == "polarity":
        known = dict.fromkeys(v for concept in entry.concepts for v in (concept.value, concept.negated) if v)
        if value not in known:
            raise UsageMistaken(f"{value!r} answers nothing of {question!r}.", f"Answers are: {'; '.join(known)}.")


def check_grade(value: str, *, cell: bool) -> None:
    """Raise `UsageMistaken` where a value is no grade of a cell, or of an incident."""
    if cell and grade_given(value) is None:
        raise UsageMistaken(
            f"{value!r} is no grade of a cell.",
            "Write a letter for the source (A to F), a number for the information (1 to 6), or both: B2.",
        )
    grades = [row.grade for row in airwars().grades]
    if not cell and value.lower() not in grades:
        raise UsageMistaken(f"{value!r} is no grade of an incident.", f"Grades are: {', '.join(grades)}.")
