// Choosing one or several options. Each kind has `begin` (the choice at first), `pick` (what a tap on an item does),
// `paint` (show the choice) for the front, and `judge` (show marks, return the credit by the formula of the quiz).
var kinds = {};

function noChoice() {
  return [];
}

function pickOne(card, key) {
  card.chosen = card.chosen[0] === key ? [] : [key];
}

function pickSeveral(card, key) {
  var index = card.chosen.indexOf(key);
  if (index < 0) card.chosen.push(key);
  else card.chosen.splice(index, 1);
}

function paintItems(card) {
  each(card.items, function (item) {
    var place = card.chosen.indexOf(keyOf(item));
    item.classList.toggle("chosen", place >= 0);
    item.setAttribute("aria-checked", String(place >= 0));
    item.setAttribute("data-place", place >= 0 ? place + 1 : "\u00a0");
  });
}

function judgeOptions(card) {
  var right = 0;
  each(card.items, function (item) {
    var isKey = card.key.indexOf(keyOf(item)) >= 0;
    var isChosen = card.chosen.indexOf(keyOf(item)) >= 0;
    right += isChosen ? (isKey ? 1 : -1) : 0;
    item.classList.toggle("chosen", isChosen);
    if (isChosen) mark(item, isKey, (isKey ? "✓ " : "✗ ") + word("your_choice"));
    else if (isKey) mark(item, card.chosen.length ? null : true, "✓ " + word("right_answer"));
    if (isChosen) noteOn(card, item, keyOf(item));
  });
  return Math.max(0, right) / card.key.length;
}

kinds.single_choice = { role: "radio", begin: noChoice, pick: pickOne, paint: paintItems, judge: judgeOptions };
kinds.true_false = kinds.single_choice;
kinds.multiple_choice = { role: "checkbox", begin: noChoice, pick: pickSeveral, paint: paintItems, judge: judgeOptions };
