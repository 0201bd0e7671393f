"""Users for demo content and tests."""

from django.contrib.auth.models import Group

from accounts.models import User


def make_user(username="someone", groups=(), password=None, **fields):
    """Make a user and put them into groups.

    Args:
        username: the name to log in with.
        groups: names of groups, made when missing.
        password: None for an account nobody can log in to.
        fields: other fields of accounts.User.

    Returns:
        accounts.User, saved.
    """
    user = User.objects.create_user(username, f"{username}@example.org", password, **fields)
    user.groups.set([Group.objects.get_or_create(name=name)[0] for name in groups])
    return user
