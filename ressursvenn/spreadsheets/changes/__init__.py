"""Every change of this room:

a workbook in, a proposal settled, an open question answered for all, an undo.
"""

from .bringing import bring_in, bring_in_reading
from .naming import name_for_all
from .settling import settle_proposal
from .taking_back import take_back

__all__ = ["bring_in", "bring_in_reading", "name_for_all", "settle_proposal", "take_back"]
