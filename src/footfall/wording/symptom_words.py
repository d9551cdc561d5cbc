"""Phrases by which people tell of a red-flag sign in a note: English, as patterns by code, for rule Q1.

Written from the definitions beside the codes and from how the signs are put in plain words to patients; no clinical instrument.
They are compared without regard to case, at the borders of words; a hyphen within a word counts as a blank.
"""

import re
from collections.abc import Mapping
from functools import cache

_PIECES = {
    "cannot": r"(?:can ?not|can'?t|could ?n[o']?t|couldnt|unable to|not (?:been )?able to|not being able to|struggl\w+ to|hard to)",
    "some": r"(?:[\w']+ ){0,3}?",
    "my": r"(?:(?:my|the|a|one|left|right|this|that) ){0,2}",
    "numb": (
        r"(?:numb\w*|tingl\w+|pins and needles|(?:no|lost|losing|lack of|less|reduced|strange) (?:all )?(?:feeling|sensation)"
        r"|can'?t feel(?: anything)?|cannot feel(?: anything)?|couldn'?t feel(?: anything)?)"
    ),
    "saddle": (
        r"(?:down there|between (?:my |the )?legs|groin|crotch|genitals?|genital area|perine(?:um|al)|saddle(?: area)?|seat|anus"
        r"|bottom|bum|butt|buttocks|backside|privates|private parts|scrotum|testicles?|penis|vagina\w*|vulva|labia|inner thighs?)"
    ),
    "pee": r"(?:pee|wee|urinate|piss|pass (?:water|urine|stool)|empty my bladder|poop?|go to the (?:toilet|loo|bathroom))",
    "legs": r"(?:legs|feet|calves|thighs|hamstrings|shins)",
    "odd": r"(?:numb\w*|tingl\w+|pins and needles|weak\w*|shooting(?: pains?)?|electric(?: shocks?)?)",
    "cancer": r"(?:cancer|lymphoma|leuk\w+|melanoma|myeloma|tumou?r)",
    "weight": r"(?:weight|kilos?|kg|\d+ ?kg|pounds?|lbs?|\d+ ?lbs?|stone)",
}

