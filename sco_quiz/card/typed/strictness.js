// What is strict, and accents: differences that compare as the same are found here once more. The twin of strictness.py.
var LETTER_MARKS = new RegExp("([^])([" + ACCENTS + POINTS + "]*)", "g");
var PUNCTUATION = new RegExp("[^" + WORD_CLASS + "\\s]|_", "gu");

var BREAKS = {
  accents: function (typed, form) { return isChanged(typed, form, lower); },
  case: function (typed, form) { return isChanged(typed, form, inCase); },
  articles: function (typed, form) { return articles(typed) !== articles(form); },
  signs: function (typed, form) { return punctuation(typed) !== punctuation(form); },
  all: function (typed, form) { return asWritten(typed) !== asWritten(form); },
};

var STRICT = { accents: accented, case: capitals };

// Whether what was typed differs from a form in something that is strict. In an almost right answer words differ, so
// that all its accents and capitals are compared with those of the form.
function breaks(typed, form, strict, almost) {
  return strict.some(function (level) {
    return (has(BREAKS, level) && BREAKS[level](typed, form)) ||
      (almost && has(STRICT, level) && STRICT[level](typed) !== STRICT[level](form));
  });
}

function accented(text) {
  var letters = replaced(lower(text), TABLES.strokes).normalize("NFD").match(LETTER_MARKS) || [];
  return letters.filter(function (letter) { return letter.length > 1; }).sort().join(" ");
}

function capitals(text) {
  return inCase(text).split("").filter(function (letter) { return letter !== letter.toLowerCase(); }).sort().join("");
}

// A typed word with an accent that its twin in the form does not have, and the twin; null if there is none.
function extraAccent(typed, form) {
  var twins = letterRuns(lower(form)), found = null;
  letterRuns(lower(typed)).forEach(function (word) {
    var same = twins.filter(function (twin) { return fold(twin) === fold(word); });
    if (!found && same.length && !same.some(function (twin) { return fits(word, twin); })) found = [word, same[0]];
  });
  return found;
}

function fits(word, twin) {
  var meant = marks(twin);
  return marks(word).every(function (mark, index) { return !mark || mark === meant[index]; });
}

function marks(word) {
  return replaced(word, TABLES.strokes).normalize("NFD").match(LETTER_MARKS).map(function (letter) {
    return letter.slice(1);
  });
}

// Whether a typed word is a folded word of the form, but not as it is written there.
function isChanged(typed, form, written) {
  var twins = letterRuns(written(form)), folded = twins.map(fold);
  return letterRuns(written(typed)).some(function (word) {
    return twins.indexOf(word) < 0 && folded.indexOf(fold(word)) >= 0;
  });
}

function inCase(text) {
  return withoutAccents(asWritten(text));
}

function articles(text) {
  return letterRuns(fold(text)).filter(function (word) { return /^(a|an|the)$/.test(word); }).join(" ");
}

function punctuation(text) {
  return (asWritten(text).match(PUNCTUATION) || []).join(" ");
}
