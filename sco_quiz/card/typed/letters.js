// Letters: one form for each, however it was typed; which of their marks may be left out. The twin of core/letters.py.
var WORD_CLASS = "\\p{L}\\p{M}\\p{N}_";
var ACCENTS = "\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff";
var POINTS = "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u0652\\u0670";
var UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
var LETTER_ACCENTS = new RegExp("([A-Za-z\\u00c0-\\u02af\\u0370-\\u03ff]|^|\\s)[" + ACCENTS + "]+", "g");
var LOOSE_POINTS = new RegExp("([\\u0400-\\u04ff])[\\u0300\\u0301]|[" + POINTS + "]", "g");

// Text with some of its characters replaced by those of a table.
function replaced(text, table) {
  return text.replace(/[^]/g, function (character) {
    return has(table, character) ? table[character] : character;
  });
}

function has(table, name) {
  return Object.prototype.hasOwnProperty.call(table, name);
}

// Text with one form for each character; case and accents stay.
function asWritten(text) {
  text = replaced(text, TABLES.characters).replace(UNSEEN, "").normalize("NFKC");
  return replaced(text, TABLES.characters).trim().replace(/\s+/g, " ");
}

// Text with vowels such as ü as they are written without them.
function writtenOut(text) {
  return replaced(asWritten(text), TABLES.writtenOut);
}

function lower(text) {
  return TABLES.joined.reduce(function (folded, pair) {
    return folded.split(pair[0]).join(pair[1]);
  }, asWritten(text).toLowerCase());
}

function withoutAccents(text) {
  var bare = replaced(text, TABLES.strokes).normalize("NFD").replace(LETTER_ACCENTS, "$1");
  return bare.normalize("NFC").replace(LOOSE_POINTS, "$1");
}

function fold(text) {
  return withoutAccents(lower(text));
}
