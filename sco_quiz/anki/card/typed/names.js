// Names of people: titles, initials, middle names, and a given name before a surname. The twin of names.py.
function listed(words, word) {
  return words.indexOf(" " + word + " ") >= 0;
}

var TITLES = " " + TABLES.titles + " ";
var BEFORE_TITLES = " " + TABLES.beforeTitles + " ";
var PARTICLES = " " + TABLES.particles + " ";
var NEEDED_TITLES = " " + TABLES.neededTitles + " ";
var GIVEN_NAMES = " " + TABLES.givenNames + " ";

function titleLength(phrase) {
  var at = 0;
  while (at < phrase.length - 1 && !phrase[at].cut) {
    var before = at;
    while (listed(BEFORE_TITLES, phrase[before].word) && before < phrase.length - 2) before++;
    if (!listed(TITLES, phrase[before].word) || before === phrase.length - 1) break;
    at = before + 1;
  }
  return /^(of|for|and|in|to|on|at|or)$/.test(phrase[at].word) || isNumeral(phrase[at].word) ? 0 : at;
}

function needsTitle(title, name) {
  return name.length === 1 && listed(NEEDED_TITLES, title[title.length - 1]);
}

function sameName(typed, meant) {
  if (Math.min(typed.length, meant.length) < 2 || !isName(typed) || !isName(meant)) return false;
  var written = meant.every(function (token) { return token.capital || listed(PARTICLES, token.word); });
  if (!written || typed[typed.length - 1].word !== meant[meant.length - 1].word) return false;
  if (!samePart(typed[0].word, meant[0].word)) return false;
  var shorter = typed.slice(1, -1), longer = meant.slice(1, -1);
  var extra = shorter.length <= longer.length ? extraParts(shorter, longer) : extraParts(longer, shorter);
  return !!extra && [typed[0], meant[0]].concat(extra).some(function (token) { return isGiven(token.word); });
}

function isName(phrase) {
  return !phrase.some(function (token) { return token.cut || /^(of|for|and|in|to|on|at|or|[0-9].*)$/.test(token.word); });
}

function samePart(left, right) {
  if (left.length > right.length) return samePart(right, left);
  return left === right || (left.length === 1 && right.charAt(0) === left);
}

function extraParts(shorter, longer) {
  var begins = shorter.every(function (token, at) { return samePart(token.word, longer[at].word); });
  return begins ? longer.slice(shorter.length) : null;
}

function isGiven(word) {
  return word.length === 1 || listed(GIVEN_NAMES, word) || /^.{2,}(?:[oe]vich|[oe]vna|ich|ichna)$/.test(word);
}

function isSurname(phrase) {
  var last = phrase[phrase.length - 1];
  var before = phrase.slice(0, -1).every(function (token) { return listed(PARTICLES, token.word); });
  return last.capital && last.word.length > 1 && before;
}

function addsGivenNames(typed, surname) {
  var count = typed.length - surname.length;
  if (count < 1 || count > TABLES.mostGivenNames || !isName(typed) || !isGiven(typed[0].word)) return false;
  return wordsOf(typed.slice(count)).join(" ") === wordsOf(surname).join(" ");
}
