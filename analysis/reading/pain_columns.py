"""When the pain of each pain column was felt."""

CONTEXT_OF = {
    "pain": "unspecified",
    "pain_during": "during",
    "pain_after": "after",
    "pain_morning": "morning",
    "pain_next_morning": "morning",
    "pain_activity": "activity",
    "pain_rest": "rest",
}
"""The context of each pain column; ``pain`` may be told by a column of contexts."""
