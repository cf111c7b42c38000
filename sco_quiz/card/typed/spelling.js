// British and American spelling. The twin of spelling.py.
var SPELLING = TABLES.spelling.map(function (rule) {
  return [new RegExp(rule[0], "g"), rule[1]];
});

// A folded word with its British spelling replaced by the American one.
function american(word) {
  if (word.length > TABLES.longestWord) return word;
  return SPELLING.reduce(function (text, rule) {
    return text.replace(rule[0], rule[1]);
  }, word);
}
