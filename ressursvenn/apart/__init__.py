"""Who must never meet. A participant's words are sealed; only the vetting officer opens them.

To everyone else a volunteer who is to be kept away is simply never suggested.
Doors: queries.answers (may these two be suggested: yes, no, not known), changes, and day_lines.
"""
