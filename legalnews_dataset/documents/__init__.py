"""An article becomes a document: layers of spans, one file per layer."""
