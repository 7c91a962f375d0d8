"""Long work on people: an import that would keep the page waiting. The queue is its row, a lost task loses nothing."""

from __future__ import annotations

from celery import shared_task

from schools.people.services.import_people import forget_old_imports
from schools.people.services.import_people_work import carry_on
from tenants import clock
from tenants.current import school_open
from tenants.each_school import each_school


@shared_task(name="people.carry_on_import")
def carry_on_import(school_id: int, import_id: int) -> bool:
    """Read or write the import of a school; False where another hand has done it."""
    with school_open(school_id):
        return carry_on(import_id, at=clock.now(), today=clock.today())


@shared_task(name="people.forget_imports")
def forget_imports() -> int:
    """Forget files of people that nobody finished; gives how many in all schools."""
    at = clock.now()
    return sum(each_school(lambda: forget_old_imports(at=at)).values())
