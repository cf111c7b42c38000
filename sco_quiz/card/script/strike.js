// Striking out options that one has excluded. A struck option is never chosen.
function isStruck(card, item) {
  return card.struck.indexOf(keyOf(item)) >= 0;
}

function strike(card, item) {
  var key = keyOf(item);
  if (isStruck(card, item)) unstrike(card, key);
  else {
    card.struck.push(key);
    card.chosen = card.chosen.filter(function (other) {
      return other !== key;
    });
  }
  changed(card);
}

function unstrike(card, key) {
  card.struck = card.struck.filter(function (other) {
    return other !== key;
  });
}

// With two options, striking one is choosing the other.
function offerStrike(card) {
  if (card.items.length < 3) return;
  each(card.items, function (item) {
    var button = addButton(item, "strike", "", function (event) {
      event.stopPropagation();
      if (!card.revealed) strike(card, item);
    });
    button.setAttribute("aria-label", word("strike_out", { option: textOf(item) }));
  });
}

function paintStruck(card) {
  each(card.items, function (item) {
    var button = item.querySelector(".strike");
    item.classList.toggle("struck", isStruck(card, item));
    if (button) button.setAttribute("aria-pressed", String(isStruck(card, item)));
  });
}
