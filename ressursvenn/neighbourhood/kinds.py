"""What a public place may be: code → the word on the page. Nowhere that one must buy anything."""

PLACE_KINDS = {
    "library": "bibliotek",
    "park": "park eller plass",
    "walk": "turområde",
    "culture_house": "kulturhus",
    "community_house": "grendehus eller bydelshus",
    "volunteer_centre": "frivilligsentral",
    "museum": "museum med gratis inngang",
    "church_hall": "menighetshus",
    "other": "annet offentlig sted",
}
