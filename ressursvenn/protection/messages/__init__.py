"""What leaves the house, a folder for each channel: `email/`, `sms/`, and `phone_list/`, which sends nothing.

Doors: post (`to_her`, `to_staff`, `send_due`), setting (how the room that knows her tells what she has
chosen), queries (what waits for somebody), changes (what a person chooses and settles). A message lies in
no table: a row of the outbox holds codes and a reference, and the rest is found and written when it goes.
"""
