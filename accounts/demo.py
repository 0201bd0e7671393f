"""The accounts with which everyone can try the site."""

from django.contrib.auth.models import Group

from accounts.jobs import COORDINATORS, EDITORS, MODERATORS, OFFICERS, reviewers, translators
from accounts.models import User

DEMO_ACCOUNTS = {
    "admin": ("administrator", None, ["en"]),
    "editor": ("editor", EDITORS, ["en"]),
    "moderator": ("moderator", MODERATORS, ["en"]),
    "coordinator": ("coordinator", COORDINATORS, ["en"]),
    "translator-fr": ("translator (French)", translators("fr"), ["fr"]),
    "reviewer-fr": ("reviewer (French)", reviewers("fr"), ["fr"]),
    "translator-rom": ("translator (Romani)", translators("rom"), ["rom"]),
    "officer": ("membership officer", OFFICERS, ["en"]),
}


def ensure_demo_accounts(password):
    """Make the demo accounts that are missing and put each into its group.

    An account that exists keeps its password and its groups.

    Args:
        password: the password of new accounts; empty makes accounts that nobody can log in to.

    Returns:
        dict of user name to User.
    """
    return {name: _ensure_account(name, password) for name in DEMO_ACCOUNTS}


def _ensure_account(name, password):
    job, group_name, languages = DEMO_ACCOUNTS[name]
    admin = group_name is None
    user, created = User.objects.get_or_create(
        username=name,
        defaults={
            "first_name": "Demo",
            "last_name": job,
            "email": f"{name}@example.org",
            "languages": languages,
            "is_superuser": admin,
            "is_staff": admin,
        },
    )
    if created:
        user.set_password(password or None)
        user.save(update_fields=["password"])
    if group_name:
        user.groups.add(Group.objects.get_or_create(name=group_name)[0])
    return user
