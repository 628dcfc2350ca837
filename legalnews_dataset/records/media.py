"""Tell the names of newspapers, news agencies and stations."""

from __future__ import annotations

import re
from functools import lru_cache

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
