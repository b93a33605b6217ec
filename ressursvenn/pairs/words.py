"""The lists this room chooses from, beyond those of the programme: code → the word on the page."""

DECISION_REASONS = {
    "as_suggested": "forslaget passer",
    "know_them_both": "jeg har snakket med begge og tror på det",
    "her_wish": "deltakeren har selv ønsket det",
    "language": "språket veier tyngst",
    "near": "de kan lettest møtes",
    "times": "de har tid samtidig",
    "again": "de to har vært koblet før og vil fortsette",
}

NOT_TO_BE = {
    "she_said_no": "deltakeren takket nei",
    "volunteer_said_no": "ressursvennen takket nei",
    "not_approved": "den andre godkjenneren sa nei",
    "called_off": "avlyst av koordinator",
}

WITH_WHOM = {
    "participant": "deltakeren",
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

# What the log calls an act of this room → how the page tells it.
DONE = {
    "pairs.decided": "bestemte koblingen",
    "pairs.approved": "godkjente koblingen",
    "pairs.not_approved": "godkjente ikke",
    "pairs.she_said_yes": "noterte at deltakeren sa ja",
    "pairs.she_said_no": "noterte at deltakeren takket nei",
    "pairs.volunteer_said_yes": "noterte ja fra ressursvennen",
    "pairs.volunteer_said_no": "noterte nei fra ressursvennen",
    "pairs.called_off": "avlyste",
    "pairs.introduction_planned": "avtalte første møte",
    "pairs.introduced": "noterte at de to har møttes",
    "pairs.meet_up_logged": "førte et treff",
    "pairs.meet_up_corrected": "rettet et treff",
    "pairs.meet_up_taken_back": "tok tilbake et treff",
    "pairs.next_meet_up_set": "satte dagen for neste treff",
    "pairs.followed_up": "noterte en oppfølging",
    "pairs.concern_raised": "meldte en bekymring",
    "pairs.concern_settled": "avklarte en bekymring",
    "pairs.ended": "avsluttet koblingen",
    "pairs.closing_talk_noted": "noterte avslutningssamtalen",
}
