// Text folding: what counts as the same word, number or date. The twin of core/text.py.
var SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
var SMALL_NTH =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" ");
var TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
var TENS_NTH = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(" ");
var SCALES = { thousand: 1e3, million: 1e6, billion: 1e9 };
// An article stands before a word; a capital A within text is the letter.
var ARTICLE = new RegExp(
  "(^[\\s\"'“‘(¿¡]*(?:[Aa][Nn]?|[Tt][Hh][Ee])|([\\s\"'“‘(-])(?:a|[Aa]n|[Tt]he|THE))" +
  "(?=\\s+[\"'“‘(]?(?!(?:and|or|to|is)(?![" + WORD_CLASS + "]))[" + WORD_CLASS + "])", "gu");

function words(text) {
  var folded = fold(text).replace(new RegExp("(^|[^\\p{L}\\d_])((?:\\p{L}\\.)+\\p{L}\\.)", "gu"), function (all, before, initials) {
    return before + initials.replace(/\./g, "");
  });
  folded = folded.replace(new RegExp("([\\p{L}\\d_])'(?=t(?![\\p{L}\\d_])|[^\\p{L}\\d_]|$)", "gu"), "$1");
  folded = folded.replace(new RegExp("([\\p{L}\\d_])'s(?![\\p{L}\\d_])", "gu"), "$1");
  folded = folded.replace(/(\d)[, '](?=\d{3}(?!\d))/g, "$1").replace(/(\d)(?:st|nd|rd|th)(?![a-z\d_])/g, "$1");
  return withDigits(letterRuns(folded));
}

// The runs of letters, with the marks that belong to them, and the numbers of folded text.
function letterRuns(folded) {
  return folded.match(new RegExp("\\d+(?:\\.\\d+)?|[\\p{L}\\p{M}\\p{Nl}\\p{No}]+", "gu")) || [];
}

function contentWords(text) {
  return words(text.replace(ARTICLE, "$2"));
}

function indexIn(word, list, nth) {
  return Math.max(list.indexOf(word), nth.indexOf(word));
}

function withDigits(tokens) {
  var result = [];
  for (var index = 0; index < tokens.length; ) {
    var number = readWords(tokens, index);
    result.push(number.used ? String(number.value) : tokens[index]);
    index += number.used || 1;
  }
  return result;
}

// The number that starts at a token, and how many tokens it takes; `gap` bounds what may still be added.
function readWords(tokens, from) {
  var total = 0, group = 0, gap = 100, used = 0;
  for (var i = from; i < tokens.length; i++) {
    var token = tokens[i];
    var small = indexIn(token, SMALL, SMALL_NTH);
    var ten = indexIn(token, TENS, TENS_NTH);
    if (i === from && small < 0 && ten < 0) break;
    if (small >= 0 && small < Math.min(gap, 20)) { group += small; gap = 0; }
    else if (ten >= 0 && gap === 100) { group += 20 + 10 * ten; gap = 10; }
    else if (/^hundred(th)?$/.test(token) && group > 0 && group < 20) { group *= 100; gap = 100; }
    else if (SCALES[token] && group) { total += group * SCALES[token]; group = 0; gap = 100; }
    else if (token === "and" && gap === 100 && used) continue;
    else break;
    used = i - from + 1;
  }
  return { value: total + group, used: used };
}

function stem(word) {
  var length = word.length;
  if (/ies$/.test(word) && !/[ea]ies$/.test(word) && length > 4) return word.slice(0, -3) + "y";
  if (/es$/.test(word) && !/[aeo]es$/.test(word) && length > 4) return word.slice(0, -1);
  return /s$/.test(word) && !/[us]s$/.test(word) && length > 3 ? word.slice(0, -1) : word;
}
