// The page's data, and its words in the language of the bank; word() has those of questions.
var PAGE = {};

function say(key, values) {
  return filled(PAGE.words[key], values || {});
}
