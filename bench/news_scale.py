"""What 100,000 stories cost beside 1,000: CPU of the list, of a page far down, of a narrowed list, of RSS and a story.

Both sizes are measured in the same process, in turns, so that a busy machine slows both. DATABASE_URL names PostgreSQL;
without it SQLite is measured.
"""

from bench import stories
from bench.measuring import measure
from news.paging import place
from news.story_rows import StoryRow

__all__ = ["main"]

SIZES = (1_000, 100_000)
DEPTH = 0.99
PAGE = 20


def main(arguments):
    """Make the databases, measure and print.

    Args:
        arguments: of the command line.

    Returns:
        0, or 1 where a ratio is above the limit.
    """
    return measure(arguments, __doc__, SIZES, stories.plant, _pages)


def _pages():
    """What is asked for: words to address. The page far down begins where 99 of 100 stories lie above, and is full."""
    total = StoryRow.objects.count()
    far = min(int(total * DEPTH), total - PAGE - 1)
    row = StoryRow.objects.order_by("-rank")[far : far + 1].get()
    story = StoryRow.objects.select_related("page").order_by("-rank")[total // 2 : total // 2 + 1].get()
    return {
        "list, page 1": "/en/news/",
        "list at 99 %": f"/en/news/?after={place(row.rank)}",
        "list of a theme and a country": "/en/news/?theme=theme-3&country=de",
        "list of a theme": "/en/news/?theme=theme-3",
        "RSS": "/en/news/feed.rss",
        "story": f"/en/news/{story.page.slug}/",
        "list, page 1, right after a publication": "/en/news/#renewed",
        "list of a theme, right after a publication": "/en/news/?theme=theme-3#renewed",
    }
