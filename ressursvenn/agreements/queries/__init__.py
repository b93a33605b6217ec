"""Every read of what is signed, and of how somebody left."""

from .day import (
    AGAIN,
    OURS,
    day_line,
    day_rows,
)
from .leaving import (
    Afterwards,
    Service,
    afterwards,
    service_of,
    service_papers_of,
    talks_with,
)
from .papers import (
    commitment_of,
    issued_on,
    of_volunteer,
    opened_paper,
    own,
    own_commitment,
    renewed_by,
    standing_of_all,
    visible_to,
)

__all__ = [
    "AGAIN",
    "OURS",
    "Afterwards",
    "Service",
    "afterwards",
    "commitment_of",
    "day_line",
    "day_rows",
    "issued_on",
    "of_volunteer",
    "opened_paper",
    "own",
    "own_commitment",
    "renewed_by",
    "service_of",
    "service_papers_of",
    "standing_of_all",
    "talks_with",
    "visible_to",
]
