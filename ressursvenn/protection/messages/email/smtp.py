"""Django's own way to a mail server, under a name of ours: the machine's would be in every header."""

from __future__ import annotations

import smtplib
from typing import Any

from django.conf import settings
from django.core.mail.backends import smtp


class _Unnamed(smtplib.SMTP):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "local_hostname": settings.MESSAGE_HOST})


class _UnnamedSecret(smtplib.SMTP_SSL):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "local_hostname": settings.MESSAGE_HOST})


class EmailBackend(smtp.EmailBackend):
    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _UnnamedSecret if self.use_ssl else _Unnamed
