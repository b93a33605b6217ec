"""Requests in, pages out: the staff desk, her phone, and the open page that knows a fingerprint."""
