// Durations of several parts or in words: an hour and a half, 1 hour 30 minutes. The twin of durations.py.
function compareDurations(typed, form, key) {
  var meant = readDuration(form);
  var found = meant && !isCompared(typed + form) ? readDuration(typed) : null;
  if (!found) return null;
  return found.kind === meant.kind && Math.abs(found.value - meant.value) < 1e-6 ? SAME : DIFFERENT;
}

// A duration in seconds or in months; null for anything else.
function readDuration(text) {
  var list = wordsOf(readPhrase(text, true)).map(function (word) { return word === "an" ? "a" : word; });
  var total = null;
  for (var at = 0; at < list.length; ) {
    var amount = amountOf(list.slice(at)), name = amount ? stem(list[at + amount.used] || "") : "";
    if (!has(TABLES.timeUnits, name)) return null;
    var unit = TABLES.timeUnits[name], value = amount.value;
    at += amount.used + 1;
    if (list.slice(at, at + 3).join(" ") === "and a half") {
      value += 0.5;
      at += 3;
    } else if (list[at] === "and") at++;
    if (total && total.kind !== unit[0]) return null;
    total = { kind: unit[0], value: (total ? total.value : 0) + value * unit[1] };
  }
  return total;
}

function amountOf(list) {
  if (list[0] === "half") return { value: 0.5, used: list[1] === "a" ? 2 : 1 };
  if (list[0] === "a") return { value: 1, used: 1 };
  return /^[0-9]+(\.[0-9]+)?$/.test(list[0]) ? { value: Number(list[0]), used: 1 } : null;
}
