// The words of the page in the language of its bank, which its data has; those of questions are in word().
var pageWords = {};

function say(key, values) {
  return filled(pageWords[key], values || {});
}
