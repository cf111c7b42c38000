// Names of people: titles, initials, middle names, and a given name before a surname. The twin of names.py.
function listed(words, word) {
  return words.indexOf(" " + word + " ") >= 0;
}

var PATRONYMIC = /^.{2,}(?:[oe]vich|[oe]vna|ich|ichna)$/;
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
  var written = meant.every(function (token) { return token.capital || isParticle(token); });
  if (!written || !sameEnds(typed, meant)) return false;
  var extra = extraParts(typed, meant);
  if (!extra) return false;
  return isGiven(typed[0].word) || isGiven(meant[0].word) || extra.some(function (token) {
    return token.word.length === 1 || PATRONYMIC.test(token.word);
  });
}

// Whether two names differ in their middle names alone: George W. Bush is not George H. W. Bush.
function otherMiddle(typed, name) {
  return Math.min(typed.length, name.length) > 2 && sameEnds(typed, name) && !extraParts(typed, name);
}

// Whether the surnames and the first names are the same; a letter is not a surname.
function sameEnds(typed, meant) {
  var last = typed[typed.length - 1].word;
  return last.length > 1 && last === meant[meant.length - 1].word && samePart(typed[0].word, meant[0].word);
}

// The middle names that only one of two names has; null if they contradict each other.
function extraParts(typed, meant) {
  var particles = [typed, meant].map(function (name) { return wordsOf(name.slice(1, -1).filter(isParticle)).join(" "); });
  if (particles[0] && particles[1] && particles[0] !== particles[1]) return null;
  var middle = [typed, meant].map(function (name) {
    return name.slice(1, -1).filter(function (token) { return !isParticle(token); });
  });
  var turned = middle[0].length > middle[1].length, shorter = middle[turned ? 1 : 0], longer = middle[turned ? 0 : 1];
  var begins = shorter.every(function (token, at) { return samePart(token.word, longer[at].word); });
  return begins ? longer.slice(shorter.length) : null;
}

function isName(phrase) {
  if (phrase.length === 2 && phrase[0].tied) return false;
  return !phrase.some(function (token) { return token.cut || /^(of|for|and|in|to|on|at|or|[0-9].*)$/.test(token.word); });
}

function samePart(left, right) {
  if (left.length > right.length) return samePart(right, left);
  return left === right || (left.length === 1 && right.charAt(0) === left);
}

function isGiven(word) {
  return word.length === 1 || listed(GIVEN_NAMES, word) || PATRONYMIC.test(word);
}

function isSurname(phrase) {
  var last = phrase[phrase.length - 1];
  return last.capital && last.word.length > 1 && phrase.slice(0, -1).every(isParticle);
}

function isParticle(token) {
  return listed(PARTICLES, token.word);
}

// Whether a phrase is a surname with nothing but particles before it.
function addsParticles(typed, surname) {
  var count = typed.length - surname.length;
  if (count < 1 || !typed.slice(0, count).every(isParticle)) return false;
  return wordsOf(typed.slice(count)).join(" ") === wordsOf(surname).join(" ");
}

function addsGivenNames(typed, surname) {
  var count = typed.length - surname.length;
  if (count < 1 || count > TABLES.mostGivenNames || !isName(typed) || !isGiven(typed[0].word)) return false;
  return wordsOf(typed.slice(count)).join(" ") === wordsOf(surname).join(" ");
}
