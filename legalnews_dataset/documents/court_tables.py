"""Which US courts there are and where they sit, as tables to look up: general knowledge of the judiciary.

Ids are those of courts-db; a test holds each of them against it. Seats are the places of holding court of the statute
(28 U.S.C. 81-131) and the boroughs and suburbs that newsrooms name instead.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class State(NamedTuple):
    """A state or territory: its name and its courts-db ids; `districts` are the letters of its federal districts."""

    name: str
    postal: str
    districts: str
    supreme: str
    appeals: str


# name | postal code | federal district letters (- for one district) | highest court | intermediate appeals court
_STATES = """
Alabama|AL|nms|ala|
Alaska|AK|-|alaska|alaskactapp
Arizona|AZ|-|ariz|arizctapp
Arkansas|AR|ew|ark|arkctapp
California|CA|necs|cal|calctapp
Colorado|CO|-|colo|coloctapp
Connecticut|CT|-|conn|connappct
Delaware|DE|-|del|
District of Columbia|DC|-|dc|
Florida|FL|nms|fla|fladistctapp
Georgia|GA|nms|ga|gactapp
Guam|GU|-|guam|
Hawaii|HI|-|haw|hawapp
Idaho|ID|-|idaho|idahoctapp
Illinois|IL|ncs|ill|illappct
Indiana|IN|ns|ind|indctapp
Iowa|IA|ns|iowa|iowactapp
Kansas|KS|-|kan|kanctapp
Kentucky|KY|ew|ky|kyctapp
Louisiana|LA|emw|la|lactapp
Maine|ME|-|me|
Maryland|MD|-|md|mdctspecapp
Massachusetts|MA|-|mass|massappct
Michigan|MI|ew|mich|michctapp
Minnesota|MN|-|minn|minnctapp
Mississippi|MS|ns|miss|missctapp
Missouri|MO|ew|mo|moctapp
Montana|MT|-|mont|
Nebraska|NE|-|neb|nebctapp
Nevada|NV|-|nev|nevapp
New Hampshire|NH|-|nh|
New Jersey|NJ|-|nj|
New Mexico|NM|-|nm|nmctapp
New York|NY|nsew|ny|
North Carolina|NC|emw|nc|ncctapp
North Dakota|ND|-|nd|ndctapp
Ohio|OH|ns|ohio|ohioctapp
Oklahoma|OK|new|okla|
Oregon|OR|-|or|orctapp
Pennsylvania|PA|emw|pa|pasuperct
Puerto Rico|PR|-|prsupreme|prapp
Rhode Island|RI|-|ri|
South Carolina|SC|-|sc|scctapp
South Dakota|SD|-|sd|
Tennessee|TN|emw|tenn|tennctapp
Texas|TX|nsew|tex|texapp
Utah|UT|-|utah|utahctapp
Vermont|VT|-|vt|
Virgin Islands|VI|-|virginislands|
Virginia|VA|ew|va|vactapp
Washington|WA|ew|wash|washctapp
West Virginia|WV|ns|wva|wvactapp
Wisconsin|WI|ew|wis|wisctapp
Wyoming|WY|-|wyo|
"""
STATES = {state.name: state for state in (State(*line.split("|")) for line in _STATES.split("\n") if line)}

# The abbreviations that newsrooms print after a city, full stops and spaces taken out.
_ABBREVIATIONS = """
Ala Alabama|Ariz Arizona|Ark Arkansas|Calif California|Cal California|Colo Colorado|Conn Connecticut|Del Delaware
DC District of Columbia|Fla Florida|Ga Georgia|Ill Illinois|Ind Indiana|Kan Kansas|Kans Kansas|Ky Kentucky
La Louisiana|Md Maryland|Mass Massachusetts|Mich Michigan|Minn Minnesota|Miss Mississippi|Mo Missouri|Mont Montana
Neb Nebraska|Nev Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota
Okla Oklahoma|Ore Oregon|Pa Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota
Tenn Tennessee|Tex Texas|Vt Vermont|Va Virginia|VI Virgin Islands|Wash Washington|WVa West Virginia|Wis Wisconsin
Wyo Wyoming
"""
ABBREVIATIONS = {
    abbreviation: name
    for entry in _ABBREVIATIONS.strip().replace("\n", "|").split("|")
    for abbreviation, name in [entry.split(" ", 1)]
} | {state.postal: state.name for state in STATES.values()}

_SEATS = """
alnd Florence, Huntsville, Birmingham, Anniston, Jasper, Gadsden, Tuscaloosa, Decatur
almd Montgomery, Dothan, Opelika
alsd Mobile, Selma
akd Anchorage, Fairbanks, Juneau, Ketchikan, Nome
azd Globe, Phoenix, Prescott, Tucson, Flagstaff, Yuma
ared Little Rock, Helena, Pine Bluff, Jonesboro, Batesville
arwd Texarkana, El Dorado, Fort Smith, Harrison, Fayetteville, Hot Springs
cand Eureka, Oakland, San Francisco, San Jose, McKinleyville
caed Fresno, Redding, Sacramento, Bakersfield, Yosemite, Modesto
cacd Los Angeles, Riverside, Santa Ana, San Bernardino
casd San Diego, El Centro
cod Boulder, Denver, Durango, Grand Junction, Montrose, Pueblo, Sterling, Colorado Springs
ctd Bridgeport, Hartford, New Haven, New London, Waterbury
ded Wilmington, Dover
dcd Washington
flnd Gainesville, Marianna, Panama City, Pensacola, Tallahassee
flmd Fernandina, Fort Myers, Jacksonville, Live Oak, Ocala, Orlando, St. Petersburg, Tampa
flsd Fort Lauderdale, Fort Pierce, Key West, Miami, West Palm Beach
gand Gainesville, Atlanta, Rome, Newnan
gamd Athens, Macon, Columbus, Americus, Albany, Valdosta, Thomasville
gasd Augusta, Dublin, Savannah, Waycross, Brunswick, Statesboro
gud Hagatna, Agana
hid Honolulu
idd Boise, Coeur d'Alene, Moscow, Pocatello
ilnd Chicago, Joliet, Wheaton, Rockford, Freeport
ilcd Champaign, Danville, Urbana, Peoria, Rock Island, Springfield, Quincy
ilsd Alton, Benton, Cairo, East St. Louis
innd Fort Wayne, Hammond, Lafayette, South Bend
insd Indianapolis, Richmond, Terre Haute, Evansville, New Albany
iand Cedar Rapids, Dubuque, Waterloo, Fort Dodge, Sioux City, Mason City
iasd Des Moines, Council Bluffs, Davenport, Ottumwa, Keokuk, Creston
ksd Kansas City, Leavenworth, Salina, Topeka, Hutchinson, Wichita, Dodge City, Fort Scott
kyed Catlettsburg, Covington, Frankfort, Jackson, Lexington, London, Pikeville, Ashland, Richmond
kywd Bowling Green, Louisville, Owensboro, Paducah
laed New Orleans, Houma
lamd Baton Rouge
lawd Alexandria, Lafayette, Lake Charles, Monroe, Opelousas, Shreveport
med Bangor, Portland
mdd Baltimore, Cumberland, Denton, Greenbelt
mad Boston, New Bedford, Springfield, Worcester
mied Ann Arbor, Detroit, Flint, Port Huron, Bay City
miwd Grand Rapids, Kalamazoo, Lansing, Traverse City, Marquette, Sault Sainte Marie
mnd Winona, Mankato, St. Paul, Minneapolis, Duluth, Fergus Falls, Bemidji
msnd Aberdeen, Ackerman, Corinth, Oxford, Clarksdale, Cleveland, Greenville
mssd Jackson, Meridian, Natchez, Vicksburg, Biloxi, Gulfport, Hattiesburg
moed St. Louis, Hannibal, Cape Girardeau
mowd Kansas City, Chillicothe, St. Joseph, Jefferson City, Joplin, Springfield
mtd Billings, Bozeman, Butte, Glasgow, Great Falls, Havre, Helena, Kalispell, Lewistown, Miles City, Missoula
ned Lincoln, North Platte, Omaha
nvd Carson City, Elko, Las Vegas, Reno, Ely, Lovelock
nhd Concord, Littleton
njd Camden, Newark, Trenton
nmd Albuquerque, Las Cruces, Las Vegas, Roswell, Santa Fe, Silver City
nmid Saipan
nynd Albany, Auburn, Binghamton, Malone, Plattsburgh, Syracuse, Utica, Watertown
nysd Manhattan, White Plains, Poughkeepsie, Middletown, the Bronx, Bronx
nyed Brooklyn, Hauppauge, Hempstead, Uniondale, Central Islip, Long Island
nywd Buffalo, Canandaigua, Elmira, Jamestown, Rochester
nced Elizabeth City, Fayetteville, Greenville, New Bern, Raleigh, Wilmington, Wilson
ncmd Durham, Greensboro, Winston-Salem, Salisbury
ncwd Asheville, Charlotte, Statesville, Shelby, Bryson City
ndd Bismarck, Devils Lake, Fargo, Grand Forks, Jamestown, Minot
ohnd Cleveland, Youngstown, Akron, Canton, Lima, Toledo
ohsd Columbus, Steubenville, Cincinnati, Dayton
oknd Bartlesville, Miami, Pawhuska, Tulsa, Vinita
oked Ada, Ardmore, Durant, Hugo, Muskogee, Okmulgee, Poteau, McAlester
okwd Chickasha, Enid, Guthrie, Lawton, Mangum, Oklahoma City, Pauls Valley, Ponca City, Shawnee, Woodward
ord Coquille, Eugene, Klamath Falls, Medford, Pendleton, Portland
paed Allentown, Easton, Lancaster, Reading, Philadelphia
pamd Harrisburg, Lewisburg, Scranton, Wilkes-Barre, Williamsport
pawd Erie, Johnstown, Pittsburgh
prd San Juan, Mayaguez, Ponce
rid Providence
scd Charleston, Columbia, Florence, Aiken, Orangeburg, Beaufort, Anderson, Greenville, Greenwood, Rock Hill, Spartanburg
sdd Aberdeen, Pierre, Rapid City, Sioux Falls, Deadwood
tned Chattanooga, Greeneville, Knoxville, Winchester
tnmd Nashville, Columbia, Cookeville
tnwd Memphis, Jackson, Dyersburg
txnd Dallas, Fort Worth, Abilene, Lubbock, San Angelo, Amarillo, Wichita Falls
txsd Houston, Galveston, Corpus Christi, Brownsville, Laredo, McAllen, Victoria
txed Tyler, Beaumont, Sherman, Paris, Marshall, Texarkana, Lufkin, Plano
txwd Austin, Waco, El Paso, San Antonio, Del Rio, Midland, Odessa, Pecos, Alpine
utd Salt Lake City, Ogden, Provo, St. George
vtd Brattleboro, Burlington, Rutland, Montpelier
vid Christiansted, St. Croix, St. Thomas, Charlotte Amalie
vaed Alexandria, Newport News, Norfolk, Richmond
vawd Abingdon, Big Stone Gap, Charlottesville, Danville, Harrisonburg, Lynchburg, Roanoke
waed Spokane, Yakima, Walla Walla, Richland
wawd Bellingham, Seattle, Tacoma, Vancouver
wvnd Clarksburg, Elkins, Fairmont, Martinsburg, Wheeling
wvsd Beckley, Bluefield, Charleston, Huntington, Lewisburg, Parkersburg
wied Milwaukee, Green Bay, Oshkosh
wiwd Eau Claire, La Crosse, Madison, Superior, Wausau
wyd Casper, Cheyenne, Evanston, Lander, Jackson, Sheridan
"""
SEATS: dict[str, tuple[str, ...]] = {}  # city -> districts that hold court there, in more than one state for some names
for _line in _SEATS.strip().split("\n"):
    _district, _cities = _line.split(" ", 1)
    for _city in _cities.split(", "):
        SEATS[_city] = (*SEATS.get(_city, ()), _district)

# Cities that newsrooms print without a state (the Associated Press stylebook's datelines), and the seat of the busiest
# of the courts in places of one name.
SELF_EVIDENT = frozenset(
    """
    Alexandria|Atlanta|Baltimore|Boston|Brooklyn|Chicago|Cincinnati|Cleveland|Dallas|Denver|Detroit|Honolulu|Houston
    Indianapolis|Las Vegas|Los Angeles|Manhattan|Miami|Milwaukee|Minneapolis|New Orleans|Oklahoma City|Philadelphia
    Phoenix|Pittsburgh|St. Louis|Salt Lake City|San Antonio|San Diego|San Francisco|Seattle|Washington|Bronx|Queens
    """.strip()
    .replace("\n", "|")
    .replace(" " * 4, "")
    .split("|")
)
_SELF_EVIDENT_DISTRICTS = {
    "Alexandria": "vaed",
    "Cleveland": "ohnd",
    "Las Vegas": "nvd",
    "Miami": "flsd",
}

CIRCUIT_SEATS = {
    "Boston": "ca1",
    "New York": "ca2",
    "Manhattan": "ca2",
    "Philadelphia": "ca3",
    "Richmond": "ca4",
    "New Orleans": "ca5",
    "Cincinnati": "ca6",
    "Chicago": "ca7",
    "St. Louis": "ca8",
    "San Francisco": "ca9",
    "Denver": "ca10",
    "Atlanta": "ca11",
    "Washington": "cadc",
}

_CIRCUIT_STATES = """
ca1 Maine, Massachusetts, New Hampshire, Puerto Rico, Rhode Island
ca2 Connecticut, New York, Vermont
ca3 Delaware, New Jersey, Pennsylvania, Virgin Islands
ca4 Maryland, North Carolina, South Carolina, Virginia, West Virginia
ca5 Louisiana, Mississippi, Texas
ca6 Kentucky, Michigan, Ohio, Tennessee
ca7 Illinois, Indiana, Wisconsin
ca8 Arkansas, Iowa, Minnesota, Missouri, Nebraska, North Dakota, South Dakota
ca9 Alaska, Arizona, California, Guam, Hawaii, Idaho, Montana, Nevada, Oregon, Washington
ca10 Colorado, Kansas, New Mexico, Oklahoma, Utah, Wyoming
ca11 Alabama, Florida, Georgia
cadc District of Columbia
"""
CIRCUIT_OF_STATE = {
    state: line.split(" ", 1)[0]
    for line in _CIRCUIT_STATES.strip().split("\n")
    for state in line.split(" ", 1)[1].split(", ")
}

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh",
    "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th",
)
CIRCUITS = {word: f"ca{number}" for words in _ORDINALS for number, word in enumerate(words.split(), 1)} | {
    "2d": "ca2",
    "3d": "ca3",
    "federal": "cafc",
    "d.c.": "cadc",
    "dc": "cadc",
}

# The boroughs of New York City and the counties that they are.
BOROUGHS = {
    "Manhattan": "New York",
    "Brooklyn": "Kings",
    "Staten Island": "Richmond",
    "Bronx": "Bronx",
    "the Bronx": "Bronx",
    "Queens": "Queens",
}

# Counties that no other state has, so that their courts need no state beside them.
ONE_STATE_COUNTIES = frozenset(
    "Allegheny,Bergen,Bexar,Broward,Bucks,Clackamas,Cobb,Cuyahoga,Fairfax,Gwinnett,Henrico,Loudoun,Miami-Dade,Multnomah"
    ",Palm Beach,Philadelphia,Pinellas,Sarasota,Volusia,Westchester".split(",")
)

# How the kinds of trial courts are told apart in courts-db's names.
_PLACE_SHAPES = (
    re.compile(r"New York Supreme Court,? (.+?)(?: County| Special Term)?$"),
    re.compile(r".*, (.+?) County\b"),
    re.compile(r"(?!Court|Circuit|County|Surrogate)((?:(?!Court)[\w.'&-]+ ){1,4})County\b"),
    re.compile(r"(Los Angeles|San Francisco) Superior Court$"),
    re.compile(r".*City of New York, (.+)"),
    re.compile(r"(.+?) (?:Circuit|Superior) Court, "),
)
_TRIAL_KINDS = (
    "common pleas",
    "circuit",
    "superior",
    "supreme",
    "district",
    "municipal",
    "family",
    "probate",
    "juvenile",
    "surrogate's",
    "criminal",
    "civil",
    "county",
)


def district_id(state: str, direction: str = "") -> str | None:
    """Return the id of a federal district; None where the state has no such district or more than one.

    >>> district_id("Texas", "Northern"), district_id("Nevada"), district_id("Texas"), district_id("Nevada", "Eastern")
    ('txnd', 'nvd', None, None)
    """
    found = STATES.get(state)
    letter = direction[:1].lower()
    if found is None or (letter not in found.districts if letter else found.districts != "-"):
        return None
    return f"{found.postal.lower()}{letter}d"


def seat_id(city: str, states: frozenset[str] = frozenset()) -> str | None:
    """Return the federal district that holds court in a city; None where it could be more than one.

    Args:
        city: the city.
        states: names of the states that can be meant; any where empty.

    >>> seat_id("Boston"), seat_id("Springfield"), seat_id("Springfield", frozenset({"Illinois", "Ohio"}))
    ('mad', None, 'ilcd')

    """
    found = SEATS.get(city, ())
    if len(found) > 1 and states:
        postal = {STATES[state].postal.lower() for state in states if state in STATES}
        found = tuple(district for district in found if district[:2] in postal)
    return found[0] if len(found) == 1 else None if states else _SELF_EVIDENT_DISTRICTS.get(city)


def seat_state(city: str) -> str:
    """Return the state that a seat of one federal court lies in, empty where the city could be in several.

    >>> seat_state("Boston"), seat_state("Springfield")
    ('Massachusetts', '')
    """
    district = seat_id(city)
    return next((state.name for state in STATES.values() if district and state.postal.lower() == district[:2]), "")


def bankruptcy_id(district: str | None) -> str | None:
    """Return the id of the bankruptcy court of a federal district.

    >>> bankruptcy_id("txsd"), bankruptcy_id("ned"), bankruptcy_id(None)
    ('txsb', 'nebraskab', None)
    """
    if district is None:
        return None
    return {"ned": "nebraskab", "azd": "arb"}.get(district, f"{district[:-1]}b")


@cache
def trial_courts() -> dict[tuple[str, str], dict[str, str]]:
    """Return the sitting state trial courts of courts-db: (place without `County`, kind) -> state -> id."""
    courts = json.loads((files("courts_db") / "data" / "courts.json").read_text(encoding="utf-8"))

    found: dict[tuple[str, str], dict[str, str]] = {}
    for court in courts:
        ended = court["dates"] and court["dates"][-1]["end"]
        name = court["name"].replace("’", "'")
        kind = next((kind for kind in _TRIAL_KINDS if kind in name.lower()), None)
        if court["system"] != "state" or ended or kind is None or "Appeal" in name or court["location"] not in STATES:
            continue
        if place := _place_of(name):
            found.setdefault((place, kind), {}).setdefault(court["location"], court["id"])
    return found


def _place_of(name: str) -> str | None:
    """Return the county or city in a trial court's name, None where the court is of the whole state."""
    return next((found[1].strip() for shape in _PLACE_SHAPES if (found := shape.match(name))), None)
