"""The keeper of keys: a process of its own, that knows no name and no page.

It holds the master keys, everybody's two keys wrapped by them, and the list of those who are gone. The web
process asks over a Unix socket for the key of one person, or for the cards of a list, on behalf of somebody;
the keeper counts, refuses, and remembers. Nothing here imports Django or the house.

Begin with `acts.py` (what can be asked). `wire.py` is all that the house may import.
"""
