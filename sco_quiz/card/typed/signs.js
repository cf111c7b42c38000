// What compares as typed, and which symbols must be there. The twin of signs.py.
var OUTER = /^[\s"'«»“”¿¡]+|[\s"'«»“”.?!]+$/g;
var CODE = new RegExp(
  "[\\\\[\\]{}=]|\\$[A-Za-z_{(]|[" + WORD_CLASS + "]\\((?!e?s\\)|[a-z]+\\)[a-z])|</?[a-z][^<>]*>" +
  "|\"\\s*:|:\\s*\"|;\\s*$|\\(\\)|\\(\\(|\\(\\*|->|::|[" + WORD_CLASS + "]\\.\\.[" + WORD_CLASS + "]|\\?\\.[" + WORD_CLASS + "]|(?:^|\\s)/[" + WORD_CLASS + "]+/[" + WORD_CLASS + "]", "iu");
var INSIDE = new RegExp("([" + WORD_CLASS + "])(?:[-/.:!?]+(?=[" + WORD_CLASS + "])|[.:!?]+(?=\\s|$))", "gu");
var LED = new RegExp("^\\s*([./])(?=[" + WORD_CLASS + "])", "u");
var COUNTS = new RegExp("^[#@%&*/\\\\_\\-.:!?\\p{Sm}\\p{Sc}\\p{So}]$", "u");
var CURRENCY = new RegExp("\\p{Sc}", "u");
var MINUS = new RegExp("(^|[^" + WORD_CLASS + "])(?:minus|negative)(?![" + WORD_CLASS + "])", "gu");
var MATH = new RegExp("\\p{Sm}", "u");
// n!, f'
var POSTFIX = new RegExp("^(?:(?:\\p{L}|\\p{Nd}+|.*\\))!|\\p{L}['\"]+)$", "u");
// n-1, x^2, e^-x: a hyphen is a minus sign, unlike in e-book and B-12
var ALGEBRA = /^(?:[a-z](?![a-z])|[0-9 .()*\/+^-])+$/;
var SOFT = /^[-.\/:!?]+$/;

// SAME for strings that differ in nothing but case, spacing, and how symbols are typed.
function sameLetters(typed, form, key) {
  return whole(typed, lower) === whole(form, lower) ? SAME : null;
}

// SAME for strings that differ in nothing but case, spacing, accents, and how symbols are typed.
function sameText(typed, form, key) {
  return whole(typed) === whole(form) ? SAME : null;
}

// A form of symbols, of an article or of code alone is compared as typed; null for any other form.
function asTyped(typed, form, key) {
  var algebra = isAlgebra(asWritten(form)) && compareAlgebra(typed, form);
  if (algebra) return algebra;
  if (isSymbols(form) || isSymbols(typed)) {
    return sameSymbols(typed, form) || sameSymbols(form, typed) ? SAME : DIFFERENT;
  }
  if (/^(a|an|the)$/.test(whole(form))) return whole(typed) === whole(form) ? SAME : DIFFERENT;
  var code = CODE.test(asWritten(form)) || CODE.test(asWritten(typed));
  if (code) return compareCode(typed, form);
  if (!POSTFIX.test(asWritten(form))) return null;
  return compareCode(asWritten(typed).replace(/"/g, "''"), asWritten(form).replace(/"/g, "''"));
}

// DIFFERENT or NEAR where the symbols differ; null when both have the same ones.
function missingSigns(typed, form, key) {
  var left = signsOf(typed).join(" "), right = signsOf(form).join(" ");
  if (left === right) return null;
  var led = LED.exec(form);
  var sameWords = contentWords(typed).join(" ") === contentWords(form).join(" ");
  if (led && left === signsOf(form.slice(led[0].length)).join(" ") && sameWords) {
    return near(describe("symbol", { symbol: led[1], right: form.trim() }));
  }
  var same = !(left && right) && named(typed) === named(form) && nameless(typed) === nameless(form);
  return same ? SAME : DIFFERENT;
}

function isSymbols(text) {
  return !ALNUM.test(text);
}

// The symbols that must be there, sorted; a short word that a symbol belongs to is part of it.
function signsOf(text) {
  var folded = fold(spelled(text)), word = new RegExp("\\p{Nd}+|[\\p{L}\\p{M}\\p{Nl}\\p{No}]+", "gu");
  var found = [], left = "", end = 0;
  for (var match = word.exec(folded); match; match = word.exec(folded)) {
    found = found.concat(signsBetween(left, folded.slice(end, match.index), match[0]));
    left = match[0];
    end = word.lastIndex;
  }
  return found.concat(signsBetween(left, folded.slice(end), "")).filter(Boolean).sort();
}

function signsBetween(left, gap, right) {
  var found = [], pieces = /\S+/g;
  for (var piece = pieces.exec(gap); piece; piece = pieces.exec(gap)) {
    var core = Array.from(piece[0]).filter(counts).join("");
    var before = piece.index ? "" : left, after = pieces.lastIndex === gap.length ? right : "";
    if (SOFT.test(core)) found.push(softSign(left, before, core, after, right));
    else if (core) {
      var hard = after ? core : core.replace(/[.?!:]+$/, "") || core;
      // "x < 7" is "x<7"
      if (right && !before === !after && /^(?:[<>~]=?|\+\/-|#)$/.test(hard)) {
        before = "";
        after = right;
      }
      found.push(attached(before, hard, after));
    }
  }
  return found;
}

// Symbols that often mean nothing, such as hyphens and points, where they mean something.
function softSign(left, before, core, after, right) {
  var digits = /\d$/.test(left) && /^\d/.test(right);
  if (core === "..." || (/^--+$/.test(core) && !before === !after)) return "";
  if (before && after && core === ".-") core = "-"; // J.-J.
  if (before && after) return core.length > 1 || digits ? core : "";
  if (after || (!left && core === "-" && /^\d/.test(right))) return attached("", core, right);
  if (before) return /-$/.test(core) && (core.length > 1 || before.length < 3 || /\d/.test(before)) ? before + core : "";
  var operator = (core === "-" && left.length === 1 && right.length === 1) || (/^[-:]$/.test(core) && digits);
  return operator || core === "." || core.length > 1 ? core : "";
}

function attached(before, core, after) {
  if (!before === !after || CURRENCY.test(core)) return core;
  var word = before || after, part = word.length > 3 ? "…" : word;
  return before ? part + core : core + part;
}

function counts(character) {
  return COUNTS.test(character);
}

function whole(text, folded) {
  return (folded || fold)(spelled(text)).replace(OUTER, "");
}

// Whether symbols are the same, or the other string is their name.
function sameSymbols(left, right) {
  var symbols = asWritten(spelled(left)).replace(/\s/g, ""), other = asWritten(spelled(right));
  return symbols === other.replace(/\s/g, "") || namesOf(symbols).indexOf(fold(other)) >= 0;
}

function compareCode(typed, form) {
  var left = withoutFreeSpace(typed), right = withoutFreeSpace(form), first = right.charAt(0);
  if (left === right || left.replace(OUTER, "") === right) return SAME;
  var missing = /[.\/]/.test(first) && left === right.slice(1);
  return missing ? near(describe("symbol", { symbol: first, right: form })) : DIFFERENT;
}

function withoutFreeSpace(text) {
  return asWritten(spelled(text)).replace(/\s*(->|=>|::|[=,;(){}\[\]<>|&+*])\s*/g, "$1");
}

function isAlgebra(text) {
  return ALGEBRA.test(text) && /[-^]/.test(text) && /[a-z]/.test(text);
}

// Compare algebra without spaces; null if it differs in more, but has as many minus signs.
function compareAlgebra(typed, form) {
  var pair = [typed, form].map(function (text) {
    text = asWritten(spelled(text)).replace(MINUS, "$1-").replace(/ /g, "");
    return text.replace(/([^\s"'«»“”.?!])[\s"'«»“”.?!]+$/, "$1").replace(/([a-z)])\^(?=[0-9])/g, "$1");
  });
  if (pair[0] === pair[1]) return SAME;
  var minus = pair.map(function (text) { return text.split("-").length + " " + text.split("^-").length; });
  return minus[0] === minus[1] ? null : DIFFERENT;
}

// The mathematical symbols that have no name: without them, "¬p" would be "p".
function nameless(text) {
  return Array.from(asWritten(spelled(text))).filter(function (each) {
    return MATH.test(each) && !namesOf(each).length;
  }).join("");
}

// The words of text with the names of its symbols; a currency may be before or behind its amount.
function named(text) {
  var inside = Array.from(whole(text).replace(INSIDE, "$1 ")).map(function (character) {
    return counts(character) ? " " + (namesOf(character)[0] || character) + " " : character;
  }).join("");
  var found = contentWords(inside).map(function (word) {
    return has(TABLES.symbolWords, word) ? TABLES.symbolWords[word] : word;
  }).join(" ").split(" ");
  return (/\b(dollar|euro|pound)\b/.test(found.join(" ")) ? found.sort() : found).join(" ");
}
