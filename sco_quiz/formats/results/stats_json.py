"""Statistics as a JSON object.

`bank`, `title`, `today` (a day, ISO 8601, as all days here); `given`, `seconds`, `streak`, `longest_streak` (days),
`gone`, `flags`; `desired_retention`, `recall` (0 to 1) and the number of `reviewed` questions; `retention` and
`retention_month`, each with `reviews` and `recalled`; `topics` and `levels`, lists of `name`, `title`, `questions`,
`seen`, `mastered`, `judged`, `right`; `weakest`, a list of `id`, `setting`, `prompt`, `judged`, `expected`, `credit`;
`days`, a list of `day`, `given`, `judged`, `right`, `seconds`; `forecast`, a list of `day` and `due`.
"""

import json
from dataclasses import asdict, replace

from sco_quiz.core.statistics import Statistics


def render(statistics: Statistics) -> str:
    """Return the object without a final line feed."""
    weakest = [replace(weak, stem=None) for weak in statistics.weakest]
    values = asdict(replace(statistics, weakest=tuple(weakest))) | {
        "given": statistics.given,
        "seconds": statistics.seconds,
    }
    for weak in values["weakest"]:
        del weak["stem"]
    values["forecast"] = [{"day": day, "due": due} for day, due in statistics.forecast]
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True, default=str)
