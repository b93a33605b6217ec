"""The lists of this room: code → the word on the page."""

from __future__ import annotations

BASIC, REFRESHER = "basic", "refresher"
KINDS = {BASIC: "kurs for nye", REFRESHER: "påfyll"}

LANGUAGES = {"nb": "bokmål", "nn": "nynorsk"}

CAME, TOLD, MISSED = "came", "told", "missed"
ATTENDED = {CAME: "kom", TOLD: "ga beskjed", MISSED: "kom ikke"}
