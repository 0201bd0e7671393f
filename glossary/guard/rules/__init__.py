"""What the guard knows of languages: endings, and where a form is no reproach."""
