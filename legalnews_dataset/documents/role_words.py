"""Nouns by which newsrooms mean people and bodies without naming them: general usage of the trade."""

from __future__ import annotations

UNNAMED = frozenset(
    """
    spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons source sources official officials aide
    aides prosecutors lawyers attorneys police officers authorities critics analysts experts neighbours neighbors
    witnesses investigators investigation evidence testimony records statement report document documents papers
    filing filings complaint lawsuit suit indictment affidavit order ruling letter email e-mail memo warrant
    motion brief petition release jury jurors panel group protesters supporters activists others
    """.split()
)
BODIES = frozenset(
    """
    company firm bank corporation group maker carrier airline insurer retailer manufacturer publisher broadcaster
    newspaper paper magazine network agency organization organisation charity union university department office
    commission bureau ministry government city county state court board league association institute utility giant
    brokerage partnership chain hospital school church foundation team club website site service
    """.split()
)
COMPANIES = frozenset(
    """
    company firm bank corporation group maker carrier airline insurer retailer manufacturer giant brokerage chain
    partnership utility
    """.split()
)
COMPANY_NAMES = frozenset(
    "inc corp co ltd llc plc corporation company group holdings bank airlines motors industries ag sa gmbh lp".split()
)
# Role nouns that newsrooms use for one another.
SAME_ROLE = {
    "judge": {"judge", "justice", "magistrate"},
    "justice": {"justice", "judge"},
    "magistrate": {"magistrate", "judge"},
    "lawyer": {"lawyer", "attorney", "counsel", "solicitor", "barrister", "qc"},
    "attorney": {"attorney", "lawyer", "counsel", "solicitor"},
    "solicitor": {"solicitor", "lawyer"},
    "barrister": {"barrister", "lawyer", "qc"},
    "prosecutor": {"prosecutor", "attorney"},
    "officer": {"officer", "sergeant", "detective", "constable", "inspector"},
    "detective": {"detective", "inspector", "sergeant"},
    "singer": {"singer", "star", "musician", "rapper", "popstar"},
    "actor": {"actor", "star", "actress"},
    "star": {"star", "singer", "actor", "rapper", "actress", "player"},
    "chairman": {"chairman", "chair", "chairwoman"},
    "executive": {"executive", "ceo", "chief"},
    "politician": {"senator", "congressman", "mp", "governor", "mayor", "minister", "politician"},
    "leader": {"leader", "president", "chairman", "minister"},
}
# Documents that speak for whoever put them out.
STATEMENTS = frozenset("statement letter email e-mail memo release report message post tweet".split())
RULINGS = frozenset("ruling order opinion decision judgment judgement".split())
AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "star", "chief", "person", "mother", "father", "son")
AGENTS = frozenset(
    "nominee candidate president student agent clerk witness victim wife husband host chair justice judge".split()
)
SURE_NON_AGENTS = frozenset(
    "paper letter order matter member other number number newspaper center centre error".split()
)
BEFORE_PEOPLE = frozenset("mr mrs ms miss dr sir lord lady judge justice president senator".split())
# Attorneys who are no party's lawyers.
OFFICES = ("district attorney", "attorney general", "state's attorney", "us attorney", "city attorney")
ACCUSED = frozenset("defendant suspect accused inmate convict".split())
CHARGING = frozenset("charged sentenced convicted indicted arrested arraigned accused found".split())
ANSWERING = frozenset("pleaded pled pleads faces admitted".split())
# People whom an article may tell of without a name, and the pronoun that they take.
PEOPLE: dict[str, str | None] = {
    **dict.fromkeys(
        "woman mother girl wife sister daughter grandmother girlfriend aunt niece actress spokeswoman".split(), "f"
    ),
    **dict.fromkeys(
        "man father boy husband brother son grandfather boyfriend uncle nephew actor spokesman".split(), "m"
    ),
    **dict.fromkeys(
        """
        defendant suspect accused inmate victim witness officer judge lawyer attorney prosecutor driver teenager teen
        resident neighbor neighbour friend student teacher doctor nurse owner employee worker manager detective agent
        investigator deputy sergeant juror plaintiff survivor passenger clerk guard soldier reporter expert aide
        official senator mayor governor justice sheriff president director chairman executive singer star player coach
        eyewitness year-old spokesperson lieutenant captain trooper caller informant
        """.split(),
        None,
    ),
}
