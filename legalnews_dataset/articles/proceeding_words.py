"""The words by which a report on a legal proceeding is known, with the points that each is worth.

The points are judgements of the trade, not trained: 3 for words that hardly anything but a proceeding brings up, 2 for
the furniture of courts and agencies, 1 for words that reports on crime and politics share. `scripts/relevance.py`
measures what they do.
"""

from __future__ import annotations

_BY_POINTS = {
    3: """
        acquittal acquitted appellate arraigned arraignment convicted countersued defendant defendants enjoined
        indicted indictment indictments injunction juror jurors lawsuit lawsuits litigants plaintiff plaintiffs
        sentenced sued
    """,
    2: """
        arbitration arbitrator arbitrators bankruptcy barrister conviction convictions convicts court courthouse
        courtroom decree extradited extradition guilty infringement judge judgment jury liable litigation magistrate
        manslaughter misdemeanor misdemeanour plea plead pleaded pleads pleas pled prosecuted prosecution prosecutor
        prosecutors restitution ruling sentencing settlement solicitor subpoenaed sues suing tribunal unsealed verdict
    """,
    1: """
        accused allegations alleged allegedly alleges alleging antitrust appeal appealed appeals arrested attorney
        attorneys bail bribery charged charges claims complaint conspiracy convict counsel counts courts custody
        damages deposition discrimination dismissed embezzlement felony filed fined fraud hearing inmate investigators
        jail jailed judges laundering lawyer lawyers murder parole penalties penalty perjury petition petitioned prison
        probation resolve ruled settle settled subpoena sue suit suits suspect testified testify testimony trial v
        violated violating violations
    """,
}
POINTS = {word.encode(): points for points, words in _BY_POINTS.items() for word in words.split()}
