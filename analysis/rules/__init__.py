"""What the programmes say about days like these: named rule sets that describe and ask."""

from analysis.rules.catalogue import Rule, RuleSet, Setting, rule_sets, settings
from analysis.rules.in_short import in_short
from analysis.rules.statements import CLINICIAN, Silent, Statement, silent, statements

__all__ = [
    "CLINICIAN",
    "Rule",
    "RuleSet",
    "Setting",
    "Silent",
    "Statement",
    "in_short",
    "rule_sets",
    "settings",
    "silent",
    "statements",
]
