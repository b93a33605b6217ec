"""Courses on two faces: the desk of the association, and a volunteer's phone."""
