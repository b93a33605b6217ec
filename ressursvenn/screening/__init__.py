"""Is she suited? Criteria, two interviewers, referees, the paper for the police, and a kind no."""
