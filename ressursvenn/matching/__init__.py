"""The engine: facts about couples in, an explained round of suggestions out. It knows no Django.

It suggests. A coordinator decides with a reason, and both say yes. A couple that a rule refuses is
absent from the plan; no fit can buy it. No score leaves this room.

Doors: `plan` (a whole round), `may_meet` and `MAY_MEET` (one couple), `whole_months`, and
`assign.assign` (numbers alone, for whoever has couples of their own).

Three who wait and one volunteer with one place:

>>> from datetime import date
>>> from ressursvenn.matching import CoupleFacts, ParticipantFacts, VolunteerFacts, plan
>>> from ressursvenn.programme.limits import in_force
>>> walks, evenings = frozenset({"walking"}), frozenset({"weekday_evening"})
>>> def waits(reference, languages, months):
...     return ParticipantFacts(
...         reference=reference,
...         languages=frozenset(languages),
...         interests=walks,
...         times=evenings,
...         months_waited=months,
...     )
>>> volunteer = VolunteerFacts(
...     reference="v2",
...     languages=frozenset({"so", "no"}),
...     interests=walks,
...     times=evenings,
...     places=1,
... )
>>> def beside_the_volunteer(participant):
...     return CoupleFacts(
...         participant=participant,
...         volunteer=volunteer,
...         km=12,
...         kept_apart=False,
...         against_conditions=False,
...         turned_down=False,
...     )
>>> people = [waits("p2", {"so", "no"}, 3), waits("p3", {"no"}, 1), waits("p4", {"ti"}, 5)]
>>> couples = [beside_the_volunteer(participant) for participant in people]
>>> found = plan(couples, in_force(date(2026, 3, 1)), may=lambda permission: True)
>>> found.objective
Objective(paired=1, bands=3, fit=103)
>>> for pair in found.pairs:
...     print(pair.participant, pair.volunteer, *pair.sentences, sep="\\n  ")
p2
  v2
  Begge snakker norsk og somali.
  Felles interesser: gå tur.
  Begge kan møtes hverdag kveld.
  Områdene deres ligger omtrent 12 km fra hverandre.
>>> for reference, sentences in found.left_out.items():
...     print(reference, *sentences, sep="\\n  ")
p4
  Én ressursvenn har ikke noe kjent språk felles med deltakeren. Ellers står ingen regel i veien.
p3
  Én ressursvenn kan møte deltakeren, men er foreslått til noen som har ventet lenger.
"""

from .assign import Objective, Plan
from .desk import Round, Suggested, plan
from .explain import Alternative
from .facts import CoupleFacts, ParticipantFacts, VolunteerFacts, whole_months
from .proof import Unproven
from .rules import MAY_MEET, may_meet
from .table import Couple

__all__ = [
    "MAY_MEET",
    "Alternative",
    "Couple",
    "CoupleFacts",
    "Objective",
    "ParticipantFacts",
    "Plan",
    "Round",
    "Suggested",
    "Unproven",
    "VolunteerFacts",
    "may_meet",
    "plan",
    "whole_months",
]
