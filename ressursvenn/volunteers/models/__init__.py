"""What is kept about a volunteer: the road here (`road`); what she offers, in her own words (`offers`)."""

from .offers import Offer
from .road import (
    Agreement,
    Approval,
    CertificateAskedFor,
    CertificateSighting,
    Concern,
    CourseHours,
    Declaration,
    Interview,
    Volunteer,
    of_volunteer,
)

__all__ = [
    "Agreement",
    "Approval",
    "CertificateAskedFor",
    "CertificateSighting",
    "Concern",
    "CourseHours",
    "Declaration",
    "Interview",
    "Offer",
    "Volunteer",
    "of_volunteer",
]
