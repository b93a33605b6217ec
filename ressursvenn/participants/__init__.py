"""Those who take part: referral, consent, safe contact, wishes and strengths, areas to stay out of.

Nothing here could find anybody: no address, no school, no child, no surname, no story.
Doors: rules (may this participant be matched, and why not), facts, queries, changes.
"""
