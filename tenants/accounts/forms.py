"""The sign-in form."""

from django import forms


class SignInForm(forms.Form):
    """Mail and password; pasting is allowed, nothing to solve (WCAG 3.3.8)."""

    email = forms.EmailField(
        label="Почта",
        error_messages={
            "required": "Впишите почту.",
            "invalid": "Почта записана не целиком. Проверьте её.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label="Пароль",
        error_messages={"required": "Впишите пароль."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
