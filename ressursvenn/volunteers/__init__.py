"""Recruit, screen, train and certify the volunteers of a local association.

The road from application to available is a row of dated facts, each noted by somebody. Doors: rules
(may she be matched, and why not), facts (from tables to rules), queries, changes.
"""
