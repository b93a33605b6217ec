"""Promises tried on the running product, each with a page of what was seen: docs/drills/."""
