"""Answers the editor of a story with the checks of what is being written."""

from django.http import JsonResponse
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView

from news.checks import findings
from news.checks.registry import error
from news.models import NewsPage
from news.overrides import overridden

__all__ = ["check_new", "check_written"]


def _answer(view, request):
    form = view.get_form(request.POST)
    if view.validate_form(form):
        page = form.save(commit=False)
        found = findings(page, overridden(page))
    else:
        page = form.instance
        found = [error("form", name, message) for name, messages in form.errors.items() for message in messages]
    rows = [
        {"level": one.level, "field": one.field, "lead": one.lead(page), "message": str(one.message)} for one in found
    ]
    return JsonResponse({"findings": rows})


class _Written(PreviewOnEditView):
    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        return _answer(self, request)


class _New(PreviewOnCreateView):
    http_method_names = ("post",)

    def get_object(self):
        self.kwargs |= {"content_type_app_name": "news", "content_type_model_name": NewsPage._meta.model_name}
        return super().get_object()

    def post(self, request, *args, **kwargs):
        return _answer(self, request)


check_written = _Written.as_view()
check_new = _New.as_view()
