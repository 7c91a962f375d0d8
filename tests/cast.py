"""The standing cast: who is who in every test.

Анна is the curator of school 1, Егор its principal; Вера is the curator of the neighbouring school 2 and must never
see anything of Анна's; Зоя keeps mentoring in the kindergarten. Борис is the methodist of their municipality, Ирина
its head. Дина is the methodist of the other municipality, Кира a curator there. Глеб reads for the regional centre.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from tenants import clock
from tenants.accounts.models import Membership, User
from tenants.current import acting_as
from tenants.database.identity import Identity, of_school
from tenants.domain.roles import Role
from tenants.owner import owner_connection
from tenants.provisioning import NewSchool
from tenants.services.open_school import NewMunicipality, open_municipality, open_region, open_school

PASSWORD = "слово для тестов"


@dataclass(frozen=True, slots=True)
class Actor:
    """One of the cast: how she signs in and where she stands."""

    email: str
    last_name: str
    first_name: str
    patronymic: str
    role: Role
    school: int | None = None
    municipality: int | None = None
    region: int | None = None

    @property
    def host(self) -> str:
        """The host she signs in on."""
        return f"{SLUGS[self.school]}.localhost" if self.school else "localhost"


SLUGS = {1: "lesnaya", 2: "rechnaya", 3: "sad-iva", 4: "dalnyaya", 5: "stepnaya"}
ANNA = Actor("anna@lesnaya.example", "Антонова", "Анна", "Петровна", Role.CURATOR, school=1)
EGOR = Actor("egor@lesnaya.example", "Ершов", "Егор", "Ильич", Role.PRINCIPAL, school=1)
VERA = Actor("vera@rechnaya.example", "Волкова", "Вера", "Ивановна", Role.CURATOR, school=2)
ZOYA = Actor("zoya@sad.example", "Зимина", "Зоя", "Павловна", Role.CURATOR, school=3)
KIRA = Actor("kira@dalnyaya.example", "Козлова", "Кира", "Олеговна", Role.CURATOR, school=4)
BORIS = Actor("boris@imc.example", "Белов", "Борис", "Сергеевич", Role.METHODIST, municipality=1)
IRINA = Actor("irina@imc.example", "Исаева", "Ирина", "Львовна", Role.MUNICIPAL_HEAD, municipality=1)
DINA = Actor("dina@other.example", "Дёмина", "Дина", "Юрьевна", Role.METHODIST, municipality=2)
GLEB = Actor("gleb@rcn.example", "Гусев", "Глеб", "Андреевич", Role.REGION, region=1)
CAST = [ANNA, EGOR, VERA, ZOYA, KIRA, BORIS, IRINA, DINA, GLEB]

_SCHOOLS = [
    (1, "Лесная СОШ", "school"),
    (1, "Речная СОШ", "school"),
    (1, "Детский сад «Ива»", "kindergarten"),
    (2, "Дальняя СОШ", "school"),
    (2, "Степная ООШ", "school"),
]


def open_the_cast() -> None:
    """Two municipalities of one region, five schools, nine people; ids follow the order above."""
    region = open_region(name="Заречная область", centre_name="РЦН Заречной области", code="90")
    for number, (name, short) in enumerate(
        [("Лесной округ", "ИМЦ Лесного округа"), ("Степной округ", "ИМЦ Степного округа")], 1
    ):
        open_municipality(
            NewMunicipality(
                region_id=region,
                name=name,
                name_genitive=name.replace("ой округ", "ого округа"),
                centre_name=f"Муниципальный методический центр ({name})",
                centre_short_name=short,
                code=f"9000{number}",
                time_zone="Asia/Yakutsk" if number == 1 else "Europe/Moscow",
                place="пос. Лесной" if number == 1 else "с. Степное",
                letterhead=("Управление образования", short),
            )
        )
    for number, (municipality, name, kind) in enumerate(_SCHOOLS, 1):
        open_school(NewSchool(municipality, SLUGS[number], name, name, kind, local_code=f"S{number:02}"))
    for actor in CAST:
        _make_account(actor)


def _make_account(actor: Actor) -> None:
    identity = of_school(actor.school) if actor.school else None
    if identity is None:
        _make_shared_account(actor)
        return
    with acting_as(identity):
        user = User(
            email=actor.email, last_name=actor.last_name, first_name=actor.first_name, patronymic=actor.patronymic
        )
        user.set_password(PASSWORD)
        user.save()
        Membership.objects.create(user=user, role=actor.role, confirmed_on=clock.today())


def _make_shared_account(actor: Actor) -> None:
    # Accounts of the base domain are made by the operator's login; no web role may add one.
    with owner_connection() as connection:
        row = connection.execute(
            "INSERT INTO accounts_user (password, email, last_name, first_name, patronymic, position, is_active)"
            " VALUES (%s, %s, %s, %s, %s, '', true) RETURNING id",
            [make_password(PASSWORD), actor.email, actor.last_name, actor.first_name, actor.patronymic],
        ).fetchone()
        connection.execute(
            "INSERT INTO accounts_membership (user_id, role, municipality_id, region_id) VALUES (%s, %s, %s, %s)",
            [row[0] if row else None, actor.role, actor.municipality, actor.region],
        )


def identity_of(actor: Actor) -> Identity:
    """The identity under which the actor's account is kept."""
    from tenants.database.identity import PUBLIC  # noqa: PLC0415 -- one name, used here only

    return of_school(actor.school) if actor.school else PUBLIC
