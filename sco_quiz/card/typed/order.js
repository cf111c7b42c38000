// The order of words: free for members joined by "and", fixed in a list, almost the same in a name. The twin of order.py.
function sameMembers(typed, meant) {
  var left = splitMembers(typed), right = splitMembers(meant);
  if (left.length < 2) return false;
  if (left.join("/") === right.join("/")) return true;
  var anyOrder = meant.some(function (token) { return token.word === "and"; });
  return anyOrder && left.sort().join("/") === right.sort().join("/");
}

function splitMembers(phrase) {
  var members = [[]];
  phrase.forEach(function (token) {
    if (token.word !== "and") members[members.length - 1].push(token.word);
    if (token.cut || token.word === "and") members.push([]);
  });
  return members.map(function (member) { return member.join(" "); }).filter(Boolean);
}

// Whether two names have the same words in another order, where the order has no meaning.
function otherOrder(typed, meant) {
  if (typed.length !== meant.length || meant.length > TABLES.mostInAnyOrder || (isList(typed) && isList(meant))) return false;
  var relating = TABLES.relating.split(" "), list = wordsOf(meant);
  if (list.some(function (word) { return relating.indexOf(word) >= 0; })) return false;
  if (list.filter(function (word) { return word.length === 1 || isNumeral(word); }).length > 1) return false;
  return tiedWords(typed, "-").sort().join(" ") === tiedWords(meant, "-").sort().join(" ");
}

function isList(phrase) {
  return anyCut(phrase.slice(0, -1));
}

// The words of a phrase, joined with `tie` where a hyphen or point is between them.
function tiedWords(phrase, tie) {
  return phrase.map(function (token) { return token.word + (token.tied ? tie : " "); }).join("").trim().split(" ");
}
