// What is kept in the browser, under the id of the bank; where that is refused or full, in this page alone.
var ownStore = {};
var isKept = true;

function storeKey(name) {
  return "sco_quiz:" + name + ":" + PAGE.bank.id;
}

function recall(name) {
  try {
    return JSON.parse(name in ownStore ? ownStore[name] : localStorage.getItem(storeKey(name)));
  } catch (refused) {
    return null;
  }
}

// Keep a value, and return whether the browser does.
function remember(name, value) {
  var text = JSON.stringify(value);
  try {
    localStorage.setItem(storeKey(name), text);
    delete ownStore[name];
    isKept = true;
  } catch (refused) {
    ownStore[name] = text;
    isKept = false;
  }
  return isKept;
}

function forget(name) {
  delete ownStore[name];
  try {
    localStorage.removeItem(storeKey(name));
  } catch (refused) {
    // there was nothing
  }
}

// Whether the browser keeps anything at all.
function canKeep() {
  var found = remember("probe", 1);
  forget("probe");
  return found;
}
