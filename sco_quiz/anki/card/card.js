// Everything a card does. It runs once per side, on some hosts in a page that lives on: no globals.
var PREFIX = "sco_quiz:";

function each(list, action) {
  Array.prototype.forEach.call(list, action);
}

function add(parent, name, className, text) {
  var element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  parent.appendChild(element);
  return element;
}

// 32-bit FNV-1a
function hash(text) {
  var value = 2166136261;
  for (var i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  }
  return value >>> 0;
}

// The seed for hosts without storage: both sides reach it on their own.
function seedOfToday(id) {
  var now = new Date();
  return hash(id + now.getFullYear() + "-" + now.getMonth() + "-" + now.getDate());
}

function save(card) {
  try {
    var text = JSON.stringify({ seed: card.seed, chosen: card.chosen });
    sessionStorage.setItem(PREFIX + card.id, text);
    return sessionStorage.getItem(PREFIX + card.id) === text;
  } catch (refused) {
    return false;
  }
}

function restore(card) {
  try {
    var state = JSON.parse(sessionStorage.getItem(PREFIX + card.id));
    card.seed = state.seed >>> 0;
    card.chosen = state.chosen.map(String);
  } catch (missing) {
    card.seed = seedOfToday(card.id);
    card.chosen = [];
  }
}

// Fisher-Yates over mulberry32
function shuffle(list, seed) {
  for (var i = list.length - 1; i > 0; i--) {
    seed = (seed + 0x6d2b79f5) | 0;
    var mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    var j = Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * (i + 1));
    var other = list[i];
    list[i] = list[j];
    list[j] = other;
  }
  return list;
}

function keyOf(item) {
  return item.getAttribute("data-k");
}

function arrange(card) {
  var lists = card.root.querySelectorAll(".choices ol");
  each(lists, function (list) {
    var items = Array.prototype.slice.call(list.children);
    each(items, function (item) {
      var text = document.createElement("span");
      text.className = "text";
      while (item.firstChild) text.appendChild(item.firstChild);
      item.appendChild(text);
    });
    if (!list.hasAttribute("data-fixed")) {
      each(shuffle(items, card.seed), function (item) {
        list.appendChild(item);
      });
    }
  });
  card.items = card.root.querySelectorAll(".options > li, .rights > li, .parts > li");
  card.lefts = card.root.querySelectorAll(".lefts > li");
}

function itemOf(card, key) {
  return Array.prototype.filter.call(card.items, function (item) {
    return keyOf(item) === key;
  })[0];
}

function textOf(item) {
  return item.querySelector(".text").textContent;
}

// Front: what a tap on an option does to the choice so far, by kind.
var picks = {
  single_choice: function (card, key) {
    card.chosen = card.chosen[0] === key ? [] : [key];
  },
  multiple_choice: function (card, key) {
    var index = card.chosen.indexOf(key);
    if (index < 0) card.chosen.push(key);
    else card.chosen.splice(index, 1);
  },
  matching: function (card, key) {
    card.chosen = card.chosen.map(function (other) {
      return other === key ? "" : other;
    });
    card.chosen[card.active] = key;
    var open = card.chosen.indexOf("");
    card.active = open < 0 ? card.active : open;
  },
};
picks.true_false = picks.single_choice;
picks.ordering = picks.multiple_choice;

function paint(card) {
  each(card.items, function (item) {
    var place = card.chosen.indexOf(keyOf(item));
    item.classList.toggle("chosen", place >= 0);
    item.setAttribute("aria-checked", String(place >= 0));
    item.setAttribute("data-place", place >= 0 ? place + 1 : "\u00a0");
  });
  each(card.lefts, function (item, index) {
    var right = itemOf(card, card.chosen[index]);
    item.classList.toggle("chosen", !!right);
    item.classList.toggle("active", index === card.active);
    item.querySelector(".to").textContent = "→ " + (right ? textOf(right) : "…");
  });
}

function onTap(item, action) {
  item.classList.add("tappable");
  item.onclick = action;
}

function front(card) {
  card.chosen = card.kind === "matching" ? Array.prototype.map.call(card.lefts, String.bind(null, "")) : [];
  card.active = 0;
  each(card.items, function (item) {
    item.setAttribute("role", /^(single|true)/.test(card.kind) ? "radio" : "checkbox");
    onTap(item, function () {
      picks[card.kind](card, keyOf(item));
      paint(card);
      save(card);
    });
  });
  each(card.lefts, function (item, index) {
    add(item, "span", "to", "");
    onTap(item, function () {
      card.active = index;
      card.chosen[index] = "";
      paint(card);
      save(card);
    });
  });
  paint(card);
  listen(card);
}

