"""Where documents of applicants are kept: apart from everything that the site hands out."""

from django.core.files.storage import storages


def private_storage():
    """Return the storage that no address of the site leads to."""
    return storages["private"]
