"""Somebody takes a stand, in public."""
