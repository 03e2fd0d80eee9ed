"""``make bench``: print how fast reading, reducing and the pages are."""

from tests.bench import cohorts, pages, reading, reduction

SMALL, LARGE = 120, 10_120  # people: 20,160 and 1,700,160 session rows

for people in (SMALL, LARGE):
    for report in (reading.report, reduction.report):
        for result in report(people):
            print(result, flush=True)
for result in reading.report_of_sets(1_700_000):
    print(result, flush=True)
for report in (pages.report, cohorts.report):
    for result in report():
        print(result, flush=True)
