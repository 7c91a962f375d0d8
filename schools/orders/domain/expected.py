"""Which documents every organisation is asked about (monitoring form, lines A3, A4, B1, B2, B5–B7)."""

EXPECTED_KINDS = (
    "implementation",
    "curator",
    "liaison",
    "regulation",
    "mentors_register",
    "pairs",
    "incentive_rules",
)
"""In the order in which a school year makes them; codes of municipal.indicators vocabulary."""

NAMING_PEOPLE = frozenset({"pairs", "reward", "mentors_register"})
"""Orders that name people: the form asks how many (line I3)."""
