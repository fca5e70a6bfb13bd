"""Every rule, one a module: the one list. The rules of a project's own join it through the entry points ``cjm.rules``."""

from importlib import import_module

from cjm.lint.rule import Rule

NAMES = (
    "bad_ending",
    "current_in_future_tense",
    "dead_end",
    "emotion_contradicts_score",
    "empty_stage",
    "flat_emotion",
    "future_without_current",
    "happy_path_only",
    "inside_out_stage_name",
    "low_without_pain",
    "missing_does",
    "missing_feels",
    "missing_thinks",
    "mixed_languages",
    "near_duplicate_names",
    "no_before_or_after",
    "no_business_goal",
    "no_goal",
    "no_owner",
    "no_persona",
    "no_scope",
    "personal_data_in_quote",
    "placeholder_text",
    "quote_without_evidence",
    "review_overdue",
    "several_points_of_view",
    "stage_count",
    "strictly_linear",
    "unexplained_drop",
    "unreachable_touchpoint",
    "wrong_kind",
)

RULES: tuple[Rule, ...] = tuple(import_module(f"cjm.lint.rules.{name}").check for name in NAMES)
