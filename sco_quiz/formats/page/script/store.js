// What is kept in the browser, under the id of the bank; where that is refused, in this page alone.
var kept = {};
var isKept = true;

function storeKey(name) {
  return "sco_quiz:" + name + ":" + PAGE.bank.id;
}

function recall(name) {
  try {
    var text = localStorage.getItem(storeKey(name));
    return text ? JSON.parse(text) : null;
  } catch (refused) {
    return kept[name] ? JSON.parse(kept[name]) : null;
  }
}

function remember(name, value) {
  kept[name] = JSON.stringify(value);
  try {
    localStorage.setItem(storeKey(name), kept[name]);
  } catch (refused) {
    isKept = false;
  }
  return isKept;
}

function forget(name) {
  delete kept[name];
  try {
    localStorage.removeItem(storeKey(name));
  } catch (refused) {
    isKept = false;
  }
}
