"""The words that report speech: verbs of saying in all their forms, and the small words around them.

The lists come from general English newsroom usage; a verb belongs here when a reporter can put quoted words after it.
"""

from __future__ import annotations

# Verbs that can follow or precede a quotation as its only frame: "…," X said.
_SAYING = """
acknowledge add admit advise affirm allege announce answer argue ask assert assure bark begin blast boast
caution challenge charge chant claim command comment complain concede conclude confess confide confirm contend
continue counter crow cry declare decree deny demand disclose elaborate emphasize emphasise estimate exclaim
exhort explain express fume grumble hint implore inform inquire insist instruct interject joke lament maintain
mention moan muse note object observe opine order plead pledge post pray predict proclaim promise pronounce
protest query question quip react reason reassure recall recount reflect reiterate relate remark remember
remind repeat reply report request respond retort reveal roar rule say scoff scream shout sigh sneer snap
speculate state stress suggest summarize surmise swear tell testify text threaten thunder trumpet tweet
underscore urge utter volunteer vow wail warn whisper wonder write yell
""".split()
# Verbs that name or judge their object in quoted words: `called it "…"`, `dismissed the suit as "…"`.
_NAMING = """
accuse acclaim applaud assail attack berate blame brand call cast castigate characterize characterise chide
chastise condemn congratulate credit criticize criticise decry demonize denounce depict deride describe
dismiss dub hail label lambaste laud mock portray praise refer ridicule scold slam tag taunt thank think title entitle
tout trash welcome
""".split()
# Other verbs that quoted words often follow.
_OTHER = """
agree aim apologize apologise attribute avow back beg cite class consider deem defend demand deplore detail
direct echo encourage envision establish expect fault fear feature feel find forecast give highlight hold hope
identify include indicate invoke liken list mean misstate name oppose order outline paint petition poke preach
present print prohibit project promote propose provide push quote rail rate read reaffirm rebuke rebut recite
recommend reckon record refuse regard reject require savage seek send show signal sing specify spell stand
summon support suspect term treat type understand unleash use vent view voice want wish
""".split()
_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "begin": ("begins", "began", "begun", "beginning"),
    "think": ("thinks", "thought", "thought", "thinking"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "read": ("reads", "read", "read", "reading"),
    "find": ("finds", "found", "found", "finding"),
    "give": ("gives", "gave", "given", "giving"),
    "mean": ("means", "meant", "meant", "meaning"),
    "show": ("shows", "showed", "shown", "showing"),
    "understand": ("understands", "understood", "understood", "understanding"),
    "cast": ("casts", "cast", "cast", "casting"),
    "spell": ("spells", "spelled", "spelled", "spelling"),
    "feel": ("feels", "felt", "felt", "feeling"),
    "seek": ("seeks", "sought", "sought", "seeking"),
    "sing": ("sings", "sang", "sung", "singing"),
    "hold": ("holds", "held", "held", "holding"),
    "stand": ("stands", "stood", "stood", "standing"),
    "beg": ("begs", "begged", "begged", "begging"),
    "send": ("sends", "sent", "sent", "sending"),
    "run": ("runs", "ran", "run", "running"),
    "refer": ("refers", "referred", "referred", "referring"),
    "plead": ("pleads", "pleaded", "pled", "pleading"),
    "admit": ("admits", "admitted", "admitted", "admitting"),
    "rap": ("raps", "rapped", "rapped", "rapping"),
    "tag": ("tags", "tagged", "tagged", "tagging"),
    "quip": ("quips", "quipped", "quipped", "quipping"),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting"),
    "snap": ("snaps", "snapped", "snapped", "snapping"),
    "slam": ("slams", "slammed", "slammed", "slamming"),
    "dub": ("dubs", "dubbed", "dubbed", "dubbing"),
    "label": ("labels", "labeled", "labelled", "labeling"),
    "deny": ("denies", "denied", "denied", "denying"),
}


def _forms(verb: str) -> tuple[str, str, str, str]:
    """Return the third person, past, participle and -ing forms of a verb.

    >>> _forms("reply")
    ('replies', 'replied', 'replied', 'replying')
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb}d", f"{verb[:-1]}ing"
    if verb[-1] == "y" and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return third, f"{verb}ed", f"{verb}ed", f"{verb}ing"


def _classify() -> dict[str, tuple[int, str]]:
    """Return what each form is: the strength of its verb, and `finite`, `base` or `ing`."""
    found: dict[str, tuple[int, str]] = {}
    for verbs, saying in ((_OTHER, 0), (_NAMING, 1), (_SAYING, 2)):
        for verb in verbs:
            third, past, participle, ing = _forms(verb)
            found |= {verb: (saying, "base"), participle: (saying, "finite"), ing: (saying, "ing")}
            found |= {third: (saying, "finite"), past: (saying, "finite")}
    return found | {"labelled": (1, "finite"), "labelling": (1, "ing")}


# Form of a reporting verb -> (strength, finite | base | ing). Strength 2 is a verb of saying, which frames a quotation
# from either side; 1 names or judges its object in quoted words; 0 is any other verb that quoted words often follow.
CUES = _classify()
# Cues of two words: first word -> (second word, is a cue of saying, form).
TWO_WORD_CUES = {
    "went": ("on", 2, "finite"),
    "goes": ("on", 2, "finite"),
    "going": ("on", 2, "ing"),
    "pointed": ("out", 2, "finite"),
    "points": ("out", 2, "finite"),
    "pointing": ("out", 2, "ing"),
    "shot": ("back", 2, "finite"),
    "fired": ("back", 2, "finite"),
    "hit": ("back", 2, "finite"),
    "chimed": ("in", 2, "finite"),
    "put": ("it", 2, "finite"),
    "puts": ("it", 2, "finite"),
    "made": ("clear", 2, "finite"),
}
# Particles that belong to the printed cue: `called for "…"`, `referred to "…"`.
PARTICLES = {"call": ("for", "on"), "refer": ("to",), "point": ("out",), "warn": ("of",), "complain": ("of",)}
# Forms that are nouns as often as verbs: a cue only right behind a name, a pronoun or an agent noun.
ALSO_NOUNS = frozenset(
    """
    answer answers attack attacks blame call calls cast challenge challenges charge charges claim claims comment
    comments command commands concern concerns credit cry cries demand demands doubts echo estimate estimates
    fault fear fears feature find hint hints hope hopes image joke jokes label labels lists mean means mention
    name names note notes notice object objects offer offers order orders outline outlines plea plead pledge
    pledges post posts present print prints project projects promise promises protest protests query questions
    question quip quips quote quotes record records report reports request requests rule rules sign signal signals
    state states stress support supports suspect suspects tag tags taunt taunts term terms text texts thank think
    tweet tweets use view views voice voices vow vows want warrants whisper wish wishes wonder rate rates run runs
    type types stand stands finding understanding warning writing reading beginning direct directs express blast
    roar slam
    speculate trash trumpet volunteer whispers wonders sense show shows
    reason reasons remark remarks repeat repeats counter counters caution cautions muse muses bark barks boast boasts
    snap snaps scream screams retort retorts relate
    """.split()
)
