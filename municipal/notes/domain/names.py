"""Names as documents print them."""

from tenants.domain.russian import NBSP


def initials_first(name: str) -> str:
    """«Лапина О. В.» as documents are signed: «О. В. Лапина»; anything else stays as it is."""
    surname, _, letters = name.strip().partition(NBSP if NBSP in name else " ")
    return f"{letters} {surname}" if letters.endswith(".") else name.strip()
