"""Raw files become frozen articles: one reader per format."""
