"""The words of the interface out as a kit, and a checked catalogue back."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from translations.exchange.exporting import FORMATS
from translations.exchange.forms import InterfaceForm
from translations.exchange.interface import Taking, languages
from translations.exchange.interface_counts import counts
from translations.exchange.interface_kit import file_of
from translations.exchange.problems import UnreadableFileError
from translations.exchange.reports import Report
from translations.exchange.views.answers import attachment, for_translators, page, target_locales


def _open_to(user) -> list[tuple[str, str]]:
    """The catalogues of a person's languages; whoever works in all languages gets those that are not open yet, too."""
    everything = user.is_superuser or user.has_perm("wagtail_localize.submit_translation")
    own = set(target_locales(user).values_list("language_code", flat=True))
    return [(code, name) for code, name in languages() if everything or code in own]


@for_translators
def interface(request: HttpRequest) -> HttpResponse:
    """Show how far the words of the interface are, and check translated ones.

    Args:
        request: A POST holds `language` and `file`; with `catalogue` it is answered with the catalogue to commit.
    """
    choices = _open_to(request.user)
    rows = counts(dict(choices))
    form = InterfaceForm(choices, request.POST or None, request.FILES or None)
    report = None
    if request.method == "POST" and form.is_valid():
        data, name = form.read()
        taking = Taking(form.cleaned_data["language"], name)
        part = taking.take(data)
        if "catalogue" in request.POST and not part.problem:
            return attachment(str(taking.catalogue).encode(), "django.po", FORMATS["po"].content_type)
        report = Report([part])
    names = [(name, one.short or one.label) for name, one in FORMATS.items()]
    return page(
        request,
        "interface",
        "translations_interface",
        {"form": form, "report": report, "rows": rows, "names": names, "dry": True},
    )


@require_GET
@for_translators
def download(request: HttpRequest, language: str, name: str) -> HttpResponse:
    """The words of the interface in a language as a file.

    Args:
        request: The request.
        language: The code of the language.
        name: A key of `FORMATS`.

    Raises:
        Http404: If there is no such catalogue, or it is none of the person's business.
    """
    if language not in dict(_open_to(request.user)):
        raise Http404
    try:
        file, data = file_of(language, name)
    except UnreadableFileError as error:
        raise Http404 from error
    return attachment(data, file, FORMATS[name].content_type)
