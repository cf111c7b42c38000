// Other forms of the same words, of which each rule forgives only what it names. The twin of forms.py.
function compareForms(typed, form, key) {
  var strict = key.strict || [], spelling = strict.indexOf("spelling") >= 0;
  if (strict.indexOf("all") >= 0) return null;
  var pairs = readings(typed, form, key, spelling);
  if (pairs.some(function (pair) { return sameForms(pair[0], pair[1], key, spelling); })) return SAME;
  var turned = function (pair) { return turns(pair[0], pair[1]) || otherNumeral(pair[0], pair[1]); };
  if (pairs.length && pairs.every(turned)) return DIFFERENT;
  return pairs.some(function (pair) { return otherOrder(pair[0], pair[1]); }) ? near(describe("order", {})) : null;
}

// The words of both strings as they are spelled, in each of their readings, without what may be around.
// Hyphens that were typed join words where the form has fewer: "anti-terorism" is one word.
function wordPairs(typed, form, key) {
  var pairs = readings(typed, form, key, true).filter(function (pair) { return !turns(pair[0], pair[1]); });
  var cut = pairs.map(function (pair) { return pairsOf(cores(pair[0]), cores(pair[1])); });
  return flat(cut).filter(function (pair) { return cutsFit(pair[0], pair[1]); }).map(function (pair) {
    var words = wordsOf(pair[0].phrase), meant = wordsOf(pair[1].phrase);
    return [words.length <= meant.length ? words : tiedWords(pair[0].phrase, ""), meant];
  });
}

// Each reading of what was typed with each of the form.
function readings(typed, form, key, spelling) {
  var articles = (key.strict || []).indexOf("articles") >= 0;
  var read = function (text) { return readPhrase(text, articles, spelling); };
  var withVowels = !spelling && (key.strict || []).indexOf("accents") < 0;
  var mine = flat(spellingsOf(typed, withVowels).map(function (each) { return typedReadings(each, key.accept); }));
  var theirs = flat(spellingsOf(form, withVowels).map(keyReadings));
  return pairsOf(mine.map(read), theirs.map(read)).filter(function (pair) {
    return pair[0].length && pair[1].length;
  });
}

// A text, and if need be with vowels as in ue for ü.
function spellingsOf(text, withVowels) {
  var out = withVowels ? writtenOut(text) : text;
  return out === text || out === asWritten(text) ? [text] : [text, out];
}

function pairsOf(left, right) {
  return left.reduce(function (pairs, one) {
    return pairs.concat(right.map(function (other) { return [one, other]; }));
  }, []);
}

function turns(typed, meant) {
  var turning = function (phrase) {
    return wordsOf(phrase).filter(function (word) { return TABLES.turning.split(" ").indexOf(word) >= 0; }).join(" ");
  };
  return turning(typed) !== turning(meant);
}

function otherNumeral(typed, meant) {
  return typed.length === meant.length && typed.some(function (token, at) {
    var one = token.word, other = meant[at].word;
    return one !== other && isNumeral(one) && isNumeral(other) && !sameNumeral(one, other, at);
  });
}

function sameForms(typed, meant, key, spelling) {
  if (turns(typed, meant)) return false;
  return pairsOf(cores(typed), cores(meant)).some(function (pair) {
    if (!cutsFit(pair[0], pair[1])) return false;
    return samePhrases(pair[0].phrase, pair[1].phrase, spelling) || samePerson(pair[0].phrase, pair[1], key);
  });
}

// A phrase as it is, and without what may be around an answer.
function cores(phrase) {
  return flat(flat(withoutTail({ phrase: phrase, preposition: "", title: [], tail: "" }).map(withoutPreposition)).map(untitled));
}

function flat(lists) {
  return [].concat.apply([], lists);
}

function withoutTail(core) {
  var phrase = core.phrase, cut = 0;
  while (cut < phrase.length - 1 && !phrase[cut].cut) cut++;
  cut++;
  if (cut >= phrase.length) return [core];
  var place = wordsOf(phrase.slice(0, cut)).join(" "), rest = phrase.slice(cut);
  var tail = wordsOf(rest).join(" ");
  var follows = mayFollow(tail, place) || splitMembers(rest).every(function (part) { return mayFollow(part, place); });
  return follows ? [core, { phrase: phrase.slice(0, cut), preposition: "", title: [], tail: tail }] : [core];
}

