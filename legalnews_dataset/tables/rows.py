"""The row classes of all tables under one name."""

from __future__ import annotations

from legalnews_dataset.tables.articles import Articles
from legalnews_dataset.tables.awards import Awards
from legalnews_dataset.tables.cases import Cases
from legalnews_dataset.tables.contract import TABLES
from legalnews_dataset.tables.events import Events
from legalnews_dataset.tables.mentions import Mentions
from legalnews_dataset.tables.parties import Parties
from legalnews_dataset.tables.quotes import Quotes

__all__ = ["TABLES", "Articles", "Awards", "Cases", "Events", "Mentions", "Parties", "Quotes"]
