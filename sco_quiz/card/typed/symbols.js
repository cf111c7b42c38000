// Symbols and their names: π is pi, & is and, ² is 2. The twin of symbols.py.
var ALNUM = new RegExp("[\\p{L}\\p{N}]", "u");
var SUPERSCRIPT = "⁰¹²³⁴-⁹";
var POWER = new RegExp("([0-9])([" + SUPERSCRIPT + "]+)(?![⁺⁻" + SUPERSCRIPT + "])|(⁻[" + SUPERSCRIPT + "]+)", "g");
var CHARGE = new RegExp("\\^(?=\\d*[+-](?![" + WORD_CLASS + "]))|([\\p{L}\\p{M}])\\^(?=\\d)", "gu");
var AND = new RegExp("([" + WORD_CLASS + "])\\s*&\\s*(?=[" + WORD_CLASS + "])", "gu");
var PERCENT = new RegExp("(\\d)\\s*%(?![" + WORD_CLASS + "])", "gu");
var DEGREE = new RegExp("°(?=\\s*[CFKcfk](?![" + WORD_CLASS + "]))|(°)", "gu");
var RANGE = /(\d)\s*(?:\b(?:to|until|through)\b)\s*(?=\d)/gi;
var FROM = new RegExp("(^|[^" + WORD_CLASS + "])from\\s+(?=\\d+\\s*[-–]\\s*\\d)", "giu");
var BETWEEN = new RegExp("(^|[^" + WORD_CLASS + "])between\\s+(\\d+)\\s+and\\s+(?=\\d)", "giu");
// a letter by itself, not one of a word
var GREEK_LETTER = /(^|[^\u0300-\u036f\u0370-\u03ff\u1f00-\u1fff])([α-ωΑ-Ω])(?![\u0300-\u036f\u0370-\u03ff\u1f00-\u1fff])/g;

// Text with the names of symbols that have one beside words, and powers with a caret.
function spelled(text) {
  text = text.replace(/([0-9])(?=[¼-¾⅐-⅞])/g, "$1 ").replace(POWER, function (all, digit, raised, negative) {
    return (digit || "") + "^" + (raised || negative).normalize("NFKC").replace("−", "-");
  });
  text = replaced(text.replace(CHARGE, "$1"), TABLES.typedAs);
  text = text.replace(/(\S)(?:\s*[™®©℠])+/g, "$1").replace(/(\d)\s*x\s*(?=\d)/gi, "$1*").replace(RANGE, "$1-");
  text = text.replace(BETWEEN, "$1$2-").replace(FROM, "$1");
  text = text.replace(GREEK_LETTER, function (all, before, letter, index, whole) {
    var name = TABLES.greek[letter.toLowerCase().charCodeAt(0) - 945];
    var after = whole.charAt(index + all.length);
    return before + (ALNUM.test(before) ? " " : "") + name + (ALNUM.test(after) ? " " : "");
  });
  text = text.replace(PERCENT, "$1 percent").replace(DEGREE, function (all, alone) {
    return alone ? " degree " : " ";
  });
  return text.replace(AND, "$1 and ").trim().replace(/\s+/g, " ");
}

// Whether a text has a symbol that makes more of a date or a duration: "> 1989", "< 24 hours".
function isCompared(text) {
  return /[<>=≠≤≥¬±+*&%#$^|]/.test(text);
}

// What symbols that stand alone are called; the names of each symbol where several have no name.
function namesOf(symbols) {
  var each = Array.from(symbols), names = TABLES.symbolNames;
  var named = each.every(function (symbol) { return has(names, symbol); });
  if (has(names, symbols) || !named) return has(names, symbols) ? names[symbols] : [];
  return [each.map(function (symbol) { return names[symbol][0]; }).join(" ")];
}
