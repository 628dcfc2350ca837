"""The same case and the same person in every article: which provisional cases and entities are one."""
