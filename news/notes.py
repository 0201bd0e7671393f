"""When readers were last told of a change: a public note counts, a silent change does not."""

__all__ = ["modified"]


def modified(page, story):
    """Return when readers were last told of a change, as schema.org writes it, or None.

    Args:
        page: the story.
        story: its ``Story``, with public notes only, or None.
    """
    days = [note.date for note in story.notes] if story is not None else []
    moment = max(days, default=page.first_published_at)
    return moment.isoformat() if moment else None
