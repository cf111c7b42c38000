// Typos: words that are near enough to the one that is meant, and are no other word. The twin of typos.py.
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

function isTypo(word, meant, rivals) {
  if (word === meant) return true;
  if (/\d/.test(word + meant) || meant.length < 4) return false;
  if (stem(word) === stem(meant)) return true;
  return oneSlip(word, meant) && !rivals.some(function (rival) {
    return rival === word || (stem(rival) !== stem(meant) && oneSlip(word, rival));
  });
}

// NEAR when each word of a text is a word of the form with few enough slips; null for any other text.
function compareTypos(typed, form, key) {
  var left = contentWords(typed), right = contentWords(form);
  if (!left.length || left.length !== right.length) return null;
  var rivals = key.known ? key.known.split(" ") : [];
  (key.reject || []).forEach(function (rejected) { rivals = rivals.concat(contentWords(rejected)); });
  var found = left.every(function (word, index) { return isTypo(word, right[index], rivals); });
  return found ? near("look at the spelling") : null;
}
