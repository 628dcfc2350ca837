"""The contract in the languages of other tools; each file derives one of them from the row classes."""
