"""Singular and plural of English nouns."""

from sco_quiz.core.text import stem

# cards get the same tables, see sco_quiz/card/tables.py; each plural behind its singular
_IRREGULAR = """
man men woman women gentleman gentlemen fireman firemen policeman policemen businessman businessmen salesman salesmen
statesman statesmen workman workmen horseman horsemen freshman freshmen congressman congressmen
child children foot feet tooth teeth goose geese mouse mice louse lice ox oxen
calf calves elf elves half halves hoof hooves knife knives leaf leaves life lives loaf loaves scarf scarves
shelf shelves thief thieves wife wives wolf wolves
addendum addenda aquarium aquaria atrium atria automaton automata bacterium bacteria cilium cilia cranium crania
criterion criteria curriculum curricula datum data equilibrium equilibria erratum errata flagellum flagella
ganglion ganglia memorandum memoranda millennium millennia mitochondrion mitochondria ovum ova phenomenon phenomena
phylum phyla polyhedron polyhedra quantum quanta spectrum spectra spermatozoon spermatozoa stadium stadia
stratum strata symposium symposia taxon taxa tetrahedron tetrahedra corpus corpora genus genera stigma stigmata
alga algae alumna alumnae antenna antennae formula formulae larva larvae nebula nebulae pupa pupae supernova supernovae
vertebra vertebrae
alumnus alumni bacillus bacilli bronchus bronchi cactus cacti focus foci fungus fungi gladiolus gladioli locus loci
modulus moduli nucleolus nucleoli nucleus nuclei octopus octopi radius radii stimulus stimuli syllabus syllabi
terminus termini villus villi
analysis analyzes axis axes basis bases crisis crises diagnosis diagnoses ellipsis ellipses hypothesis hypotheses
metamorphosis metamorphoses metastasis metastases neurosis neuroses oasis oases parenthesis parentheses
prosthesis prostheses psychosis psychoses synopsis synopses synthesis syntheses thesis theses
apex apices appendix appendices codex codices cortex cortices helix helices index indices matrix matrices
vertex vertices vortex vortices
"""
# plurals that mean something else than many of the singular
OTHER_PLURALS = (
    "arms arts ashes blues classics clothes customs damages economics electronics ethics forces genetics glasses goods "
    "grounds lines looks manners mathematics means mechanics news optics pains physics politics quarters robotics "
    "savings series species spectacles spirits statistics times united waters works"
)
# short words ending in s are rarely plurals (gas, bus, yes)
LEAST_PLURAL = 4

_PAIRS = dict(zip(_IRREGULAR.split()[1::2], _IRREGULAR.split()[::2], strict=True))
SINGULARS = _PAIRS | {word: word for word in _PAIRS.values()}
_OTHER = frozenset(OTHER_PLURALS.split())


def singular(word: str) -> str:
    """Return the singular of a folded noun in American spelling.

    >>> singular("children"), singular("candles"), singular("crisis")
    ('child', 'candle', 'crisis')
    """
    return SINGULARS.get(word) or stem(word)


def same_noun(left: str, right: str) -> bool:
    """Whether two folded words are one noun, in the singular or plural.

    >>> same_noun("bacteria", "bacterium"), same_noun("ga", "gas"), same_noun("economic", "economics")
    (True, False, True)
    """
    # bases are those of a base or of a basis
    if singular(left) != singular(right) and stem(left) != stem(right):
        return False
    return min(len(left), len(right)) >= LEAST_PLURAL or left in SINGULARS


def same_sense(left: str, right: str) -> bool:
    """Whether the singular and the plural of a noun mean the same: not economic and economics."""
    return _OTHER.isdisjoint((left, right))
