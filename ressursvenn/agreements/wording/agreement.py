"""The agreement: what she promises, what we promise her, and how it may end."""

from __future__ import annotations

from datetime import date

from .paragraph import Paragraph, Text

WHAT_IT_IS = Paragraph(
    "what",
    nb=(
        "Hva dette er",
        "En ressursvenn møter en kvinne som har vært på krisesenter, og gjør hverdagslige "
        "ting sammen med henne. Du er et medmenneske. Du er ikke behandler, tolk, advokat "
        "eller saksbehandler, og du får ikke betalt.",
    ),
    nn=(
        "Kva dette er",
        "Ein ressursvenn møter ei kvinne som har vore på krisesenter, og gjer kvardagslege "
        "ting saman med henne. Du er eit medmenneske. Du er ikkje behandlar, tolk, advokat "
        "eller sakshandsamar, og du får ikkje betalt.",
    ),
)
YOUR_TIME = Paragraph(
    "time",
    nb=(
        "Tiden du gir",
        "Avtalen gjelder i {commitment_months} måneder fra dagen dere to møtes første gang. "
        "Dere møtes omtrent {meet_ups_a_month_from} til {meet_ups_a_month_to} ganger i "
        "måneden, på tider som passer dere begge.",
    ),
    nn=(
        "Tida du gir",
        "Avtalen gjeld i {commitment_months} månader frå dagen de to møtest første gong. De "
        "møtest om lag {meet_ups_a_month_from} til {meet_ups_a_month_to} gonger i månaden, på "
        "tider som passar dykk begge.",
    ),
)
YOU_PROMISE = Paragraph(
    "you",
    nb=(
        "Det du lover",
        "Du møter når du har sagt at du kommer, og sier fra i god tid når du ikke kan. Du tar "
        "kurset, deltar i veiledningen og forteller koordinatoren når noe bekymrer deg. Du "
        "lar henne bestemme hva hun vil fortelle, og hva dere gjør.",
    ),
    nn=(
        "Det du lovar",
        "Du møter når du har sagt at du kjem, og seier frå i god tid når du ikkje kan. Du tek "
        "kurset, er med i rettleiinga og fortel koordinatoren når noko uroar deg. Du lèt "
        "henne avgjere kva ho vil fortelje, og kva de gjer.",
    ),
)
WE_PROMISE_BEFORE = Paragraph(
    "we",
    nb=(
        "Det vi lover deg",
        "Du får opplæring, veiledning og en koordinator du kan ringe.",
    ),
    nn=(
        "Det vi lovar deg",
        "Du får opplæring, rettleiing og ein koordinator du kan ringje.",
    ),
)
WE_PROMISE = Paragraph(
    "we",
    nb=(
        "Det vi lover deg",
        "Du får opplæring før du møter noen, veiledning så lenge du er med, og en koordinator "
        "du kan ringe. Koordinatoren er med første gang dere møtes. Du kan si nei til en "
        "kobling uten å si hvorfor. Du kan ta pause. Når det blir tungt, er det vi som skal "
        "hjelpe deg.",
    ),
    nn=(
        "Det vi lovar deg",
        "Du får opplæring før du møter nokon, rettleiing så lenge du er med, og ein "
        "koordinator du kan ringje. Koordinatoren er med første gongen de møtest. Du kan seie "
        "nei til ei kopling utan å seie kvifor. Du kan ta pause. Når det blir tungt, er det "
        "vi som skal hjelpe deg.",
    ),
)
CERTIFICATE = Paragraph(
    "certificate",
    nb=(
        "Politiattest",
        "Før du møter noen, viser du en politiattest som er høyst tre måneder gammel. Vi ser "
        "på den og gir den tilbake. Vi noterer bare dagene og hvem som så den.",
    ),
    nn=(
        "Politiattest",
        "Før du møter nokon, viser du ein politiattest som er høgst tre månader gammal. Vi "
        "ser på han og gir han tilbake. Vi noterer berre dagane og kven som såg han.",
    ),
)
ENDINGS = Paragraph(
    "endings",
    nb=(
        "Når det tar slutt",
        "Hun kan avslutte når hun vil, uten å si hvorfor. Du kan også avslutte, og sier det "
        "til koordinatoren først, så hun ikke blir stående alene. Vi avslutter når tryggheten "
        "til en av dere krever det. Blir hun borte uten et ord, leter du ikke selv: du ringer "
        "koordinatoren samme dag.",
    ),
    nn=(
        "Når det tek slutt",
        "Ho kan avslutte når ho vil, utan å seie kvifor. Du kan òg avslutte, og seier det til "
        "koordinatoren først, så ho ikkje blir ståande åleine. Vi avsluttar når tryggleiken "
        "til ein av dykk krev det. Blir ho borte utan eit ord, leitar du ikkje sjølv: du "
        "ringjer koordinatoren same dag.",
    ),
)
AFTERWARDS = Paragraph(
    "afterwards",
    nb=(
        "Etterpå",
        "Når avtalen er over, får du en samtale, en takk og en attest på det du har gjort. "
        "Innloggingen din stenges samme dag, og papirene hos oss makuleres. Taushetsplikten "
        "varer.",
    ),
    nn=(
        "Etterpå",
        "Når avtalen er over, får du ein samtale, ei takk og ein attest på det du har gjort. "
        "Innlogginga di blir stengd same dag, og papira hos oss blir makulerte. Teieplikta "
        "varer.",
    ),
)

VERSIONS = (
    Text(
        kind="agreement", version="2026-01", begins=date(2026, 1, 1),
        paragraphs=(WHAT_IT_IS, YOUR_TIME, YOU_PROMISE, WE_PROMISE_BEFORE, CERTIFICATE, ENDINGS),
    ),
    Text(
        kind="agreement", version="2026-10", begins=date(2026, 10, 1),
        paragraphs=(
            WHAT_IT_IS, YOUR_TIME, YOU_PROMISE, WE_PROMISE, CERTIFICATE, ENDINGS, AFTERWARDS,
        ),
    ),
)  # fmt: skip
