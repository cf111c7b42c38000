// Matching: a right side goes to the active row by a tap or a digit, to any row by dragging it there. Those in use are
// out of the list; a tap on a row returns its own. A choice is a list of keys, "" where none is given.
function beginPairs(card) {
  card.active = 0;
  each(card.lefts, function (row, index) {
    addPartner(row);
    controlOf(row).setAttribute("role", "button");
    controlOf(row).tabIndex = 0;
    onTap(row, function () {
      if (card.revealed) return;
      card.active = index;
      card.chosen[index] = "";
      changed(card);
    });
    draggable(row, carryTo(card, row.querySelector(".to"), index));
  });
  each(card.items, function (item) {
    var handle = document.createElement("span");
    handle.className = "handle";
    item.insertBefore(handle, item.firstChild);
    draggable(item, carryTo(card, item, -1));
  });
  var spare = card.items.length - card.lefts.length;
  if (spare) {
    var task = card.root.querySelector(".task");
    task.appendChild(document.createTextNode(" · "));
    add(task, "span", "spare", word("left_over", { n: spare })).dir = "auto";
  }
  return Array.prototype.map.call(card.lefts, String.bind(null, ""));
}

function addPartner(row) {
  var to = add(row, "span", "to", "");
  add(to, "span", "arrow", "").setAttribute("aria-hidden", "true");
  add(to, "b", "", "");
}

// The arrow points in the direction of the row, which is that of the first letter of both sides.
function showPartner(row, right) {
  var place = row.querySelector(".to b");
  if (right) copyInside(controlOf(right), place);
  else place.textContent = "…";
  row.querySelector(".arrow").textContent = getComputedStyle(row).direction === "rtl" ? " ← " : " → ";
}

function pickRight(card, key) {
  if (card.active >= 0 && card.chosen.indexOf(key) < 0) give(card, card.active, key);
}

// Give a right side to a row. The next row without one becomes active, the first after the last; -1 if there is none.
function give(card, row, key) {
  card.chosen[row] = key;
  var open = card.chosen.indexOf("", row);
  card.active = open < 0 ? card.chosen.indexOf("") : open;
}

// Drag a right side from the list, where `from` is -1, or from the row that has it. A row that is given another
// partner hands its own to the row that the other came from.
function carryTo(card, moved, from) {
  var over = -1;

  function target(event) {
    var stack = document.elementsFromPoint(event.clientX, event.clientY);
    return Array.prototype.findIndex.call(card.lefts, function (row) {
      return stack.indexOf(row) >= 0;
    });
  }

  function point(row) {
    over = row;
    each(card.lefts, function (left, index) {
      left.classList.toggle("over", index === row);
    });
  }

  function rest() {
    moved.classList.remove("held");
    moved.style.transform = "";
    point(-1);
  }

  return {
    can: function () {
      return !card.revealed && (from < 0 || card.chosen[from]);
    },
    begin: function () {
      moved.classList.add("held");
    },
    follow: function (x, y, event) {
      moved.style.transform = "translate(" + x + "px, " + y + "px)";
      point(target(event));
    },
    drop: function () {
      var row = over;
      rest();
      if (row < 0 && from < 0) return;
      var key = from < 0 ? keyOf(moved) : card.chosen[from];
      if (from >= 0) card.chosen[from] = row < 0 ? "" : card.chosen[row];
      if (row < 0) card.active = from;
      else give(card, row, key);
      changed(card);
    },
    cancel: rest,
  };
}

function paintPairs(card) {
  each(card.items, function (item) {
    item.hidden = card.chosen.indexOf(keyOf(item)) >= 0;
  });
  each(card.lefts, function (row, index) {
    var right = itemOf(card, card.chosen[index]);
    row.classList.toggle("chosen", !!right);
    row.classList.toggle("active", index === card.active);
    showPartner(row, right);
    controlOf(row).setAttribute("aria-pressed", String(index === card.active));
    controlOf(row).setAttribute("aria-label", textOf(row) + (right ? ": " + textOf(right) : ""));
  });
  card.root.querySelector(".rights").hidden = card.active < 0;
  passFocus(card);
}

// A right side that leaves the list passes the focus to the next one, the last of all to the first row.
function passFocus(card) {
  var focused = document.activeElement;
  if (!card.root.querySelector(".rights").contains(focused) || isShown(focused)) return;
  controlOf(shownItems(card)[card.active < 0 ? -1 : 0] || card.lefts[0]).focus();
}

function isMatched(card) {
  return card.chosen.indexOf("") < 0;
}

function judgePairs(card) {
  var right = 0;
  each(card.lefts, function (row, index) {
    var given = itemOf(card, card.chosen[index]);
    var meant = itemOf(card, card.key[index]);
    if (!row.querySelector(".to")) addPartner(row);
    showPartner(row, meant);
    row.classList.remove("chosen", "active");
    makeText(row);
    if (!isAnswered(card)) return;
    right += given === meant ? 1 : 0;
    if (given === meant) mark(row, true, "✓");
    else if (given) mark(row, false, "✗ " + word("you", { answer: "\n" }), controlOf(given));
    else mark(row, false, "✗ " + word("you", { answer: word("nothing") }));
    if (given && given !== meant) noteOn(card, row, keyOf(given));
  });
  card.root.querySelector(".rights").hidden = true;
  card.partly = word("partly_matched", { right: right, n: card.key.length });
}

function creditOfPairs(card) {
  var right = card.key.filter(function (key, index) {
    return card.chosen[index] === key;
  });
  return right.length / card.key.length;
}

// A row that can no longer be changed is text again.
function makeText(row) {
  ["role", "tabindex", "aria-label", "aria-pressed"].forEach(function (name) {
    controlOf(row).removeAttribute(name);
  });
}

kinds.matching = {
  role: "button",
  begin: beginPairs,
  pick: pickRight,
  paint: paintPairs,
  isComplete: isMatched,
  judge: judgePairs,
  credit: creditOfPairs,
};
