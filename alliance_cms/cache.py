"""The shared cache, and what stands in for it while it does not answer."""

import logging
import time
from typing import Any, ClassVar

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

ANSWER_WITHIN = 0.5
PAUSE = 10


class SteadyCache(RedisCache):
    """Redis, and the memory of the process while Redis is away: the site becomes slower and never an error page.

    A server that refuses or says nothing for half a second is left alone for ten; one request in ten seconds asks
    whether it is back. What was kept aside meanwhile is forgotten then.

    Args:
        server: Addresses as in `REDIS_URL`.
        params: The settings of the cache, as Django hands them over.
    """

    _away_until: ClassVar[float] = 0.0
    _was_away: ClassVar[bool] = False

    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        options = {
            "socket_connect_timeout": ANSWER_WITHIN,
            "socket_timeout": ANSWER_WITHIN,
            "retry": Retry(NoBackoff(), 0),
        }
        super().__init__(server, params | {"OPTIONS": options | params.get("OPTIONS", {})})
        self._aside = LocMemCache("aside", {"TIMEOUT": self.default_timeout, "KEY_PREFIX": self.key_prefix})

    @property
    def is_away(self) -> bool:
        """Whether Redis did not answer lately."""
        return time.monotonic() < SteadyCache._away_until

    def _ask(self, name: str, *args: Any, **options: Any) -> Any:
        if not self.is_away:
            try:
                answer = getattr(RedisCache, name)(self, *args, **options)
            except RedisError as error:
                SteadyCache._away_until = time.monotonic() + PAUSE
                SteadyCache._was_away = True
                logger.warning("The shared cache does not answer; each process keeps its own meanwhile: %s", error)
            else:
                self._welcome_back()
                return answer
        return getattr(self._aside, name)(*args, **options)

    def _welcome_back(self) -> None:
        if SteadyCache._was_away:
            SteadyCache._was_away = False
            self._aside.clear()

    def add(self, *args: Any, **options: Any) -> bool:
        """Keep a value unless the key has one; as Django's caches do."""
        return self._ask("add", *args, **options)

    def get(self, *args: Any, **options: Any) -> Any:
        """Return a value, or the default; as Django's caches do."""
        return self._ask("get", *args, **options)

    def set(self, *args: Any, **options: Any) -> None:
        """Keep a value; as Django's caches do."""
        self._ask("set", *args, **options)

    def touch(self, *args: Any, **options: Any) -> bool:
        """Keep a value for longer; as Django's caches do."""
        return self._ask("touch", *args, **options)

    def delete(self, *args: Any, **options: Any) -> bool:
        """Forget a value; as Django's caches do."""
        return self._ask("delete", *args, **options)

    def get_many(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return several values; as Django's caches do."""
        return self._ask("get_many", *args, **options)

    def set_many(self, *args: Any, **options: Any) -> list[str]:
        """Keep several values; as Django's caches do."""
        return self._ask("set_many", *args, **options)

    def delete_many(self, *args: Any, **options: Any) -> None:
        """Forget several values; as Django's caches do."""
        self._ask("delete_many", *args, **options)

    def has_key(self, *args: Any, **options: Any) -> bool:
        """Tell whether a key has a value; as Django's caches do."""
        return self._ask("has_key", *args, **options)

    def incr(self, *args: Any, **options: Any) -> int:
        """Count up; as Django's caches do.

        Raises:
            ValueError: if the key has no value.
        """
        return self._ask("incr", *args, **options)

    def clear(self) -> None:
        """Forget everything; as Django's caches do."""
        self._ask("clear")
