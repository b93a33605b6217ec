"""Grants: what was applied for, awarded and spent, and the report that a funder gets."""
