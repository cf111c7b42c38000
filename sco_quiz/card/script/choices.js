// Choosing one or several options. A kind has `role` and `group` (ARIA's names of an item and of their list), `begin`
// (the choice at first), `pick` (what a tap on an item does), `paint` (show the choice), `isComplete` (nothing can be
// added; missing if that is never known), `judge` (show marks), and `credit` (by the formula of the quiz).
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
  var share = kinds[card.kind].credit === creditOfOne && creditOfOne(card);
  card.partly = share
    ? word("partly_right", { share: Math.round(share * 1000) / 10 + "\u00a0%" })
    : word("partly_chosen", { right: right, n: card.key.length, wrong: wrong });
}

// A wrong choice takes off its cost, as much as a right one gives if the question says nothing.
function creditOfSeveral(card) {
  var right = card.chosen.filter(function (key) {
    return card.key.indexOf(key) >= 0;
  }).length;
  var n = card.key.length;
  var cost = card.cost || [1, n];
  var whole = right * cost[1] - (card.chosen.length - right) * cost[0] * n; // in parts of n * cost[1]: exact
  return Math.max(0, whole) / (n * cost[1]);
}

function creditOfOne(card) {
  if (card.chosen[0] === card.key[0]) return 1;
  var share = card.partial && card.partial[card.chosen[0]];
  return share ? share[0] / share[1] : 0;
}

// A share such as "1/3"; null for none.
function readShare(text) {
  if (!text) return null;
  var parts = text.split("/").map(Number);
  return [parts[0], parts.length > 1 ? parts[1] : 1];
}

// Shares by the keys of options, such as "2:1/2 3:1/4".
function readShares(text) {
  var shares = {};
  (text || "").split(" ").forEach(function (pair) {
    if (pair) shares[pair.split(":")[0]] = readShare(pair.split(":")[1]);
  });
  return shares;
}

kinds.single_choice = {
  role: "radio",
  group: "radiogroup",
  begin: beginOptions,
  pick: pickOne,
  paint: paintOptions,
  isComplete: isOneChosen,
  judge: judgeOptions,
  credit: creditOfOne,
};
kinds.true_false = kinds.single_choice;
kinds.multiple_choice = {
  role: "checkbox",
  group: "group",
  begin: beginOptions,
  pick: pickSeveral,
  paint: paintOptions,
  judge: judgeOptions,
  credit: creditOfSeveral,
};
