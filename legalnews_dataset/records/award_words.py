"""The words that make a sum of money an outcome or a demand of a case, in lower case."""

from __future__ import annotations

# The noun that a sum belongs to (`a fine of $5`, `$5 in damages`) and the kind of award that it names.
NOUNS: dict[str, str] = {
    "damages": "damages", "compensation": "damages", "award": "damages", "verdict": "damages", "payout": "damages",
    "judgment": "damages", "judgement": "damages", "judgments": "damages", "judgements": "damages",
    "reparations": "damages", "redress": "damages", "reimbursement": "restitution", "relief": "damages",
    "settlement": "settlement", "settlements": "settlement", "backpay": "compensatory", "pay": "compensatory",
    "wages": "compensatory", "fine": "fine", "fines": "fine", "penalty": "fine", "penalties": "fine",
    "restitution": "restitution", "forfeiture": "forfeiture", "disgorgement": "forfeiture",
    "confiscation": "forfeiture",
    "fees": "fees", "costs": "fees", "bail": "bail", "bond": "bail", "surety": "bail",
    "lawsuit": "damages", "suit": "damages", "lawsuits": "damages", "suits": "damages", "claim": "damages",
    "counterclaim": "damages", "litigation": "damages", "demand": "damages", "dispute": "damages",
    "assessment": "other", "assessments": "other", "surcharge": "other", "alimony": "other", "support": "other",
}  # fmt: skip
DEMANDS = frozenset("lawsuit suit lawsuits suits claim counterclaim litigation demand dispute".split())
SUITS = frozenset("lawsuit suit complaint arbitration proceedings action claim counterclaim petition filing".split())
OUTCOMES = frozenset("award verdict judgment judgement judgments judgements payout".split())
# These nouns name an award only with one of these words before them.
NEEDS: dict[str, frozenset[str]] = {
    "pay": frozenset({"back"}),
    "wages": frozenset({"lost", "back", "unpaid"}),
    "fees": frozenset("attorney attorneys lawyer lawyers legal counsel court attorney's".split()),
    "costs": frozenset(
        "legal court attorneys prosecution litigation investigation investigative in pay paid her his".split()
    ),
    "relief": frozenset({"monetary", "equitable", "injunctive"}),
    "assessment": frozenset({"special", "mandatory"}),
    "assessments": frozenset({"special", "mandatory"}),
    "reimbursement": frozenset({"in", "of"}),
    "support": frozenset({"child", "spousal"}),
}
# An adjective that makes damages something more exact.
DAMAGES_OF: dict[str, str] = {
    "punitive": "punitive", "exemplary": "punitive", "compensatory": "compensatory", "actual": "compensatory",
    "economic": "compensatory", "noneconomic": "compensatory", "non-economic": "compensatory",
}  # fmt: skip
# Words after which a noun is not an award: `fraudulent claims`, `bond fund`, `tax penalty-free`.
SPOILERS_BEFORE = frozenset(
    "false fraudulent bogus medicare medicaid insurance tax unpaid film academy treasury".split()
)
SPOILERS_AFTER = frozenset("fund funds market markets fraud scheme issue issues offering holders traders show".split())

# Nouns that say that a sum is no award.
OTHER_MONEY = frozenset(
    "fee concessions aid subsidies "
    "fraud scheme loss losses debt debts loan loans deal deals sale sales revenue revenues profit profits contract "
    "contracts house home mansion mortgage mortgages stake share shares budget refund refunds bribe bribes kickback "
    "kickbacks heroin cocaine marijuana drugs cash check checks cheque cheques property assets salary income earnings "
    "donation donations contribution contributions offering debentures notes transactions transaction ransom theft "
    "robbery billing billings payment payments proceeds receipts funds grant grants funding commissions taxes bill "
    "worth hour day week month year person ounce gram kilogram barrel ton investment investments credit overstatement "
    "scam ponzi takeover bid merger buyout acquisition reserve reserves provision policy policies".split()
)

ORDERS = frozenset("ordered orders ordering directed directs required requires require requiring told".split())
PAYS = frozenset("pay pays paid paying repay repays repaid provide provides provided reimburse surrender "
                 "forfeit forfeited forfeits disgorge disgorged".split())  # fmt: skip
AGREES = frozenset("agreed agrees agree agreeing consented pledged accepted accepts accept".split())
SEEKS = frozenset(
    "seek seeks seeking sought want demand demands demanding demanded claiming claims asking asks asked wants wanted "
    "requesting requests requested asking propose proposed proposes recommended recommends recommend".split()
)
# Nouns of an agreement: what it `provides` or what is paid `under` it is agreed.
AGREEMENTS = frozenset("settlement agreement decree terms resolution deal".split())
SUES = frozenset("sue sues sued suing".split())
ASKS = frozenset("ask asks asked asking".split())
COURTS = frozenset("judge court panel magistrate tribunal arbitrator".split())
# Agreements that a court enters as its order.
STIPULATIONS = frozenset("stipulated settlement decree".split())
# Who asks in court for money.
ASKERS = frozenset(
    "lawyer lawyers attorney attorneys plaintiff plaintiffs prosecutor prosecutors juror jurors jury suit lawsuit "
    "complaint claim".split()
)
OFFERS = frozenset("offered offers offering proposed proposes".split())
# Harm done costs money too: `caused $5m in damages` is no award.
CAUSES = frozenset("caused causing cause causes suffered suffering sustained resulted inflicted did claimed".split())
CUSTODY = frozenset(
    "posted jail jailed custody release released held freed free arrested detention cash hearing his her".split()
)
SETTLES = frozenset("settle settles settled settling settlement".split())
RISKS = frozenset(
    "face faces facing faced maximum carries carry carrying could may might punishable potential possible "
    "statutory exceed".split()
)
UNDOES = frozenset(
    "overturned overturns overturning reversed reverses vacated vacates quashed annulled voided nullified".split()
)
UNDOES_WITH = {"threw": "out", "throws": "out", "thrown": "out", "struck": "down", "set": "aside", "tossed": "out"}
REDUCES = frozenset("reduced reduces reducing slashed cut lowered halved trimmed".split())
FINES = frozenset("fined fines fining penalized penalised".split())
GIVES = frozenset("awarded awards awarding award grants granted".split())
# What only a court does with a punishment or with bail.
IMPOSES = frozenset("set sets imposed imposes sentenced drew probation".split())

JURORS = frozenset("jury jurors juror juries verdict".split())
JUDGES = frozenset(
    "judge judges court courts magistrate justice justices sentenced tribunal arbitrator ruling ruled ordered".split()
)
AGENCIES = frozenset(
    "commission regulator regulators sec ftc fcc eeoc irs agency ofcom fsa fca watchdog authority board "
    "administration department ministry".split()
)

# Words that a hedge or an article puts between a noun or verb and its sum.
HEDGES = frozenset(
    "up to at least more than over nearly almost about around approximately an estimated a total of additional some "
    "roughly as much close in excess less the another just only further under exactly maximum between from almost "
    "possibly combined record whopping reported nearly well".split()
)
HEAD_PREPOSITIONS = frozenset(
    "of totaling totalling at for to worth amounting : was is were been being by exceeding set fixed estimated "
    "continued remains remained raised increased kept from reduced lowered cut slashed be thought believed "
    "understood".split()
)
STOPS = frozenset(
    "that which who whom whose when while because if but he she they it we i said says was were is are be been being "
    "has have had will would after before since until through under over into on against from by with about than or "
    'where , ; : . - – — " “ ” ( ) [ ]'.split()
)
