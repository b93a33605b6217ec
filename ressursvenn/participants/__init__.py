"""Those who take part: referral, consent, safe contact, wishes and strengths, areas to stay out of.

The room holds nothing that could find anybody: no address, no school, no child, no surname, no story.
Doors: rules (may this participant be matched, and why not), facts, queries, changes.
"""
