"""The lists this room chooses from, beyond those of the programme: code → the word on the page."""

DECISION_REASONS = {
    "as_suggested": "forslaget passer",
    "know_them_both": "jeg har snakket med begge og tror på det",
    "her_wish": "hun har selv ønsket det",
    "language": "språket veier tyngst for henne",
    "near": "de kan lettest møtes",
    "times": "de har tid samtidig",
    "again": "de to har vært koblet før og vil fortsette",
}

NOT_TO_BE = {
    "she_said_no": "hun takket nei",
    "volunteer_said_no": "ressursvennen takket nei",
    "not_approved": "den andre godkjenneren sa nei",
    "called_off": "avlyst av koordinator",
}

WITH_WHOM = {
    "participant": "henne",
    "volunteer": "ressursvennen",
    "both": "begge",
}

OUTCOMES = {
    "all_well": "alt vel",
    "needs_talk": "trenger en samtale til",
    "concern": "bekymring",
}

HOW_IT_WENT = {
    "all_well": "alt vel",
    "call_me": "ring meg",
}
