"""Grants: what was applied for, awarded and spent, and the report that a funder gets.

Doors: `/a/tilskudd/` for whoever keeps the grants, and, of it, issued reports for the funder's own readers.
It takes figures of the rooms below and never a row; of participants it knows the latest release and no more.
"""
