"""Measurements, run by ``make bench``; never a test, because a machine's speed is not the product's behaviour."""

import os

import django
from django.apps import apps

if not apps.ready:  # the sides' settings are imported by Django itself while it is being set up
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.testing")
    if os.environ["DJANGO_SETTINGS_MODULE"] == "config.settings.testing":
        django.setup()
