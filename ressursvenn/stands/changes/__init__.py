"""Every change to stands and to news. Keyword-only, named for what happened, audited as it happens."""

from .news import ask_out, send_news, throw_away_news, write_news
from .reading import fetch_back, let_pass, put_aside
from .receiving import confirm, receive, take_back
from .sending import let_lapse, send_letters

__all__ = [
    "ask_out",
    "confirm",
    "fetch_back",
    "let_lapse",
    "let_pass",
    "put_aside",
    "receive",
    "send_letters",
    "send_news",
    "take_back",
    "throw_away_news",
    "write_news",
]
