// Brackets: parts of a form that may be missing, and the acronym behind a name. The twin of brackets.py.
var BRACKETS = /\s*[(\[]([^()\[\]]*)[)\]]\s*/;

function keyReadings(form) {
  var match = BRACKETS.exec(form);
  if (!match) return [form];
  var before = form.slice(0, match.index), after = form.slice(match.index + match[0].length);
  var choices = match[1].indexOf("/") >= 0 ? match[1].split("/") : [];
  var inner = choices.map(function (choice) { return before + " " + choice + " " + after; });
  var bare = form.replace(new RegExp(BRACKETS.source, "g"), " ");
  return [bare, form.replace(/[()\[\]]/g, " ")].concat(inner).filter(function (text) { return text.trim(); });
}

function typedReadings(typed, accepted) {
  var match = /^(.*[^\s(\[])\s*[(\[]\s*([^\s()\[\]]{2,8})\s*[)\]]$/.exec(typed.trim());
  if (!match) return [typed];
  var accept = (accepted || []).some(function (form) { return form.toLowerCase() === match[2].toLowerCase(); });
  return accept || abbreviates(match[2], match[1]) ? [match[1], typed] : [typed];
}

function abbreviates(acronym, name) {
  var list = wordsOf(readPhrase(name)), letters = list.join(""), from = 0;
  var found = acronym.toLowerCase().replace(/[^a-z0-9]/g, "").split("");
  if (!found.length || !list.length || list[0].charAt(0) !== found[0]) return false;
  return found.every(function (letter) {
    from = letters.indexOf(letter, from) + 1;
    return from > 0;
  });
}
