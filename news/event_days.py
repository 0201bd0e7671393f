"""The days of an event that a story announces or reports."""

__all__ = ["event_days"]


def event_days(page):
    """Return the first and, where there are several, the last day of a story's event; empty without one.

    Args:
        page: a story.
    """
    if not page.event_start:
        return ()
    if not page.event_end or page.event_end == page.event_start:
        return (page.event_start,)
    return (page.event_start, page.event_end)
