"""The mark of what every page shows in common."""

from django.db import models


class Stamp(models.Model):
    """One row; its value is another after each change to what many pages show."""

    value = models.CharField(max_length=32)

    def __str__(self):
        return self.value
