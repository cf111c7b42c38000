// What keeps an almost right answer from being right, as sentences for learners. The twin of differences.py.
function describe(kind, parts) {
  return word("typed_" + kind, parts);
}

// How each folded word differs from that of a form.
function describeWords(pairs, form) {
  return pairs.map(function (pair) { return describeLetters(pair[0], pair[1], form); }).join(word("semicolon"));
}

// Which letters differ in a typed word from the meant one, a folded word of the form. Case never differs.
function describeLetters(typed, meant, form, kind) {
  var word = wordOf(meant, form);
  var at = differing(typed, meant);
  var right = (word.length === meant.length ? word : meant).slice(at.start, meant.length - at.tail);
  return describe(kind || "letters", { word: word, right: right, typed: cased(typed.slice(at.start, typed.length - at.tail), right) });
}

// A folded or lower-case word as its author wrote it.
function wordOf(meant, form) {
  var parts = form.match(/[^\s\-‐‑‒–—―−\/]+/g) || [];
  for (var i = 0; i < parts.length; i++) {
    var written = parts[i].replace(/^[()[\]{}.,;:!?'"“”‘’«»]+|[()[\]{}.,;:!?'"“”‘’«»]+$/g, "");
    if (lower(written) === meant || wordsOf(readPhrase(parts[i], false, true)).join(" ") === meant) return written;
  }
  return meant;
}

// How many letters are the same at the start and at the end.
function differing(typed, meant) {
  var start = 0, tail = 0, shorter = Math.min(typed.length, meant.length);
  while (start < shorter && typed[start] === meant[start]) start++;
  while (tail < shorter - start && typed[typed.length - 1 - tail] === meant[meant.length - 1 - tail]) tail++;
  // letters around them, until both stretches exist and occur only once
  while (!isClear(typed, start, tail) || !isClear(meant, start, tail)) {
    if (start) start--;
    else if (tail) tail--;
    else break;
  }
  return { start: start, tail: tail };
}

function isClear(word, start, tail) {
  var stretch = word.slice(start, word.length - tail);
  return !!stretch && word.indexOf(stretch, word.indexOf(stretch) + 1) < 0;
}

// Typed letters with the case of the right ones.
function cased(typed, right) {
  var upper = right.toUpperCase();
  if (right.length > 1 && right === upper && right !== right.toLowerCase()) return typed.toUpperCase();
  var first = right.charAt(0);
  var rest = first !== first.toLowerCase() ? typed.charAt(0).toUpperCase() + typed.slice(1).toLowerCase() : "";
  return rest || typed.toLowerCase();
}