_PHRASES: Mapping[str, tuple[str, ...]] = {
    "saddle_numbness": (
        r"{numb} {some}{saddle}",
        r"{saddle} {some}{numb}",
        r"{cannot} feel {some}(?:wip\w+|toilet paper)",
    ),
    "bladder_bowel": (
        r"{cannot} (?:\w+ ){{0,2}}{pee}",
        r"{cannot} (?:hold|control) {some}(?:pee|urine|bladder|wee|bowels?|stool)",
        r"(?:wet|peed|pissed|soiled|pooped|shat|crapped) (?:myself|(?:in )?my (?:pants|shorts|bed|leggings|tights|trousers))",
        r"(?:leak\w*|lost|losing|dribbl\w+) (?:\w+ ){{0,2}}(?:urine|pee|wee|stool|poop?)",
        r"(?:bladder|bowels?|urine|pee) (?:\w+ ){{0,2}}leak\w*",
        r"incontinen\w+",
        r"(?:no|lost|losing|lose|loss of) (?:\w+ ){{0,2}}control (?:of|over) {some}(?:bladder|bowels?)",
        r"(?:weak|poor|slow) (?:(?:urine|pee|urinary|wee) )?stream",
        r"(?:weak|poor|slow) (?:urine|pee|urinary|wee) flow",
        r"(?:trouble|difficult\w*|problems?|hard) (?:\w+ ){{0,2}}(?:starting|start|beginning) {some}{pee}",
        r"{cannot} feel {some}(?:pee\w*|bladder|bowels?|urine|urinating|need to go)",
        r"no urge to (?:pee|wee|urinate|go)",
        r"(?:urinary retention|retention of urine)",
        r"(?:trouble|difficult\w*|problems?|issues?) (?:with |in )?(?:my )?(?:peeing|urinating|weeing|bladder|bowels?|passing (?:water|urine))",
    ),
    "sexual_dysfunction": (
        r"{cannot} {some}(?:erection|orgasm)",
        r"erectile",
        r"(?:erection|orgasm) (?:problems?|trouble|difficult\w*|issues?)",
        r"(?:trouble|problems?|difficult\w*|issues?) (?:with |getting |having |keeping )(?:an? |my )?(?:erections?|orgasms?)",
        r"(?:no|lost my) (?:erections?|orgasms?)",
        r"{numb} {some}(?:during|in) sex",
        r"impoten(?:t|ce)",
    ),
    "both_legs": (
        r"both (?:of )?(?:my |the )?{legs} {some}{odd}",
        r"{odd} {some}(?:in|down|into|through|of) both (?:of )?(?:my |the )?{legs}",
        r"{odd} both {legs}",
        r"(?<!one of my )(?<!weary )legs (?:went|go|gone|are|were|feel|felt|got) (?:\w+ )?(?:numb\w*|tingl\w+)",
        r"(?:pain|it|burning|sciatica|ache)\w* (?:\w+ ){{0,4}}down both (?:of )?(?:my |the )?legs",
    ),
    "major_trauma": (
        r"(?:fell|fallen|fall) (?:\w+ )?(?:down|off|from|out of) {my}(?:stairs?|ladder|roof|bike|bicycle|horse|tree|wall|cliff)",
        r"(?:hit|struck|run over|knocked (?:down|over|off \w+ \w+)) by (?:a |the )?(?:car|truck|van|bus|bike|cyclist|lorry|motor\w*)",
        r"(?:car|bike|bicycle|motorbike|cycling|skiing) (?:crash|accident)",
        r"crashed (?:on )?(?:my |the )(?:bike|bicycle|car|motorbike)",
        r"(?:fell|landed) (?:\w+ ){{0,2}}on(?:to)? my (?:back|tailbone|spine)",
    ),
    "foot_drop": (
        r"{cannot} (?:\w+ ){{0,2}}(?:lift|raise|pick|pull)(?: up)? {my}(?:foot|toes?|big toe|forefoot)",
        r"(?:foot|forefoot|toes?) (?:(?:keeps?|kept|is|was|started|just|often|sometimes|the) )?(?:drop(?:s|ped|ping)?|slap(?:s|ped|ping)?|drag(?:s|ged|ging)?)",
        r"(?:drag(?:s|ged|ging)?|slap(?:s|ped|ping)?) {my}(?:foot|toes?|leg)",
        r"(?:trouble|difficulty|problems?) (?:with )?(?:lifting|raising|picking up) {my}(?:foot|toes?|forefoot)",
        r"(?:drop(?:ped|ping)?|floppy) (?:foot|forefoot)",
        r"(?:foot|forefoot) (?:\w+ )?(?:is|was|feels?|felt|went) (?:\w+ )?floppy",
        r"(?:trip\w*|stumbl\w+|catch\w*) (?:over |on )?my own (?:foot|toes?)",
    ),
    "leg_weakness": (
        r"(?:leg|knee|thigh) (?:\w+ ){{0,2}}(?:gave|gives?|giving) (?:way|out)",
        r"(?:leg|knee) (?:\w+ ){{0,2}}buckl\w+",
        r"(?:leg|foot|calf|ankle|thigh) (?:\w+ )?(?:is|was|feels?|felt|went|has gone|got|getting) (?:\w+ ){{0,2}}weak\w*",
        r"weak(?:er|ness)? (?:\w+ )?(?:in |of )?(?:my |the |one |left |right ){{1,2}}(?:leg|foot|calf|ankle|thigh)",
        r"(?:leg|foot|calf|ankle) weakness",
        r"{cannot} (?:\w+ ){{0,3}}on (?:my |the )?(?:tiptoes?|toes|heels?)",
        r"{cannot} (?:do|manage) {some}(?:calf|heel) raises?",
        r"{cannot} (?:\w+ )?(?:climb|get up|go up|walk up|do) (?:\w+ )?stairs?",
    ),
    "fever": (
        r"(?<!hay )(?<!cabin )(?<!race )(?<!marathon )(?<!spring )fever(?:ish|s)?",
        r"temperature of (?:3[89]|4[01]|10[0-4])",
        r"(?:chills and|shivers and|night sweats?)",
    ),
    "infection_risk": (
        r"(?:urinary(?: tract)?|kidney|bladder|skin|tooth|dental|chest|blood|wound) infection",
        r"sepsis",
        r"immuno ?suppress\w*",
        r"(?:on|taking|finished|course of) (?:\w+ ){{0,2}}antibiotics",
    ),
    "cancer_history": (
        r"(?:my|had|have|history of|previous|diagnosed with) (?:\w+ ){{0,2}}{cancer}(?! (?:charity|research|run|race|walk|fund\w*|awareness))",
        r"chemo(?:therapy)?",
    ),
    "weight_loss": (
        r"(?:lost|losing|loss of|dropped|dropping) {some}{weight} {some}(?:without|for no|not) (?:\w+ ){{0,2}}(?:trying|tried|reason|meaning|diet\w*|cause)",
        r"(?:unexplained|unintention\w+|unintended) (?:weight loss|loss of weight|lost weight)",
    ),
    "night_pain": (
        r"(?:pain\w*|ache|aching|hurts?|hurting) {some}(?:at|all|during the|every|in the|through the) night {some}(?:whatever|no matter|regardless|in any|in every|any)",
        r"(?:no|whatever|in any|in every|no matter (?:the|which|what)) (?:sleeping |lying )?position (?:\w+ ){{0,2}}(?:helps?|helped|eas\w+|comfortable|i try|i tried|i lie)",
        r"{cannot} (?:find|get into) (?:a |any )?(?:comfortable|pain ?free) position",
        r"(?:pain|ache|back) (?:\w+ )?(?:woke|wakes|wakened|waking|keeps|kept) me (?:up|awake)?",
        r"(?:woken|woke up|waking up|awake|kept awake) (?:\w+ )?(?:by|with|from|because of) (?:\w+ ){{0,2}}(?:pain|ache)",
        r"{cannot} sleep (?:because of|from|with|due to) (?:\w+ ){{0,2}}(?:pain|ache)",
    ),
    "bone_point_pain": (
        r"(?:one|single|exact) (?:\w+ )?(?:point|spot) (?:\w+ ){{0,3}}on {my}(?:bone|spine|sacrum|tailbone|pelvis|vertebra)",
        r"(?:tender|sore|pain\w*|hurts) (?:\w+ ){{0,3}}(?:on|over) {my}(?:bone|spine|sacrum|tailbone|vertebra\w*)",
        r"stress (?:fracture|reaction)",
    ),
    "fracture_risk": (
        r"osteopor\w+",
        r"osteopen\w+",
        r"(?:on|taking|long term) (?:oral )?(?:steroids|prednis\w+|cortisone)",
        r"(?:missed|lost|skipped|absent) (?:my |a |another |several |two |three )?periods?",
        r"no periods? (?:for|since|in)",
        r"amenorrh\w+",
        r"(?:relative energy deficiency|low energy availability|under ?fuell?ed for)",
    ),
    "worse_despite_rest": (
        r"worse (?:\w+ ){{0,2}}(?:although|despite|even though|even after|in spite of) {some}(?:rest\w*|off|not running|no running|break)",
    ),
}

