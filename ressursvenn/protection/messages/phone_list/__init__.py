"""The telephone: the house never rings. What is written to it is a line in Min dag, «Ring …», for a person."""

SENDS = False
