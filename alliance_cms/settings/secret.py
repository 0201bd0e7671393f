"""The key that signs sessions and links, made once and kept with the data."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """Return the key kept in `folder`/secret.key, making it on first use.

    Two processes may start at once: the key is written to a file of its own and linked into place, so the first
    one wins and both read the same.

    Args:
        folder: where data is kept; it must exist.

    Returns:
        The key, at least 50 characters.

    Raises:
        OSError: if the folder can be neither read nor written.
    """
    path = folder / "secret.key"
    if not path.exists():
        draft = folder / f"secret.{os.getpid()}.{secrets.token_hex(4)}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(64), encoding="ascii")
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii").strip()
