"""British and American spelling: rules that make the two spellings of a word equal.

They follow VarCon, the table of variants by Kevin Atkinson and Benjamin Titze, as far as endings and parts of words go.
"""

import re
from functools import lru_cache

# -tre and -bre; but not acre, genre, ogre, or timbre, which is no timber
_RE = (
    "accout|calib|cent|fib|goit|lit|louv|lust|meag|met|mit|nit|och|phil?t|piast|reconnoit|sab|saltpet|scept|sepulch"
    "|somb|spect|theat|tit"
)
# cards get the same table, so the patterns use only what JavaScript has, too; $1 is the first group
RULES = (
    # -ise, but not where it belongs to the stem: advise, compromise, exercise, promise, rise, surprise
    (
        r"^(?!(?:.*(?:(?:ad|de|re|super|tele|impro|pre)v|pr|w|gu|ch|po|no|ra|rui|bru|comprom|dem|prem|prom|surm|merchand"
        r"|parad|advert|chast|mort|pract|treat|exerc|circumc|exc|inc|prec|conc|marqu|turqu|xpert|den|elo|lou)|(?:a|sun|moon|up)?r)is)"
        r"(.{3,})is(e|ed|er|ers|es|ing|ings|ingly|able|ably|ement|ator|ation|ations|ational|ationally)$",
        "$1iz$2",
    ),
    (r"(anal|catal|dial|hydrol|paral|pyrol|electrol|breathal)ys(e|ed|er|ers|es|ing)$", "$1yz$2"),
    (
        r"(arb|ard|arm|behavi|cand|clam|clang|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl"
        r"|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig)our",
        "$1or",
    ),
    (rf"({_RE})re(?=d$)", "$1ere"),
    (rf"({_RE})re(?=$|s$|ly$|less|ness|ment|board|fold|piece|glass|goer)", "$1er"),
    (rf"({_RE})ring(?=s?$)", "$1ering"),
    (r"manoeuvr(?=ed|ing|ab)|manoeuvre", "maneuver"),
    # one l of travelled, counsellor, marvellous; not of called, roller, excellent
    (
        r"^(?!re[fst][a-z]ll|chancell)([a-z]*[aeiou][a-z]*[^aeiou][aeio]|[a-z]*(?:ia|ue))ll(?=ed$|er|ing|ors?$|ous|ists?$)",
        "$1l",
    ),
    (r"^(enro|fulfi|insta|disti|insti|appa|enthra)ll(?=$|s$|ment)", "$1l"),
    (r"(ski|wi)llful", "$1lful"),
    (r"woollen", "woolen"),
    (r"jewell?ery", "jewelry"),
    (r"(tranqui)ll(i[tsz])", "$1l$2"),
    (r"chilli", "chili"),
    (r"(an|gluc|glyc|kal|leuk|lip|ptic|tox|ur|isch|cyth|per|hypox|acid|^|er|o|i|x|y)aem", "$1em"),
    (r"^haem(?=.)", "hem"),
    (r"(h)aem(?=ato|o[gprs]|at)", "$1em"),
    (r"(^|tho|clo)paed", "$1ped"),
    (r"(an|kin|par|yn|yper|^)aesth", "$1esth"),
    (r"(ch|pal|gyn)ae(?=o|c)", "$1e"),
    (r"(medi|prim)aev", "$1ev"),
    (r"(f)aec(?=al|es)", "$1ec"),
    (r"(c)aes(?=ium|arean)", "$1es"),
    (r"^aeon", "eon"),
    (r"rrhoea", "rrhea"),
    (r"^oe(?=soph|str|dem|nol)", "e"),
    (r"homoeo", "homeo"),
    (r"^foet(?=us|al|id)", "fet"),
    (r"(c)oel(?=iac|om)", "$1el"),
    (r"(anal|catal|dial|epil|homol|monol|prol|travel|apol|demag|pedag|synag)ogue", "$1og"),
    (r"^(catalog)u(?=[ei])", "$1"),
    (r"(def|off|lic|pret)enc(?=e|ing)", "$1ens"),
    (r"practis", "practic"),
    (r"(a|o|u|pro)gramme(?=$|s$)", "$1gram"),
    (r"^gramme", "gram"),
    (r"(ab|acknowl|jud|lo)?(ri|w?le|u|o)dgement", "$1$2dgment"),
    (r"(cogni|recogni)s(?=an|ably)", "$1z"),
    (r"sulph", "sulf"),
    (r"^(re)?(m|sm)oul(?=d|t)", "$1$2ol"),
    (r"sceptic", "skeptic"),
    (r"^(snow)?plough", "$1plow"),
    (r"^(down|in|up)?draught", "$1draft"),
    (r"^grey(?!hound)", "gray"),
    (r"^aero(?=plane|foil)", "air"),
    (r"^alumini(?=um)", "alumin"),
    (r"^pyjama", "pajama"),
    (r"^moustache", "mustache"),
    (r"^artefact", "artifact"),
    (r"^cos(?=y$|i)", "coz"),
    (r"^tyre(?=s?$)", "tire"),
    (r"^kerb", "curb"),
    (r"^gaol", "jail"),
    (r"^cheque(?=s?$|book)", "check"),
    (r"^omelette", "omelet"),
    (r"^doughnut", "donut"),
    (r"^yogh?o?urt", "yogurt"),
    (r"^mollusc", "mollusk"),
    (r"^maths$", "math"),
    (r"^mum(?=s?$)", "mom"),
    (r"^(car)buretter|^carburettor", "carburetor"),
    (r"(focus|bias|benefit)([st])(?=ed$|es$|ing$)", "$1"),
    (r"(worship|kidnap)p(?=ed$|er|ing$)", "$1"),
    (r"^(ag|que|like|mov|lov|siz|sal|lik|us|liv)e(?=ing$|able|u?ing)", "$1"),
    (r"^tsar", "czar"),
    (r"^liquorice", "licorice"),
    (r"^enquir", "inquir"),
    (r"^spirochaet", "spirochet"),
    (r"^aetiol", "etiol"),
    (r"^(un)?(learn|burn|dream|spoil|leap)t$", "$1$2ed"),
)
# in longer strings, which are not words, the patterns would be slow
LONGEST_WORD = 30
_COMPILED = tuple((re.compile(pattern), replacement.replace("$", "\\")) for pattern, replacement in RULES)


@lru_cache(maxsize=8192)
def american(word: str) -> str:
    """Return a folded word with its British spelling replaced by the American one.

    >>> american("colour"), american("organisation"), american("centre"), american("promise")
    ('color', 'organization', 'center', 'promise')
    """
    if len(word) > LONGEST_WORD:
        return word
    for pattern, replacement in _COMPILED:
        word = pattern.sub(replacement, word)
    return word


def same_spelling(left: str, right: str) -> bool:
    """Whether two folded words are the same but for British and American spelling."""
    return left == right or american(left) == american(right)
