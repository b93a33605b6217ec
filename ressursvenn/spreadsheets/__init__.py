"""An association's old workbook, brought in: understood, proposed, taken back.

Doors: changes.bring_in (a workbook in), changes.settle_proposal, changes.take_back, queries. What
can be read without a database is in `reading`; what a row becomes is decided in `plan`.
"""
