"""The events of a case over all of its articles, tellings of one event grouped."""
