"""All rules, in the order of their codes."""

from __future__ import annotations

from cx_stories.checks.base import Check
from cx_stories.checks.rules.ambiguous_scalar import AMBIGUOUS_SCALAR
from cx_stories.checks.rules.blank_title import BLANK_TITLE
from cx_stories.checks.rules.control_character import CONTROL_CHARACTER
from cx_stories.checks.rules.date_in_future import DATE_IN_FUTURE
from cx_stories.checks.rules.duplicate_key import DUPLICATE_KEY
from cx_stories.checks.rules.duplicate_value import DUPLICATE_VALUE
from cx_stories.checks.rules.element_both_hit_and_missed import ELEMENT_BOTH_HIT_AND_MISSED
from cx_stories.checks.rules.forbidden_yaml import FORBIDDEN_YAML
from cx_stories.checks.rules.front_matter_not_a_mapping import FRONT_MATTER_NOT_A_MAPPING
from cx_stories.checks.rules.invalid_date import INVALID_DATE
from cx_stories.checks.rules.invalid_url import INVALID_URL
from cx_stories.checks.rules.invalid_yaml import INVALID_YAML
from cx_stories.checks.rules.label_instead_of_id import LABEL_INSTEAD_OF_ID
from cx_stories.checks.rules.missing_field import MISSING_FIELD
from cx_stories.checks.rules.name_collision import NAME_COLLISION
from cx_stories.checks.rules.no_front_matter import NO_FRONT_MATTER
from cx_stories.checks.rules.pair_not_mutual import PAIR_NOT_MUTUAL
from cx_stories.checks.rules.pair_same_polarity import PAIR_SAME_POLARITY
from cx_stories.checks.rules.self_reference import SELF_REFERENCE
from cx_stories.checks.rules.summary_too_long import SUMMARY_TOO_LONG
from cx_stories.checks.rules.too_large import TOO_LARGE
from cx_stories.checks.rules.unclosed_front_matter import UNCLOSED_FRONT_MATTER
from cx_stories.checks.rules.unknown_key import UNKNOWN_KEY
from cx_stories.checks.rules.unknown_person_or_series import UNKNOWN_PERSON_OR_SERIES
from cx_stories.checks.rules.unknown_story import UNKNOWN_STORY
from cx_stories.checks.rules.unknown_term import UNKNOWN_TERM
from cx_stories.checks.rules.unquoted_colon import UNQUOTED_COLON
from cx_stories.checks.rules.unreadable_encoding import UNREADABLE_ENCODING
from cx_stories.checks.rules.unsafe_file import UNSAFE_FILE
from cx_stories.checks.rules.unsafe_file_name import UNSAFE_FILE_NAME
from cx_stories.checks.rules.wrong_type import WRONG_TYPE

CHECKS: tuple[Check, ...] = (
    UNREADABLE_ENCODING,
    NO_FRONT_MATTER,
    UNCLOSED_FRONT_MATTER,
    INVALID_YAML,
    DUPLICATE_KEY,
    FRONT_MATTER_NOT_A_MAPPING,
    FORBIDDEN_YAML,
    TOO_LARGE,
    UNQUOTED_COLON,
    CONTROL_CHARACTER,
    UNSAFE_FILE_NAME,
    NAME_COLLISION,
    UNSAFE_FILE,
    BLANK_TITLE,
    MISSING_FIELD,
    UNKNOWN_KEY,
    WRONG_TYPE,
    AMBIGUOUS_SCALAR,
    INVALID_DATE,
    DATE_IN_FUTURE,
    SUMMARY_TOO_LONG,
    INVALID_URL,
    UNKNOWN_TERM,
    LABEL_INSTEAD_OF_ID,
    DUPLICATE_VALUE,
    UNKNOWN_STORY,
    UNKNOWN_PERSON_OR_SERIES,
    PAIR_NOT_MUTUAL,
    PAIR_SAME_POLARITY,
    ELEMENT_BOTH_HIT_AND_MISSED,
    SELF_REFERENCE,
)
