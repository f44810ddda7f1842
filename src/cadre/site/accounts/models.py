"""People, links that work once, tokens, log-ins that failed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Makes people; none has a password until they set one themselves."""

    def create_person(self, name: str, **fields: Any) -> User:
        """Save a person without a password."""
        user = self.model(name=name.strip().lower(), **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the person of a name, however it is capitalised."""
        return self.get(name=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A person.

    What they may do in a mission is their role there; here stands only what concerns the site itself.
    """

    name = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
    language = models.CharField(max_length=2, default="en")
    manages_accounts = models.BooleanField(default=False)
    begins_missions = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "name"

    def __str__(self) -> str:
        return self.name


class OneTimeLink(models.Model):
    """A link by which a person sets their password; the secret itself is kept nowhere."""

    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="links")
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class FailedLogIn(models.Model):
    """A log-in that failed, by digests of the name that was given and of the address."""

    name = models.CharField(max_length=64, db_index=True)
    address = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(db_index=True)


class Token(models.Model):
    """By what a program acts as a person; the token itself is kept nowhere."""

    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    title = models.CharField(max_length=100)
    reads_only = models.BooleanField()
    made_at = models.DateTimeField()
    until = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    """To the hour."""
