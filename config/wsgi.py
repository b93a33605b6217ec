"""The server's door. It opens only when every start-up check holds."""

import os

from django.core.checks import Error, run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = get_wsgi_application()

if refused := [str(found) for found in run_checks() if isinstance(found, Error)]:
    raise ImproperlyConfigured("\n".join(refused))
