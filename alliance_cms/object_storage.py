"""Pictures and documents in S3-compatible storage, read through the site so that no request leaves its origin."""

from urllib.parse import quote

from django.conf import settings
from storages.backends.s3 import S3Storage


class SameOriginStorage(S3Storage):
    """Keeps files in a bucket; their public address is the site's own, as it is for files on disk."""

    def url(self, name: str, parameters: dict | None = None, expire: int | None = None, http_method: str | None = None):
        """Return the address on this site under which a file is read.

        Args:
            name: the file's name in the bucket.
            parameters: not used, the address is not signed.
            expire: not used, the address does not expire.
            http_method: not used.
        """
        return f"{settings.MEDIA_URL}{quote(name)}"
