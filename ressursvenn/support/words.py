"""The lists of this room: what somebody may wish for, how a talk went, for whom a gathering is."""

from __future__ import annotations

WISHES = {  # what she may ask for when she says that it is heavy; nothing is an answer too
    "": "",
    "ring": "ring meg",
    "talk": "jeg vil ha en samtale",
    "pause": "jeg vil ha pause",
}
ASKED_FOR = {"": "", "ring": "vil bli ringt", "talk": "vil ha en samtale", "pause": "vil ha pause"}

LENGTHS = {
    "under_15": "under et kvarter",
    "15_30": "et kvarter til en halv time",
    "30_60": "en halv time til en time",
    "over_60": "over en time",
}
MOODS = {"well": "godt", "so_so": "greit", "heavy": "tungt"}
NEXT_STEPS = {
    "nothing": "ikke noe nå",
    "talk_again": "snakke sammen igjen",
    "guidance": "komme på veiledning",
    "pause": "ta en pause",
    "fewer": "treffes sjeldnere en stund",
    "outside": "snakke med noen utenfor foreningen",
    "ending": "avslutte på en god måte",
}

VOLUNTEERS, PAIRS = "volunteers", "pairs"
FOR_WHOM = {VOLUNTEERS: "ressursvenner", PAIRS: "ressursvenner og deltakere"}

CAME, GAVE_WORD, ABSENT = "came", "word", "absent"
ATTENDED = {CAME: "kom", GAVE_WORD: "ga beskjed", ABSENT: "kom ikke"}
