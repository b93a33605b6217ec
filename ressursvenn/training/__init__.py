"""Courses: modules, evenings, places, who came, what is to be made up, and the paper at the end."""
