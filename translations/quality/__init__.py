"""Checks of one segment: what must be right before it goes to readers, and what a translator should look at again."""
