"""Is she suited? Criteria, two interviewers, referees, the paper for the police, and a kind no.

Doors: `criteria` (what is asked), `rules` (who reads what), `queries`, `changes`.
Nothing here knows of `apart`.
"""
