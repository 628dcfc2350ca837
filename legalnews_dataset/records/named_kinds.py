"""Tell from a name what bears it: a newspaper, agency or station; a public body rather than a person."""

from __future__ import annotations

import re
from functools import lru_cache

from legalnews_dataset.documents.document import Entity

MEDIA = re.compile(
    r"^(?:the )?(?:Reuters|AP|AFP|BBC|CNN|Anatolia|Interfax|Kyodo|Itar-Tass|Agence France|NBC|CBS|ABC News|Fox News|"
    r"Associated Press|Bloomberg|[\w ]*(?:News|Times|Post|Journal|Tribune|Herald|Guardian|Telegraph|Mirror|Gazette|"
    r"Chronicle|Press|Daily Mail|Sun|Xinhua|Independent))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_media(name: str) -> bool:
    """Tell whether a name is that of a newspaper, an agency or a station."""
    return MEDIA.match(name) is not None


_COURT = re.compile(r"\b(?:Court|Tribunal|House of Lords)\b")


@lru_cache(maxsize=4096)
def is_court(name: str) -> bool:
    """Tell whether a name is that of a court."""
    return _COURT.search(name) is not None


_BODY = re.compile(r"\b(?:Department|Division|Section|Office|Court|Commission|Agency|Bureau|Police|U\. ?S)\b")


def kind_of(entity: Entity) -> str:
    """Return the kind of an entity; a name with a word of public bodies in it is no person."""
    return "government" if entity.kind == "person" and _BODY.search(entity.name) else entity.kind
