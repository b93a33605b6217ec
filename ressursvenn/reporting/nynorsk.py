"""The words of the catalogue and of the definitions in nynorsk, for a report that is written so.

A release itself is in bokmål, and its bytes stand. What has no nynorsk here is told as it was released.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

WORDS: Mapping[str, str] = {  # bokmål → nynorsk; {} is a number
    "Aktive koblinger ved utgangen av året": "Aktive koplingar ved utgangen av året",
    "Koblinger i hele landet den 31. desember": "Koplingar i heile landet den 31. desember",
    "aktive": "aktive",
    "Deltakere som venter ved utgangen av året": "Deltakarar som ventar ved utgangen av året",
    "Deltakere som har sagt ja selv og ikke har møtt noen ennå, den 31. desember":
        "Deltakarar som har sagt ja sjølve og ikkje har møtt nokon enno, den 31. desember",
    "venter": "ventar",
    "Koblinger som tok slutt i året": "Koplingar som tok slutt i året",
    "Koblinger som møttes, og som tok slutt i året": "Koplingar som møttest, og som tok slutt i året",
    "avsluttet": "avslutta",
    "Koblinger som ble avlyst i året": "Koplingar som vart avlyste i året",
    "Koblinger som var bestemt, og som ikke ble noe av før de møttes":
        "Koplingar som var bestemte, og som det ikkje vart noko av før dei møttest",
    "avlyst": "avlyst",
    "Koblinger som var i gang i løpet av året": "Koplingar som var i gang i løpet av året",
    "Koblinger som er aktive ved utgangen av året, eller ble avsluttet i det":
        "Koplingar som er aktive ved utgangen av året, eller vart avslutta i det",
    "var i gang": "var i gang",
    "Nye koblinger": "Nye koplingar",
    "Koblinger som møttes første gang i året": "Koplingar som møttest første gong i året",
    "Koblinger som møttes første gang etter utgangen av {}":
        "Koplingar som møttest første gong etter utgangen av {}",
    "nye": "nye",
    "Hvor lenge de som venter, har ventet": "Kor lenge dei som ventar, har venta",
    "under tre måneder": "under tre månader",
    "tre til seks måneder": "tre til seks månader",
    "over seks måneder": "over seks månader",
    "tre måneder eller mer": "tre månader eller meir",
    "Timer sammen i året": "Timar saman i året",
    "Koblinger som er aktive ved utgangen av året": "Koplingar som er aktive ved utgangen av året",
    "under 10 timer": "under 10 timar",
    "10 til 29 timer": "10 til 29 timar",
    "30 timer eller mer": "30 timar eller meir",
    "10 timer eller mer": "10 timar eller meir",
    "Første kobling eller en ny": "Første kopling eller ei ny",
    "første kobling": "første kopling",
    "har hatt en kobling før": "har hatt ei kopling før",
    "Hvordan koblingene ble avsluttet": "Korleis koplingane vart avslutta",
    "Koblinger avsluttet i året": "Koplingar avslutta i året",
    "som planlagt": "som planlagt",
    "før tiden": "før tida",
    "uten et ord": "utan eit ord",
    "det var ikke trygt": "det var ikkje trygt",
    "uten et ord, eller ikke trygt": "utan eit ord, eller ikkje trygt",
    "på en annen måte": "på ein annan måte",
    "Hvor lenge koblingene varte": "Kor lenge koplingane varte",
    "1 til 3 måneder": "1 til 3 månader",
    "1 til 6 måneder": "1 til 6 månader",
    "7 måneder eller mer": "7 månader eller meir",
    "Hvor ofte de møttes": "Kor ofte dei møttest",
    "ingen treff notert": "ingen treff noterte",
    "1 til 9 treff": "1 til 9 treff",
    "under 10 treff": "under 10 treff",
    "25 eller flere": "25 eller fleire",
    "10 treff eller flere": "10 treff eller fleire",
    "Hvor i landet": "Kvar i landet",
    "Østlandet": "Austlandet",
    "resten av landet, og der det ikke er kjent": "resten av landet, og der det ikkje er kjent",
    "Hvordan de har det": "Korleis dei har det",
    "Om de har noen å støtte seg til": "Om dei har nokon å støtte seg til",
    "Om de føler seg ensomme": "Om dei kjenner seg einsame",
    "ikke svart eller ikke spurt": "ikkje svart eller ikkje spurd",
    "bedre": "betre",
    "som før": "som før",
    "verre": "verre",
    "som før eller verre": "som før eller verre",
    "har svart": "har svart",
    # why a table is not there
    "ikke telt, eller kan ikke regnes ut": "ikkje talt, eller kan ikkje reknast ut",
    "ikke med i år, av hensyn til deltakerne eller etter valg":
        "ikkje med i år, av omsyn til deltakarane eller etter val",
    "Noen av svarene ved avslutningen er ikke med: det er notert flere av dem enn det er koblinger avsluttet "
    "i året.":
        "Nokre av svara ved avslutninga er ikkje med: det er notert fleire av dei enn det er koplingar "
        "avslutta i året.",
    "Det som gjelder utgangen av året, er ikke med: det ble telt etter at noen av dem som var der, kan ha "
    "blitt slettet. Foreslå tallene i løpet av de første {} dagene av det nye året for å få det med.":
        "Det som gjeld utgangen av året, er ikkje med: det vart talt etter at nokon av dei som var der, kan ha "
        "vorte sletta. Føreslå tala i løpet av dei første {} dagane av det nye året for å få det med.",
}  # fmt: skip
ERASED = "Ein deltakar som har bede om å bli sletta før teljinga, er ikkje med."
TALLIED = (
    "Koplingar som er sletta, er med, frå den eine linja utan namn som blir att; vart dei sletta medan dei var "
    "i gang, blir dei rekna som avslutta då, på ein annan måte enn planlagt. Det som ikkje er notert, er ikkje "
    "med."
)
DEFINED: Mapping[str, tuple[str, str]] = {  # by definition: what it says, and what is missing
    "running": (
        "Ei kopling er aktiv frå dagen dei to møttest første gong, til dagen ho blir avslutta.",
        ERASED,
    ),
    "queue": (
        "Ein deltakar ventar når ho har sagt ja sjølv, ikkje har trekt seg, og ikkje har møtt nokon "
        "ressursvenn enno.",
        ERASED,
    ),
    "waiting": (
        "Dagar frå deltakaren sa ja sjølv, til den 31. desember. Tre månader er 91 dagar, seks er "
        "183.",
        ERASED,
    ),
    "begun": (
        "Rekna ut: aktive ved utgangen, og avslutta, minus aktive sist det vart gjeve ut. Ei kopling "
        "som er over, blir sletta, og det som blir att, seier ikkje når ho byrja.",
        "Det første året kan det ikkje reknast ut, og heller ikkje når eit år i mellom ikkje seier "
        "kor mange som vart avslutta. Ei kopling som vart sletta medan ho var i gang, blir rekna som avslutta "
        "det året ho vart sletta.",
    ),
    "reached": (
        "Rekna ut: koplingar som er aktive den 31. desember, og dei som vart avslutta i året. Ein "
        "deltakar som har hatt to koplingar i året, er med for kvar av dei.",
        f"{ERASED} {TALLIED}",
    ),
    "closed": (
        "Avslutta er ei kopling der dei to har møtt kvarandre, og som har teke slutt i året. Avlyst "
        "er ei som var bestemt, og som det ikkje vart noko av før dei møttest.",
        TALLIED,
    ),
    "ending": (
        "Det koordinatoren noterte då koplinga tok slutt: som planlagt, før tida, utan eit ord, "
        "eller at det ikkje var trygt. Kva som hende med nokon etterpå, veit vi ikkje, og talet "
        "seier ingenting om det.",
        TALLIED,
    ),
    "months": (
        "Påbyrja månader på 30 dagar, frå dei to møttest første gong til koplinga tok slutt.",
        TALLIED,
    ),
    "met": (
        "Kor mange gonger det er notert at dei to møttest, i heile tida koplinga varte. Ein avtale "
        "som det ikkje vart noko av, er ikkje eit treff.",
        TALLIED,
    ),
    "hours": (
        "Eit treff blir notert med om lag kor lenge det varte, og rekna som midten: under ein time "
        "er ein halv, ein til to er halvannan, to til fire er tre, over fire er fem. Summen er for "
        "det kalenderåret.",
        "Koplingar som tok slutt i løpet av året, er ikkje med. Treff som ikkje er noterte, er ikkje "
        "med.",
    ),
    "again": (
        "Deltakaren i ei aktiv kopling har hatt ei kopling før, med ein annan eller den same.",
        "Ei tidlegare kopling er gløymd når deltakaren er sletta i mellomtida.",
    ),
    "region": (
        "Fylket deltakaren ønskte å møtast i, samla til fem delar av landet. Ikkje der ho bur.",
        "Der området ikkje er kjent, blir det talt saman med resten av landet.",
    ),
    "change": (
        "Ved avslutninga blir deltakaren spurd om tre ting: korleis ho har det, om ho har nokon å "
        "støtte seg til, og om ho kjenner seg einsam, no og då koplinga byrja, frå 1 til 5. Begge "
        "svara blir gjevne samtidig. Betre er minst eitt steg opp (for einsemd: ned).",
        "Dei som ikkje vart spurde, og dei som ikkje ville svare, blir talde saman. Minnet om "
        "korleis det var, kan vere farga av korleis det er. Det finst inga gruppe å samanlikne med: "
        "talet seier korleis nokon har det, ikkje kvifor.",
    ),
    "road": (
        "Av dei som søkte om å bli ressursvenn i året: kor mange som har kome til kvart steg, og "
        "alle før det.",
        "Søkjarar som trekte seg eller fekk nei, blir sletta etter kort tid, og er då ikkje med.",
    ),
}  # fmt: skip
NUMBER = re.compile(r"\d+")


def of(text: str) -> str:
    """A word of a release; as it is where there is no other."""
    if text in WORDS:
        return WORDS[text]
    shape = NUMBER.sub("{}", text)
    return WORDS[shape].format(*NUMBER.findall(text)) if shape in WORDS else text


def has(text: str) -> bool:
    """Whether it is written, or is the same in both: numbers, and names of parts of the country."""
    same = {"Sørlandet", "Vestlandet", "Midt-Norge", "Nord-Norge"}
    bare = NUMBER.sub("{}", text)
    return text in WORDS or bare in WORDS or text in same or bare in {"{} til {}", "over {}"}
