// Choosing one or several options. A kind has `role` and `group` (ARIA's names of an item and of their list), `begin`
// (the choice at first), `pick` (what a tap on an item does), `paint` (show the choice), `isComplete` (nothing can be
// added; missing if that is never known), and `judge` (show marks, return the credit by the formula of the quiz).
var kinds = {};

function beginOptions(card) {
  offerStrike(card);
  return [];
}

function pickOne(card, key) {
  card.chosen = card.chosen[0] === key ? [] : [key];
  unstrike(card, key);
}

function pickSeveral(card, key) {
  var index = card.chosen.indexOf(key);
  if (index < 0) card.chosen.push(key);
  else card.chosen.splice(index, 1);
  unstrike(card, key);
}

function isOneChosen(card) {
  return card.chosen.length === 1;
}

function paintItems(card) {
  var state = kinds[card.kind].role === "button" ? "aria-pressed" : "aria-checked";
  each(card.items, function (item) {
    var isChosen = card.chosen.indexOf(keyOf(item)) >= 0;
    item.classList.toggle("chosen", isChosen);
    controlOf(item).setAttribute(state, String(isChosen));
  });
}

function paintOptions(card) {
  paintItems(card);
  paintStruck(card);
}

function judgeOptions(card) {
  var right = 0, wrong = 0;
  paintStruck(card);
  each(card.items, function (item) {
    var isKey = card.key.indexOf(keyOf(item)) >= 0;
    var isChosen = card.chosen.indexOf(keyOf(item)) >= 0;
    var struck = isStruck(card, item) ? word("struck_out") : "";
    right += isChosen && isKey ? 1 : 0;
    wrong += isChosen && !isKey ? 1 : 0;
    item.classList.toggle("chosen", isChosen);
    if (isChosen) mark(item, isKey, (isKey ? "✓ " : "✗ ") + word("your_choice"));
    else if (isKey) mark(item, card.chosen.length ? null : true, "✓ " + word("right_answer") + (struck && " · " + struck));
    else if (struck) addMark(item, struck);
    if (isChosen) noteOn(card, item, keyOf(item));
  });
  card.partly = word("partly_chosen", { right: right, n: card.key.length, wrong: wrong });
  return Math.max(0, right - wrong) / card.key.length;
}

kinds.single_choice = {
  role: "radio",
  group: "radiogroup",
  begin: beginOptions,
  pick: pickOne,
  paint: paintOptions,
  isComplete: isOneChosen,
  judge: judgeOptions,
};
kinds.true_false = kinds.single_choice;
kinds.multiple_choice = {
  role: "checkbox",
  group: "group",
  begin: beginOptions,
  pick: pickSeveral,
  paint: paintOptions,
  judge: judgeOptions,
};
