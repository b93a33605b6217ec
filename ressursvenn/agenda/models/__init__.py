"""What is stored: demands and their texts, what has happened, what stands behind, figures with a source."""

from .demands import Addressee, Addressing, Demand, DemandText, Evidence
from .figures import SourcedFigure
from .happenings import Happening

__all__ = [
    "Addressee",
    "Addressing",
    "Demand",
    "DemandText",
    "Evidence",
    "Happening",
    "SourcedFigure",
]
