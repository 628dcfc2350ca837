"""Compute what a month of news of the whole web costs, from measured rates and from what others say of its size."""

from __future__ import annotations

from bench_clock import Figures

# CC-NEWS: 120.3 million articles in 2025, https://huggingface.co/datasets/ruggsea/infini-news-corpus
PAGES = 120.3e6 / 12
# The same source has 1,357,027,742 articles in 48,978 files; one for each WARC file, as their number and size tell.
PAGES_A_FILE = 1_357_027_742 / 48_978
# https://github.com/commoncrawl/news-crawl/issues/46 lists files of 1,072.7 MB each.
FILE_GB = 1.0727
# Nobody states it for CC-NEWS; 46 % of the main crawl, less in the news. An assumption.
ENGLISH = 0.4
# Of English news; the share with which the crawl of scripts/bench_warc.py is made. An assumption.
LEGAL = 0.08
# c5.2xlarge, 8 virtual cores: 0.34 dollars an hour on demand, 0.18 as a spot instance.
# https://docs.amazonaws.cn/en_us/autoscaling/ec2/userguide/weights-spot-price-per-unit-hour-example.html
ON_DEMAND, SPOT = 0.34 / 8, 0.18 / 8
CORES = (2, 16, 64, 256)

CUT = "crawl: one core: records cut, pages a second"
JUDGED = "crawl: one core: pages judged before they are read, pages a second"
READ = "crawl: one core: pages read, pages a second"
LEFT, ALL = "crawl: pages left to read", "crawl: pages"
EXTRACTED = "extract: articles a second"


def plan(figures: Figures) -> str:
    """Return the computed part of docs/scale.md, in Markdown."""
    needed = [figures.get(name) for name in (CUT, JUDGED, READ, LEFT, ALL, EXTRACTED)]
    if not all(isinstance(figure, int | float) for figure in needed):
        return "Not computed: the figures lack a crawl.\n"
    cut, judged, read, left, pages, extracted = (float(figure or 0) for figure in needed)
    legal = PAGES * ENGLISH * LEGAL
    seconds = {
        "cut records out of WARC files (one process)": PAGES / cut,
        "judge pages by their words": PAGES / judged,
        "take text and date out of what is left": PAGES * ENGLISH * left / pages / read,
        "extract": legal / extracted,
        "link, write and check (one process)": legal * per_linked(figures),
    }
    hours = {step: took / 3600 for step, took in seconds.items()}
    alone = sum(took for step, took in hours.items() if step.endswith("(one process)"))
    spread = sum(hours.values()) - alone
    busy = 1 + spread / hours["cut records out of WARC files (one process)"]
    files = PAGES / PAGES_A_FILE
    month = (
        f"{PAGES / 1e6:.1f} million pages a month in {files:,.0f} WARC files of {FILE_GB:.2f} GB, "
        f"{files * FILE_GB:,.0f} GB; {ENGLISH:.0%} in English; {LEGAL:.0%} of these,\n{legal:,.0f}, on a legal "
        "proceeding.\n"
    )
    lines = [
        month,
        "| step | core hours | share |",
        "| --- | --- | --- |",
        *(f"| {step} | {took:.1f} | {took / sum(hours.values()):.0%} |" for step, took in hours.items()),
        f"| all | {sum(hours.values()):.1f} | |",
        f"| dollars, on demand / spot | {sum(hours.values()) * ON_DEMAND:.2f} / {sum(hours.values()) * SPOT:.2f} | |\n",
        "| cores | hours |",
        "| --- | --- |",
        *(f"| {cores} | {wall(hours, cores):.1f} |" for cores in CORES),
        f"\nOne process that cuts records keeps {busy:.0f} cores busy.\n",
    ]
    return "\n".join(lines)


def wall(hours: dict[str, float], cores: int) -> float:
    """Return the hours that so many cores take: records are cut while others work, linking waits for all."""
    cut, *spread, link = hours.values()
    return max(cut, (cut + sum(spread)) / cores) + link


def per_linked(figures: Figures) -> float:
    """Return the seconds that a build takes for an article after extraction, where most articles were linked."""
    name = max(
        (name for name in figures if name.startswith("build of ") and name.endswith(": articles")),
        key=lambda name: float(figures[name]),
        default=None,
    )
    if name is None:
        return 0.0
    own = name.removesuffix("articles")
    after = float(figures[f"{own}seconds"]) - float(figures[f"{own}seconds of extraction"])
    return after / float(figures[name])
