// Matching: a tap on a right side gives it to the active left side. A choice is a list of keys, "" where none is given.
function beginPairs(card) {
  card.active = 0;
  each(card.lefts, function (item, index) {
    add(item, "span", "to", "");
    controlOf(item).setAttribute("role", "button");
    controlOf(item).tabIndex = 0;
    onTap(item, function () {
      if (card.revealed) return;
      card.active = index;
      card.chosen[index] = "";
      changed(card);
    });
  });
  return Array.prototype.map.call(card.lefts, String.bind(null, ""));
}

function pickRight(card, key) {
  card.chosen = card.chosen.map(function (other) {
    return other === key ? "" : other;
  });
  card.chosen[card.active] = key;
  var open = card.chosen.indexOf("");
  card.active = open < 0 ? card.active : open;
}

function paintPairs(card) {
  paintItems(card);
  each(card.lefts, function (item, index) {
    var right = itemOf(card, card.chosen[index]);
    item.classList.toggle("chosen", !!right);
    item.classList.toggle("active", index === card.active);
    item.querySelector(".to").textContent = "→ " + (right ? textOf(right) : "…");
  });
}

function judgePairs(card) {
  var right = 0;
  each(card.lefts, function (item, index) {
    var given = itemOf(card, card.chosen[index]);
    var meant = itemOf(card, card.key[index]);
    var to = item.querySelector(".to") || add(item, "span", "to", "");
    to.textContent = "→ " + textOf(meant);
    if (!card.chosen.join("")) return;
    right += given === meant ? 1 : 0;
    mark(item, given === meant, given === meant ? "✓" : "✗ " + word("you", { answer: given ? textOf(given) : word("nothing") }));
    if (given && given !== meant) noteOn(card, item, keyOf(given));
  });
  card.root.querySelector(".rights").hidden = true;
  return right / card.key.length;
}

kinds.matching = {
  role: "button",
  begin: beginPairs,
  pick: pickRight,
  paint: paintPairs,
  isComplete: function (card) {
    return card.chosen.indexOf("") < 0;
  },
  judge: judgePairs,
};
