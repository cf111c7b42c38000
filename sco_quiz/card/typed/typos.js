// Typos: words that are near enough to the one that is meant, and are no other word. The twin of typos.py.
var LATIN = /^[a-z\u00df-\u024f\u1e00-\u1eff]+$/;

// NEAR when each word of what was typed is a word of the form, typos aside; null if not.
function compareTypos(typed, form, key) {
  var strict = key.strict || [];
  if (strict.indexOf("spelling") >= 0 || strict.indexOf("all") >= 0) return null;
  var exact = codeWords(form), rejected = flat((key.reject || []).map(function (other) { return wordsOf(readPhrase(other)); }));
  var pairs = wordPairs(typed, form, key);
  for (var i = 0; i < pairs.length; i++) {
    var different = pairs[i][0].length === pairs[i][1].length && differentWords(pairs[i][0], pairs[i][1]);
    if (different && different.every(function (pair) {
      return exact.indexOf(pair[1]) < 0 && isTypo(pair[0], pair[1], key, rejected);
    })) {
      return near(describeWords(different, form));
    }
  }
  return null;
}

function differentWords(left, right) {
  return left.map(function (word, at) { return [word, right[at], at]; }).filter(function (pair) {
    return american(pair[0]) !== american(pair[1]) && !sameNumeral(pair[0], pair[1], pair[2]);
  });
}

function list(text) {
  return text ? text.split(" ") : [];
}

// Whether a typed word is the plural or singular of the meant one, or has few enough typos.
function isTypo(typed, meant, key, rejected) {
  if (/\d/.test(typed + meant) || isNumeral(meant)) return false;
  if (sameNoun(typed, meant)) return true;
  var most = allowedTypos(meant);
  var count = countTypos(typed, meant, most);
  var others = list(key.rivals), known = others.concat(list(key.known), rejected);
  if (count > most || known.indexOf(typed) >= 0 || otherPrefix(typed, meant)) return false;
  // of two words that are equally near nobody can tell which was meant
  var rivals = others.filter(function (other) { return countTypos(other, meant, most) <= most; });
  return rivals.concat(rejected).every(function (rival) {
    return singular(american(rival)) === singular(american(meant)) || countTypos(typed, rival, count) > count;
  });
}

// The words of a form that are written as in code, where no letter may differ.
function codeWords(form) {
  var code = new RegExp(TABLES.code);
  return flat((form.match(/\S+/g) || []).filter(function (piece) { return code.test(piece); }).map(function (piece) {
    return letterRuns(fold(piece));
  }));
}

// Whether two words differ in nothing but a prefix, or one of them has none.
function otherPrefix(typed, meant) {
  // "uncluding" is a typo of "including", so that "un" is no prefix like the others
  if ("un" + meant === typed || "un" + typed === meant) return true;
  if (typed.slice(2) === meant.slice(2) && typed[0] !== meant[0] && typed[1] !== meant[1]) {
    return typed[0] !== meant[1] || typed[1] !== meant[0];
  }
  var stems = stemsOf(typed);
  return stemsOf(meant).some(function (each) { return stems.indexOf(each) >= 0; });
}

// A word, and what is left of it without a prefix.
function stemsOf(word) {
  return TABLES.prefixes.split(" ").filter(function (prefix) { return word.indexOf(prefix) === 0; }).map(function (prefix) {
    return word.slice(prefix.length);
  }).concat(word).filter(function (each) { return each.length >= TABLES.leastStem; });
}

function allowedTypos(meant) {
  if (!LATIN.test(meant)) return 1;
  return TABLES.typosFrom.filter(function (length) { return meant.length >= length; }).length;
}

// The number of typos, or any higher than `most` if there are more.
function countTypos(typed, meant, most) {
  if (LATIN.test(meant)) return distance(typed, meant);
  return confused(meant).indexOf(typed) >= 0 ? 1 : most + 1;
}

// How many letters are dropped, added, replaced or swapped with a neighbor: the "optimal string alignment" distance.
function distance(left, right) {
  var before = [], row = [], last;
  for (var j = 0; j <= right.length; j++) row.push(j);
  for (var i = 1; i <= left.length; i++) {
    last = before;
    before = row;
    row = [i];
    for (j = 1; j <= right.length; j++) {
      var same = left[i - 1] === right[j - 1];
      row.push(Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1)));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        row[j] = Math.min(row[j], last[j - 2] + 1);
      }
    }
  }
  return row[right.length];
}

// A word with one letter replaced by its other form, or in longer words by a neighbor on the keyboard.
function confused(word) {
  var found = [];
  for (var i = 0; i < word.length; i++) {
    var others = TABLES.finalForms[word[i]] || "";
    if (word.length >= TABLES.typosFrom[0]) others += TABLES.neighbors[word[i]] || "";
    for (var j = 0; j < others.length; j++) found.push(word.slice(0, i) + others[j] + word.slice(i + 1));
  }
  return found;
}
