"""Forms of people who sign in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from tenants.accounts.domain.passwords import LONGEST, SHORTEST, password_fault
from tenants.accounts.formats import format_titles
from tenants.accounts.models import Invitation, User
from tenants.accounts.services.lend_role import LENT_ROLES
from tenants.domain.roles import SCHOOL_ROLES, Role
from tenants.form_fields import day_field, text_field

WRONG_MAIL = {"required": "Впишите почту.", "invalid": "Почта записана не целиком. Проверьте её."}
COMMON = CommonPasswordValidator()


def _mail(label: str, *, complete: str = "username", help_text: str = "") -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": complete})
    return forms.EmailField(label=label, help_text=help_text, error_messages=WRONG_MAIL, widget=widget)


def _password(label: str, *, missing: str, complete: str, help_text: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": complete, "maxlength": LONGEST})
    return forms.CharField(
        label=label, help_text=help_text, strip=False, error_messages={"required": missing}, widget=widget
    )


def _new_password() -> forms.CharField:
    return _password(
        "Новый пароль",
        missing="Придумайте пароль.",
        complete="new-password",
        help_text=f"Не меньше {SHORTEST} знаков. Можно фразу из трёх слов.",
    )


def _checked(password: str, known: list[str]) -> str:
    fault = password_fault(password, known=known)
    if not fault:
        try:
            COMMON.validate(password)
        except ValidationError:
            fault = "Такой пароль подбирают первым. Возьмите фразу из трёх слов."
    if fault:
        raise forms.ValidationError(fault)
    return password


class SignInForm(forms.Form):
    """Mail and password; pasting is allowed, nothing to solve (WCAG 3.3.8)."""

    email = _mail("Почта")
    password = _password("Пароль", missing="Впишите пароль.", complete="current-password")


class AskLinkForm(forms.Form):
    """Where to send a link."""

    email = _mail("Почта", help_text="Та, с которой вас пригласили в «Тропу».")


class NewPasswordForm(forms.Form):
    """A new password; the present one is asked unless the person has just come by a letter."""

    present = _password("Нынешний пароль", missing="Впишите нынешний пароль.", complete="current-password")
    password = _new_password()

    def __init__(self, data: Any, *, user: User, by_link: bool) -> None:
        super().__init__(data)
        self.user = user
        if by_link:
            del self.fields["present"]

    def clean_present(self) -> str:
        """Only the owner knows it."""
        said: str = self.cleaned_data["present"]
        if not self.user.check_password(said):
            raise forms.ValidationError("Нынешний пароль не подошёл. Не помните его? Попросите ссылку для входа.")
        return said

    def clean_password(self) -> str:
        """Long enough, and not what everybody tries first."""
        return _checked(self.cleaned_data["password"], [self.user.email, self.user.last_name, self.user.first_name])


class NamesForm(forms.Form):
    """Who somebody is; a patronymic is not everybody's."""

    last_name = text_field("Фамилия", most=100, missing="Впишите фамилию.")
    first_name = text_field("Имя", most=100, missing="Впишите имя.")
    patronymic = text_field("Отчество", most=100, help_text="Если есть.")


class AcceptForm(NamesForm):
    """The person's own name and password by an invitation."""

    password = _new_password()
    rules = forms.BooleanField(
        label="Этим входом пользуюсь только я. Сведения о детях и коллегах никому не передаю.",
        error_messages={"required": "Отметьте, что согласны с правилом."},
    )

    def __init__(self, data: Any, *, invitation: Invitation) -> None:
        names = {name: getattr(invitation, name) for name in ("last_name", "first_name", "patronymic")}
        super().__init__(data, initial=names)
        self.invitation = invitation

    def clean_password(self) -> str:
        """Long enough, and not what everybody tries first."""
        names = [str(self.cleaned_data.get(name, "")) for name in ("last_name", "first_name")]
        return _checked(self.cleaned_data["password"], [self.invitation.email, *names])


class PersonToInviteForm(NamesForm):
    """Whom to invite, without a role."""

    position = text_field("Должность", most=200)
    email = _mail("Рабочая почта", complete="off", help_text="На неё придёт ссылка. Пароль человек придумает сам.")


class InviteForm(PersonToInviteForm):
    """Whom to invite and for what."""

    role = forms.ChoiceField(
        label="Роль",
        choices=[(role.value, role.word) for role in SCHOOL_ROLES],
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите роль."},
    )
    mentoring_format = forms.ChoiceField(
        label="Форма наставничества", required=False, help_text="Только для ответственного за форму."
    )
    until = day_field("Последний день роли", help_text="Если роль на время. Иначе оставьте пустым.")

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        choice: Any = self.fields["mentoring_format"]
        choice.choices = [("", "не нужна"), *format_titles().items()]

    def clean(self) -> dict[str, Any]:
        """A form of mentoring goes with whoever answers for one, and with nobody else."""
        said = super().clean() or self.cleaned_data
        leads, form = said.get("role") == Role.FORMAT_LEAD, said.get("mentoring_format", "")
        if leads and not form:
            self.add_error("mentoring_format", "Выберите форму, за которую человек отвечает.")
        if not leads:
            said["mentoring_format"] = ""
        return said


class LendForm(forms.Form):
    """Who stands in for whom and until when."""

    user_id = forms.TypedChoiceField(
        label="Кто замещает", coerce=int, error_messages={"required": "Выберите, кто замещает."}
    )
    role = forms.ChoiceField(
        label="Работает как",
        choices=[(role.value, role.word) for role in LENT_ROLES],
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите роль."},
    )
    until = day_field("До какого дня включительно", missing="Впишите последний день замещения.")

    def __init__(self, data: Any, *, people: list[tuple[int, str]], roles: list[Role]) -> None:
        super().__init__(data)
        people_field, role_field = self.fields["user_id"], self.fields["role"]
        people_field.choices = [("", "выберите человека"), *people]  # type: ignore[attr-defined]  # a choice field
        role_field.choices = [(role.value, role.word) for role in roles]  # type: ignore[attr-defined]  # the same
