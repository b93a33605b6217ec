"""Somebody to talk with: guidance in groups, talks, gatherings, a quiet way to say that it is heavy."""
