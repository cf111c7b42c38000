// The words of the card in the language of its bank. The twin of core/words/language.py.
var language = 0;

// Chooses the language of a tag such as pt-BR; English for one that has no words here.
function speak(tag) {
  language = Math.max(TABLES.languages.indexOf((tag || "").split("-")[0].toLowerCase()), 0);
}

function pluralForm(n) {
  var code = TABLES.languages[language], last = n % 10, teen = n % 100 > 10 && n % 100 < 15;
  if (code === "ru") return last === 1 && !teen ? 0 : last > 1 && last < 5 && !teen ? 1 : 2;
  return n === 1 || (n === 0 && code === "fr") ? 0 : 1;
}

// A word or sentence, filled with values; `n` chooses among its plural forms.
function word(key, values) {
  return filled(TABLES.words[key][language], values);
}

function filled(text, values) {
  var forms = text.split("|");
  var form = forms.length > 1 ? forms[pluralForm(values.n)] : forms[0];
  return form.replace(/\{(\w+)\}/g, function (all, name) {
    return values[name];
  });
}

// The labels of the template, which are English without scripts.
function translateLabels(root) {
  Array.prototype.forEach.call(root.querySelectorAll("[data-word]"), function (label) {
    label.textContent = word(label.getAttribute("data-word"));
  });
}
