"""What accounts adds to the editors' side."""

from wagtail import hooks

from accounts.notices import explain_own_changes, explain_to_author, refuse_own_publication
from accounts.policies import guard_bulk, guard_creation, guard_row, guard_rows

hooks.register("before_create_snippet", guard_creation, order=-10)
hooks.register("before_edit_snippet", guard_row, order=-10)
hooks.register("before_delete_snippet", guard_rows, order=-10)
hooks.register("before_bulk_action", guard_bulk, order=-10)
hooks.register("before_edit_page", explain_to_author)
hooks.register("after_edit_page", explain_own_changes, order=100)
hooks.register("before_publish_page", refuse_own_publication)
