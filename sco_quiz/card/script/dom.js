// Small helpers for the elements of a card.
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

// The items that can be chosen have keys; those on the left of pairs are counted.
function keyOf(item) {
  return item.getAttribute("data-k");
}

function itemOf(card, key) {
  return Array.prototype.filter.call(card.items, function (item) {
    return keyOf(item) === key;
  })[0];
}

function textOf(item) {
  return spokenText(item.querySelector(".text"));
}

// The part of an item that has its role and takes the focus.
function controlOf(item) {
  return item.querySelector(".text");
}

// A double click counts once: its second click would undo the first, or hit what has moved there.
function once(action) {
  return function (event) {
    if (event.detail < 2) action(event);
  };
}

// AnkiDroid takes a tap for a gesture unless an element around it has this class or is a button.
function onTap(item, action) {
  item.classList.add("tappable");
  item.onclick = once(action);
}

function addButton(parent, className, text, action) {
  var button = add(parent, "button", className, text);
  button.type = "button";
  button.onclick = once(action);
  return button;
}
