"""The declaration of confidentiality and ethics. The duty to avert goes before confidentiality."""

from __future__ import annotations

from datetime import date

from .paragraph import Paragraph, Text

SILENCE = Paragraph(
    "silence",
    nb=(
        "Taushet",
        "Det du får vite om henne, om barna hennes og om de andre i Ressursvenn, forteller du "
        "ikke videre. Det gjelder hjemme, på jobben, til venner og på nettet. Du sier heller "
        "ikke at du kjenner henne, hvem hun er, eller hvor hun er.",
    ),
    nn=(
        "Teieplikt",
        "Det du får vite om henne, om barna hennes og om dei andre i Ressursvenn, fortel du "
        "ikkje vidare. Det gjeld heime, på jobben, til vener og på nettet. Du seier heller "
        "ikkje at du kjenner henne, kven ho er, eller kvar ho er.",
    ),
)
LASTS = Paragraph(
    "lasts",
    nb=(
        "Det varer",
        "Taushetsplikten gjelder også når dere ikke møtes lenger, og når du har sluttet.",
    ),
    nn=(
        "Det varer",
        "Teieplikta gjeld òg når de ikkje møtest lenger, og når du har slutta.",
    ),
)
COORDINATOR = Paragraph(
    "coordinator",
    nb=(
        "Den du kan snakke med",
        "Koordinatoren kan du snakke med om alt. I veiledningen snakker du om deg selv, og om "
        "henne uten navn og uten noe hun kan kjennes igjen på.",
    ),
    nn=(
        "Den du kan snakke med",
        "Koordinatoren kan du snakke med om alt. I rettleiinga snakkar du om deg sjølv, og om "
        "henne utan namn og utan noko ho kan kjennast att på.",
    ),
)
DUTY_TO_AVERT = Paragraph(
    "avert",
    nb=(
        "Plikten til å avverge går foran",
        "Etter straffeloven § 196 har alle plikt til å prøve å hindre en alvorlig forbrytelse "
        "som sikkert eller mest sannsynlig vil skje, og som ennå kan hindres. Plikten går "
        "foran taushetsplikten: ring 112, eller hjelp henne til krisesenteret, og si fra til "
        "koordinatoren etterpå.",
    ),
    nn=(
        "Plikta til å avverje går føre",
        "Etter straffelova § 196 har alle plikt til å prøve å hindre eit alvorleg lovbrot som "
        "sikkert eller mest sannsynleg vil skje, og som enno kan hindrast. Plikta går føre "
        "teieplikta: ring 112, eller hjelp henne til krisesenteret, og sei frå til "
        "koordinatoren etterpå.",
    ),
)
PICTURES_BEFORE = Paragraph(
    "pictures",
    nb=(
        "Bilder og telefon",
        "Du tar ikke bilder av henne.",
    ),
    nn=(
        "Bilete og telefon",
        "Du tek ikkje bilete av henne.",
    ),
)
PICTURES = Paragraph(
    "pictures",
    nb=(
        "Bilder og telefon",
        "Du tar ikke bilder av henne, merker henne ikke på nettet og deler ikke hvor dere er. "
        "Du lagrer henne ikke med fullt navn på telefonen.",
    ),
    nn=(
        "Bilete og telefon",
        "Du tek ikkje bilete av henne, merkjer henne ikkje på nettet og deler ikkje kvar de "
        "er. Du lagrar henne ikkje med fullt namn på telefonen.",
    ),
)
BOUNDARIES = Paragraph(
    "boundaries",
    nb=(
        "Grenser mellom dere",
        "Du låner ikke bort og tar ikke imot penger eller dyre gaver. Du blir ikke kjæreste "
        "med henne, og du prøver ikke å få henne med i noe du selv tror på eller selger. Du "
        "møter henne ikke hjemme hos noen av dere før koordinatoren har sagt at det går.",
    ),
    nn=(
        "Grenser mellom dykk",
        "Du låner ikkje bort og tek ikkje imot pengar eller dyre gåver. Du blir ikkje kjærast "
        "med henne, og du prøver ikkje å få henne med i noko du sjølv trur på eller sel. Du "
        "møter henne ikkje heime hos nokon av dykk før koordinatoren har sagt at det går.",
    ),
)
RESPECT = Paragraph(
    "respect",
    nb=(
        "Respekt",
        "Du møter alle i Ressursvenn likt, uten å gjøre forskjell på tro, bakgrunn, legning "
        "eller livet de har levd. Du tror på henne, og du presser henne ikke til å fortelle.",
    ),
    nn=(
        "Respekt",
        "Du møter alle i Ressursvenn likt, utan å gjere skilnad på tru, bakgrunn, legning "
        "eller livet dei har levd. Du trur på henne, og du pressar henne ikkje til å "
        "fortelje.",
    ),
)
IF_BROKEN = Paragraph(
    "broken",
    nb=(
        "Hvis noe glipper",
        "Har du sagt noe du ikke skulle, eller mistet telefonen, ringer du koordinatoren med "
        "en gang. Da kan vi gjøre noe med det. Brytes taushetsplikten med vilje, er det slutt "
        "på avtalen.",
    ),
    nn=(
        "Om noko glepp",
        "Har du sagt noko du ikkje skulle, eller mista telefonen, ringjer du koordinatoren "
        "med ein gong. Då kan vi gjere noko med det. Blir teieplikta broten med vilje, er det "
        "slutt på avtalen.",
    ),
)

VERSIONS = (
    Text(
        kind="declaration", version="2026-01", begins=date(2026, 1, 1),
        paragraphs=(SILENCE, LASTS, DUTY_TO_AVERT, PICTURES_BEFORE, BOUNDARIES, RESPECT),
    ),
    Text(
        kind="declaration", version="2026-10", begins=date(2026, 10, 1),
        paragraphs=(
            SILENCE, LASTS, COORDINATOR, DUTY_TO_AVERT, PICTURES, BOUNDARIES, RESPECT, IF_BROKEN,
        ),
    ),
)  # fmt: skip
