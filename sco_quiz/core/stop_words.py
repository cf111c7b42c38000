"""English function words and the stock phrases of questions."""

_WORDS = """
a about above according after again against all along also although among an and another any are around as asked at
away back be because been before being below best between both but by called came can come comes correct could did
do does doing done down during each either else ever every false few following for form from further gave get give
given go goes got had has have having he held her here hers herself him himself his how however i if in instead into
is it its itself just kind last later least less like made make makes many match may me meant might mine more most
much must my name named names neither no none nor not note now of off often on once only onto or order other others
our ours out over own part put question rather right said same say says see select set shall she should since so
some speaking statement still such take takes than that the their theirs them themselves then there these they thing
things this those though through thus to told too took toward towards true under until up upon us used using very
via was way we went were what when where whether which while who whom whose why will with within without would write
yet you your yours
"""

STOP_WORDS = frozenset(_WORDS.split())
