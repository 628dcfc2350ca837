"""How right the tables are: a built folder against articles annotated by hand."""
