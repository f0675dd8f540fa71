"""The bank of questions, and the choice of the next one."""

from brasstacks.questions.bank import AsksFor, Bank, Card, Case, Opener, Probe, Referral, Return
from brasstacks.questions.choice import Suggestion, read_back, suggest

__all__ = [
    "AsksFor",
    "Bank",
    "Card",
    "Case",
    "Opener",
    "Probe",
    "Referral",
    "Return",
    "Suggestion",
    "read_back",
    "suggest",
]
