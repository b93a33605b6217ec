"""What she promises and what we promise her: texts with versions, signed by both, and a copy to check."""
