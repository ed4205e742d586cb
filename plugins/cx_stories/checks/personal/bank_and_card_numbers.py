"""Numbers that money can be moved with: bank accounts (IBAN) and payment cards."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge

from cx_stories.checks.personal.accounts import accounts
from cx_stories.checks.personal.cards import cards
from cx_stories.checks.personal.found import Found


def bank_and_card_numbers(text: str) -> Iterator[Found]:
    """Find IBANs and numbers of payment cards whose check digits are right, in order."""
    end = 0
    for found in merge(accounts(text), cards(text)):
        if found.start >= end:
            yield found
            end = found.end
