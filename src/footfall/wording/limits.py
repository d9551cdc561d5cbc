"""What every output says of itself, once: what it cannot see, what is known of running and backs, what chance may have done."""

SENTENCES = {
    "limits.standing": "This tool counts footfalls and compares your own runs. It cannot see your spine, diagnose pain or predict injury.",
    "limits.reassurance": "On average runners report no more back pain than others: in 19 studies 0.7 to 20.2\N{THIN SPACE}% of them had it and 0.3 to 22\N{THIN SPACE}% came to have it, less than among people in general (Maselli 2020, doi 10.1186/s12891-020-03357-4). Part of that may be that people with bad backs stop running. In one trial with 40 people, 12 weeks of run-walk left chronic back pain 15.3 of 100 points lower than waiting did (95\N{THIN SPACE}% interval 5.3 to 25.3; Neason 2024, doi 10.1136/bjsports-2024-108245).",
    "limits.reassurance.short": "On average runners report no more back pain than others (Maselli 2020, doi 10.1186/s12891-020-03357-4), in part perhaps because people with bad backs stop; run-walk helped in one trial (Neason 2024, doi 10.1136/bjsports-2024-108245).",
    "limits.by-chance.one": "One of these checks asked whether chance could have done it ({rules}). With nothing going on, about 1 report in {reports} shows a “low” finding by it.",
    "limits.by-chance.many": "{checks} of these checks asked whether chance could have done it ({rules}). With nothing going on, about 1 report in {reports} shows at least one “low” finding by them.",
}