NEGATION = re.compile(
    r"\b(?:no|not|never|without|neither|nor|zero|free of|isn'?t|wasn'?t|aren'?t|weren'?t|don'?t|didn'?t|doesn'?t|hasn'?t|haven'?t|hadn'?t)\b"
    r"(?! (?:only|just|sure|idea|clue|doubt|wonder|good|great|nice|ok|okay|well|happy|fun|comfortable|right|feeling well)\b)",
    re.IGNORECASE,
)
"""A word that denies what follows it closely; some that deny another thing are left out."""

BREAK = re.compile(r"[.;:!?\n]|\b(?:but|however|though|although|yet|except|then|and)\b", re.IGNORECASE)
"""A denial does not reach over one of these."""

OR = re.compile(r"\b(?:or|nor)\b", re.IGNORECASE)
"""A list with it is denied as a whole, over its commas."""

DENIED_AFTER = re.compile(
    r"\s*(?:[:=?\N{EN DASH}\N{EM DASH}-]\s*(?:none|no|nope|nil|0|negative)"
    r"|(?:has |have |had |is |are |was |all |now |completely ){0,2}(?:gone(?: away)?|cleared(?: up)?|not there|absent))"
    r"\s*(?:[.,;)\n]|now\b|today\b|since\b|again\b|$)",
    re.IGNORECASE,
)
"""`numb down there: no`, `fever has gone`."""


@cache
def phrases() -> Mapping[str, re.Pattern[str]]:
    """Code of a sign -> what tells of it."""
    return {
        code: re.compile("|".join(rf"\b(?:{phrase.format(**_PIECES)})(?!\w)" for phrase in of), re.IGNORECASE)
        for code, of in _PHRASES.items()
    }
