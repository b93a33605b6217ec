"""People who sign in, the associations they belong to, and what each role may do.

Doors: permissions (the table of roles), guard (who gets in), queries (terms, colleagues), changes.
"""
