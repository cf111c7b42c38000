// Typed answers, judged as the quiz judges them, though with one slip per word at most.
var SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
var SMALL_NTH =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" ");
var TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
var TENS_NTH = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(" ");
var SCALES = { thousand: 1e3, million: 1e6, billion: 1e9 };
var MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
var LONG_MONTHS = "january february march april may june july august september october november december".split(" ");
var LETTERS = { "ß": "ss", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe" };

function fold(text) {
  text = text.normalize("NFKC").toLowerCase();
  text = text.replace(/[‘’‚‛ʼ′`´]/g, "'").replace(/[“”„‟″«»]/g, '"').replace(/[‐‑‒–—―−]/g, "-");
  text = text.replace(/[ßıøłđæœ]/g, function (letter) {
    return LETTERS[letter];
  });
  text = text.normalize("NFKD").replace(new RegExp("\\p{Mn}", "gu"), "").normalize("NFC");
  return text.trim().replace(/\s+/g, " ");
}

function words(text) {
  var folded = fold(text).replace(new RegExp("(^|[^\\p{L}\\d_])((?:\\p{L}\\.)+\\p{L}\\.)", "gu"), function (all, before, initials) {
    return before + initials.replace(/\./g, "");
  });
  folded = folded.replace(new RegExp("([\\p{L}\\d_])'(?=t(?![\\p{L}\\d_])|[^\\p{L}\\d_]|$)", "gu"), "$1");
  folded = folded.replace(new RegExp("([\\p{L}\\d_])'s(?![\\p{L}\\d_])", "gu"), "$1");
  folded = folded.replace(/(\d)[, '](?=\d{3}(?!\d))/g, "$1").replace(/(\d)(?:st|nd|rd|th)(?![a-z\d_])/g, "$1");
  return withDigits(folded.match(new RegExp("\\d+(?:\\.\\d+)?|\\p{L}+", "gu")) || []);
}

function contentWords(text) {
  return words(text).filter(function (word) {
    return !/^(a|an|the)$/.test(word);
  });
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

// A written date as year-month-day with 0 for what is not said, or "".
function readDate(text) {
  var iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(fold(text));
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])].join("-");
  var tokens = contentWords(text).filter(function (word) {
    return !/^(of|on|in)$/.test(word);
  });
  var month = 0, year = 0, day = 0, unread = 0;
  tokens.forEach(function (token) {
    var found = token === "sept" ? 8 : indexIn(token, MONTHS, LONG_MONTHS);
    if (found >= 0 && !month) month = found + 1;
    else if (/^\d{4}$/.test(token) && Number(token) >= 1000 && !year) year = Number(token);
    else if (/^\d{1,4}$/.test(token) && token > 0 && token < 32 && !day) day = Number(token);
    else unread++;
  });
  return month && !unread && tokens.length > 1 ? [year, month, day].join("-") : "";
}

function stem(word) {
  var length = word.length;
  if (/ies$/.test(word) && !/[ea]ies$/.test(word) && length > 4) return word.slice(0, -3) + "y";
  if (/es$/.test(word) && !/[aeo]es$/.test(word) && length > 4) return word.slice(0, -1);
  return /s$/.test(word) && !/[us]s$/.test(word) && length > 3 ? word.slice(0, -1) : word;
}

// Whether one letter dropped, added, replaced or swapped with its neighbour makes one word of the other.
function oneSlip(left, right) {
  if (left.length > right.length) return oneSlip(right, left);
  var i = 0;
  while (i < left.length && left[i] === right[i]) i++;
  if (right.length - left.length === 1) return left.slice(i) === right.slice(i + 1);
  if (right.length !== left.length) return false;
  var swapped = left[i] === right[i + 1] && left[i + 1] === right[i] && left.slice(i + 2) === right.slice(i + 2);
  return swapped || left.slice(i + 1) === right.slice(i + 1);
}

function sameWords(typed, form) {
  var joined = typed.words.join("");
  if (typed.words.join(" ") === form.words.join(" ")) return true;
  if (joined === form.words.join("") && !/\d/.test(joined)) return true;
  return !!typed.date && typed.date === form.date;
}

function near(typed, form, rivals) {
  if (typed.length !== form.length) return false;
  if (typed.slice().sort().join(" ") === form.slice().sort().join(" ")) return true;
  return typed.every(function (word, index) {
    var meant = form[index];
    if (word === meant) return true;
    if (/\d/.test(word + meant) || meant.length < 4) return false;
    if (stem(word) === stem(meant)) return true;
    return oneSlip(word, meant) && !rivals.some(function (rival) {
      return rival === word || (stem(rival) !== stem(meant) && oneSlip(word, rival));
    });
  });
}

function data(card, name) {
  return Array.prototype.slice.call(card.root.querySelectorAll(".key [data-f=" + name + "]"));
}

function forms(card, name) {
  return data(card, name).map(function (element) {
    return { words: element.textContent.split(" "), date: element.getAttribute("data-date") || "" };
  });
}

function judgeWords(card, text) {
  var typed = { words: contentWords(text), date: readDate(text) };
  var accepted = forms(card, "accept"), rejected = forms(card, "reject");
  var match = function (form) { return sameWords(typed, form); };
  if (!typed.words.length) return show(card, "wrong", "✗ Not right");
  if (accepted.some(match)) return show(card, "right", "✓ Right");
  var refused = rejected.map(match).indexOf(true);
  if (refused >= 0) return noteOn(card, show(card, "wrong", "✗ Not right"), String(refused));
  var known = data(card, "known").map(function (element) { return element.textContent; }).join(" ").split(" ");
  var rivals = [].concat.apply(known, rejected.map(function (form) { return form.words; }));
  var almost = accepted.some(function (form) { return near(typed.words, form.words, rivals); });
  return almost ? show(card, "part", "≈ Almost: look at the spelling") : show(card, "wrong", "✗ Not the expected words");
}

function judgeNumber(card, text) {
  var tokens = contentWords(text).filter(function (word) { return !/^(about|and)$/.test(word); });
  var value = Number(tokens[0]), unit = data(card, "unit")[0];
  while (SCALES[tokens[1]]) value *= SCALES[tokens.splice(1, 1)[0]];
  if (/^-/.test(fold(text))) value = -value;
  var meant = Number(data(card, "value")[0].textContent);
  var tolerance = Number(data(card, "tolerance")[0].textContent) + 1e-9 * Math.max(1, Math.abs(meant));
  if (!/^\d/.test(tokens[0] || "") || Math.abs(value - meant) > tolerance) return show(card, "wrong", "✗ Not right");
  var rest = tokens.slice(1).map(stem);
  var units = unit ? unit.textContent.split(" ") : [];
  var fits = !rest.length || !units.length || rest.some(function (word) { return units.indexOf(word) >= 0; });
  return fits ? show(card, "right", "✓ Right") : show(card, "part", "≈ Right number, other unit");
}

// What was typed, read back from Anki's comparison; "" when nothing was, or typing is switched off.
function typedText(card) {
  var code = card.root.querySelector("code#typeans");
  var text = "", spans = 0;
  for (var node = code && code.firstChild; node && node.nodeName !== "BR"; node = node.nextSibling) {
    if (node.nodeName !== "SPAN") continue;
    spans++;
    if (!node.classList.contains("typeMissed")) text += node.textContent;
  }
  return spans ? text : "";
}

function judgeTyped(card) {
  var text = typedText(card);
  if (text.trim()) (card.kind === "numeric" ? judgeNumber : judgeWords)(card, text);
}
