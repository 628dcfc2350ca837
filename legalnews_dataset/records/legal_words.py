"""Word lists of court reporting that clauses, claims and roles are read by."""

from __future__ import annotations

PREPOSITIONS = frozenset(
    """
    of at for in with by from to against on about over under between before after into through without within toward
    towards than via near per during despite upon besides as since until among amid behind onto regarding concerning
    involving unlike inside outside around
    """.split()
)
AUXILIARIES = frozenset(
    """
    was were is are be been being has have had will would may might could should can cannot do did does
    """.split()
)
BE = frozenset("was were is are be been being gets got get".split())
PLURAL = frozenset("were are have both each all".split())
ADVERBS = frozenset(
    """
    also now later already previously both each all further allegedly then subsequently recently today yesterday
    earlier not never initially originally eventually finally formally officially reportedly first once again
    additionally wrongly falsely jointly separately successfully monday tuesday wednesday thursday friday saturday
    sunday ago immediately still since just convicted found being to n't only ultimately unsuccessfully even always
    currently together quickly criminally civilly federally publicly last this week month year morning
    """.split()
)
REPORTING = frozenset(
    """
    said says told announced added saying alleging claiming ruled stated reported noted wrote testified contends
    contended argued argues claims claimed alleges alleged believes insisted insists maintained maintains warned
    found held decided estimated knew show shows showed suggested declared reports concluded confirmed acknowledged
    disclosed
    """.split()
)
NOUN_WORDS = frozenset(
    """
    a an the former ex then late chief senior junior deputy acting assistant special trial lead new his her their
    its our my lawyer lawyers attorney attorneys solicitor solicitors barrister barristers counsel advocate judge
    judges justice justices magistrate prosecutor prosecutors president chairman chairwoman chair executive officer
    officers director directors manager boss founder owner partner singer actor actress rapper star player coach
    trainer doctor businessman businesswoman banker broker trader mayor governor senator minister premier secretary
    police detective sergeant constable inspector agent agents husband wife father mother son daughter brother
    sister boyfriend girlfriend friend colleague neighbour neighbor man woman teenager boy girl student teacher
    pastor priest rabbi spokesman spokeswoman spokesperson spokesmen defendant defendants co-defendant plaintiff
    victim victims witness co-conspirator accomplice co-accused respondent claimant appellant principal general
    district state federal county city civil criminal defence defense prosecution independent presiding circuit
    superior supreme appeal appeals high court us u.s uk company firm corporation conglomerate giant agency group
    unit subsidiary parent maker operator bank insurer retailer airline union newspaper magazine website oil gas
    energy tobacco drug software one two three four five six seven eight nine ten several other another fellow
    alleged convicted accused reputed self-styled one-time longtime long-time veteran current national local
    regional office representative representatives legal main top leading key expert forensic medical undercover
    retired prominent creditor rival competitor supplier investor shareholder
    ceo cfo dr mr mrs ms miss sir lord lady dame prof professor rev
    """.split()
)
LIST_BREAKS = frozenset(
    """
    which who whom that said says told after before while when because but with for from by to as alleging charging
    claiming accusing seeking saying over about were was is are has have had will would in on into under against if
    where not accuses alleges claims contends seeks asks argues names since guilty liable
    """.split()
)
POSSESSIVES = frozenset("'s ’s ' ’".split())
CRIME_VERBS = frozenset(
    """
    charged indicted convicted sentenced arraigned acquitted prosecuted jailed imprisoned accused remanded
    exonerated retried tried cleared executed pardoned paroled extradited caged court-martialed
    """.split()
)
ARREST_VERBS = frozenset(
    "arrested detained rearrested re-arrested apprehended busted nabbed collared cuffed handcuffed booked".split()
)
OFFENCES = frozenset(
    """
    count counts charge charges offence offences offense offenses murder murders manslaughter theft thefts robbery
    burglary burglaries fraud assault rape conspiracy bribery perjury arson blackmail harassment stalking possession
    killing stabbing shooting drink-driving drunken misconduct affray battery
    """.split()
)
COURT_ORDER = frozenset(
    """
    barred enjoined bar barring enjoining enjoin restrained prohibited stop stopping
    """.split()
)
SUIT_NOUNS = frozenset(
    """
    lawsuit lawsuits suit suits complaint complaints petition litigation counterclaim countersuit claim proceedings
    """.split()
)
LAWSUITS = frozenset("lawsuit lawsuits suit suits countersuit counterclaim".split())
CRIME_NOUNS = frozenset(
    """
    charge charges count counts indictment indictments prosecution conviction warrant trial case evidence
    """.split()
)
REFUSALS = frozenset("declined refused failed declines refuses not never".split())
JUDGMENT_NOUNS = frozenset(
    """
    judgment judgement verdict injunction injunctions award damages order orders ruling action actions case
    proceeding
    """.split()
)
FACES = frozenset(
    """
    charge charges trial count counts sentence years prison jail penalty maximum life death fine indictment
    """.split()
)
FILE = frozenset(
    """
    filed files file filing brought bring brings bringing lodged launched launch submitted initiated started
    """.split()
)
PLEAD = frozenset("pleaded pled plead pleads pleading".split())
FIND = frozenset("found find finding finds convicted".split())
LAWYER_NOUNS = frozenset(
    """
    lawyer lawyers attorney attorneys solicitor solicitors barrister barristers counsel qc kc advocate defender
    defenders
    """.split()
)
OFFICE_WORDS = frozenset(
    """
    u.s us united district state states county commonwealth prosecuting trial city special deputy federal crown
    """.split()
)
JUDGE_NOUNS = frozenset(
    "judge judges justice justices magistrate magistrates arbitrator recorder stipendiary adjudicator".split()
)
SPOKES = frozenset("spokesman spokeswoman spokesperson spokesmen".split())
OFFICIALS = frozenset(
    """
    chairman chairwoman president executive director directors chief ceo cfo founder head officer partner manager
    principal owner secretary administrator commissioner superintendent general mayor
    """.split()
)
AGENTS = frozenset(
    """
    agent agents detective detectives inspector investigator investigators constable sergeant sheriff trooper
    officer examiner coroner det pc di dci insp sgt supt
    """.split()
)
CLAIMANTS = frozenset(
    "family families plaintiff plaintiffs claimant claimants victim victims widow parents tenants accuser".split()
)
PRONOUNS = frozenset("his her their its our my whose".split())
TALK_TO_COURT = frozenset("court jury jurors inquest tribunal hearing judge panel magistrates".split())
KILL = frozenset(
    """
    killing murdering murder raping rape assaulting stabbing shooting beating strangling kidnapping abducting robbing
    molesting defrauding defraud killed murdered raped stabbed shot beat kidnapped assaulted attacked strangled
    molested robbed attacking harassing stalking stalked glassed glassing tormenting threatening abusing injuring
    poisoning kill assassinate assassinating punching punched groping groped choking choked slashing slashed mugging
    mugged kicking kicked knifing knifed bludgeoning bludgeoned fleecing fleeced conning conned swindling swindled
    scamming scammed bilking bilked duping duped slapping slapped abused headbutted grabbed gunning hitting striking
    struck cheated wounding
    """.split()
)
KILL_NOUNS = frozenset(
    """
    killer murderer murder death killing assault rape shooting stabbing slaying kidnapping manslaughter beating
    abduction attack assassination body slay robbery abuse disappearance deaths murders killings slayings kidnap mugging
    """.split()
)
KILLED = frozenset(
    """
    killed murdered raped stabbed shot beaten kidnapped assaulted attacked strangled molested robbed slain injured
    abducted wounded mauled glassed headbutted groped choked slashed mugged bludgeoned knifed punched gunned conned
    swindled fleeced
    """.split()
)
OFFICE_PATH = frozenset("for of the in 's ’s . acting and".split())
PLACES = frozenset("in across throughout outside around within into inside from of".split())
NO_NOUNS = frozenset(
    """
    and or but nor not no yet so if than then that which who whom whose what when while where why how whether
    because although though unless until since as he she it they we you i him them us me is was are were be been
    being has have had do does did will would can could may might must shall should said says told tells announced
    added saw took take gave give gives made make makes went go goes came come comes got get gets put says ruled
    sued sues sue won wins lost loses filed files accused charged found held let ordered met knew know knows began
    begin left led kept sent paid pay pays bought sold became become becomes called call hired hire hires faces face
    denies deny seeks seek sought wants want argues argue alleges allege claims claim contends tries shot killed hit
    beat told against also now later just still even only there here today yesterday this these those such more most
    less least very too both either neither say tell contend argue believe believes accuse accuses ask asks describe
    describes call calls show shows threw out up off heard spoke wrote stood sat drove fled broke drew rose swore wept
    fought caught felt quit
    """.split()
)
OFFICE_NOUNS = frozenset(
    "secretary minister commissioner attorney general director chief head justice chancellor".split()
)
TIME_WORDS = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
    earlier later nineteen twenty year month week
    """.split()
)
PEOPLE_NOUNS = frozenset(
    """
    employees officials officers executives members workers shareholders stockholders bondholders soldiers activists
    leaders directors police users customers bosses management military investors users supporters fans residents
    tenants students patients drivers employee official officer executive member worker managers lawyers attorneys
    """.split()
)
CRIME_WORDS = frozenset(
    """
    murder murdered killing killed manslaughter rape raped robbery assault theft burglary fraud guilty prison jail
    jailed police arrested arrest prosecutors prosecutor prosecution convicted conviction sentenced sentence
    indicted indictment charged charges felony probation parole custody bail accused acquitted felonies inmate
    misdemeanor
    """.split()
)
CIVIL_WORDS = frozenset(
    """
    lawsuit lawsuits sued sues suing suit damages plaintiff plaintiffs settlement injunction negligence patent
    copyright trademark antitrust contract breach compensation complaint civil discrimination libel defamation
    bankruptcy merger
    """.split()
)
OFFICERS = frozenset(
    """
    judge justice magistrate prosecutor attorney lawyer solicitor barrister counsel sheriff chief detective officer
    sergeant inspector superintendent agent director commissioner mayor governor president minister senator
    spokesman spokeswoman chairman deputy victim professor dr
    """.split()
)
ACCUSED_NOUNS = frozenset(
    "accused defendants indicted arrested charged defendant suspect suspects convicted driver gunman killer".split()
)
FIRM_NOUNS = frozenset(
    "law company firm bank manufacturer corporation hospital nonprofit contractor maker landlord".split()
)
RELATIVES = frozenset("who whom whose which where".split())
OTHER_DISPUTES = frozenset("tax trade labor labour border pay political domestic wage".split())
GOVERNMENT_ACTS = frozenset(
    "filed reached entered sued settled moved intervened asked resolved sues files seeks".split()
)
KINDS_OF_PRONOUNS = {
    "he": "person",
    "she": "person",
    "it": "body",
    "they": "any",
    "company": "company",
    "firm": "company",
    "bank": "company",
    "agency": "body",
    "department": "body",
    "airline": "company",
    "corporation": "company",
    "group": "body",
}
KIN = frozenset("daughters sons parents sisters brothers heirs wives children".split())
DETERMINERS = frozenset("a an the another his her their its one two three four five".split())
BODIES = frozenset(
    """
    company college council firm hospital school defendant defendants university bank trust magazine newspaper paper
    publisher publishers store restaurant club chain church diocese museum studio label network broadcaster station
    insurer airline landlord developer manufacturer city county town
    """.split()
)
