"""The picture that stands beside a shared story: its headline or a quotation from it, set in the site's typefaces."""
