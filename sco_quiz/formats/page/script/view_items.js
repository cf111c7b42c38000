// A question that is answered by choosing, matching or ordering items, with the scripts of cards.

function viewOfItems(card, data) {
  function given(list) {
    return function () {
      return card.chosen.map(function (key) {
        return key === "" ? "" : list[Number(key)];
      });
    };
  }
  arrange(card);
  activate(card);
  nameFormulas(card);
  card.told = card.chosen.slice();
  card.root.addEventListener("keydown", onCardKey.bind(null, card));
  return makeView(card, data, {
    isAnswered: isAnswered.bind(null, card),
    response: given(data.values),
    plainResponse: given(data.labels || data.values),
    state: function () {
      return { chosen: card.chosen.slice(), struck: card.struck.slice() };
    },
    restore: restoreItems.bind(null, card),
    judge: function () {
      return judgment(kinds[card.kind].credit(card));
    },
    lock: function () {
      card.revealed = true;
      disable(card);
    },
    reveal: function () {
      reveal(card);
      nameFormulas(card);
    },
    pick: function (n, strikes) {
      var item = shownItems(card)[n - 1];
      var control = item && strikes ? item.querySelector(".strike") : item;
      if (control) control.click();
    },
    focus: function () {
      var stop = card.root.querySelector('.choices .text[tabindex="0"]');
      if (stop) stop.focus();
    },
  });
}

// What is read from a store may be of any form: only what fits the question counts.
function restoreItems(card, state) {
  function known(keys) {
    return (Array.isArray(keys) ? keys : []).map(function (key, index) {
      return keys.indexOf(key) === index && itemOf(card, key) ? key : "";
    });
  }
  var chosen = known(state.chosen);
  if (card.lefts.length) {
    card.chosen = Array.prototype.map.call(card.lefts, function (row, index) {
      return chosen[index] || "";
    });
    card.active = card.chosen.indexOf("");
  } else {
    var most = kinds[card.kind].role === "radio" ? 1 : card.items.length;
    card.chosen = chosen.filter(Boolean).slice(0, most);
  }
  card.struck = known(state.struck).filter(function (key) {
    return key && card.chosen.indexOf(key) < 0;
  });
  card.told = card.chosen.slice();
  kinds[card.kind].paint(card);
}

// MathML is no name for a control.
function nameFormulas(card) {
  each(card.items, function (item) {
    if (item.querySelector(".math")) controlOf(item).setAttribute("aria-label", textOf(item));
  });
}

// Announce what a choice has changed where the focused control does not say it: places in an order, and pairs.
function speakChoice(card) {
  var said = "";
  if (card.kind === "ordering") said = changedPlaces(card);
  if (card.kind === "matching") said = changedPairs(card);
  card.told = card.chosen.slice();
  card.spoken.textContent = said;
}

function changedPlaces(card) {
  function place(key) {
    var text = textOf(itemOf(card, key));
    var index = card.chosen.indexOf(key);
    return index < 0 ? text + ": " + word("not_placed") : index + 1 + ": " + text;
  }
  var added = without(card.chosen, card.told);
  var removed = without(card.told, card.chosen);
  var moved = card.chosen.filter(function (key) {
    return itemOf(card, key).contains(document.activeElement);
  });
  if (added.length > 1) return card.chosen.map(place).join(", "); // a move of one has placed all
  return (added.length + removed.length ? added.concat(removed) : moved).map(place).join(", ");
}

function without(list, others) {
  return list.filter(function (key) {
    return others.indexOf(key) < 0;
  });
}

function changedPairs(card) {
  var said = [];
  each(card.lefts, function (row, index) {
    if (card.chosen[index] === card.told[index]) return;
    var right = itemOf(card, card.chosen[index]);
    said.push(textOf(row) + ": " + (right ? textOf(right) : word("nothing")));
  });
  if (card.active >= 0) said.push(say("next_row", { row: textOf(card.lefts[card.active]) }));
  return said.join(". ");
}
