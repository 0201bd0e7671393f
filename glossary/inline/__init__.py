"""Terms marked in running text: how they are stored, edited, and explained to readers."""