// The digit of a key, 0 for others. With Alt the place of the key counts, since a Mac then writes another sign.
function digitOf(event) {
  if (event.ctrlKey || event.metaKey) return 0;
  var digit = event.altKey ? /^Digit([1-9])$/.exec(event.code) : /^([1-9])$/.exec(event.key);
  return digit ? Number(digit[1]) : 0;
}

// One handler per page, replaced by the next card, gone with its own. The desktop program keeps 1 to 7 for itself,
// but not with Alt.
function listen(card) {
  document.onkeydown = function (event) {
    if (!document.body.contains(card.root)) {
      document.onkeydown = null;
      return;
    }
    var item = card.items[digitOf(event) - 1];
    if (item && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) item.onclick();
  };
}

// Back: the same formulas of credit as in the quiz.
var judges = {
  options: function (card) {
    var right = 0;
    each(card.items, function (item) {
      var isKey = card.key.indexOf(keyOf(item)) >= 0;
      var isChosen = card.chosen.indexOf(keyOf(item)) >= 0;
      right += isChosen ? (isKey ? 1 : -1) : 0;
      item.classList.toggle("chosen", isChosen);
      if (isChosen) mark(item, isKey, isKey ? "✓ your choice" : "✗ your choice");
      else if (isKey) mark(item, card.chosen.length ? null : true, "✓ right answer");
      if (isChosen) noteOn(card, item, keyOf(item));
    });
    return Math.max(0, right) / card.key.length;
  },
  ordering: function (card) {
    each(card.key, function (key, index) {
      var item = itemOf(card, key);
      var yours = card.chosen.indexOf(key);
      item.parentNode.appendChild(item);
      item.setAttribute("data-place", index + 1);
      if (card.chosen.length) mark(item, yours === index, yours === index ? "✓" : yours < 0 ? "✗ left out" : "✗ you: " + (yours + 1));
    });
    var places = card.chosen.map(function (key) {
      return card.key.indexOf(key);
    });
    return Math.max(longestRun(places) - 1, 0) / (card.key.length - 1);
  },
  matching: function (card) {
    var right = 0;
    each(card.lefts, function (item, index) {
      var given = itemOf(card, card.chosen[index]);
      var meant = itemOf(card, card.key[index]);
      add(item, "span", "to", "→ " + textOf(meant));
      if (!card.chosen.join("")) return;
      right += given === meant ? 1 : 0;
      mark(item, given === meant, given === meant ? "✓" : "✗ you: " + (given ? textOf(given) : "nothing"));
      if (given && given !== meant) noteOn(card, item, keyOf(given));
    });
    card.root.querySelector(".rights").hidden = true;
    return right / card.key.length;
  },
};
judges.single_choice = judges.multiple_choice = judges.true_false = judges.options;

function mark(item, isRight, text) {
  item.classList.add(isRight === null ? "missed" : isRight ? "right" : "wrong");
  add(item, "span", "mark", text);
}

// The note on a wrong option, from the folded list to where the eye is.
function noteOn(card, parent, key) {
  var note = card.root.querySelector('.feedback li[data-k="' + key + '"] .note');
  if (note) parent.appendChild(note.cloneNode(true));
}

// Length of the longest strictly increasing subsequence.
function longestRun(numbers) {
  var lengths = numbers.map(function (number, index) {
    return [number, index];
  });
  var best = 0;
  for (var i = 0; i < numbers.length; i++) {
    lengths[i] = 1;
    for (var j = 0; j < i; j++) {
      if (numbers[j] < numbers[i]) lengths[i] = Math.max(lengths[i], lengths[j] + 1);
    }
    best = Math.max(best, lengths[i]);
  }
  return best;
}

function show(card, outcome, text) {
  var verdict = card.root.querySelector(".verdict");
  verdict.classList.add(outcome);
  verdict.textContent = text;
  verdict.hidden = false;
  return verdict;
}

function back(card) {
  card.key = card.root.querySelector(".key [data-f=key]").textContent.split(" ");
  var credit = judges[card.kind](card);
  if (!card.chosen.join("")) return;
  if (credit === 1) show(card, "right", "✓ Right");
  else if (credit > 0) show(card, "part", "◐ Partly right: " + Math.round(credit * 100) + " %");
  else show(card, "wrong", "✗ Not right");
}

function start(root) {
  var side = root.getAttribute("data-side");
  var card = { root: root, id: root.getAttribute("data-id"), kind: root.getAttribute("data-kind") };
  root.classList.add("live");
  if (side === "back" && /^(short_answer|numeric)$/.test(card.kind)) return showTyped(card);
  if (!picks[card.kind]) return undefined;
  if (side === "back") restore(card);
  else {
    card.seed = Math.floor(Math.random() * 4294967296);
    card.chosen = [];
    if (!save(card)) card.seed = seedOfToday(card.id);
  }
  arrange(card);
  return side === "back" ? back(card) : front(card);
}

each(document.querySelectorAll(".sq:not(.live)"), start);
