// What the front leaves for the back: the order of the items and what was chosen.
var PREFIX = "sco_quiz:";

// The seed for hosts without storage: both sides reach it on their own.
function seedOfToday(id) {
  var now = new Date();
  return hash(id + now.getFullYear() + "-" + now.getMonth() + "-" + now.getDate());
}

function save(card) {
  try {
    var text = JSON.stringify({ seed: card.seed, chosen: card.chosen, struck: card.struck });
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
    card.struck = state.struck.map(String);
  } catch (missing) {
    card.seed = seedOfToday(card.id);
    card.chosen = [];
    card.struck = [];
  }
}
