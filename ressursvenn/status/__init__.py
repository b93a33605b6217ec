"""What the alliance did in a period, issued and frozen."""
