"""What takes two people: one asks, another answers, and only then does it happen.

Any room may register an act that no one person does alone. Here it is asked, answered or taken back, and
here the steps are kept from being skipped, replayed or raced. What is kept says nothing about anybody.
"""
