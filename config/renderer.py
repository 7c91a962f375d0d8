"""How forms are drawn: the product's own field, with label, hint, fault and control tied together."""

from django.forms.renderers import TemplatesSetting


class TropaRenderer(TemplatesSetting):
    """Forms use the project's templates, so that ``{{ form }}`` and ``as_field_group`` look like the rest of a page."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
