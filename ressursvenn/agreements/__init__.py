"""What she promises and what we promise her: texts with versions, signed by both, and a copy to check.

Doors: texts (every version, what changed), rules (who may sign now, and why not), queries, changes.
"""
