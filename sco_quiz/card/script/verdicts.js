// Marks on items, notes beside them, and the verdict above.
function mark(item, isRight, text, answer) {
  item.classList.add(isRight === null ? "missed" : isRight ? "right" : "wrong");
  addMark(item, text, answer);
}

// The words of the card may run against those of the item. `answer` is an element that a sentence names, in place of \n.
function addMark(item, text, answer) {
  var parts = text.split("\n");
  var label = add(item, "span", "mark", parts[0]);
  label.dir = "auto";
  if (!answer) return;
  copyInside(answer, add(label, "bdi", "", ""));
  label.appendChild(document.createTextNode(parts[1]));
}

// The note on a wrong option, from the folded list to where the eye is.
function noteOn(card, parent, key) {
  var note = card.root.querySelector('.feedback li[data-k="' + key + '"] .note');
  if (note) typeset(parent.appendChild(note.cloneNode(true)));
}

function show(card, outcome, text) {
  var verdict = card.root.querySelector(".verdict");
  verdict.classList.add(outcome);
  verdict.textContent = text;
  verdict.hidden = false;
  return verdict;
}

function showCredit(card, credit) {
  if (credit === 1) show(card, "right", "✓ " + word("right"));
  else if (credit > 0) show(card, "part", "◐ " + card.partly);
  else show(card, "wrong", "✗ " + word("not_right"));
}

// Long numbers with a space between groups of three digits, which may be typed, too; a year stays in one piece.
function groupDigits(text) {
  return text.replace(/(^|[^\d.^])(\d{5,})/g, function (all, before, digits) {
    return before + digits.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  });
}

function showNumbers(card) {
  each(card.root.querySelectorAll(".answer p"), function (line) {
    line.textContent = groupDigits(line.textContent);
  });
}

function showVerdict(card, found) {
  if (found.outcome === "right") show(card, "right", "✓ " + word("right"));
  else if (found.outcome === "almost") show(card, "part", "≈ " + word("almost_right", found));
  else if (found.outcome === "again") show(card, "part", word("not_judged", found));
  else {
    var verdict = show(card, "wrong", "✗ " + word(found.difference ? "not_right_since" : "not_right", found));
    if (found.rejected >= 0) noteOn(card, verdict, String(found.rejected));
  }
}
