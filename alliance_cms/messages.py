"""Finds the interface words in the tree and merges them into the catalogues."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po
from django.utils.translation.template import templatize

from .catalogues import empty, read

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
LEFT_OUT = {"tests", "tools", "var", ".venv", "migrations", "node_modules"}


def sources(root: Path) -> Iterator[Path]:
    """Yield every Python file and template whose words readers or editors see.

    Args:
        root: the folder of the checkout.
    """
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        ours = not LEFT_OUT.intersection(inside.parts)
        template = "templates" in inside.parts and path.suffix in {".html", ".txt", ".xml"}
        if ours and (template or path.suffix == ".py"):
            yield path


def template_calls(text: str, name: str) -> bytes:
    """Return the gettext calls of a template as lines that tokenise as Python.

    Args:
        text: the template's source.
        name: what an error calls it.

    Raises:
        SyntaxError: if a translated block of the template is not closed.
    """
    return "\n".join(line.strip() for line in templatize(text, origin=name).split("\n")).encode()


def found(root: Path) -> Catalog:
    """Return a catalogue of every word in the tree, without translations.

    Args:
        root: the folder of the checkout.
    """
    catalogue = Catalog(charset="utf-8")
    for path in sources(root):
        content = path.read_bytes()
        if path.suffix != ".py":
            content = template_calls(content.decode(), str(path))
        place = path.relative_to(root).as_posix()
        for _line, message, comments, context in extract("python", BytesIO(content), KEYWORDS, ("Translators:",)):
            catalogue.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalogue


def merged(path: Path, words: Catalog) -> bytes:
    """Return a .po file with the words of the tree: known translations stay, new ones are empty, gone ones go.

    Args:
        path: the .po file as it is; it may be missing.
        words: what `found` returned.
    """
    catalogue = read(path)
    catalogue.update(words, no_fuzzy_matching=True, keep_user_comments=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        # Babel calls a word unclear when it gains a plural, and unclear words are not compiled.
        message.flags.discard("fuzzy")
    out = BytesIO()
    write_po(out, catalogue, width=120, omit_header=True, sort_output=True, include_lineno=False)
    return empty(path.parts[-3]) + b"\n" + out.getvalue()
