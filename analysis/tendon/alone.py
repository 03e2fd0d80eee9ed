"""One tendon by itself, in the same shape as a whole log."""

from dataclasses import replace

from analysis.days import Days, PainByDay


def alone(days: Days, tendon: int) -> Days:
    """Return the days of one tendon as a log of that tendon only.

    What holds for everyone in a log then holds for this one: the rule for the
    baseline, the sums, the course.
    """
    at = days.rows(tendon)
    by_day = ("day", "sessions", "sets", "reps_known", "added_kg", "volume_load_kg")
    by_day += ("body_mass_kg", "rest", "minutes", "prescribed")
    told = days.prescriptions
    return replace(
        days,
        **{name: getattr(days, name)[at] for name in by_day},
        tendons=days.tendons.iloc[[tendon]].reset_index(drop=True),
        offsets=days.offsets[tendon : tendon + 2] - days.offsets[tendon],
        reps=days.reps[:, at],
        prescriptions=told[told["tendon"] == tendon].assign(tendon=0).reset_index(drop=True),
        pain={
            context: PainByDay(felt.mean[at], felt.worst[at], felt.n[at])
            for context, felt in days.pain.items()
        },
        visits=days.visits[tendon : tendon + 1],
        exercise=days.exercise[tendon : tendon + 1],
    )
