// Phrases: a text as words that are the same for any article, abbreviation, spelling or number. The twin of phrases.py.
var WORD_CHARACTER = "[^\\s0-9!-/:-@\\[-`{-~\\u00a1-\\u00b4\\u00b6-\\u00bf\\u2000-\\u206f\\u3000-\\u303f]";
var POSSESSIVE = new RegExp("'(?:s(?!" + WORD_CHARACTER + "))?", "gi");
var DECADE = new RegExp("([0-9]0)'s(?!" + WORD_CHARACTER + ")", "gi");
var TOKEN = new RegExp("[0-9]+(?:\\.[0-9]+)?(?:(?:st|nd|rd|th)(?![a-z]))?|[,;/|>]|&|" + WORD_CHARACTER + "+", "gi");

// co-operate, A-level, text.size; but not U.S. and St.
var TIE = new RegExp("^(?:[-_:/][\\p{L}\\p{N}]|\\.[\\p{L}\\p{N}]{2})", "u");
var INITIAL = new RegExp("^\\.\\p{L}(?![\\p{L}\\p{N}])", "u");

function readPhrase(text, articles, spelling) {
  var tokens = withoutLeadIn(withAliases(tokensOf(prepared(text))));
  tokens = withNumbers(articles ? tokens : withoutArticles(tokens));
  return tokens.map(function (token, at) {
    var word = expanded(token, at, tokens.length);
    return { word: spelling ? word : american(word), capital: token.capital, cut: token.cut, tied: token.tied };
  });
}

function wordsOf(phrase) {
  return phrase.map(function (token) { return token.word; });
}

function joined(list) {
  return list.reduce(function (text, word) {
    return text + (/[0-9]$/.test(text) && /^[0-9]/.test(word) ? " " : "") + word;
  }, "");
}

function prepared(text) {
  text = asWritten(text).replace(DECADE, "$1s").replace(POSSESSIVE, "").replace(/([0-9])[, '](?=[0-9]{3}(?![0-9]))/g, "$1");
  text = text.replace(/([0-9]{2})([0-9]{2}) ?- ?([0-9]{2})(?![0-9])/g, "$1$2 to $1$3");
  return text.replace(/([0-9]) ?- ?(?=[0-9])/g, "$1 to ");
}

function tokensOf(text) {
  var tokens = [], next = new RegExp(TOKEN.source, "gi");
  for (var match = next.exec(text); match; match = next.exec(text)) {
    var part = match[0];
    if (/^[,;\/|>]$/.test(part)) {
      if (tokens.length) tokens[tokens.length - 1].cut = true;
    } else {
      var first = part.charAt(0), word = fold(part);
      // an accent alone is not a word
      var tied = TIE.test(text.slice(next.lastIndex));
      var initial = INITIAL.test(text.slice(next.lastIndex));
      if (word) tokens.push({ word: word, capital: first !== first.toLowerCase(), cut: false, tied: tied, initial: initial });
    }
  }
  return tokens;
}

function anyCut(phrase) {
  return phrase.some(function (token) { return token.cut; });
}

function withAliases(tokens) {
  var result = [];
  for (var at = 0; at < tokens.length; ) {
    var used = 0;
    for (var length = Math.min(4, tokens.length - at); length && !used; length--) {
      var part = tokens.slice(at, at + length);
      var name = wordsOf(part).join(" ");
      if (!has(TABLES.aliases, name) || anyCut(part.slice(0, -1))) continue;
      used = length;
      TABLES.aliases[name].split(" ").forEach(function (word) {
        result.push({ word: word, capital: part[0].capital, cut: false, tied: false });
      });
      result[result.length - 1].cut = part[length - 1].cut;
      result[result.length - 1].tied = part[length - 1].tied;
    }
    if (!used) result.push(tokens[at]);
    at += used || 1;
  }
  return result;
}

function withoutLeadIn(tokens) {
  for (var i = 0; i < TABLES.leadIns.length; i++) {
    var count = TABLES.leadIns[i].split(" ").length;
    if (tokens.length > count && wordsOf(tokens.slice(0, count)).join(" ") === TABLES.leadIns[i]) return tokens.slice(count);
  }
  return tokens;
}

function withoutArticles(tokens) {
  var kept = tokens.filter(function (token, at) {
    // in a.m. it is a letter
    var isLetter = token.word === "a" && (token.initial || (token.capital && at > 0));
    return at === tokens.length - 1 || token.cut || isLetter || !/^(a|an|the)$/.test(token.word);
  });
  return kept.length ? kept : tokens;
}

function withNumbers(tokens) {
  var list = wordsOf(tokens), result = [];
  for (var at = 0; at < tokens.length; ) {
    var number = readWords(list, at);
    var before = result.length ? result[result.length - 1].word : "";
    if (number.used && !(list[at] === "second" && /^[0-9]+$/.test(before))) {
      var last = tokens[at + number.used - 1];
      var point = /(?:th|first|second|third)$/.test(last.word) ? "." : "";
      result.push({ word: number.value + point, capital: false, cut: last.cut, tied: last.tied });
      at += number.used;
    } else {
      var word = list[at].replace(/^([0-9]+)(?:st|nd|rd|th)$/, "$1.");
      result.push({ word: word, capital: tokens[at].capital, cut: tokens[at].cut, tied: tokens[at].tied });
      at++;
    }
  }
  return result;
}

function expanded(token, at, length) {
  var word = token.word;
  // co-operate, min-max; but St-Denis
  if (token.tied && word !== "st") return word;
  if (word === "st" && at > 0 && at === length - 1) return "street";
  if ((word === "ft" && at > 0) || (word === "co" && at === 0)) return word;
  if (at < length - 1 && has(TABLES.titleAbbreviations, word)) return TABLES.titleAbbreviations[word];
  return has(TABLES.abbreviations, word) ? TABLES.abbreviations[word] : word;
}
