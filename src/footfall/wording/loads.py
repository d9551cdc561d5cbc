"""Loads held against each other, how sure they are, and the load of a model that was asked for by name."""

SENTENCES = {
    "load.thousand": "thousand {unit}",
    "load.range": "{value} ({low} to {high}) {unit}",
    "load.model": "Load: model {name}, in {unit}.",
    "load.model.exploratory": "Load: model {name}, exploratory, in {unit}.",
    "load.model.page": "A row opens to its load by the model you asked for, {name}, in {unit}.",
    "load.model.page.exploratory": "A row opens to its load by the model you asked for, {name}, exploratory, in {unit}.",
    "load.model.needs": "It is not known without {needs}.",
    "load.unknown": "not known by model {model}",
    "load.easy.published": "{Easy_unit} here go by a published {easy_word}; it becomes your own once five of your runs tell your easy level, and the numbers shift.",
    "load.most": "Most load: {day}, {value} {easy_unit}, {ratio} ({low} to {high}) times the next, {other}.",
    "load.most.close": "Most load: too close to tell between {day}, {value} {easy_unit}, and {other}.",
    "load.most.close.many": "Most load: too close to tell between {day}, {value} {easy_unit}, and {n} other runs.",
    "load.most.depends": "Most load: depends on how strongly force is weighted. {day} where each footfall counts by its force, {other} where hard footfalls count far more (power 4).",
    "load.week.more": "Last whole week, from {day}: {value} {easy_unit}, {ratio} ({low} to {high}) times the median of your four weeks before, {median}.",
    "load.week.too-close": "Last whole week, from {day}: {value} {easy_unit}; your four weeks before had a median of {median}, too close to tell apart.",
    "load.week.depends": "Last whole week, from {day}: {value} {easy_unit}; your four weeks before had a median of {median}. Which was more depends on how strongly force is weighted.",
    "load.week.more.same": "The week came to {ratio} ({low} to {high}) times that median; the order is the same where hard footfalls count far more (power 4).",
    "load.week.too-close.same": "The week is too close to the median to tell them apart.",
    "load.week.depends.same": "Whether the week is more or less than that median depends on how strongly force is weighted.",
    "load.how-sure": "A force by itself is known to ±{force}, the lumbar load to a factor of {lumbar} either way. Most of that is the same in all your runs: two of them compare to {between} (1 SD) in {easy_unit}. In nine of ten pairs of equal runs the error is less than {clear}; among many pairs some differ by more by chance.",
}
