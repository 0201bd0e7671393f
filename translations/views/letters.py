"""How a person wants letters: at once, or one a day."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from translations.models import LetterChoice


class ChoiceForm(forms.ModelForm):
    """One letter a day, or each at once."""

    class Meta:
        model = LetterChoice
        fields = ["digest"]


def choose(request: HttpRequest) -> HttpResponse:
    """Let a person choose.

    Args:
        request: A POST with `digest`, or a GET for the form.

    Returns:
        The form, or a redirect to the board.
    """
    choice = LetterChoice.objects.filter(user=request.user).first() or LetterChoice(user=request.user)
    form = ChoiceForm(request.POST or None, instance=choice)
    if request.method == "POST":
        form = ChoiceForm(request.POST, instance=choice)
        if form.is_valid():
            form.save()
            messages.success(request, _("Your choice is kept."))
            return redirect("translations_matrix")
    return render(request, "translations/admin/letters.html", {"form": form, "header_title": _("My letters")})