function withoutPreposition(core) {
  var first = core.phrase[0], rest = core.phrase.slice(1);
  if (!rest.length || first.cut) return [core];
  if (TABLES.adverbs.split(" ").indexOf(rest[0].word) >= 0) return [core];
  var allowed = /^[0-9]/.test(rest[0].word) ? TABLES.prepositionsOfTime : TABLES.prepositions;
  if (allowed.split(" ").indexOf(first.word) < 0) return [core];
  return [core, { phrase: rest, preposition: first.word, title: [], tail: core.tail }];
}

function untitled(core) {
  var length = titleLength(core.phrase);
  if (!length) return [core];
  var title = wordsOf(core.phrase.slice(0, length));
  return [core, { phrase: core.phrase.slice(length), preposition: core.preposition, title: title, tail: core.tail }];
}

function cutsFit(typed, meant) {
  var fits = function (mine, theirs) { return !mine || !theirs || mine === theirs; };
  var titles = fits(typed.title.join(" "), meant.title.join(" "));
  if (!titles || !fits(typed.preposition, meant.preposition) || !fits(typed.tail, meant.tail)) return false;
  if (!meant.title.length === !typed.title.length) return true;
  // an emperor penguin is no other penguin with a title
  if (!meant.phrase.some(function (token) { return token.capital; })) return false;
  return !(meant.title.length ? needsTitle(meant.title, meant.phrase) : isPlace(meant.phrase));
}

function isPlace(phrase) {
  var name = wordsOf(phrase).join(" ");
  return isCountry(name) || isState(name);
}

function samePhrases(typed, meant, spelling) {
  var left = wordsOf(typed), right = wordsOf(meant);
  if (joined(left) === joined(right) || sameList(left, right) || sameMembers(typed, meant)) return true;
  if (ordinalFirst(left, right) || ordinalFirst(right, left)) return true;
  return !spelling && sameList(left.slice(0, -1), right.slice(0, -1)) && samePlural(typed, meant);
}

function sameList(left, right) {
  return left.length === right.length && left.every(function (word, at) {
    return word === right[at] || sameNumeral(word, right[at], at);
  });
}

function ordinalFirst(left, right) {
  var rest = left.slice(1);
  return /\.$/.test(left[0]) && rest.length > 0 && !rest.some(isNumeral) && sameList(rest.concat(left[0]), right);
}

function samePlural(typed, meant) {
  var one = typed[typed.length - 1].word, last = meant[meant.length - 1];
  if (!sameNoun(one, last.word) || !sameSense(one, last.word) || isNumeral(one)) return false;
  return !last.capital || !(meant.length > 1 || isGiven(stem(one)) || isPlace(meant));
}

function samePerson(typed, core, key) {
  var meant = core.phrase;
  if (sameName(typed, meant)) return !namesIn(key.accept).some(function (name) { return otherMiddle(typed, name); });
  if (core.title.length || core.preposition || !isSurname(meant) || isPlace(meant)) return false;
  if (addsParticles(typed, meant)) {
    return namesIn(key.accept).some(function (name) { return wordsOf(name.slice(-typed.length)).join(" ") === wordsOf(typed).join(" "); });
  }
  return addsGivenNames(typed, meant) && !namesIn(key.accept).some(function (name) { return isFullName(name, meant); });
}

// What may be names in the forms, without titles.
function namesIn(accepted) {
  var phrases = flat((accepted || []).map(keyReadings)).map(function (text) { return readPhrase(text); });
  return phrases.filter(function (phrase) { return phrase.length; }).map(function (phrase) { return cores(phrase).pop().phrase; });
}

// Whether a name has given names beside a surname: then no other given name is right.
function isFullName(name, surname) {
  var count = surname.length, last = wordsOf(surname).join(" ");
  if (name.length <= count) return false;
  return wordsOf(name.slice(-count)).join(" ") === last || (wordsOf(name.slice(0, count)).join(" ") === last && isGiven(name[count].word));
}
