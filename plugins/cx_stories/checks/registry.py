"""All rules, in the order of their codes."""

from __future__ import annotations

from cx_stories.checks.base import Rule
from cx_stories.checks.rules.accidental_markup import ACCIDENTAL_MARKUP
from cx_stories.checks.rules.ambiguous_scalar import AMBIGUOUS_SCALAR
from cx_stories.checks.rules.blank_title import BLANK_TITLE
from cx_stories.checks.rules.broken_link import BROKEN_LINK
from cx_stories.checks.rules.citizen_number import CITIZEN_NUMBER
from cx_stories.checks.rules.control_character import CONTROL_CHARACTER
from cx_stories.checks.rules.date_in_future import DATE_IN_FUTURE
from cx_stories.checks.rules.denied_name import DENIED_NAME
from cx_stories.checks.rules.deprecated_term import DEPRECATED_TERM
from cx_stories.checks.rules.duplicate_key import DUPLICATE_KEY
from cx_stories.checks.rules.duplicate_value import DUPLICATE_VALUE
from cx_stories.checks.rules.element_both_hit_and_missed import ELEMENT_BOTH_HIT_AND_MISSED
from cx_stories.checks.rules.element_without_contrast import ELEMENT_WITHOUT_CONTRAST
from cx_stories.checks.rules.element_without_evidence import ELEMENT_WITHOUT_EVIDENCE
from cx_stories.checks.rules.email_address import EMAIL_ADDRESS
from cx_stories.checks.rules.empty_series import EMPTY_SERIES
from cx_stories.checks.rules.engaging_without_senses import ENGAGING_WITHOUT_SENSES
from cx_stories.checks.rules.forbidden_yaml import FORBIDDEN_YAML
from cx_stories.checks.rules.front_matter_not_a_mapping import FRONT_MATTER_NOT_A_MAPPING
from cx_stories.checks.rules.heading_level import HEADING_LEVEL
from cx_stories.checks.rules.iban_or_card_number import IBAN_OR_CARD_NUMBER
from cx_stories.checks.rules.ignore_without_reason import IGNORE_WITHOUT_REASON
from cx_stories.checks.rules.invalid_configuration import INVALID_CONFIGURATION
from cx_stories.checks.rules.invalid_date import INVALID_DATE
from cx_stories.checks.rules.invalid_url import INVALID_URL
from cx_stories.checks.rules.invalid_vocabulary import INVALID_VOCABULARY
from cx_stories.checks.rules.invalid_yaml import INVALID_YAML
from cx_stories.checks.rules.label_instead_of_id import LABEL_INSTEAD_OF_ID
from cx_stories.checks.rules.link_outside_text import LINK_OUTSIDE_TEXT
from cx_stories.checks.rules.long_quotation import LONG_QUOTATION
from cx_stories.checks.rules.missing_alt import MISSING_ALT
from cx_stories.checks.rules.missing_consent import MISSING_CONSENT
from cx_stories.checks.rules.missing_field import MISSING_FIELD
from cx_stories.checks.rules.missing_image import MISSING_IMAGE
from cx_stories.checks.rules.name_collision import NAME_COLLISION
from cx_stories.checks.rules.named_organisation_in_negative_story import NAMED_ORGANISATION_IN_NEGATIVE_STORY
from cx_stories.checks.rules.near_duplicate import NEAR_DUPLICATE
from cx_stories.checks.rules.negative_without_missed_or_recovery import NEGATIVE_WITHOUT_MISSED_OR_RECOVERY
from cx_stories.checks.rules.no_front_matter import NO_FRONT_MATTER
from cx_stories.checks.rules.no_lesson import NO_LESSON
from cx_stories.checks.rules.open_to_do import OPEN_TO_DO
from cx_stories.checks.rules.orphan_story import ORPHAN_STORY
from cx_stories.checks.rules.pair_not_mutual import PAIR_NOT_MUTUAL
from cx_stories.checks.rules.pair_same_polarity import PAIR_SAME_POLARITY
from cx_stories.checks.rules.phone_number import PHONE_NUMBER
from cx_stories.checks.rules.placeholder_text import PLACEHOLDER_TEXT
from cx_stories.checks.rules.raw_html import RAW_HTML
from cx_stories.checks.rules.related_and_unrelated import RELATED_AND_UNRELATED
from cx_stories.checks.rules.remote_image import REMOTE_IMAGE
from cx_stories.checks.rules.repeatable_once import REPEATABLE_ONCE
from cx_stories.checks.rules.reserved_id import RESERVED_ID
from cx_stories.checks.rules.retold_without_source import RETOLD_WITHOUT_SOURCE
from cx_stories.checks.rules.score_five_unreviewed import SCORE_FIVE_UNREVIEWED
from cx_stories.checks.rules.second_front_matter import SECOND_FRONT_MATTER
from cx_stories.checks.rules.self_reference import SELF_REFERENCE
from cx_stories.checks.rules.stale_ignore import STALE_IGNORE
from cx_stories.checks.rules.story_too_short import STORY_TOO_SHORT
from cx_stories.checks.rules.street_address import STREET_ADDRESS
from cx_stories.checks.rules.summary_too_long import SUMMARY_TOO_LONG
from cx_stories.checks.rules.term_unused import TERM_UNUSED
from cx_stories.checks.rules.too_large import TOO_LARGE
from cx_stories.checks.rules.translation_disagrees import TRANSLATION_DISAGREES
from cx_stories.checks.rules.unclosed_front_matter import UNCLOSED_FRONT_MATTER
from cx_stories.checks.rules.unfit_lesson_name import UNFIT_LESSON_NAME
from cx_stories.checks.rules.unknown_key import UNKNOWN_KEY
from cx_stories.checks.rules.unknown_lesson import UNKNOWN_LESSON
from cx_stories.checks.rules.unknown_person_or_series import UNKNOWN_PERSON_OR_SERIES
from cx_stories.checks.rules.unknown_rule import UNKNOWN_RULE
from cx_stories.checks.rules.unknown_story import UNKNOWN_STORY
from cx_stories.checks.rules.unknown_term import UNKNOWN_TERM
from cx_stories.checks.rules.unquoted_colon import UNQUOTED_COLON
from cx_stories.checks.rules.unreadable_encoding import UNREADABLE_ENCODING
from cx_stories.checks.rules.unsafe_file import UNSAFE_FILE
from cx_stories.checks.rules.unsafe_file_name import UNSAFE_FILE_NAME
from cx_stories.checks.rules.unsafe_link import UNSAFE_LINK
from cx_stories.checks.rules.untranslated import UNTRANSLATED
from cx_stories.checks.rules.wrong_type import WRONG_TYPE

