"""Brings the stories of the former site over: from the lines of a file to pages, and from old addresses to new ones."""
