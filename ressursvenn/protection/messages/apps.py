"""The outbox is an app of its own, with tables of its own."""

from django.apps import AppConfig


class Post(AppConfig):
    name = "ressursvenn.protection.messages"
    label = "post"
