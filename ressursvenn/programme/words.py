"""The lists people choose from: code → the word on the page. A code is stored, a word is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

LANGUAGES = {
    "no": "norsk",
    "en": "engelsk",
    "ar": "arabisk",
    "prs": "dari",
    "fr": "fransk",
    "kmr": "kurmanji",
    "se": "nordsamisk",
    "fa": "persisk",
    "pl": "polsk",
    "ru": "russisk",
    "so": "somali",
    "es": "spansk",
    "ti": "tigrinja",
    "tr": "tyrkisk",
    "uk": "ukrainsk",
    "ur": "urdu",
}

INTERESTS = {
    "books": "bøker",
    "film": "film",
    "garden": "hage",
    "handicraft": "håndarbeid",
    "job_search": "jobbsøking",
    "coffee": "kaffe",
    "cooking": "lage mat",
    "town": "bli kjent i byen",
    "painting": "maling",
    "music": "musikk",
    "languages": "språk",
    "knitting": "strikking",
    "swimming": "svømming",
    "training": "trening",
    "walking": "gå tur",
}

TIMES = {
    "weekday_day": "hverdag på dagtid",
    "weekday_evening": "hverdag kveld",
    "saturday": "lørdag",
    "sunday": "søndag",
}

WISHES = {
    "company_for_walks": "noen å gå tur med",
    "practise_norwegian": "øve norsk",
    "know_the_neighbourhood": "bli kjent i nabolaget",
    "learn_the_buses": "lære seg bussen",
    "get_out": "komme seg ut",
    "cook_together": "lage mat sammen",
    "talk": "noen å prate med",
    "company_to_offices": "følge til kontorer og visninger",
}

# How she may be reached. "nothing" is an answer too: the coordinator then waits for her.
CONTACT_CHANNELS = {
    "through_centre": "gjennom krisesenteret",
    "phone": "ring deltakeren",
    "sms_without_name": "SMS uten navn",
    "email": "e-post uten navn",
    "in_person": "bare når dere møtes",
    "nothing": "ta ikke kontakt",
}

CONTACT_HOURS = {
    "any": "når som helst",
    "weekdays_10_12": "hverdager 10–12",
    "daytime": "dagtid",
    "evening": "kveld",
}

MEET_UP_KINDS = {
    "walk": "tur",
    "food": "mat",
    "talk": "prat",
    "errand": "ærend",
    "social": "noe sosialt",
}

MEET_UP_LENGTHS = {
    "under_1h": "under en time",
    "1_2h": "en til to timer",
    "2_4h": "to til fire timer",
    "over_4h": "over fire timer",
}

NOT_HAPPENED = {
    "she_could_not": "deltakeren kunne ikke",
    "i_could_not": "jeg kunne ikke",
    "no_answer": "jeg fikk ikke svar",
    "other": "noe annet",
}

ENDINGS = {
    "as_planned": "som planlagt",
    "early": "før tiden",
    "silent": "uten et ord",
    "unsafe": "det var ikke trygt",
}

LATER_CONTACT = {
    "both_wish": "begge ønsker å holde kontakten",
    "not_both": "ikke begge ønsker det",
    "not_asked": "ikke spurt",
}

KEEP_APART_KINDS = {
    "person": "en person",
    "phone": "et telefonnummer",
    "email": "en e-postadresse",
    "workplace": "en arbeidsplass",
    "community": "et miljø",
}

OUTSIDE_REASONS = {  # why somebody looks at a colleague's participant
    "cover": "jeg er vikar for koordinatoren",
    "rang": "deltakeren ringte",
    "meet": "vi har et møte sammen",
    "asked": "koordinatoren ba meg se",
    "urgent": "noe haster for noens sikkerhet",
}

BREAK_GLASS_REASONS = {  # why somebody needs one participant she has no way to
    "danger": "det er fare, og deltakeren må nås nå",
    "volunteer": "en ressursvenn er bekymret, og ingen koordinator svarer",
    "absent": "koordinatoren er syk eller borte, og en avtale er i dag",
    "centre": "krisesenteret eller politiet ber om at deltakeren varsles",
    "limit": "det haster, og grensen for denne timen er nådd",
}

EXPORT_GROUNDS = {  # what has been seen to before what is kept about somebody is given out
    "identity": "deltakeren ba om innsyn; identitet bekreftet av koordinatoren deltakeren kjenner",
    "court_order": "rettslig pålegg, vurdert av jurist",
}

UNSEAL_REASONS = {  # why the record of somebody who has withdrawn must be read again
    "asked": "deltakeren ber om det selv",
    "comes_back": "deltakeren vil være med igjen",
    "safety": "det gjelder noens sikkerhet",
}


def told(codes: Iterable[str], words: Mapping[str, str]) -> str:
    """Codes as a phrase, in the order of the list: "norsk, somali og urdu"."""
    chosen = [word for code, word in words.items() if code in set(codes)]
    return " og ".join([", ".join(chosen[:-1]), chosen[-1]]) if len(chosen) > 1 else "".join(chosen)
