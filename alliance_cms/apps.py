"""The app's place in Django."""

from django.apps import AppConfig


class AllianceConfig(AppConfig):
    """The building itself: it has no models."""

    name = "alliance_cms"
