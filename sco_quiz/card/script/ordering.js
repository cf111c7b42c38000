// Putting items in order. Those that have a place come first, in the order given; the others wait below them. A tap
// gives an item the next place, or takes its place away; dragging, or Alt with an arrow key, moves it.
function beginOrder(card) {
  each(card.items, function (item) {
    add(item, "span", "handle", "").setAttribute("aria-hidden", "true");
    draggable(item, carry(card, item));
    item.onkeydown = function (event) {
      var step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || !event.altKey || card.revealed) return;
      event.preventDefault();
      event.stopPropagation();
      var from = rowsOf(item).indexOf(item);
      glide(card.items, function () {
        moveTo(item, from + step);
        placed(card, item, from);
      });
    };
  });
  return [];
}

function rowsOf(item) {
  return Array.prototype.slice.call(item.parentNode.children);
}

// Move an item to a row by moving those between: the item itself keeps the pointer and the focus.
function moveTo(item, row) {
  var rows = rowsOf(item);
  var from = rows.indexOf(item);
  rows.slice(from + 1, row + 1).forEach(function (other) {
    item.parentNode.insertBefore(other, item);
  });
  rows.slice(Math.max(row, 0), from).reverse().forEach(function (other) {
    item.parentNode.insertBefore(other, item.nextSibling);
  });
}

// Read the choice from the rows after an item was moved. A move among the items that have a place gives it a place
// there; any other move is an order of all items.
function placed(card, item, from) {
  var rows = rowsOf(item);
  var row = rows.indexOf(item);
  if (row === from) return;
  card.moved = true;
  var count = card.chosen.length + (card.chosen.indexOf(keyOf(item)) < 0 ? 1 : 0);
  card.chosen = rows.slice(0, card.chosen.length && row < count ? count : rows.length).map(keyOf);
  changed(card);
}

function carry(card, item) {
  var from, start;

  function settle() {
    item.classList.remove("held");
    glide([item], function () {
      item.style.transform = "";
    });
  }

  return {
    can: function () {
      return !card.revealed;
    },
    begin: function () {
      from = rowsOf(item).indexOf(item);
      start = item.offsetTop;
      item.classList.add("held");
    },
    follow: function (x, y) {
      var others = rowsOf(item).filter(function (other) {
        return other !== item;
      });
      var center = start + y + item.offsetHeight / 2;
      var row = others.filter(function (other) {
        return other.offsetTop + other.offsetHeight / 2 < center;
      }).length;
      glide(others, function () {
        moveTo(item, row);
      });
      item.style.transform = "translateY(" + (start + y - item.offsetTop) + "px)";
    },
    drop: function () {
      settle();
      placed(card, item, from);
    },
    cancel: function () {
      settle();
      moveTo(item, from);
    },
  };
}

function paintOrder(card) {
  paintItems(card);
  each(card.items, function (item) {
    var place = card.chosen.indexOf(keyOf(item)) + 1;
    controlOf(item).setAttribute("aria-label", (place ? place + ": " : "") + textOf(item));
  });
  var list = card.items[0].parentNode;
  var focused = document.activeElement;
  glide(card.items, function () {
    rowsInOrder(card).forEach(function (item) {
      list.appendChild(item);
    });
  });
  if (focused !== document.activeElement && list.contains(focused)) focused.focus({ preventScroll: true });
}

// The items that have a place in its order, then the others as they are.
function rowsInOrder(card) {
  var others = rowsOf(card.items[0]).filter(function (item) {
    return card.chosen.indexOf(keyOf(item)) < 0;
  });
  return card.chosen
    .map(function (key) {
      return itemOf(card, key);
    })
    .concat(others);
}

function isPlaced(card) {
  return card.chosen.length === card.items.length;
}

// Show the right order. Right are the items of the longest run in it, as many as the credit counts.
function judgeOrder(card) {
  var run = runOf(card);
  each(card.key, function (key, index) {
    var item = itemOf(card, key);
    var yours = card.chosen.indexOf(key);
    var isRight = run.length > 1 && run.indexOf(index) >= 0;
    item.parentNode.appendChild(item);
    controlOf(item).removeAttribute("aria-label");
    if (card.chosen.length) mark(item, isRight, isRight ? "✓" : "✗ " + givenPlace(yours));
  });
  card.partly = word("partly_ordered", { right: run.length, n: card.key.length });
}

function runOf(card) {
  return longestRun(
    card.chosen.map(function (key) {
      return card.key.indexOf(key);
    })
  );
}

function creditOfOrder(card) {
  return Math.max(runOf(card).length - 1, 0) / (card.key.length - 1);
}

function givenPlace(index) {
  return index < 0 ? word("not_placed") : word("you", { answer: index + 1 });
}

// The longest strictly increasing subsequence; of several, the one that ends first.
function longestRun(numbers) {
  var best = [];
  var ends = [];
  numbers.forEach(function (number) {
    var before = [];
    ends.forEach(function (run) {
      if (run[run.length - 1] < number && run.length > before.length) before = run;
    });
    ends.push(before.concat(number));
    if (before.length >= best.length) best = ends[ends.length - 1];
  });
  return best;
}

kinds.ordering = {
  role: "button",
  begin: beginOrder,
  pick: pickSeveral,
  paint: paintOrder,
  isComplete: isPlaced,
  judge: judgeOrder,
  credit: creditOfOrder,
};
