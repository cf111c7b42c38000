// Number words: "twenty-one", "nine point four six trillion". The twin of number_words.py.
function valueOfWord(word) {
  return TABLES.numberWords.hasOwnProperty(word) ? TABLES.numberWords[word] : null;
}

function partOfWord(word) {
  return TABLES.partWords.hasOwnProperty(word) ? Int(TABLES.partWords[word]) : ZERO;
}

// Each number that lower-case words can start with, as [value, count of words].
function readAmountWords(words) {
  var found = readAmount(words);
  if (!found) return [];
  var end = found[1] - 1;
  // a second is an ordinal and a unit of time
  var alone = words[end] === "second" ? readAmount(words.slice(0, end)) : null;
  return alone ? [found, alone] : [found];
}

function readAmount(words) {
  var found = readPart(words) || readYear(words) || readDecimal(words) || readCardinal(words, true);
  if (!found) return null;
  var value = found[0], end = found[1], lead = 0;
  var part = isWhole(value) ? readAndPart(words.slice(end)) : null;
  if (part) {
    value = plus(value, part[0]);
    end += part[1];
  }
  var tail = words.slice(end);
  if (!isWhole(value)) lead = leadOfScale(tail);
  else if (scaleOf(words[end - 1]) === ZERO && tail[0] !== "dozen") return [value, end];
  var scale = readScales(tail.slice(lead));
  return scale[1] ? [times(value, { n: scale[0], d: ONE }), end + lead + scale[1]] : [value, end];
}

// "half", "a third", "three quarters"
function readPart(words) {
  if (!words.length) return null;
  if (words[0] === "half" || words[0] === "quarter") return [ratio(ONE, partOfWord(words[0])), 1];
  var count = [integer(1), 1];
  if (words[0] !== "a" && words[0] !== "an") count = readCardinal(words, false) || count;
  var part = words[count[1]] || "";
  var singular = part === "halves" ? "half" : part.replace(/s$/, "");
  if (!partOfWord(singular) || (singular === part) !== isSame(count[0], integer(1)) || partOfWord(words[0])) return null;
  return [over(count[0], { n: partOfWord(singular), d: ONE }), count[1] + 1];
}

function readAndPart(words) {
  var part = words[0] === "and" ? readPart(words.slice(1)) : null;
  return part && [part[0], part[1] + 1];
}

function leadOfScale(words) {
  if (words[0] === "of" && words[1] === "a" && scaleOf(words[2])) return 2;
  return words[0] === "a" && scaleOf(words[1]) ? 1 : 0;
}

function readScales(words) {
  var value = ONE, end = 0;
  for (var scale = scaleOf(words[0]); scale; scale = scaleOf(words[end])) {
    value *= scale;
    end++;
  }
  return [value, end];
}

function scaleOf(word) {
  var table = TABLES.scaleWords, name = word || "";
  if (!table.hasOwnProperty(name)) name = name.replace(/s$/, "");
  return table.hasOwnProperty(name) ? Int(table[name]) : ZERO;
}

// "nineteen eighty-four"; "one twenty" is two numbers
function readYear(words) {
  var century = words.length && TABLES.centuryWords.indexOf(words[0]) >= 0 ? valueOfWord(words[0]) : 0;
  var rest = century ? readCardinal(words.slice(1), true) : null;
  if (!rest || rest[0].n < TEN || rest[0].n > Int(99)) return null;
  return [plus(integer(100 * century), rest[0]), rest[1] + 1];
}

// "nine point four six", "point five"
function readDecimal(words) {
  var whole = words[0] === "point" ? [integer(0), 0] : readCardinal(words, false);
  if (!whole || words[whole[1]] !== "point") return null;
  var value = whole[0], end = whole[1] + 1;
  for (var unit = ratio(ONE, TEN); TABLES.digitWords.indexOf(words[end]) >= 0; unit = over(unit, integer(10))) {
    value = plus(value, times(unit, integer(valueOfWord(words[end]))));
    end++;
  }
  return end > whole[1] + 1 ? [value, end] : null;
}

// A whole number, scales from the largest down.
function readCardinal(words, ordinals) {
  var sum = { total: ZERO, group: ZERO, empty: true, room: Int(100), limit: tenTo(36) }, end = 0;
  for (var i = 0; i < words.length; i++) {
    // counts only if more follows
    if (words[i] === "and" && sum.room === Int(100) && end && !readPart(words.slice(i + 1))) continue;
    if (!addWord(sum, words[i], words[i + 1], ordinals)) break;
    end = i + 1;
  }
  return end ? [{ n: sum.total + sum.group, d: ONE }, end] : null;
}

// False when a word does not continue the number.
function addWord(sum, word, next, ordinals) {
  if (!ordinals && (partOfWord(word) || word === "first" || word === "second")) return false;
  var value = (word === "a" || word === "an") && sum.empty && scaleOf(next) ? 1 : valueOfWord(word);
  if (value === null) return multiplyBy(sum, scaleOf(word.replace(/th$/, "")));
  if (Int(value) >= sum.room || !(value || sum.empty)) return false;
  sum.group += Int(value);
  sum.room = value >= 20 ? TEN : ZERO;
  sum.empty = false;
  return true;
}

function multiplyBy(sum, scale) {
  var hundred = Int(100), group = sum.group || (sum.empty ? ONE : ZERO);
  if (scale === hundred && group > ZERO && group < hundred) {
    sum.group = group * hundred;
    sum.room = hundred;
  } else if (scale > hundred && scale < sum.limit && group) {
    sum.total += group * scale;
    sum.group = ZERO;
    sum.room = hundred;
    sum.limit = scale;
  } else return false;
  sum.empty = false;
  return true;
}
