"""The contract: one row class per table, and the projections and checks that come from it."""
