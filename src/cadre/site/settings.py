"""Settings of the site, from the environment; `starting.py` sets it for `cadre serve`.

CADRE_SITE_DATA      folder of the database (SQLite) and of what workers keep
CADRE_SITE_DATABASE  postgresql://USER:PASSWORD@HOST:PORT/NAME; SQLite in the data folder when left out
CADRE_SITE_SECRET    signs sessions; without it they end with the process
CADRE_SITE_HOSTS     names under which the site is asked for, with commas between
CADRE_SITE_PROXY     address of the proxy before the server, whose word on the client's address is taken
CADRE_SITE_HTTPS     1: people reach it through HTTPS, cookies go nowhere else
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cadre.site.databases import database

PAGES = Path(__file__).parent / "pages"
DATA = Path(os.environ.get("CADRE_SITE_DATA", "cadre-site"))
HTTPS = os.environ.get("CADRE_SITE_HTTPS") == "1"

SECRET_KEY = os.environ.get("CADRE_SITE_SECRET") or secrets.token_urlsafe(50)
DEBUG = False
ALLOWED_HOSTS = [
    name for name in os.environ.get("CADRE_SITE_HOSTS", "127.0.0.1,localhost").split(",") if name
]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "cadre.site.audit",
    "cadre.site.accounts",
    "cadre.site.missions",
    "cadre.site.studies",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "cadre.site.pages.middleware.policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cadre.site.api.middleware.asked_by",
    "cadre.site.row_security.of_person",
    "cadre.site.pages.middleware.language",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "cadre.site.pages.middleware.WhenBusy",
]
ROOT_URLCONF = "cadre.site.urls"
WSGI_APPLICATION = "cadre.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PAGES / "templates"],
        "OPTIONS": {
            "environment": "cadre.site.pages.environment.environment",
            "context_processors": ["cadre.site.pages.environment.spoken"],
        },
    }
]

DATABASES = {"default": database(os.environ.get("CADRE_SITE_DATABASE", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False  # words have one catalogue of their own

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "log-in"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_NAME = "cadre-session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "cadre.site.pages.start_views.refused"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"

STATIC_URL = "static/"
STATICFILES_DIRS = [PAGES / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = WHITENOISE_ALLOW_ALL_ORIGINS = False
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
UPLOAD_AT_MOST = 20_000_000
"""Bytes of a mission that is uploaded; the server refuses bodies a little larger unread."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1
"""Of one request; a grid of pasted rows has a field for each cell."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # What is refused is an answer, not a fault of the site.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
    },
}
