"""The house: one room per subject, floors kept by import contracts. HOUSE.md is the map."""
