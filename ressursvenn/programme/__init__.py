"""Words, numbers, rules and states of the programme. Standard library only; everybody may read it.

Doors: rules (what a rule and a refusal are), limits (every number, dated), words (the lists people
choose from), states (which state follows which), lines (what Min dag is made of).
"""
