// The setting "show at once": remembered for good, else for the session, else for the page.
var AT_ONCE = "sco_quiz:at_once";
var OF_PAGE = "data-sco-quiz-at-once";

function stores() {
  return ["localStorage", "sessionStorage"].map(function (name) {
    try {
      return window[name];
    } catch (refused) {
      return null;
    }
  });
}

function isAtOnce() {
  var values = stores().map(function (store) {
    return store && store.getItem(AT_ONCE);
  });
  return (document.documentElement.getAttribute(OF_PAGE) || values[0] || values[1]) === "on";
}

function setAtOnce(on) {
  var value = on ? "on" : "off";
  document.documentElement.setAttribute(OF_PAGE, value);
  stores().forEach(function (store) {
    try {
      store.setItem(AT_ONCE, value);
    } catch (refused) {
      // the page remembers it
    }
  });
}
