"""The signs, codes and words by which news texts name a currency, with ISO 4217 codes (historic ones included)."""

from __future__ import annotations

SIGNS = {"$": "USD", "£": "GBP", "₤": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₩": "KRW", "₪": "ILS", "₱": "PHP"}
SIGNS |= {"₽": "RUB", "₺": "TRY", "₴": "UAH", "₫": "VND", "₡": "CRC", "₭": "LAK", "₦": "NGN", "฿": "THB", "¢": "USD"}

# What stands before `$` and says whose dollar it is.
DOLLAR_PREFIXES = {"us": "USD", "u.s.": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "cdn": "CAD", "cad": "CAD"}
DOLLAR_PREFIXES |= {"a": "AUD", "au": "AUD", "aud": "AUD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD"}
DOLLAR_PREFIXES |= {"nt": "TWD", "mex": "MXN", "mxn": "MXN", "r": "BRL", "tt": "TTD", "j": "JMD", "b": "BSD"}

CODES = frozenset(
    "USD GBP EUR JPY CAD AUD NZD HKD SGD CHF SEK NOK DKK CNY INR RUB KRW ZAR MXN BRL MYR THB AED SAR QAR KWD ILS TRY "
    "PLN CZK HUF TWD PHP IDR NGN KES EGP PKR LKR BDT VND UAH DEM FRF ITL ESP NLG ATS BEF IEP XEU MNT".split()
)

# Words before or after which an amount stands; where several countries share a word, an adjective or the text decides.
UNITS: dict[str, str | None] = {
    "dollar": "USD", "dlr": "USD", "buck": "USD", "euro": "EUR", "yen": "JPY", "pound": "GBP", "stg": "GBP",
    "sterling": "GBP", "quid": "GBP", "yuan": "CNY", "renminbi": "CNY", "rupee": None, "franc": None, "mark": "DEM",
    "d-mark": "DEM", "guilder": "NLG", "lira": "ITL", "lire": "ITL", "peseta": "ESP", "escudo": "PTE",
    "krone": None, "kroner": None, "krona": "SEK", "kronor": "SEK", "crown": None, "peso": None, "real": "BRL",
    "reais": "BRL", "rand": "ZAR", "ruble": "RUB", "rouble": "RUB", "won": "KRW", "baht": "THB", "ringgit": "MYR",
    "rupiah": "IDR", "shekel": "ILS", "dirham": None, "dinar": None, "riyal": None, "rial": None, "naira": "NGN",
    "shilling": None, "zloty": "PLN", "forint": "HUF", "drachma": "GRD", "cedi": "GHS", "taka": "BDT", "ecu": "XEU",
    "schilling": "ATS", "hryvnia": "UAH", "rmb": "CNY", "usd": "USD", "gbp": "GBP", "eur": "EUR", "bitcoin": None,
}  # fmt: skip
CENTS = {"cent": "USD", "cts": "USD", "pence": "GBP", "penny": "GBP"}

# Words that are more often something else: they count as money only behind a scale such as `million`.
AMBIGUOUS = frozenset({"mark", "real", "won", "crown", "rand", "lira"})

ADJECTIVES: dict[tuple[str, str], str] = {
    ("us", "dollar"): "USD", ("american", "dollar"): "USD", ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD", ("aussie", "dollar"): "AUD", ("kong", "dollar"): "HKD",
    ("zealand", "dollar"): "NZD", ("singapore", "dollar"): "SGD", ("taiwan", "dollar"): "TWD",
    ("jamaican", "dollar"): "JMD", ("zimbabwe", "dollar"): "ZWD", ("canadian", "cent"): "CAD",
    ("egyptian", "pound"): "EGP", ("irish", "pound"): "IEP", ("lebanese", "pound"): "LBP",
    ("cyprus", "pound"): "CYP", ("british", "pound"): "GBP", ("swiss", "franc"): "CHF", ("french", "franc"): "FRF",
    ("belgian", "franc"): "BEF", ("norwegian", "krone"): "NOK", ("norwegian", "crown"): "NOK",
    ("danish", "krone"): "DKK", ("danish", "crown"): "DKK", ("swedish", "crown"): "SEK",
    ("indian", "rupee"): "INR", ("pakistani", "rupee"): "PKR", ("pakistan", "rupee"): "PKR",
    ("mexican", "peso"): "MXN", ("philippine", "peso"): "PHP", ("argentine", "peso"): "ARS",
    ("chilean", "peso"): "CLP", ("colombian", "peso"): "COP", ("turkish", "lira"): "TRY",
    ("kuwaiti", "dinar"): "KWD", ("jordanian", "dinar"): "JOD", ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR",
    ("uae", "dirham"): "AED", ("moroccan", "dirham"): "MAD", ("iranian", "rial"): "IRR",
    ("kenyan", "shilling"): "KES", ("kenya", "shilling"): "KES", ("austrian", "schilling"): "ATS",
    ("malaysian", "ringgit"): "MYR", ("german", "mark"): "DEM", ("south african", "rand"): "ZAR",
}  # fmt: skip
# A country named in the text decides for a shared word, the first that is found.
HOMES: dict[str, tuple[tuple[str, str], ...]] = {
    "krone": (("Norw", "NOK"), ("Oslo", "NOK"), ("Danish", "DKK"), ("Denmark", "DKK")),
    "crown": (("Norw", "NOK"), ("Danish", "DKK"), ("Swed", "SEK"), ("Czech", "CZK")),
    "franc": (("Swiss", "CHF"), ("Switzerland", "CHF"), ("French", "FRF"), ("France", "FRF"), ("Belgi", "BEF")),
    "rupee": (("India", "INR"), ("Pakistan", "PKR"), ("Sri Lanka", "LKR")),
    "peso": (("Mexic", "MXN"), ("Philippine", "PHP"), ("Argentin", "ARS"), ("Chile", "CLP"), ("Colombia", "COP")),
    "dirham": (("Dubai", "AED"), ("Emirates", "AED"), ("Morocc", "MAD")),
    "dinar": (("Kuwait", "KWD"), ("Jordan", "JOD"), ("Iraq", "IQD"), ("Bahrain", "BHD")),
    "riyal": (("Saudi", "SAR"), ("Qatar", "QAR"), ("Oman", "OMR")),
    "rial": (("Iran", "IRR"), ("Oman", "OMR")),
    "shilling": (("Kenya", "KES"), ("Uganda", "UGX"), ("Tanzania", "TZS")),
}