CHECKS: tuple[Rule, ...] = (
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
    SECOND_FRONT_MATTER,
    BLANK_TITLE,
    MISSING_FIELD,
    UNKNOWN_KEY,
    WRONG_TYPE,
    AMBIGUOUS_SCALAR,
    INVALID_DATE,
    DATE_IN_FUTURE,
    SUMMARY_TOO_LONG,
    INVALID_URL,
    UNFIT_LESSON_NAME,
    UNKNOWN_TERM,
    LABEL_INSTEAD_OF_ID,
    DUPLICATE_VALUE,
    UNKNOWN_STORY,
    UNKNOWN_PERSON_OR_SERIES,
    PAIR_NOT_MUTUAL,
    PAIR_SAME_POLARITY,
    ELEMENT_BOTH_HIT_AND_MISSED,
    SELF_REFERENCE,
    BROKEN_LINK,
    MISSING_IMAGE,
    TRANSLATION_DISAGREES,
    DEPRECATED_TERM,
    UNKNOWN_LESSON,
    LINK_OUTSIDE_TEXT,
    RELATED_AND_UNRELATED,
    ELEMENT_WITHOUT_EVIDENCE,
    ENGAGING_WITHOUT_SENSES,
    REPEATABLE_ONCE,
    STORY_TOO_SHORT,
    MISSING_ALT,
    NO_LESSON,
    NEGATIVE_WITHOUT_MISSED_OR_RECOVERY,
    NEAR_DUPLICATE,
    UNTRANSLATED,
    SCORE_FIVE_UNREVIEWED,
    HEADING_LEVEL,
    PLACEHOLDER_TEXT,
    ACCIDENTAL_MARKUP,
    OPEN_TO_DO,
    EMAIL_ADDRESS,
    PHONE_NUMBER,
    IBAN_OR_CARD_NUMBER,
    CITIZEN_NUMBER,
    STREET_ADDRESS,
    NAMED_ORGANISATION_IN_NEGATIVE_STORY,
    MISSING_CONSENT,
    RETOLD_WITHOUT_SOURCE,
    LONG_QUOTATION,
    DENIED_NAME,
    ORPHAN_STORY,
    TERM_UNUSED,
    ELEMENT_WITHOUT_CONTRAST,
    EMPTY_SERIES,
    RAW_HTML,
    UNSAFE_LINK,
    REMOTE_IMAGE,
    RESERVED_ID,
    STALE_IGNORE,
    IGNORE_WITHOUT_REASON,
    UNKNOWN_RULE,
    INVALID_VOCABULARY,
    INVALID_CONFIGURATION,
)
