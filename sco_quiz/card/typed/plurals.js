// Singular and plural of English nouns. The twin of plurals.py.
var OTHER_PLURALS = " " + TABLES.otherPlurals + " ";

function singular(word) {
  return has(TABLES.singulars, word) ? TABLES.singulars[word] : stem(word);
}

// Whether two words are one noun, in the singular or plural.
function sameNoun(left, right) {
  if (singular(left) !== singular(right) && stem(left) !== stem(right)) return false;
  return Math.min(left.length, right.length) >= TABLES.leastPlural || has(TABLES.singulars, left);
}

// Whether the singular and the plural of a noun mean the same: not economic and economics.
function sameSense(left, right) {
  return !listed(OTHER_PLURALS, left) && !listed(OTHER_PLURALS, right);
}
